// A guided start that was left, kept as a setting: a line for each thing said, its parts divided by tabs.
// What can't be read is as if it had not been said.
#pragma once

#include "ui/goals/start.h"

namespace kith::ui {

/// Keeps what was said so far; forgets it in a draft.
void keep_goal_start(Session& session, const GoalStart& start);
void forget_goal_start(Session& session, Draft& draft);
/// All that was said so far, as text.
std::string write_goal_start(const GoalStart& start);
/// Fills in what was said by then. False if nothing was.
bool read_goal_start(Session& session, GoalStart& start, std::string_view text);

}  // namespace kith::ui
