// Whom to get to know for a goal, why, and by whom: an introduction is asked for, or they are written to, in
// one step; or it becomes a step of the plan.
#pragma once

#include "ui/records/page.h"

namespace kith::ui {

/// Whom to get to know for it.
void draw_goal_first(PageDrawing& page, Flow& flow);

}  // namespace kith::ui
