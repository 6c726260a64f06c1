// A made-up network to measure on and test with: the same for the same seed.
#pragma once

#include <algorithm>
#include <utility>
#include <vector>

#include "base/random.h"
#include "network/weighted_graph.h"

namespace kith::testing {

inline double uniform(Random& random) {
    return static_cast<double>(random() >> 11) * 0x1p-53;
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

}  // namespace kith::testing
