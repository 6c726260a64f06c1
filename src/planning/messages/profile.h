// A short text on oneself, for a profile or an application: role, results with what shows them, what one
// knows well, where one wants to go. Lines as sentences; the person edits them before they go anywhere.
#pragma once

#include "planning/facts/due.h"

namespace kith {

/// Achievements of the goal come first, then the latest. Without a goal its lines are left out. What is not
/// recorded says nothing. O(achievements).
Facts profile_lines(const Workspace& workspace, RecordId goal, std::size_t most_achievements = 5);

}  // namespace kith
