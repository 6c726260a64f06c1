// Who helps towards a goal by their role, as `kith goal` and `kith gaps` tell it.
#pragma once

#include "base/json.h"
#include "planning/goals/coverage.h"
#include "terminal/console.h"

namespace kith::terminal {

/// The lists as members of the open object, whole, whom one would turn to first before: "decides", "mentors",
/// "peers", "insiders" and "recruiters", each of profile addresses, or names where there is none; and "helpers", the
/// same with name, reasons and, of who decides, how sure that is.
void write_role_lists(
    JsonWriter& json, const Workspace& workspace, Console& console, const GoalCoverage& coverage);

/// The first few of each list in a line each, with their reasons.
void print_role_lists(Console& console, const Workspace& workspace, const GoalCoverage& coverage);

}  // namespace kith::terminal
