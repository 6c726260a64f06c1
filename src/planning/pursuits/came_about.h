// How one opportunity came about, as steps in words: what one joined, who was met where, what was asked for
// and given, who told of it, and the stages it went through. Only what is recorded; a step without a day
// stands before the stages.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "planning/facts/due.h"

namespace kith {

struct StepThere {
    RecordId record;  // that says so: a person, event, organisation, favour, or the opportunity itself
    std::optional<Day> on;
    Message what;       // "Priya Sharma gave you a referral"; of a stage "came.stage" with its name as kept
    std::string about;  // what a favour was about; may be empty
};

/// By day. O(records it can be traced to).
std::vector<StepThere> how_it_came_about(const Workspace& workspace, RecordId opportunity);

/// Opportunities that came to an offer at least, the latest first.
std::vector<RecordId> offers_so_far(const Workspace& workspace);

}  // namespace kith
