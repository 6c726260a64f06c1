// What the network costs: the contact graph of a workspace lived in, and algorithms on a graph with planted
// communities of as many people.
#pragma once

#include <vector>

#include "measure.h"
#include "workspace/workspace.h"

namespace kith::testing {

/// Commits one edit.
std::vector<Row> measure_network(Workspace& workspace, Day today);

/// The part that needs no workspace.
std::vector<Row> measure_graph(std::size_t nodes);

}  // namespace kith::testing
