// A made-up network as a file, so that other programs are measured on the same one:
//
//     NODES EDGES PAIRS
//     community of each node, a line each
//     from to cost, a line for each edge: cost from 1 to 3, for paths; all weights are 1
//     from to, a line for each pair between which a path is looked for
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "network/weighted_graph.h"

namespace kith::testing {

struct GraphFile {
    WeightedGraph graph;
    std::vector<std::uint32_t> planted;
    std::vector<double> costs;  // by edge
    std::vector<std::pair<NodeIndex, NodeIndex>> pairs;
};

/// The same for the same number of nodes. The program ends if a file can't be written or read.
void write_graph_file(const std::string& path, NodeIndex nodes);
GraphFile read_graph_file(const std::string& path);

}  // namespace kith::testing
