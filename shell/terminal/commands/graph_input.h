// A graph to measure or lay out: of a GraphML file, or the contacts of a .kith file.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/graph_description.h"
#include "network/coverage.h"
#include "network/measures.h"
#include "terminal/console.h"

namespace kith::terminal {

struct GraphInput {
    GraphDescription told;
    WeightedGraph graph;              // of the nodes of `told`
    std::vector<std::uint64_t> keys;  // one for each node, the same tomorrow

    // Of a .kith file alone, whose graph is that of the contacts among each other, without the user:
    std::optional<Coverage> coverage;
    StructuralHoles own;  // of the user
    bool damaged = false;
};

/// As on a day, for a .kith file; `organisations`: as nodes too, as the screen draws them. Complains about
/// what can't be read; nothing then, unless a part of it can.
std::optional<GraphInput> read_graph_input(
    Console& console, const std::string& path, Day day, bool organisations);

}  // namespace kith::terminal
