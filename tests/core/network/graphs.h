// Graphs to try algorithms on: two well-known ones from files, and made-up ones, the same for the same seed.
#pragma once

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <fstream>
#include <sstream>
#include <string>
#include <vector>

#include "base/random.h"
#include "network/weighted_graph.h"

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

inline double uniform(Random& random) {
    return static_cast<double>(random() >> 11) * 0x1p-53;
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

/// A graph with planted communities of 20 to 120 nodes, about five edges a node, nine in ten of them within;
/// node numbers follow the communities. `planted`, if given, is filled with each node's community.
inline WeightedGraph planted_graph(
    NodeIndex nodes, Random& random, std::vector<std::uint32_t>* planted = nullptr) {
    std::vector<std::uint32_t> community(nodes);
    std::vector<NodeIndex> begins;
    for (NodeIndex node = 0; node < nodes;) {
        const auto size = static_cast<NodeIndex>(20 + random.below(101));
        const NodeIndex end = std::min(nodes, node + size);
        begins.push_back(node);
        for (; node < end; ++node)
            community[node] = static_cast<std::uint32_t>(begins.size() - 1);
    }
    begins.push_back(nodes);
    std::vector<std::pair<NodeIndex, NodeIndex>> pairs;
    for (NodeIndex node = 0; node < nodes; ++node) {
        for (int i = 0; i < 5; ++i) {
            const NodeIndex begin = begins[community[node]];
            const NodeIndex size = begins[community[node] + 1] - begin;
            const bool within = random.below(10) != 0;
            const auto other =
                static_cast<NodeIndex>(within ? begin + random.below(size) : random.below(nodes));
            if (other != node) pairs.emplace_back(std::minmax(node, other));
        }
    }
    std::ranges::sort(pairs);
    pairs.erase(std::ranges::unique(pairs).begin(), pairs.end());
    std::vector<WeightedEdge> edges;
    edges.reserve(pairs.size());
    for (const auto& [a, b] : pairs)
        edges.push_back({a, b});
    if (planted != nullptr) *planted = std::move(community);
    return {nodes, edges};
}

inline bool near(double a, double b, double within = 1e-9) {
    return std::abs(a - b) <= within * std::max({1.0, std::abs(a), std::abs(b)});
}

}  // namespace kith::testing
