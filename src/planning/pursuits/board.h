// Opportunities by their stage, and moving one along.
#pragma once

#include <span>
#include <string_view>
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

// The same, and the list of stages, as what a person means to do. `title`: the opportunity's; `label`: what the
// stage is called.
Draft move_along(const Workspace& workspace, RecordId opportunity, const Stage& stage, std::string_view title,
    std::string_view label, Day today, Random& random);
Draft change_stages(const Workspace& workspace, std::span<const Stage> stages);

}  // namespace kith
