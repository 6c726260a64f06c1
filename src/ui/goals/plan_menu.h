// The menu of a step or milestone: what can be done with it, and three choices in full – its milestone, what
// it waits for, how often it comes round.
#pragma once

#include "ui/goals/plan.h"

namespace kith::ui {

/// The button with three dots; opens the menu of a step or milestone.
void open_plan_menu(GoalPlanState& state, RecordId record, PlanMenu menu = PlanMenu::actions);
/// To be called where the button is, while `menu_of` is this record.
void draw_plan_menu(PageDrawing& page, GoalPlanState& state, RecordId record, ImRect anchor);

}  // namespace kith::ui
