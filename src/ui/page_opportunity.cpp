// The page of an opportunity: its stage, and who is in it or still missing.
#include <algorithm>
#include <array>
#include <cmath>

#include "model/fields.h"
#include "ui/opportunity_stages.h"
#include "ui/page_parts.h"
#include "ui/places.h"
#include "ui/record_words.h"
#include "workspace/names.h"

namespace kith::ui {

void draw_opportunity_stage(PageDrawing& page, Flow& flow) {
    Session& session = page.session;
    Ui& ui = session.ui;
    std::vector<std::string> stages = board_stages(session);
    const std::string now = stage_of(session, page.record, stages);
    if (!std::ranges::contains(stages, now)) stages.push_back(now);
    const std::vector<std::string_view> options(stages.begin(), stages.end());
    const auto at = static_cast<int>(std::ranges::find(stages, now) - stages.begin());
    const std::string_view name = session.text("opps.stage");
    Card card(ui, flow);
    heading(ui, card.flow.take(ui.line(Type::section)), name, 2);
    card.flow.space(ui.px(8));
    std::optional<int> chosen;
    const ImRect strip = card.flow.take(ui.control());
    const float wide = segmented_width(ui, options);
    if (wide <= strip.GetWidth())
        chosen =
            segmented(ui, {strip.Min.x, strip.Min.y, strip.Min.x + wide, strip.Max.y}, name, options, at);
    else
        chosen = select(ui, strip, {.name = name, .options = options, .current = at});
    if (chosen) move_to_stage(session, page.record, options[static_cast<std::size_t>(*chosen)]);
    // When it came to each stage.
    std::string past;
    for (const Element& row : page.workspace().elements(page.record, opportunity::stage_history)) {
        const auto date = parse_iso_date(row_part(row.value, 1));
        past =
            joined({past, joined({row_part(row.value, 0), date ? session.show_relative(*date) : ""}, " ")});
    }
    if (!past.empty()) {
        card.flow.space(ui.px(8));
        paragraph(ui, card.flow, past, Type::small, Colour::muted);
    }
    card.end();
}

namespace {

struct Part {
    FieldId field;
    std::string_view missing;  // catalogue: what to do about it
};
constexpr std::array parts{
    Part{opportunity::source, "opps.ask_source"},
    Part{opportunity::referrer, "opps.ask_referrer"},
    Part{opportunity::decision_maker, "opps.ask_decides"},
    Part{opportunity::insiders, "opps.ask_insiders"},
};

// People one knows at the organisation who are not insiders yet.
std::vector<RecordId> could_be_insiders(const Workspace& workspace, RecordId opportunity) {
    std::vector<RecordId> found;
    const RecordId organisation = workspace.reference(opportunity, opportunity::organisation);
    if (!workspace.live(organisation)) return found;
    const auto insiders = workspace.elements(opportunity, opportunity::insiders);
    for (const RecordId affiliation : workspace.referrers(organisation, affiliation::organisation)) {
        const RecordId person = workspace.reference(affiliation, affiliation::person);
        const bool there = std::ranges::any_of(
            insiders, [&](const Element& element) { return element.value.as_reference() == person; });
        if (!is_past(workspace, affiliation) && workspace.live(person) && !there &&
            !workspace.flag(person, person::self) && !std::ranges::contains(found, person))
            found.push_back(person);
    }
    return found;
}

}  // namespace

void draw_opportunity_people(PageDrawing& page, Flow& flow) {
    Session& session = page.session;
    Ui& ui = session.ui;
    const Workspace& workspace = page.workspace();
    const float label_width = ui.px(128);
    Card card(ui, flow);
    heading(ui, card.flow.take(ui.line(Type::section)), session.text("page.who"), 2);
    card.flow.space(ui.px(8));
    for (const Part& part : parts) {
        const FieldSpec& field = *find_field(part.field);
        edit_in_place(session, card.flow, page.record, field, label_width);
        if (says_something(workspace, page.record, field)) continue;
        Flow hint{.x = card.flow.x + label_width, .y = card.flow.y, .width = card.flow.width - label_width};
        paragraph(ui, hint, session.text(part.missing), Type::small, Colour::due);
        card.flow.y = hint.y + ui.px(4);
    }
    const std::vector<RecordId> known = could_be_insiders(workspace, page.record);
    if (!known.empty()) {
        card.flow.space(ui.px(8));
        const std::string organisation =
            record_title(session, workspace.reference(page.record, opportunity::organisation));
        paragraph(ui, card.flow, session.text("opps.you_know", {organisation}), Type::small, Colour::muted);
        card.flow.space(ui.px(4));
        float x = card.flow.x;
        const float high = ui.touch() ? ui.px(36) : tag_height(ui) + ui.px(4);
        for (const RecordId person : std::span(known).first(std::min<std::size_t>(known.size(), 8))) {
            const RecordScope scope(person);
            const std::string name = session.text("opps.add_insider", {record_title(session, person)});
            const float wide = chip_width(ui, name, false);
            if (x > card.flow.x && x + wide > card.flow.right())
                x = card.flow.x, card.flow.space(high + ui.px(6));
            if (chip(ui, {x, card.flow.y}, name, false)) {
                Draft draft(
                    {"change.add_to", {record_title(session, person), record_title(session, page.record)}});
                draft.add(page.record, opportunity::insiders, person);
                session.commit(std::move(draft));
            }
            x += wide + ui.px(6);
        }
        card.flow.space(high);
    }
    card.end();
}

}  // namespace kith::ui
