// What keeping costs: files that come in from other devices, checkpoints, sealing, and packing away.
#pragma once

#include <vector>

#include "base/dates.h"
#include "measure.h"
#include "workspace/workspace.h"

namespace kith::testing {

/// Leaves the workspace as it is.
std::vector<Row> measure_keeping(const Workspace& workspace, Instant now);
/// The journal of a workspace with more in it than people: how large it is, and how long it takes to open.
std::vector<Row> measure_full_journal(const Workspace& workspace);

}  // namespace kith::testing
