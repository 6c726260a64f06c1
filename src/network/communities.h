// Groups that are tied more closely among themselves than to the rest: the Leiden algorithm (Traag, Waltman
// & van Eck, From Louvain to Leiden, Scientific Reports 2019) for modularity with a resolution (Reichardt &
// Bornholdt 2006) and weights. Every community it finds is connected. About O(m) in practice.
#pragma once

#include <span>
#include <vector>

#include "base/random.h"
#include "base/slices.h"
#include "network/weighted_graph.h"

namespace kith {

struct CommunityOptions {
    double resolution = 1;  // above 1: more and smaller communities
    /// How often to begin, a third of them anew and the others from the best so far with some communities
    /// taken apart; 0: as many as cost little at this size.
    std::size_t tries = 0;
};

/// Numbered from 0 by size, largest first; equal ones by their first node.
struct Communities {
    std::vector<std::uint32_t> of;     // by node
    std::vector<std::uint32_t> sizes;  // by community
    double modularity = 0;
};

/// The same graph, options and state of `random` give the same communities.
Communities find_communities(const WeightedGraph& graph, const CommunityOptions& options, Random random);
/// The same in slices: `found` is filled when it is done. Longest between pauses: some passes over all edges.
Slices find_communities(
    const WeightedGraph& graph, CommunityOptions options, Random random, Communities& found);

/// Σ over communities of (weight within / W − resolution (weight at its nodes / 2W)²), W the sum of weights;
/// 0 for a graph without edges. `of` has a community below the number of nodes for each node. O(n + m).
double modularity(const WeightedGraph& graph, std::span<const std::uint32_t> of, double resolution = 1);

/// The communities with numbers as close as can be to those they had: each takes the number it shares most
/// nodes with, so that colours stay after an edit. `before` says for each node its former number, no_index
/// for new ones. New communities get numbers not in use. O(n log n).
std::vector<std::uint32_t> keep_numbers(
    std::span<const std::uint32_t> communities, std::span<const std::uint32_t> before);

}  // namespace kith
