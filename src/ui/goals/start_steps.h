// What each of the five steps of a goal's guided start asks.
#pragma once

#include "ui/goals/start.h"

namespace kith::ui {

/// The steps' contents.
void draw_goal_step(Session& session, GoalStart& start, Flow& flow);

}  // namespace kith::ui
