#include "ui/today/aside.h"

#include <algorithm>

#include "model/fields.h"
#include "ui/give/suggestions.h"
#include "ui/goals/gaps.h"
#include "ui/goals/goal_page.h"
#include "ui/goals/sight.h"
#include "ui/session/places.h"
#include "ui/week/review.h"
#include "ui/words/record_words.h"
#include "workspace/names.h"

namespace kith::ui {

namespace {

constexpr std::size_t most_gaps = 2;

/// Made when it is drawn, once for each state of the workspace.
void read_aside(Session& session, TodayState& state) {
    if (!state.aside.renew(session.moment())) return;
    state.review_of.reset();
    const Day week = week_to_review(session);
    if (!session.past && !is_reviewed(session, week) && is_worth_reviewing(session, week))
        state.review_of = week;
    const std::optional<Contact> latest = session.insight.contacts().latest(session.ui.today());
    state.last_contact = latest ? latest->interaction : RecordId{};
}

/// A step that would go into the plan, as words that can be pressed.
bool draw_gap_step(Ui& ui, Flow& flow, std::string_view title, std::string_view name, std::string_view does) {
    const float icon = ui.px(grid::icon + 6);
    const auto lines = wrap_text(ui, title, Type::small, flow.width - icon);
    const float high = ui.line(Type::small) * static_cast<float>(lines.size());
    const ImRect area = flow.take(std::max(ui.touch() ? ui.control() : ui.px(28), high + ui.px(8)));
    const Press press = ui.press(ImGui::GetID(title.data(), title.data() + title.size()), area,
        {.role = Role::button, .name = std::string(name), .description = std::string(does)});
    if (!press.visible) return press.pressed;
    ImDrawList& list = *ImGui::GetWindowDrawList();
    if (press.hovered)
        list.AddRectFilled(
            area.Min - ImVec2(ui.px(6), 0), area.Max, ui.colour(Colour::surface_2), ui.px(grid::corner));
    Flow text{.x = area.Min.x + icon, .y = middle(area, high).Min.y, .width = area.GetWidth() - icon};
    const float sign = ui.px(grid::icon);
    draw_icon(ui, list, {area.Min.x, text.y + ui.px(1)}, Icon::plus, sign, ui.colour(Colour::accent));
    for (const std::string_view line : lines)
        silent_label(ui, text.take(ui.line(Type::small)), line, Type::small, Colour::accent);
    return press.pressed;
}

void draw_gap(Session& session, const TodayState& state, Flow& flow, const GoalGap& gap) {
    Ui& ui = session.ui;
    const std::string_view need = session.text("need." + std::string(key_of(gap.need)));
    label(ui, flow.take(ui.line(Type::small)), session.text("weekly.missing", {need}), Type::small_strong);
    paragraph(
        ui, flow, joined({session.text(gap.sentence), facts_in_words(session, gap.more)}, " "), Type::small);
    if (gap.steps.empty()) return;
    const GapStep& step = gap.steps.front();
    const std::string title = session.text(step.what);
    const auto planned = session.workspace.referrers(state.goals.front().goal, action::goal);
    if (std::ranges::any_of(planned,
            [&](RecordId action) { return session.workspace.text(action, action::title) == title; })) {
        paragraph(ui, flow, session.text("weekly.gap_planned", {title}), Type::small, Colour::muted);
        return;
    }
    const std::string name = session.text("weekly.gap_step", {title});
    if (!draw_gap_step(ui, flow, title, name, session.text("weekly.gap_add"))) return;
    add_gap_step(session, state.goals.front().goal, step, title);
}

}  // namespace

void draw_goal_in_today(Session& session, TodayState& state, Flow& flow) {
    read_aside(session, state);
    const TodayGoal& goal = state.goals.front();
    Ui& ui = session.ui;
    Card card(ui, flow, grid::between_cards, grid::between_cards);
    Line head(card.flow.take(ui.line(Type::section)));
    const std::string open_it = session.text("today.open", {goal.wish});
    const Button open{
        .label = open_it, .icon = Icon::chevron_right, .kind = ButtonKind::bare, .icon_only = true};
    if (button(ui, head.end(head.area.GetHeight() + ui.px(4), ui.px(8)), open))
        open_record(session, goal.goal);
    heading(ui, head.area, goal.wish, 2, Type::section);
    card.flow.space(ui.px(8));
    std::string detail;
    if (!goal.by.empty()) detail = session.text("today.goal_by", {goal.by});
    if (!detail.empty()) detail += " · ";
    detail += session.text(progress_fact(goal.progress));
    paragraph(ui, card.flow, detail, Type::small, Colour::muted);
    if (goal.progress.total > 0) {
        card.flow.space(ui.px(8));
        progress_bar(ui, card.flow.take(ui.px(8)), session.text("today.goal_progress", {goal.wish}),
            static_cast<float>(goal.progress.done) / static_cast<float>(goal.progress.total));
    }
    GoalSight& sight = sight_of(session);
    const std::vector<GoalGap>& gaps = sight.look(session.insight, goal.goal, ui.today()).gaps;
    if (sight.reading()) ui.keep_moving();
    for (std::size_t i = 0; i < std::min(gaps.size(), most_gaps); ++i) {
        card.flow.space(ui.px(10));
        draw_gap(session, state, card.flow, gaps[i]);
    }
    card.end();
    flow.space(ui.px(grid::between_cards));
}

void draw_no_goal_in_today(Session& session, Flow& flow) {
    Ui& ui = session.ui;
    Card card(ui, flow, grid::between_cards, grid::between_cards);
    heading(ui, card.flow.take(ui.line(Type::section)), session.text("goal_start.today"), 2, Type::section);
    card.flow.space(ui.px(4));
    paragraph(ui, card.flow, session.text("goal_start.today_text"), Type::small, Colour::muted);
    card.flow.space(ui.px(12));
    if (button(ui, card.flow, {.label = session.text("list.goals_add"), .icon = Icon::target}))
        session.wish.start_goal = true;
    card.end();
    flow.space(ui.px(grid::between_cards));
}

void draw_review_in_today(Session& session, TodayState& state, Flow& flow) {
    read_aside(session, state);
    if (!state.review_of) return;
    const Day week = *state.review_of;
    Ui& ui = session.ui;
    Card card(ui, flow, grid::between_cards, grid::between_cards);
    heading(ui, card.flow.take(ui.line(Type::section)), session.text("lookback.weekly"), 2, Type::section);
    card.flow.space(ui.px(4));
    paragraph(ui, card.flow, session.text("lookback.weekly_text", {week}), Type::small, Colour::muted);
    card.flow.space(ui.px(8));
    if (button(ui, card.flow, {.label = session.text("lookback.begin"), .icon = Icon::history})) {
        if (!state.review) state.review = std::make_shared<ReviewState>();
        begin_review(session, *state.review, week);
        session.go(PlaceId::review);
    }
    card.end();
    flow.space(ui.px(grid::between_cards));
}

void draw_log_in_today(Session& session, TodayState& state, Flow& flow) {
    read_aside(session, state);
    Ui& ui = session.ui;
    const Workspace& workspace = session.workspace;
    const PartialDate on = workspace.date(state.last_contact, interaction::on);
    if (session.past || on.to_day() == ui.today() || workspace.count(Kind::person) == 0) return;
    std::string words(session.text("weekly.log_first"));
    if (state.last_contact)
        words = session.text(
            "weekly.log_last", {on, names_in_words(session, state.last_contact, interaction::people, 2)});
    Card card(ui, flow, grid::between_cards, grid::between_cards);
    heading(ui, card.flow.take(ui.line(Type::section)), session.text("weekly.log_title"), 2, Type::section);
    card.flow.space(ui.px(4));
    paragraph(ui, card.flow, words, Type::small, Colour::muted);
    card.flow.space(ui.px(8));
    if (button(ui, card.flow, {.label = session.text("weekly.log_it"), .icon = Icon::plus}))
        session.wish.log_with = RecordId{};
    card.end();
    flow.space(ui.px(grid::between_cards));
}

}  // namespace kith::ui
