#include "network/weighted_graph.h"

#include <algorithm>
#include <utility>

#include "base/assertion.h"

namespace kith {

WeightedGraph::WeightedGraph(std::size_t nodes, std::span<const WeightedEdge> edges) : starts_(nodes + 1, 0) {
    for (const WeightedEdge& edge : edges) {
        KITH_ASSERT(edge.a < nodes && edge.b < nodes && edge.weight > 0);
        if (edge.a == edge.b) continue;
        ++starts_[edge.a + 1];
        ++starts_[edge.b + 1];
    }
    for (std::size_t node = 0; node < nodes; ++node)
        starts_[node + 1] += starts_[node];

    rows_.resize(starts_[nodes]);
    std::vector<std::uint32_t> next(starts_.begin(), starts_.end() - 1);
    for (std::size_t i = 0; i < edges.size(); ++i) {
        const WeightedEdge& edge = edges[i];
        if (edge.a == edge.b) continue;
        const auto number = static_cast<EdgeIndex>(i);
        rows_[next[edge.a]++] = {edge.b, number, edge.weight};
        rows_[next[edge.b]++] = {edge.a, number, edge.weight};
    }
    for (NodeIndex node = 0; node < nodes; ++node) {
        std::sort(rows_.begin() + starts_[node], rows_.begin() + starts_[node + 1],
            [](const Neighbour& a, const Neighbour& b) { return a.node < b.node; });
        KITH_ASSERT(std::ranges::adjacent_find(neighbours(node), {}, &Neighbour::node) ==
            neighbours(node).end());  // no pair twice
    }
}

const Neighbour* WeightedGraph::find(NodeIndex from, NodeIndex to) const {
    const auto row = neighbours(from);
    const auto at = std::ranges::lower_bound(row, to, {}, &Neighbour::node);
    return at != row.end() && at->node == to ? &*at : nullptr;
}

double WeightedGraph::weight_at(NodeIndex node) const {
    double sum = 0;
    for (const Neighbour& next : neighbours(node))
        sum += next.weight;
    return sum;
}

std::vector<WeightedEdge> WeightedGraph::edges() const {
    std::vector<WeightedEdge> edges;
    edges.reserve(edge_count());
    for (NodeIndex node = 0; node < node_count(); ++node) {
        for (const Neighbour& next : neighbours(node)) {
            if (node < next.node) edges.push_back({node, next.node, next.weight});
        }
    }
    return edges;
}

void add_up(std::vector<WeightedEdge>& edges) {
    std::ranges::sort(edges, {}, [](const WeightedEdge& edge) { return std::pair(edge.a, edge.b); });
    std::size_t kept = 0;
    for (const WeightedEdge& edge : edges) {
        if (kept > 0 && edges[kept - 1].a == edge.a && edges[kept - 1].b == edge.b)
            edges[kept - 1].weight += edge.weight;
        else
            edges[kept++] = edge;
    }
    edges.resize(kept);
}

WeightedGraph subgraph(const WeightedGraph& graph, std::span<const NodeIndex> nodes) {
    std::vector<NodeIndex> place(graph.node_count(), no_index);
    for (std::size_t i = 0; i < nodes.size(); ++i)
        place[nodes[i]] = static_cast<NodeIndex>(i);
    std::vector<WeightedEdge> edges;
    for (const NodeIndex node : nodes) {
        for (const Neighbour& next : graph.neighbours(node)) {
            if (node < next.node && place[next.node] != no_index)
                edges.push_back({place[node], place[next.node], next.weight});
        }
    }
    return {nodes.size(), edges};
}

}  // namespace kith
