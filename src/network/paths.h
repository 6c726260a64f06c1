// The k shortest loopless paths (Yen 1971, each deviation looked for once as Lawler 1972) between a node and
// a set of nodes, each found by Dijkstra's search from both ends at once (Pohl 1971).
#pragma once

#include <span>
#include <vector>

#include "network/weighted_graph.h"

namespace kith {

struct Path {
    std::vector<NodeIndex> nodes;  // from the source to one of the targets
    double cost = 0;

    bool operator==(const Path&) const = default;
};

/// The `count` cheapest paths from `source` to any of `targets`, cheapest first; equal ones in the order of
/// their nodes. No path goes through one target on its way to another. `costs` has a cost above zero for each
/// edge number of the graph. Fewer if there are no more. In the worst case O(count · n · m log n); a path
/// that is near costs what lies around both its ends, and O(n) once.
std::vector<Path> cheapest_paths(const WeightedGraph& graph, std::span<const double> costs, NodeIndex source,
    std::span<const NodeIndex> targets, std::size_t count);

}  // namespace kith
