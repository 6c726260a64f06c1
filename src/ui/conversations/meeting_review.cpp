#include "ui/conversations/meeting_review.h"

#include <array>

#include "base/text.h"
#include "model/fields.h"
#include "ui/conversations/meeting_prepare.h"
#include "ui/records/forms.h"
#include "ui/session/dates.h"
#include "ui/session/dialog_foot.h"

namespace kith::ui {

namespace {

constexpr std::array<std::string_view, 3> outcome_keys{
    "review.took_place", "review.moved", "review.did_not_happen"};

std::optional<Day> typed_day(const Session& session, std::string_view text) {
    const Ui& ui = session.ui;
    const auto date = parse_typed_date(text, ui.host().locale().tag, ui.today());
    return date ? date->to_day() : std::nullopt;
}

void complain(Session& session, std::string& error, std::string_view key) {
    error = session.text(key);
    session.ui.tree().announce(error, Politeness::assertive);
}

/// What was promised; nothing if its day is none.
std::optional<MeetingPromise> read_promise(Session& session, PromiseLine& line) {
    const auto due = trim(line.what).empty() ? std::nullopt : typed_day(session, line.due);
    if (!due && !trim(line.what).empty() && !trim(line.due).empty()) {
        complain(session, line.error, "form.no_such_date");
        return std::nullopt;
    }
    return MeetingPromise{.what = line.what, .due = due};
}

/// What became of the meeting; nothing if what was typed of it is no date that can be meant.
std::optional<MeetingReview> read_review(Session& session, ReviewDialog& dialog) {
    MeetingReview review{.meeting = dialog.record,
        .outcome = dialog.outcome,
        .about = dialog.about,
        .said = dialog.said,
        .mine = {},
        .theirs = {}};
    if (dialog.outcome == MeetingOutcome::took_place) {
        const auto mine = read_promise(session, dialog.mine);
        const auto theirs = mine ? read_promise(session, dialog.theirs) : std::nullopt;
        if (!theirs) return std::nullopt;
        review.mine = *mine;
        review.theirs = *theirs;
    } else if (dialog.outcome == MeetingOutcome::moved) {
        const auto day = typed_day(session, dialog.moved_to);
        if (!day || *day < session.ui.today()) {
            complain(session, dialog.error, day ? "review.moved_to_past" : "form.no_such_date");
            return std::nullopt;
        }
        review.moved_to = *day;
    }
    return review;
}

void draw_promise(Session& session, Flow& flow, std::string_view key, PromiseLine& line) {
    Ui& ui = session.ui;
    ImGui::PushID(key.data(), key.data() + key.size());
    const std::string_view name = session.text(key), due = session.text("review.by");
    silent_label(ui, flow.take(ui.line(Type::small)), name, Type::small, Colour::muted);
    flow.space(ui.px(4));
    Line strip(flow.take(ui.control()));
    const ImRect due_area = strip.end(ui.px(132), ui.px(8));
    text_field(ui, strip.area, {.name = name, .focus_first = false}, line.what);
    const std::string due_name = session.text("review.by_of", {name});
    date_field(session, due_area, {.name = due_name, .focus_first = false, .id = due}, line.due, line.error);
    if (!line.error.empty()) paragraph(ui, flow, line.error, Type::small, Colour::late);
    flow.space(ui.px(12));
    ImGui::PopID();
}

void draw_took_place(Session& session, Flow& flow, ReviewDialog& dialog) {
    Ui& ui = session.ui;
    const std::string_view about = session.text("review.about"), said = session.text("review.said");
    text_field(ui, labelled(ui, flow, about, ui.control()),
        {.name = about, .focus_first = false, .select_all = false}, dialog.about);
    flow.space(ui.px(12));
    text_field(ui, labelled(ui, flow, said, text_area_height(ui, dialog.said, flow.width, 3, 8)),
        {.name = said, .multiline = true, .select_all = false}, dialog.said);
    flow.space(ui.px(12));
    draw_promise(session, flow, "review.mine", dialog.mine);
    draw_promise(session, flow, "review.theirs", dialog.theirs);
}

}  // namespace

void open_review(Session& session, MeetingState& state, RecordId interaction) {
    ReviewDialog& dialog = state.review;
    dialog = {};
    dialog.open = true;
    dialog.record = interaction;
    dialog.about = session.workspace.text(interaction, interaction::summary);
    dialog.said = session.workspace.text(interaction, interaction::notes);
}

void draw_review(Session& session, ReviewDialog& dialog) {
    if (!dialog.open) return;
    Ui& ui = session.ui;
    Flow flow;
    const std::string with = meeting_with(session, dialog.record);
    const std::string title = session.text("review.title", {with});
    if (!begin_dialog(ui, title, 540, dialog.open, flow)) return;
    paragraph(ui, flow, meeting_in_words(session, dialog.record), Type::small, Colour::muted);
    flow.space(ui.px(12));
    std::array<std::string_view, outcome_keys.size()> options;
    for (std::size_t i = 0; i < options.size(); ++i)
        options[i] = session.text(outcome_keys[i]);
    const auto picked = segmented(ui, flow.take(ui.control()), session.text("review.outcome"), options,
        static_cast<int>(dialog.outcome));
    if (picked) dialog.outcome = static_cast<MeetingOutcome>(*picked);
    flow.space(ui.px(16));
    if (dialog.outcome == MeetingOutcome::took_place) {
        draw_took_place(session, flow, dialog);
    } else if (dialog.outcome == MeetingOutcome::moved) {
        const std::string_view name = session.text("review.moved_to");
        date_field(
            session, labelled(ui, flow, name, ui.control()), {.name = name}, dialog.moved_to, dialog.error);
        if (!dialog.error.empty()) paragraph(ui, flow, dialog.error, Type::small, Colour::late);
        flow.space(ui.px(12));
    } else {
        paragraph(ui, flow, session.text("review.did_not_happen_text"), Type::small, Colour::muted);
        flow.space(ui.px(12));
    }
    DialogFoot foot(session, flow, save_button(session));
    const DialogAnswer answer = foot.answer();
    if (answer == DialogAnswer::cancelled) dialog.open = false;
    if (answer == DialogAnswer::done) {
        if (const auto review = read_review(session, dialog))
            dialog.open = !session.commit(review_meeting(session.workspace, *review, with, session.random),
                session.text("review.done", {with}));
    }
    end_dialog(ui, flow);
}

}  // namespace kith::ui
