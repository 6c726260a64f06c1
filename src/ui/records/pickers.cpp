#include "ui/records/pickers.h"

#include <algorithm>

#include "base/text.h"
#include "ui/session/people_list.h"
#include "ui/session/places.h"
#include "ui/session/record_scope.h"
#include "ui/words/record_words.h"
#include "widgets/overlays.h"
#include "workspace/names.h"

namespace kith::ui {

namespace {

constexpr std::size_t most_offered = 6;

// Every typed word begins a word of the name: "maj lind" stands for Maja Lindqvist, "maja lindgren" does not.
bool stands_for(std::string_view name, std::string_view typed) {
    const std::string folded_name = fold(name), folded = fold(typed);
    for (std::string_view word : split(folded, ' ')) {
        const bool found = std::ranges::any_of(
            split(folded_name, ' '), [&](std::string_view part) { return part.starts_with(word); });
        if (!found) return false;
    }
    return true;
}

struct Offers {
    std::vector<RecordId> records;
    std::vector<std::string> names, details;
};

Offers offers_for(Session& session, const PickOptions& options, std::string_view typed) {
    Offers offers;
    const auto found = session.insight.search_so_far().find(
        session.workspace, typed, {.limit = most_offered + options.without.size(), .kind = options.target});
    for (const SearchResult& hit : found.results) {
        if (offers.records.size() == most_offered) break;
        if (place_of(kind_of(hit.record)) == nullptr) continue;
        if (std::ranges::contains(options.without, hit.record)) continue;
        offers.records.push_back(hit.record);
        offers.names.push_back(record_title(session, hit.record));
        offers.details.push_back(options.target == Kind::person ? work_of(session.workspace, hit.record)
                : options.target == Kind::none ? kind_name(session.ui.words(), kind_of(hit.record))
                                               : std::string{});
    }
    return offers;
}

}  // namespace

Picked pick_record(
    Session& session, ImRect area, Field field, const PickOptions& options, std::string& text) {
    Picked picked;
    const std::string_view identity = field.id.empty() ? field.name : field.id;
    const ImGuiID id = ImGui::GetID(identity.data(), identity.data() + identity.size());
    const std::string typed(
        trim(session.ui.editing().id == id ? std::string_view(session.ui.editing().text) : text));
    const bool asked = session.ui.editing().id == id && !typed.empty();
    Offers offers = asked ? offers_for(session, options, typed) : Offers{};
    const bool same_name =
        std::ranges::any_of(offers.names, [&](const std::string& name) { return fold(name) == fold(typed); });
    const bool makes = options.create && may_create(options.target) && asked && !same_name;
    if (makes) {
        offers.names.push_back(session.text("pick.create", {typed}));
        offers.details.emplace_back();
    }
    const std::vector<std::string_view> names(offers.names.begin(), offers.names.end());
    const std::vector<std::string_view> details(offers.details.begin(), offers.details.end());
    const Completion completion = completing_field(session.ui, area, field, text, names, details);
    picked.field = completion.field;
    if (completion.chosen) {
        const auto at = static_cast<std::size_t>(*completion.chosen);
        if (at < offers.records.size())
            picked.record = offers.records[at];
        else
            picked.fresh = typed;
    } else if (asked && completion.field.committed() && !trim(text).empty()) {
        const bool entered = completion.field.accepted;
        for (std::size_t i = 0; i < offers.records.size() && !picked.record; ++i) {
            const bool whole = fold(offers.names[i]) == fold(trim(text));
            if (whole || (entered && stands_for(offers.names[i], trim(text))))
                picked.record = offers.records[i];
        }
        if (!picked.record && entered && makes) picked.fresh = trim(text);
    } else if (!asked && completion.field.accepted && !trim(text).empty()) {  // set by request
        for (const SearchResult& hit : session.insight.search_so_far()
                 .find(session.workspace, text, {.limit = most_offered, .kind = options.target})
                 .results) {
            if (fold(record_title(session, hit.record)) == fold(trim(text))) picked.record = hit.record;
        }
        if (!picked.record && options.create && may_create(options.target)) picked.fresh = trim(text);
    }
    return picked;
}

bool may_create(Kind kind) {
    return kind == Kind::person || kind == Kind::organisation || kind == Kind::event ||
        kind == Kind::project || kind == Kind::goal || kind == Kind::opportunity || kind == Kind::milestone ||
        kind == Kind::action;
}

// ---- In place ------------------------------------------------------------------------------------

void edit_reference(Session& session, ImRect area, RecordId record, const FieldSpec& field, Field look) {
    Ui& ui = session.ui;
    const RecordId current = session.workspace.reference(record, field.id);
    std::string text = current ? record_title(session, current) : std::string{};
    Line line(area);
    const std::string open_name = session.text("row.open", {text});
    const ImRect open_area = current ? line.end(area.GetHeight()) : ImRect{};
    const Picked picked = pick_record(session, line.area, look, {.target = field.target}, text);
    if (current &&
        button(ui, open_area,
            {.label = open_name,
                .icon = Icon::arrow_right,
                .kind = ButtonKind::bare,
                .icon_only = true,
                .id = "open"}))
        open_record(session, current);
    const bool cleared = picked.field.committed() && trim(text).empty();
    if (!picked.any() && !(cleared && current)) return;
    if (picked.record == current && current) return;
    session.commit(set_reference({field_label(ui.words(), field), record_title(session, record)}, record,
        field.id, picked.named(), session.random));
}

void edit_reference_set(
    Session& session, Flow& flow, RecordId record, const FieldSpec& field, const std::string& name) {
    Ui& ui = session.ui;
    const std::vector<Element> had = session.workspace.elements(record, field.id);
    std::vector<RecordId> there;
    std::optional<ElementId> removed;
    const float high = std::max(tag_height(ui) + ui.px(4), ui.touch() ? ui.px(36) : 0.0f);
    float x = flow.x;
    ui.open_group(Role::list, name);
    for (const Element& element : had) {
        const RecordId named = element.value.as_reference();
        there.push_back(named);
        const RecordScope scope(named);
        const std::string title = record_title(session, named);
        const float wide = std::min(chip_width(ui, title, true), flow.width);
        if (x > flow.x && x + wide > flow.end_x()) x = flow.x, flow.space(high + ui.px(6));
        ui.tree().open({.id = ImGui::GetID("item"), .role = Role::listitem});
        if (chip(ui, {x, flow.y}, title, false, true)) removed = element.id;
        ui.tree().close();
        x += wide + ui.px(6);
    }
    ui.tree().close();
    const std::string field_name = ui.text("widget.add_to", {name});
    const ImGuiID id = ImGui::GetID(field_name.c_str());
    const float wanted = ui.px(ui.editing().id == id ? 160 : 64);
    if (x > flow.x && x + wanted > flow.end_x()) x = flow.x, flow.space(high + ui.px(6));
    if (x == flow.x) x -= ui.px(6);  // where nothing stands before it, its words begin where a tag would
    std::string& typing = session.field_texts[id];
    const Picked picked = pick_record(session, {x, flow.y, std::min(x + wanted, flow.end_x()), flow.y + high},
        {.name = field_name,
            .placeholder = ui.text("widget.add_tag"),
            .look = FieldLook::in_place,
            .focus_first = false,
            .type = Type::small},
        {.target = field.target, .without = there}, typing);
    flow.space(high);
    if (!removed && !picked.any()) return;
    const std::string title = record_title(session, record);
    if (removed) session.commit(remove_member({name, title}, record, field.id, *removed));
    if (!picked.any()) return;
    typing.clear();
    if (ui.editing().id == id) ui.replace_edited("");
    session.commit(add_member({name, title}, record, field.id, picked.named(), session.random));
}

}  // namespace kith::ui
