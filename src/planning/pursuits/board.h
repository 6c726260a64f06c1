// Opportunities by their stage, and moving one along.
#pragma once

#include <vector>

#include "base/random.h"
#include "planning/facts/stages.h"

namespace kith {

struct StageColumn {
    Stage stage;
    std::vector<RecordId> opportunities;  // by deadline (none last), then title
};
/// Every stage, also empty ones. O(opportunities).
std::vector<StageColumn> opportunity_board(const Workspace& workspace);

/// Sets the stage and notes it among the stages so far; "applied on" too, the first time it is applied for.
void move_to_stage(Draft& draft, const Workspace& workspace, RecordId opportunity, const Stage& stage,
    Day today, Random& random);

}  // namespace kith
