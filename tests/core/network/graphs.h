// Graphs to try algorithms on: two well-known ones from files, and made-up ones, the same for the same seed.
#pragma once

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <fstream>
#include <sstream>
#include <string>
#include <vector>

#include "../../bench/planted_graph.h"

namespace kith::testing {

/// The lines of a data file that hold numbers, comments left out.
inline std::vector<std::vector<double>> numbers_in(const std::string& name) {
    std::ifstream file("tests/core/network/data/" + name);
    REQUIRE_MESSAGE(file.good(), name);
    std::vector<std::vector<double>> lines;
    for (std::string line; std::getline(file, line);) {
        if (line.starts_with('#')) continue;
        std::istringstream words(line);
        lines.emplace_back();
        for (double number = 0; words >> number;)
            lines.back().push_back(number);
    }
    return lines;
}

/// "a b" or "a b weight" on each line. `weighted` false: all weights are one.
inline WeightedGraph graph_in(const std::string& name, bool weighted = true) {
    std::vector<WeightedEdge> edges;
    NodeIndex last = 0;
    for (const auto& line : numbers_in(name)) {
        edges.push_back({static_cast<NodeIndex>(line[0]), static_cast<NodeIndex>(line[1]),
            weighted && line.size() > 2 ? line[2] : 1});
        last = std::max({last, edges.back().a, edges.back().b});
    }
    return {last + 1U, edges};
}

inline WeightedGraph path_graph(NodeIndex nodes) {
    std::vector<WeightedEdge> edges;
    for (NodeIndex node = 1; node < nodes; ++node)
        edges.push_back({node - 1, node});
    return {nodes, edges};
}

/// Every pair is joined with the same chance; weights between 0.1 and 1.
inline WeightedGraph random_graph(NodeIndex nodes, double chance, Random& random) {
    std::vector<WeightedEdge> edges;
    for (NodeIndex a = 0; a < nodes; ++a) {
        for (NodeIndex b = a + 1; b < nodes; ++b) {
            if (uniform(random) < chance) edges.push_back({a, b, 0.1 + 0.9 * uniform(random)});
        }
    }
    return {nodes, edges};
}

inline bool near(double a, double b, double within = 1e-9) {
    return std::abs(a - b) <= within * std::max({1.0, std::abs(a), std::abs(b)});
}

}  // namespace kith::testing
