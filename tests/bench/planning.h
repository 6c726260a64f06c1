// What planning costs: the day's agenda, the one-line logger, filters and finders.
#pragma once

#include <vector>

#include "measure.h"
#include "workspace/workspace.h"

namespace kith::testing {

/// Gives everyone a circle and ten interactions (over three years, a tenth of them with two people), then
/// measures. Changes the workspace.
std::vector<Row> measure_planning(Workspace& workspace, Day today);

}  // namespace kith::testing
