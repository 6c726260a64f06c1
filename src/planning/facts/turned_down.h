// Suggestions about two people that were turned down, so that they are not made again: an Action dropped on
// the day, which names both and says what it settles. Taking that back (undo) brings the suggestion back.
#pragma once

#include <string_view>

#include "base/dates.h"
#include "base/random.h"
#include "workspace/workspace.h"

namespace kith {

/// `what` is the kind of suggestion: "introduction", "tie". O(actions with a).
bool was_turned_down(const Workspace& workspace, std::string_view what, RecordId a, RecordId b);

/// `title` is what history calls it.
void turn_down(Draft& draft, std::string_view what, RecordId a, RecordId b, std::string_view title, Day today,
    Random& random);

}  // namespace kith
