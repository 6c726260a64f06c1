// How good a picture of a network is, whoever made it.
#pragma once

#include <cstdint>
#include <span>

#include "network/layout.h"

namespace kith::testing {

struct Quality {
    double neighbours = 0;  // Jaccard index of graph neighbours and as many nearest in the picture
    double community = 0;   // of the ten nearest, in the same planted community
    double stress = 0;      // of pairs, distances scaled to fit the steps between them best
};

/// On 300 nodes drawn at random, the same each time. At least eleven nodes. O(300 n log n).
Quality quality_of(
    const WeightedGraph& graph, std::span<const Point> at, std::span<const std::uint32_t> planted);

}  // namespace kith::testing
