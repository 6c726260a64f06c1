#include "quality.h"

#include <algorithm>
#include <cmath>
#include <utility>
#include <vector>

#include "base/random.h"
#include "network/measures.h"

namespace kith::testing {

namespace {

float distance(Point a, Point b) {
    return std::hypot(a.x - b.x, a.y - b.y);
}

}  // namespace

Quality quality_of(
    const WeightedGraph& graph, std::span<const Point> at, std::span<const std::uint32_t> planted) {
    constexpr std::size_t samples = 300;
    Random random(17);
    Quality quality;
    double product = 0;
    double squares = 0;
    std::vector<std::pair<double, double>> pairs;  // in the picture, in steps
    for (std::size_t s = 0; s < samples; ++s) {
        const auto node = static_cast<NodeIndex>(random.below(graph.node_count()));
        std::vector<std::pair<float, NodeIndex>> others;
        for (NodeIndex other = 0; other < graph.node_count(); ++other) {
            if (other != node) others.emplace_back(distance(at[node], at[other]), other);
        }
        std::ranges::sort(others);
        const std::size_t degree = graph.degree(node);
        double both = 0;
        for (std::size_t i = 0; i < degree; ++i)
            both += graph.connected(node, others[i].second) ? 1 : 0;
        if (degree > 0) quality.neighbours += both / (2 * static_cast<double>(degree) - both) / samples;
        for (std::size_t i = 0; i < 10; ++i)
            quality.community += planted[others[i].second] == planted[node] ? 0.1 / samples : 0;
        const auto steps = steps_from(graph, node);
        for (const auto& [far, other] : others) {
            if (steps[other] == no_index) continue;
            const double s2 = steps[other];
            pairs.emplace_back(far, s2);
            product += far / s2;
            squares += static_cast<double>(far) * far / (s2 * s2);
        }
    }
    const double scale = product / squares;
    double sum = 0;
    for (const auto& [far, steps] : pairs) {
        const double off = (far * scale - steps) / steps;
        sum += off * off;
    }
    quality.stress = pairs.empty() ? 0 : sum / static_cast<double>(pairs.size());
    return quality;
}

}  // namespace kith::testing
