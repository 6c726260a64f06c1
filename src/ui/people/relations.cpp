#include "ui/people/relations.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "model/fields.h"
#include "planning/goals/plan.h"
#include "planning/people/adding.h"
#include "ui/give/favours.h"
#include "ui/give/suggestions.h"
#include "ui/records/form_fields.h"
#include "ui/records/page.h"
#include "ui/records/pickers.h"
#include "ui/records/sections.h"
#include "ui/session/places.h"
#include "ui/session/record_scope.h"
#include "ui/words/record_words.h"
#include "workspace/names.h"

namespace kith::ui {

bool person_section(
    Session& session, const PersonState& state, Flow& flow, std::string_view title, std::string_view action) {
    Ui& ui = session.ui;
    flow.space(ui.px(16));
    Line line(flow.take(ui.px(32)));
    bool pressed = false;
    if (!action.empty()) {
        const Button add{.label = action, .icon = Icon::plus, .kind = ButtonKind::bare, .icon_only = true};
        pressed = button(ui, line.end(line.area.GetHeight(), ui.px(8)), add);
    }
    heading(ui, line.area, title, state.own_page ? 2 : 3, Type::body_strong);
    flow.space(ui.px(4));
    return pressed;
}

// ---- Whom they know ------------------------------------------------------------------------------

namespace {

RecordId other_end(const Workspace& workspace, RecordId tie, RecordId person) {
    const RecordId a = workspace.reference(tie, tie::a);
    return a == person ? workspace.reference(tie, tie::b) : a;
}

std::vector<RecordId> ties_of(const Workspace& workspace, RecordId person) {
    std::vector<RecordId> ties = workspace.referrers(person, tie::a);
    for (const RecordId tie : workspace.referrers(person, tie::b))
        ties.push_back(tie);
    std::erase_if(ties, [&](RecordId tie) { return !workspace.live(other_end(workspace, tie, person)); });
    return ties;
}

void edit_tie(Session& session, PersonState& state, RecordId person, RecordId tie) {
    open_form(session, state.form, Kind::tie, tie, form_fields(Kind::tie),
        std::string(session.text("person.edit_tie")));
    // Seen from the other end: whom it leads to is not changed here.
    if (session.workspace.reference(tie, tie::b) == person)
        std::erase_if(state.form.values, [](const FormValue& value) { return value.field->id == tie::b; });
}

// Of which kinds and how well, as chips to be pressed: asked at once about a tie that was just added.
void ask_about_tie(Session& session, Flow& flow, RecordId tie) {
    Ui& ui = session.ui;
    const Workspace& workspace = session.workspace;
    const RecordScope scope(tie);
    const float high = ui.touch() ? ui.px(36) : tag_height(ui) + ui.px(4);
    float x = flow.x;
    const auto place = [&](std::string_view words) {
        const float wide = chip_width(ui, words, false);
        if (x > flow.x && x + wide > flow.end_x()) x = flow.x, flow.space(high + ui.px(4));
        const ImVec2 at{x, flow.y};
        x += wide + ui.px(4);
        return at;
    };
    const auto toggle = [&](FieldId id, std::string_view option, bool on) {
        const std::string label = field_label(ui.words(), *find_field(id)),
                          title = record_title(session, tie);
        const FieldWords words{.field = label, .record = title};
        if (id == tie::closeness)
            session.commit(set_field(words, tie, id, on ? Value{} : Value::text(option)));
        else
            session.commit(
                on ? remove_member(words, tie, id, element_of(option)) : add_text(words, tie, id, option));
    };
    ui.open_group(Role::toolbar, session.text("person.tie_kinds"));
    for (std::string_view option : list_of(*find_field(tie::kinds))) {
        const std::string words = option_label(ui.words(), *find_field(tie::kinds), option);
        const bool on = std::ranges::contains(workspace.texts(tie, tie::kinds), option);
        if (chip(ui, place(words), words, on)) toggle(tie::kinds, option, on);
    }
    x = flow.x, flow.space(high + ui.px(4));
    for (std::string_view option : list_of(*find_field(tie::closeness))) {
        const std::string words = option_label(ui.words(), *find_field(tie::closeness), option);
        const bool on = workspace.get(tie, tie::closeness).as_text() == option;
        if (chip(ui, place(words), words, on)) toggle(tie::closeness, option, on);
    }
    ui.tree().close();
    flow.space(high + ui.px(8));
}

void draw_tie(Session& session, PersonState& state, Flow& flow, RecordId person, RecordId tie, int position,
    int set_size) {
    Ui& ui = session.ui;
    // Rows reach the panel's edges, as lists do.
    const float out = ui.px(grid::between_cards);
    Flow wide{.x = flow.x - out, .y = flow.y, .width = flow.width + 2 * out};
    const ListItemResult result = record_row(session, wide,
        {.record = tie,
            .seen_from = person,
            .action = session.text("person.edit"),
            .position = position,
            .set_size = set_size});
    flow.y = wide.y;
    if (result.action) edit_tie(session, state, person, tie);
    if (result.pressed) open_record(session, other_end(session.workspace, tie, person));
    if (state.fresh_tie == tie) ask_about_tie(session, flow, tie);
}

}  // namespace

void draw_ties(Session& session, PersonState& state, Flow& flow, RecordId person) {
    Ui& ui = session.ui;
    const std::vector<RecordId> ties = ties_of(session.workspace, person);
    if (person_section(session, state, flow, session.text("person.knows"), session.text("person.add_tie")))
        open_new(
            session, state.form, Kind::tie, std::string(session.text("person.add_tie")), {{tie::a, person}});
    std::vector<RecordId> known{person};
    if (ties.empty()) {
        paragraph(ui, flow, session.text("person.knows_none"), Type::small, Colour::muted);
    } else {
        ui.open_group(Role::list, session.text("person.knows"));
        int position = 0;
        for (const RecordId tie : ties) {
            known.push_back(other_end(session.workspace, tie, person));
            draw_tie(session, state, flow, person, tie, ++position, static_cast<int>(ties.size()));
        }
        ui.tree().close();
    }
    const ImRect area = flow.take(ui.touch() ? ui.control() : ui.px(32));
    const std::string_view name = session.text("person.knows_add");
    const Picked picked = pick_record(session, {area.Min.x - ui.px(6), area.Min.y, area.Max.x, area.Max.y},
        {.name = name,
            .placeholder = name,
            .look = FieldLook::in_place,
            .icon = Icon::plus,
            .focus_first = false},
        {.target = Kind::person, .without = known}, state.tie_typing);
    if (!state.suggestions) state.suggestions = std::make_shared<SuggestionState>();
    draw_suggested_ties(session, *state.suggestions, flow, person);
    if (!picked.any()) return;
    Made made = add_acquaintance(person, picked.named(),
        picked.record ? record_title(session, picked.record) : picked.fresh, record_title(session, person),
        session.random);
    if (!session.commit(std::move(made.draft))) return;
    state.fresh_tie = made.record;
    state.tie_typing.clear();
    if (ui.editing().id == picked.field.id) ui.replace_edited("");
}

// ---- Give and ask --------------------------------------------------------------------------------

void draw_give_and_ask(Session& session, PersonState& state, Flow& flow, RecordId person) {
    const std::string_view add = session.text("person.add_favour");
    if (person_section(session, state, flow, session.name_of(PlaceId::favours), add))
        open_new(session, state.form, Kind::favour, std::string(add), {{favour::person, person}});
    draw_both_ways(session, flow, person);
}

// ---- Timeline ------------------------------------------------------------------------------------

namespace {

struct TimelineGroup {
    std::string_view key;  // catalogue: timeline.KEY
    std::array<Kind, 5> kinds;
};
constexpr std::array groups{
    TimelineGroup{"contacts", {Kind::interaction}},
    TimelineGroup{"favours", {Kind::favour, Kind::mentorship}},
    TimelineGroup{"promises", {Kind::action}},
    TimelineGroup{"events", {Kind::event, Kind::project, Kind::celebration}},
    TimelineGroup{"ties", {Kind::tie, Kind::affiliation}},
    TimelineGroup{
        "goals", {Kind::goal, Kind::opportunity, Kind::insight, Kind::achievement, Kind::challenge}},
};

const TimelineGroup* group_of(Kind kind) {
    for (const TimelineGroup& group : groups) {
        if (std::ranges::contains(group.kinds, kind)) return &group;
    }
    return nullptr;
}

// Everything that names the person, the latest first; what has no day stands last.
std::vector<RecordId> timeline_of(const Workspace& workspace, RecordId person) {
    std::vector<RecordId> entries = workspace.referrers(person);
    std::ranges::sort(entries);
    entries.erase(std::ranges::unique(entries).begin(), entries.end());
    std::erase_if(entries, [&](RecordId record) {
        const Kind kind = kind_of(record);
        return group_of(kind) == nullptr || (kind == Kind::action && !is_step(workspace, record));
    });
    std::ranges::stable_sort(entries, [&](RecordId a, RecordId b) {
        const auto day_a = day_of(workspace, a), day_b = day_of(workspace, b);
        if (day_a.has_value() != day_b.has_value()) return day_a.has_value();
        return day_a && *day_a != *day_b ? *day_a > *day_b : a > b;
    });
    return entries;
}

void draw_groups(Session& session, PersonState& state, Flow& flow, std::span<const RecordId> entries) {
    Ui& ui = session.ui;
    std::vector<std::string_view> there;
    for (const TimelineGroup& group : groups) {
        const bool any = std::ranges::any_of(
            entries, [&](RecordId record) { return group_of(kind_of(record)) == &group; });
        if (any) there.push_back(group.key);
    }
    if (!std::ranges::contains(there, state.timeline_group)) state.timeline_group = {};
    if (there.size() < 2) return;
    const float high = ui.touch() ? ui.px(36) : tag_height(ui) + ui.px(4);
    float x = flow.x;
    ui.open_group(Role::toolbar, session.text("timeline.show"));
    for (std::string_view key : there) {
        const std::string_view words = session.text("timeline." + std::string(key));
        const float wide = chip_width(ui, words, false);
        if (x > flow.x && x + wide > flow.end_x()) x = flow.x, flow.space(high + ui.px(4));
        const bool on = state.timeline_group == key;
        if (chip(ui, {x, flow.y}, words, on)) state.timeline_group = on ? std::string_view{} : key;
        x += wide + ui.px(4);
    }
    ui.tree().close();
    flow.space(high + ui.px(8));
}

bool draw_entry(Session& session, Flow& flow, RecordId record, RecordId person) {
    Ui& ui = session.ui;
    const RecordScope scope(record);
    const RecordWords words = words_for(session, record, person);
    std::string detail = words.detail;
    if (const auto next = session.workspace.text(record, interaction::follow_up);
        kind_of(record) == Kind::interaction && !next.empty())
        detail = joined({detail, session.text("person.follows", {next})});
    detail = joined({detail, words.tag});
    const float sign = ui.px(14);
    const auto title = wrap_text(ui, words.title, Type::small, flow.width - sign - ui.px(8));
    const auto second = wrap_text(ui, detail, Type::small, flow.width);
    const std::size_t lines = title.size() + (detail.empty() ? 0 : second.size());
    const ImRect strip = flow.take(ui.line(Type::small) * static_cast<float>(lines) + ui.px(8));
    const ImRect area{strip.Min.x - ui.px(6), strip.Min.y, strip.Max.x + ui.px(6), strip.Max.y};
    const auto day = day_of(session.workspace, record);
    const std::string exact = day ? session.show_exact(*day) : std::string{};
    ui.tree().open({.id = ImGui::GetID("item"), .role = Role::listitem});
    const Press press = ui.press(ImGui::GetID("entry"), area,
        {.role = Role::button, .name = words.title, .description = joined({detail, exact}, ", ")});
    ui.tree().close();
    flow.space(ui.px(4));
    if (!press.visible) return press.pressed;
    ImDrawList& list = *ImGui::GetWindowDrawList();
    if (press.hovered)
        list.AddRectFilled(area.Min, area.Max, ui.colour(Colour::surface_2), ui.px(grid::corner));
    Flow inside{.x = strip.Min.x, .y = strip.Min.y + ui.px(4), .width = flow.width};
    draw_icon(ui, list, {inside.x, inside.y + ui.px(2)}, words.icon, sign, ui.colour(Colour::text));
    for (std::string_view part : title) {
        const ImRect line = inside.take(ui.line(Type::small));
        silent_label(
            ui, {line.Min.x + sign + ui.px(8), line.Min.y, line.Max.x, line.Max.y}, part, Type::small);
    }
    if (!detail.empty()) {
        for (std::string_view part : second)
            silent_label(ui, inside.take(ui.line(Type::small)), part, Type::small, Colour::muted);
    }
    return press.pressed;
}

}  // namespace

void draw_timeline(Session& session, PersonState& state, Flow& flow, RecordId person) {
    Ui& ui = session.ui;
    if (person_section(
            session, state, flow, session.text("person.timeline"), session.text("person.log_contact")))
        session.wish.log_with = person;
    std::vector<RecordId> entries = timeline_of(session.workspace, person);
    if (entries.empty()) {
        paragraph(ui, flow, session.text("person.timeline_none"), Type::small, Colour::muted);
        return;
    }
    draw_groups(session, state, flow, entries);
    if (!state.timeline_group.empty()) {
        std::erase_if(
            entries, [&](RecordId record) { return group_of(kind_of(record))->key != state.timeline_group; });
    }
    constexpr std::size_t most = 60;
    const std::size_t shown = state.whole_timeline ? entries.size() : std::min(entries.size(), most);
    ui.open_group(Role::list, session.text("person.timeline"));
    for (const RecordId record : std::span(entries).first(shown)) {
        if (!draw_entry(session, flow, record, person)) continue;
        const bool planned = session.workspace.flag(record, interaction::planned);
        const bool ahead = session.workspace.date(record, interaction::on).earliest() >= ui.today();
        if (kind_of(record) != Kind::interaction)
            open_record(session, record);
        else if (planned && ahead)
            session.wish.prepare = record;
        else if (planned && !session.workspace.flag(record, interaction::reviewed))
            session.wish.review = record;
        else
            session.wish.edit_interaction = record;
    }
    ui.tree().close();
    if (shown < entries.size() &&
        button(
            ui, flow, {.label = session.text("page.show_all", {entries.size()}), .kind = ButtonKind::bare}))
        state.whole_timeline = true;
}

}  // namespace kith::ui
