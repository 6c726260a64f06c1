// A plan along the weeks: milestones as diamonds, steps as bars that end on their day, today as a line. A bar
// begins when what it waits for is due, else a week before its day: that is as much as the plan says. For
// screen readers it is a list, each entry with its dates.
#pragma once

#include "ui/goals/plan.h"

namespace kith::ui {

void draw_plan_timeline(PageDrawing& page, GoalPlanState& state, Flow& flow);

}  // namespace kith::ui
