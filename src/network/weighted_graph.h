// An undirected weighted graph in compressed rows: the one form that every algorithm of this room takes.
//
//     const WeightedGraph graph(3, std::vector<WeightedEdge>{{0, 1}, {1, 2, 0.5}});
//     for (const Neighbour& next : graph.neighbours(1)) …
//
// Rows are sorted by neighbour. Memory: 16 bytes for each end of an edge and 4 a node. What a node or edge
// stands for is its owner's business: edge numbers are places in the list the graph was made from.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "base/assertion.h"

namespace kith {

using NodeIndex = std::uint32_t;
using EdgeIndex = std::uint32_t;
inline constexpr std::uint32_t no_index = 0xffffffff;  // of either

struct WeightedEdge {
    NodeIndex a = 0;
    NodeIndex b = 0;
    double weight = 1;
};

/// One end of an edge, as seen from the other.
struct Neighbour {
    NodeIndex node = 0;
    EdgeIndex edge = 0;
    double weight = 1;
};

class WeightedGraph {
public:
    WeightedGraph() = default;
    /// Edges name nodes below `nodes`, no pair twice, and have weights above zero; loops are left out.
    /// O(nodes + edges).
    WeightedGraph(std::size_t nodes, std::span<const WeightedEdge> edges);

    NodeIndex node_count() const { return static_cast<NodeIndex>(starts_.size() - 1); }
    /// Without loops.
    std::size_t edge_count() const { return rows_.size() / 2; }

    std::span<const Neighbour> neighbours(NodeIndex node) const {
        KITH_ASSERT(node < node_count());
        return {rows_.data() + starts_[node], rows_.data() + starts_[node + 1]};
    }
    std::size_t degree(NodeIndex node) const { return neighbours(node).size(); }

    /// The edge between two nodes, or null. O(log degree).
    const Neighbour* find(NodeIndex from, NodeIndex to) const;
    bool connected(NodeIndex a, NodeIndex b) const { return find(a, b) != nullptr; }

    /// Sum of the weights at a node. O(degree).
    double weight_at(NodeIndex node) const;
    /// Every edge once, with a < b, sorted. O(edges).
    std::vector<WeightedEdge> edges() const;

private:
    std::vector<std::uint32_t> starts_{0};  // of each row, and the end of the last
    std::vector<Neighbour> rows_;
};

/// Makes one edge of all between the same two, of their weights together; each has a < b. Sorts. O(m log m).
void add_up(std::vector<WeightedEdge>& edges);

/// The graph among some of its nodes; node i of the result is nodes[i]. O(nodes and their edges).
WeightedGraph subgraph(const WeightedGraph& graph, std::span<const NodeIndex> nodes);

}  // namespace kith
