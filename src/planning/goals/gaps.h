// What a goal lacks, as sentences with next steps. For coverage.cpp only.
#pragma once

#include "planning/goals/evidence.h"

namespace kith::goals {

std::vector<GoalGap> find_gaps(const Workspace& workspace, const GoalCoverage& coverage,
    const GoalEvidence& evidence, const ClosestTo& closest);

}  // namespace kith::goals
