#include "ui/goals/plan.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "base/text.h"
#include "model/fields.h"
#include "planning/goals/step_line.h"
#include "ui/goals/board.h"
#include "ui/goals/plan_menu.h"
#include "ui/goals/timeline.h"
#include "ui/records/pickers.h"
#include "ui/records/steps.h"
#include "ui/session/dates.h"
#include "ui/session/places.h"
#include "ui/session/record_scope.h"
#include "ui/words/record_words.h"
#include "workspace/names.h"

namespace kith::ui {

namespace {

/// How days are read in a step: as the person's locale writes them.
DayContext days_of(const Session& session) {
    return day_context(session.ui.host().locale().tag, session.ui.today());
}

/// What is understood of a step that is being typed: "Friday · 20 min · every month".
std::string understood(const Session& session, const StepLine& step) {
    return joined({step.due ? session.show_relative(*step.due) : std::string{},
        step.minute ? time_text(*step.minute) : std::string{},
        step.minutes > 0 ? session.text("words.minutes", {step.minutes}) : std::string{}, step.repeats});
}

void add_step(PageDrawing& page, GoalPlanState& state, std::string_view line, RecordId milestone) {
    Session& session = page.session;
    const StepLine step = read_step_line(line, days_of(session));
    Made made = add_step(session.workspace, state.plan.last(), step, milestone,
        record_title(session, page.record), session.random);
    session.commit(std::move(made.draft), session.text("toast.added", {step.title}));
}

/// A field that adds steps, and what it makes of the line so far.
void draw_adding(PageDrawing& page, GoalPlanState& state, ListCard& list, RecordId milestone) {
    Session& session = page.session;
    Ui& ui = session.ui;
    const RecordScope scope(milestone ? milestone : page.record);
    const std::string name = milestone ? session.text("steps.add_to", {record_title(session, milestone)})
                                       : std::string(session.text("page.step_add"));
    std::string& typing = page.state.typing[milestone ? to_string(milestone) : "plan"];
    if (const auto typed = adding_field(session, list.card.flow, typing, name))
        add_step(page, state, *typed, milestone);
    if (milestone && state.begin_adding) {  // the field has just come: the keyboard goes there
        state.begin_adding = false;
        for (const Node& node : ui.tree().nodes()) {
            if (node.role == Role::textbox && node.name == name)
                ui.request({.id = node.id, .action = NodeAction::focus});
        }
        ui.keep_moving();
    }
    if (trim(typing).empty()) return;
    const StepLine step = read_step_line(typing, days_of(session));
    const std::string words = understood(session, step);
    if (words.empty()) return;
    Line line(inset(list.card.flow.take(ui.line(Type::small) + ui.px(8)), ui.px(40), 0));
    label(ui, line.area, session.text("steps.understood", {words}), Type::small, Colour::muted);
}

// ---- The list ------------------------------------------------------------------------------------

void draw_step_row(PageDrawing& page, GoalPlanState& state, ListCard& list, const PlanStep& step, bool within,
    int position, int set_size) {
    Session& session = page.session;
    Ui& ui = session.ui;
    const RecordScope scope(step.action);
    const std::string title = record_title(session, step.action);
    const std::string detail = step_in_words(session, step), due = due_in_words(session, step);
    const std::string tick = session.text("page.done_box", {title});
    const std::string menu = session.text("today.menu", {title});
    const ListItem row{.title = title,
        .detail = detail,
        .tag = due,
        .tag_kind = due_kind(step),
        .action_room = !ui.phone(),
        .tick = tick,
        .tick_on = is_over(step),
        .menu = menu,
        .position = position,
        .set_size = set_size,
        .id = "step"};
    Flow rest = list.card.flow;
    const float indent = within && !ui.phone() ? ui.px(20) : 0;
    rest.x += indent, rest.width -= indent;
    const ListItemResult result = list_item(ui, rest.take(list_item_height(ui, row, rest.width)), row);
    list.card.flow.y = rest.y;
    if (result.menu) open_plan_menu(state, step.action);
    if (result.ticked)
        toggle_done(session, step.action);
    else if (result.pressed)
        open_record(session, step.action);
    else if (result.focused && ImGui::GetIO().KeyAlt) {
        if (ui.key(ImGuiKey_UpArrow, true)) move_in_plan(page, state, step.action, -1);
        if (ui.key(ImGuiKey_DownArrow, true)) move_in_plan(page, state, step.action, 1);
    }
    if (state.menu_of == step.action) draw_plan_menu(page, state, step.action, result.menu_area);
}

void draw_milestone_row(PageDrawing& page, GoalPlanState& state, ListCard& list, const PlanMilestone& one,
    int position, int set_size) {
    Session& session = page.session;
    Ui& ui = session.ui;
    const RecordScope scope(one.milestone);
    const std::string title = record_title(session, one.milestone);
    const std::string tick = session.text("steps.reached_box", {title});
    const std::string menu = session.text("today.menu", {title});
    const std::string add = session.text("steps.add_to", {title});
    const std::string counted = one.steps.empty()
        ? std::string{}
        : session.text("steps.counted", {one.progress.done, one.progress.total});
    const PartialDate due = one.due ? PartialDate{std::chrono::year_month_day{*one.due}} : PartialDate{};
    const DueTag when = one.reached ? DueTag{} : due_tag(session, due);
    const std::string detail = joined({session.text("steps.milestone"), counted,
        one.reached ? session.text("words.reached_on", {*one.reached}) : std::string{},
        one.ready ? session.text("steps.all_done") : std::string_view{}});
    const ListItem row{.title = title,
        .detail = detail,
        .tag = when.text,
        .tag_kind = when.kind,
        .action = add,
        .action_icon = Icon::plus,
        .tick = tick,
        .tick_on = one.reached.has_value(),
        .menu = menu,
        .icon = Icon::flag,
        .strong = true,
        .position = position,
        .set_size = set_size,
        .id = "milestone"};
    const float high = list_item_height(ui, row, list.card.flow.width);
    const ListItemResult result = list_item(ui, list.card.flow.take(high), row);
    if (result.menu) open_plan_menu(state, one.milestone);
    if (result.action) {
        state.begin_adding = state.adding_to != one.milestone;
        state.adding_to = state.adding_to == one.milestone ? RecordId{} : one.milestone;
    }
    if (result.ticked)
        toggle_done(session, one.milestone);
    else if (result.pressed)
        open_record(session, one.milestone);
    if (state.menu_of == one.milestone) draw_plan_menu(page, state, one.milestone, result.menu_area);
}

std::size_t count_over(const Plan& plan) {
    std::size_t over = 0;
    for (const PlanMilestone& one : plan.milestones)
        over += static_cast<std::size_t>(std::ranges::count_if(one.steps, is_over));
    return over;
}

void draw_done_toggle(PageDrawing& page, ListCard& list, std::size_t over, bool shown) {
    Session& session = page.session;
    Ui& ui = session.ui;
    Line line(inset(list.card.flow.take(ui.row()), ui.px(4), ui.px(2)));
    const std::string words =
        shown ? std::string(session.text("page.hide_done")) : session.text("page.show_done", {over});
    const Button toggle_rows{.label = words,
        .icon = shown ? Icon::chevron_down : Icon::chevron_right,
        .kind = ButtonKind::bare,
        .expanded = shown ? Tri::yes : Tri::no,
        .id = "done"};
    if (!button(ui, line.start(button_width(ui, toggle_rows)), toggle_rows)) return;
    if (shown)
        page.state.whole.erase("done");
    else
        page.state.whole.insert("done");
}

/// How far, and the three views.
void draw_head(PageDrawing& page, GoalPlanState& state, ListCard& list) {
    Session& session = page.session;
    Ui& ui = session.ui;
    const Progress& progress = state.plan.last().progress;
    const std::string title(session.text("page.plan"));
    const std::array<std::string_view, 3> views{
        session.text("steps.list"), session.text("steps.board"), session.text("steps.timeline")};
    const float side = ui.px(grid::between_cards), wide = segmented_width(ui, views);
    Line line(inset(list.card.flow.take(ui.control()), side, 0));
    const bool beside = line.width() > wide + ui.px(260);
    const ImRect chooser = beside ? line.end(wide, ui.px(16)) : line.area;
    if (const auto chosen =
            segmented(ui, chooser, session.text("steps.view"), views, static_cast<int>(state.view)))
        state.view = static_cast<PlanView>(*chosen);
    if (!beside) {
        list.card.flow.space(ui.px(4));
        line = Line(inset(list.card.flow.take(ui.px(28)), side, 0));
    }
    const std::string words = ui.text(progress_fact(progress));
    label(
        ui, line.start(text_width(ui, words, Type::small) + 1, ui.px(12)), words, Type::small, Colour::muted);
    progress_bar(ui, line.start(std::min(line.width(), ui.px(240))), title,
        static_cast<float>(progress.done) / static_cast<float>(std::max<std::size_t>(progress.total, 1)));
    list.card.flow.space(ui.px(8));
}

}  // namespace

const Plan& read_plan(PageDrawing& page, GoalPlanState& state) {
    const Workspace& workspace = page.workspace();
    if (state.goal != page.record)
        state = {.view = state.view, .by_milestone = state.by_milestone, .goal = page.record};
    return state.plan.get(page.session.moment(),
        [&] { return plan_of(workspace, page.record, page.ui().today(), rules_of(workspace)); });
}

std::string step_in_words(const Session& session, const PlanStep& step) {
    const Workspace& workspace = session.workspace;
    std::string notes;
    for (const Message& note : step.notes)
        notes = joined({notes, session.text(note)});
    return joined({session.ui.formatter().list(names_of(workspace, step.people, 2)),
        step.minutes > 0 ? session.text("words.minutes", {step.minutes}) : std::string{},
        workspace.text(step.action, action::repeats), notes,
        step.state == StepState::dropped ? session.text("plan.state.dropped") : std::string_view{},
        step.done_on ? session.text("words.done_on", {*step.done_on}) : std::string{}});
}

std::string due_in_words(const Session& session, const PlanStep& step) {
    if (is_over(step) || !step.due) return {};
    return session.show_relative(*step.due);
}

TagKind due_kind(const PlanStep& step) {
    return step.state == StepState::late ? TagKind::late
        : step.state == StepState::soon  ? TagKind::due
                                         : TagKind::plain;
}

bool is_over(const PlanStep& step) {
    return step.state == StepState::done || step.state == StepState::dropped;
}

bool move_in_plan(PageDrawing& page, GoalPlanState& state, RecordId step, int direction) {
    Session& session = page.session;
    const std::string title = record_title(session, step);
    Draft draft = move_up_or_down(session.workspace, state.plan.last(), step, direction, title);
    return !draft.empty() && session.commit(std::move(draft), session.text("steps.is_moved", {title}));
}

void move_to_milestone(PageDrawing& page, GoalPlanState& state, RecordId step, RecordId milestone) {
    Session& session = page.session;
    const std::string title = record_title(session, step);
    session.commit(move_to_milestone(session.workspace, state.plan.last(), step, milestone, title),
        session.text("steps.is_moved", {title}));
}

void move_to_day(PageDrawing& page, RecordId record, Day due) {
    Session& session = page.session;
    const std::string title = record_title(session, record);
    session.commit(kith::move_to_day(record, due, title), session.text("steps.has_day", {title, due}));
}

void draw_plan_list(PageDrawing& page, GoalPlanState& state, ListCard& list) {
    Session& session = page.session;
    Ui& ui = session.ui;
    const Plan& plan = state.plan.last();
    const bool shown = page.state.whole.contains("done");
    const std::size_t over = count_over(plan);
    int rows = 0, position = 0;
    for (const PlanMilestone& one : plan.milestones) {
        rows += one.milestone ? 1 : 0;
        for (const PlanStep& step : one.steps)
            rows += shown || !is_over(step) ? 1 : 0;
    }
    list.begin_rows();
    ui.open_group(Role::list, session.text("page.plan"));
    // Milestones that were reached go with what is done.
    for (const PlanMilestone& one : plan.milestones) {
        const bool hidden_here = one.reached && !shown;
        if (one.milestone && !hidden_here) {
            if (position > 0) list.separate();
            draw_milestone_row(page, state, list, one, ++position, rows);
        }
        for (const PlanStep& step : one.steps) {
            if (is_over(step) && !shown) continue;
            if (position > 0) list.separate();
            draw_step_row(page, state, list, step, static_cast<bool>(one.milestone), ++position, rows);
        }
        if (!one.milestone || state.adding_to != one.milestone) continue;
        ui.tree().open({.id = ui.static_id("adding"), .role = Role::listitem});
        draw_adding(page, state, list, one.milestone);
        ui.tree().close();
    }
    ui.tree().close();
    const auto reached = static_cast<std::size_t>(std::ranges::count_if(
        plan.milestones, [](const PlanMilestone& one) { return one.reached.has_value(); }));
    if (over + reached > 0) draw_done_toggle(page, list, over + reached, shown);
}

void draw_goal_plan(PageDrawing& page, Flow& flow) {
    Session& session = page.session;
    Ui& ui = session.ui;
    if (!page.state.plan) page.state.plan = std::make_shared<GoalPlanState>();
    GoalPlanState& state = *page.state.plan;
    read_plan(page, state);
    ListCard list(session, flow, session.text("page.plan"));
    if (list.action({.label = session.text("page.milestone_add"), .icon = Icon::flag}))
        open_new(session, page.state.form, Kind::milestone, std::string(session.text("page.milestone_add")),
            {{milestone::goal, page.record}});
    if (state.plan.last().milestones.empty()) {
        list.say(session.text("page.plan_none"));
    } else {
        draw_head(page, state, list);
        switch (state.view) {
            case PlanView::list: draw_plan_list(page, state, list); break;
            case PlanView::board: draw_plan_board(page, state, list.card.flow); break;
            case PlanView::timeline: draw_plan_timeline(page, state, list.card.flow); break;
        }
    }
    draw_separator(ui, list.card.flow.x, list.card.flow.end_x(), list.card.flow.y);
    draw_adding(page, state, list, {});
    list.end();
}

}  // namespace kith::ui
