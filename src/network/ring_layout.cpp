// Layouts around one person: rings by circle and by steps.
#include <algorithm>
#include <cmath>
#include <numbers>

#include "base/assertion.h"
#include "network/layout.h"

namespace kith {

namespace {

constexpr float whole_turn = 2 * std::numbers::pi_v<float>;

Point on_ring(float radius, float turn) {
    // Beginning at the top, as a clock does.
    return {radius * std::sin(turn * whole_turn), -radius * std::cos(turn * whole_turn)};
}

/// Radius of each ring: room for everybody on it, and two spacings between rings.
std::vector<float> radii_of(const std::vector<std::size_t>& count, float spacing) {
    std::vector<float> radii(count.size(), 0);
    for (std::size_t ring = 1; ring < count.size(); ++ring)
        radii[ring] =
            std::max(radii[ring - 1] + 2 * spacing, static_cast<float>(count[ring]) * spacing / whole_turn);
    return radii;
}

}  // namespace

std::vector<Point> ring_layout(
    std::span<const std::uint32_t> ring, std::span<const std::uint32_t> group, float spacing) {
    KITH_ASSERT(ring.size() == group.size());
    std::vector<Point> at(ring.size());
    if (ring.empty()) return at;
    std::vector<std::vector<NodeIndex>> on(std::ranges::max(ring) + 1);
    for (NodeIndex node = 0; node < ring.size(); ++node)
        on[ring[node]].push_back(node);
    std::vector<std::size_t> count;
    for (const auto& nodes : on)
        count.push_back(nodes.size());
    const auto radii = radii_of(count, spacing);

    // A group's direction: where its share of all people lies on the clock.
    std::vector<float> middle(std::ranges::max(group) + 1, 0);
    std::vector<float> share(middle.size(), 0);
    for (const std::uint32_t g : group)
        share[g] += 1.0F / static_cast<float>(group.size());
    float before = 0;
    for (std::size_t g = 0; g < middle.size(); ++g) {
        middle[g] = before + share[g] / 2;
        before += share[g];
    }
    for (std::size_t r = 1; r < on.size(); ++r) {
        auto& nodes = on[r];
        std::ranges::stable_sort(nodes, {}, [&](NodeIndex node) { return group[node]; });
        if (nodes.empty()) continue;
        // Even distances; turned so that people are near their group's direction on the average.
        float x = 0;
        float y = 0;
        for (std::size_t i = 0; i < nodes.size(); ++i) {
            const float off =
                (middle[group[nodes[i]]] - static_cast<float>(i) / static_cast<float>(nodes.size())) *
                whole_turn;
            x += std::cos(off);
            y += std::sin(off);
        }
        const float turn = std::atan2(y, x) / whole_turn;
        for (std::size_t i = 0; i < nodes.size(); ++i)
            at[nodes[i]] = on_ring(radii[r], static_cast<float>(i) / static_cast<float>(nodes.size()) + turn);
    }
    return at;
}

StepLayout step_layout(const WeightedGraph& graph, NodeIndex centre, float spacing) {
    const std::size_t nodes = graph.node_count();
    KITH_ASSERT(centre < nodes);
    StepLayout layout{std::vector<Point>(nodes), std::vector<std::uint32_t>(nodes, no_index)};
    std::vector<NodeIndex> order{centre};
    layout.steps[centre] = 0;
    for (std::size_t i = 0; i < order.size(); ++i) {
        for (const Neighbour& next : graph.neighbours(order[i])) {
            if (layout.steps[next.node] != no_index) continue;
            layout.steps[next.node] = layout.steps[order[i]] + 1;
            order.push_back(next.node);
        }
    }
    // The strongest of those a step nearer leads to a person.
    std::vector<NodeIndex> parent(nodes, no_index);
    std::vector<std::vector<NodeIndex>> children(nodes);
    for (std::size_t i = 1; i < order.size(); ++i) {
        double best = 0;
        for (const Neighbour& next : graph.neighbours(order[i])) {
            if (layout.steps[next.node] + 1 != layout.steps[order[i]] || next.weight <= best) continue;
            best = next.weight;
            parent[order[i]] = next.node;
        }
        children[parent[order[i]]].push_back(order[i]);
    }
    std::vector<double> leaves(nodes, 0);
    for (std::size_t i = order.size(); i-- > 0;) {
        double& own = leaves[order[i]];
        own = std::max(own, 1.0);
        if (parent[order[i]] != no_index) leaves[parent[order[i]]] += own;
    }

    const std::uint32_t last = layout.steps[order.back()];
    std::vector<std::size_t> count(last + 2, 0);
    for (const NodeIndex node : order)
        ++count[layout.steps[node]];
    count[last + 1] = nodes - order.size();
    // Slices go by leaves, so a ring needs room for all leaves, not only for those who stand on it.
    count[last] = std::max(count[last], static_cast<std::size_t>(leaves[centre]));
    const auto radii = radii_of(count, spacing);

    std::vector<double> begin(nodes, 0);
    for (const NodeIndex node : order) {
        const double width = leaves[node] / leaves[centre];
        layout.at[node] = on_ring(radii[layout.steps[node]], static_cast<float>(begin[node] + width / 2));
        double at = begin[node];
        for (const NodeIndex child : children[node]) {
            begin[child] = at;
            at += leaves[child] / leaves[centre];
        }
    }
    std::size_t outside = 0;
    for (NodeIndex node = 0; node < nodes; ++node) {
        if (layout.steps[node] != no_index) continue;
        layout.at[node] =
            on_ring(radii[last + 1], static_cast<float>(outside++) / static_cast<float>(count[last + 1]));
    }
    return layout;
}

}  // namespace kith
