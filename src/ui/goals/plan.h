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
    Kept<Plan, Moment> plan;

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

/// Puts a step among others or up and down; one undo step, said aloud. False: there is no further.
bool move_in_plan(PageDrawing& page, GoalPlanState& state, RecordId step, int direction);
void move_to_milestone(PageDrawing& page, GoalPlanState& state, RecordId step, RecordId milestone);
void move_to_day(PageDrawing& page, RecordId record, Day due);

/// The list, below the head. The other views are in board.h and timeline.h.
void draw_plan_list(PageDrawing& page, GoalPlanState& state, ListCard& list);

/// The section of a goal's page: the plan in the view that was chosen.
void draw_goal_plan(PageDrawing& page, Flow& flow);

}  // namespace kith::ui
