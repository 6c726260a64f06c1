// The plan on a goal's page: milestones and steps as a list, as a board and along the weeks. All three show
// the same plan (planning/goals/plan.h), act through the same menu, and are left and taken up where one was.
#pragma once

#include <string>
#include <vector>

#include "planning/goals/plan_moves.h"
#include "ui/records/page.h"

namespace kith::ui {

enum class PlanView : std::uint8_t { list, board, timeline };
/// What the menu of a step shows: what can be done, or one choice in full.
enum class PlanMenu : std::uint8_t { actions, milestone, waits_for, repeats };

struct GoalPlanState {
    PlanView view = PlanView::list;
    bool by_milestone = false;  // the columns of the board

    RecordId goal;  // what follows is about this one
    std::uint64_t revision = ~std::uint64_t{0};
    Day day{};
    Plan plan;

    RecordId adding_to;  // the milestone whose field for a new step is open
    bool begin_adding = false;
    RecordId menu_of;
    bool menu_open = false;
    PlanMenu menu = PlanMenu::actions;
    std::optional<PlanMenu> menu_next;  // opens when the one before it has closed
    RecordId focused;                   // a card or bar
    RecordId dragged;                   // the same, with the mouse
    float dragged_from = 0;             // of bars: where the mouse was
};

/// The plan as of one state of the workspace and one day.
const Plan& read_plan(PageDrawing& page, GoalPlanState& state);

/// "Ana, Ben · 45 min · every month · Waits for: Read the report"
std::string step_in_words(const Session& session, const PlanStep& step);
/// When it is due, as a tag; of what is done, when that was.
std::string due_in_words(const Session& session, const PlanStep& step);
TagKind due_kind(const PlanStep& step);
bool is_over(const PlanStep& step);  // done or dropped

/// The button with three dots; opens the menu of a step or milestone.
void open_plan_menu(GoalPlanState& state, RecordId record, PlanMenu menu = PlanMenu::actions);
/// To be called where the button is, while `menu_of` is this record.
void draw_plan_menu(PageDrawing& page, GoalPlanState& state, RecordId record, ImRect anchor);

/// Puts a step among others or up and down; one undo step, said aloud. False: there is no further.
bool move_in_plan(PageDrawing& page, GoalPlanState& state, RecordId step, int direction);
void move_to_milestone(PageDrawing& page, GoalPlanState& state, RecordId step, RecordId milestone);
void move_to_day(PageDrawing& page, RecordId record, Day due);

// The views, below the head (goal_plan.cpp, board.cpp, timeline.cpp)
void draw_plan_list(PageDrawing& page, GoalPlanState& state, ListCard& list);
void draw_plan_board(PageDrawing& page, GoalPlanState& state, Flow& flow);
void draw_plan_timeline(PageDrawing& page, GoalPlanState& state, Flow& flow);

}  // namespace kith::ui
