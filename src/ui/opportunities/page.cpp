// The page of an opportunity: its stage and what comes next, and who is in it or still missing.
#include <algorithm>
#include <array>
#include <cmath>

#include "model/fields.h"
#include "ui/give/led_to.h"
#include "ui/give/suggestions.h"
#include "ui/opportunities/page.h"
#include "ui/records/cards.h"
#include "ui/records/edit_in_place.h"
#include "ui/records/pickers.h"
#include "ui/session/places.h"
#include "ui/session/record_scope.h"
#include "ui/words/opportunities.h"
#include "ui/words/record_words.h"

namespace kith::ui {

namespace {

// What planning says about the opportunity, read once for each state of the workspace.
const OpportunityView& view_of(PageDrawing& page) {
    if (!page.state.suggestions) page.state.suggestions = std::make_shared<SuggestionState>();
    return opportunity_view(page.session, *page.state.suggestions, page.record);
}

/// With which message a next step begins.
struct StepMessage {
    std::string_view step;
    DraftKind kind;
};
constexpr StepMessage step_messages[] = {
    {"opportunity.next.ask_referral", DraftKind::ask_referral},
    {"opportunity.next.talk_to_insider", DraftKind::ask_advice},
    {"opportunity.next.ask_who_decides", DraftKind::ask_advice},
    {"opportunity.next.reach_decider", DraftKind::ask_advice},
    {"opportunity.next.favour_waits", DraftKind::remind},
    {"opportunity.next.after_talk", DraftKind::thank},
    {"opportunity.next.tell_and_thank", DraftKind::tell_outcome},
};

WriteWish message_about(PageDrawing& page, const OpportunityStep& next) {
    const auto known = std::ranges::find(step_messages, next.what.key, &StepMessage::step);
    const bool favour = kind_of(next.record) == Kind::favour;
    return {.request = {.kind = known != std::end(step_messages) ? known->kind : DraftKind::check_in,
                .person = next.people.front(),
                .record = favour ? next.record : RecordId{},
                .other = page.workspace().reference(page.record, opportunity::organisation),
                .about = record_title(page.session, page.record)},
        .item = {},
        .title = {}};
}

/// The next step as a step that is noted, with a day to be given on its page.
void note_step(PageDrawing& page, const OpportunityStep& next) {
    Session& session = page.session;
    const std::string title = session.text(next.what);
    Made made = note_next_step(
        page.workspace(), page.record, next, title, record_title(session, page.record), session.random);
    session.commit(std::move(made.draft), session.text("toast.added", {title}));
}

void draw_next(PageDrawing& page, Flow& flow, const OpportunityStep& next) {
    Session& session = page.session;
    Ui& ui = session.ui;
    flow.space(ui.px(12));
    paragraph(ui, flow, session.text("opps.next", {next_there_in_words(session, next)}));
    paragraph(ui, flow, facts_in_words(session, next.reasons), Type::small, Colour::muted);
    flow.space(ui.px(8));
    ButtonLines buttons(ui, flow);
    const bool noted = kind_of(next.record) == Kind::action;
    if (page.workspace().live(next.record) &&
        buttons({.label = session.text("opps.open_next"), .icon = Icon::arrow_right}))
        open_record(session, next.record);
    if (!next.people.empty()) {
        const std::string name = record_title(session, next.people.front());
        if (buttons({.label = session.text("opps.write", {name}), .icon = Icon::mail}))
            session.wish.write = message_about(page, next);
    }
    if (!noted && buttons({.label = session.text("opps.note_step"), .icon = Icon::plus}))
        note_step(page, next);
    buttons.end();
}

}  // namespace

void draw_opportunity_stage(PageDrawing& page, Flow& flow) {
    Session& session = page.session;
    Ui& ui = session.ui;
    const std::vector<Stage> stages = stages_of(page.workspace());
    std::vector<std::string> labels;
    for (const Stage& stage : stages)
        labels.push_back(stage_label(session, stage.name));
    const std::vector<std::string_view> options(labels.begin(), labels.end());
    const auto at = static_cast<int>(stage_index(page.workspace(), page.record, stages));
    const std::string_view name = session.text("opps.stage");
    Card card(ui, flow);
    heading(ui, card.flow.take(ui.line(Type::section)), name, 2);
    card.flow.space(ui.px(8));
    const ImRect strip = card.flow.take(ui.control());
    const float wide = segmented_width(ui, options);
    const auto chosen = wide <= strip.GetWidth()
        ? segmented(ui, {strip.Min.x, strip.Min.y, strip.Min.x + wide, strip.Max.y}, name, options, at)
        : select(ui, strip, {.name = name, .options = options, .current = at});
    if (chosen) move_card(session, page.record, stages[static_cast<std::size_t>(*chosen)]);
    std::string past;  // when it came to each stage
    for (const Element& row : page.workspace().elements(page.record, opportunity::stage_history)) {
        const auto date = parse_iso_date(row_part(row.value, opportunity::stage_history::date));
        past = joined({past,
            joined({stage_label(session, row_part(row.value, opportunity::stage_history::stage)),
                       date ? session.show_relative(*date) : ""},
                " ")});
    }
    if (!past.empty()) {
        card.flow.space(ui.px(8));
        paragraph(ui, card.flow, past, Type::small, Colour::muted);
    }
    if (const OpportunityView& view = view_of(page); view.next) draw_next(page, card.flow, *view.next);
    card.end();
}

void draw_how_it_came(PageDrawing& page, Flow& flow) {
    if (!page.state.story) page.state.story = std::make_shared<KeptStory>();
    const Story& story = page.state.story->get(
        page.workspace().revision(), [&] { return story_of(page.session, page.record); });
    if (story.lines.size() < 2) return;  // a stage alone is no story
    ListCard list(page.session, flow, page.session.text("led.how"));
    draw_story(page.session, list, story);
    list.end();
}

namespace {

struct Part {
    FieldId field;
    OpportunityRole role;
};
constexpr std::array parts{
    Part{opportunity::source, OpportunityRole::source},
    Part{opportunity::referrer, OpportunityRole::referrer},
    Part{opportunity::decision_maker, OpportunityRole::decision_maker},
    Part{opportunity::insiders, OpportunityRole::insider},
    Part{opportunity::partners, OpportunityRole::partner},
};

// Whom it could be, each with why, to be taken with a press.
void draw_candidates(PageDrawing& page, Flow& flow, const MissingRole& missing, FieldId field) {
    Session& session = page.session;
    Ui& ui = session.ui;
    const float high = ui.touch() ? ui.px(36) : tag_height(ui) + ui.px(4);
    float x = flow.x;
    for (const Candidate& candidate : missing.candidates) {
        const RecordScope scope(candidate.person);
        const std::string name = record_title(session, candidate.person);
        const std::string words = session.text("opps.perhaps", {name});
        const float wide = chip_width(ui, words, false);
        if (x > flow.x && x + wide > flow.end_x()) x = flow.x, flow.space(high + ui.px(6));
        ImGui::PushID(field.value);
        const bool pressed = chip(ui, {x, flow.y}, words, false);
        ImGui::PopID();
        x += wide + ui.px(6);
        if (!pressed) continue;
        session.commit(
            take_for_role(page.record, field, candidate.person, name, record_title(session, page.record)),
            session.text("toast.added", {name}));
    }
    if (!missing.candidates.empty()) flow.space(high + ui.px(4));
}

}  // namespace

void draw_opportunity_people(PageDrawing& page, Flow& flow) {
    Session& session = page.session;
    Ui& ui = session.ui;
    const float label_width = ui.px(128);
    const std::vector<MissingRole> missing = view_of(page).missing;
    Card card(ui, flow);
    heading(ui, card.flow.take(ui.line(Type::section)), session.text("page.who"), 2);
    card.flow.space(ui.px(8));
    const bool together = is_done_together(page.workspace().choice(page.record, opportunity::kind));
    for (const Part& part : parts) {
        if (part.role == OpportunityRole::partner && !together &&
            page.workspace().elements(page.record, part.field).empty())
            continue;
        edit_in_place(session, card.flow, page.record, *find_field(part.field), label_width);
        const auto lacks = std::ranges::find(missing, part.role, &MissingRole::role);
        if (lacks == missing.end()) continue;
        Flow hint{.x = card.flow.x + label_width, .y = card.flow.y, .width = card.flow.width - label_width};
        paragraph(ui, hint, ui.text(lacks->sentence), Type::small, Colour::due);
        hint.space(ui.px(4));
        draw_candidates(page, hint, *lacks, part.field);
        card.flow.y = hint.y + ui.px(4);
    }
    card.end();
}

}  // namespace kith::ui
