// A plan as a board: what can be done, what waits, what is done; or a column for each milestone. Cards are
// dragged, or taken along with Shift and the arrows, or moved by their menu.
#pragma once

#include "ui/goals/plan.h"

namespace kith::ui {

void draw_plan_board(PageDrawing& page, GoalPlanState& state, Flow& flow);

}  // namespace kith::ui
