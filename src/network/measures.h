// What can be measured of a graph and its nodes. Each agrees with NetworkX and igraph to 1e-9
// (tests/oracles).
//
// A measure says something of the network only as far as the network is known: coverage.h says which ones
// may be shown. Here "n" is the number of nodes, "m" of edges.
#pragma once

#include <optional>
#include <span>
#include <vector>

#include "base/random.h"
#include "base/slices.h"
#include "network/weighted_graph.h"

namespace kith {

/// Which connected part each node is in: numbered from 0 by size, largest first, equal ones by their first
/// node. O(n + m).
struct Components {
    std::vector<std::uint32_t> of;     // by node
    std::vector<std::uint32_t> sizes;  // by component
};
Components components_of(const WeightedGraph& graph);

/// Nodes without which their component would fall apart (Hopcroft & Tarjan 1973), ascending. O(n + m).
std::vector<NodeIndex> articulation_points(const WeightedGraph& graph);

/// The largest k for which the node is in a group where everyone has k neighbours (Batagelj & Zaveršnik
/// 2003), by node. O(n + m).
std::vector<std::uint32_t> core_numbers(const WeightedGraph& graph);

/// Structural holes (Burt 1992), with weights as the a_ij. For a node without neighbours all three are
/// missing: nothing is known.
struct StructuralHoles {
    std::optional<double> constraint;      // Σ_j (p_ij + Σ_q p_iq p_qj)²
    std::optional<double> effective_size;  // d − 2t/d, of weights regardless (Borgatti 1997)
    std::optional<double> efficiency;      // effective size / d

    bool operator==(const StructuralHoles&) const = default;
};
StructuralHoles structural_holes_of(const WeightedGraph& graph, NodeIndex node);
/// Of every node. O(Σ degree²).
std::vector<StructuralHoles> structural_holes(const WeightedGraph& graph);

/// Betweenness and closeness of all nodes, steps counted and weights left aside (Brandes 2001), a slice at a
/// time:
///
///     PathMeasures paths(graph, random);
///     Slices work = paths.measure();
///     while (work.step(out_of_time)) …   // between frames
///
/// Up to `exact_limit` nodes the result is exact after O(n m). Beyond, `sample_size` nodes drawn at random
/// stand for all as sources (Brandes & Pich 2007), and error_bound() says how far that may be off; closeness
/// is then known for those alone. An answer may be read after every slice, and is called an estimate until
/// done.
class PathMeasures {
public:
    static constexpr std::size_t exact_limit = 5000;
    static constexpr std::size_t sample_size = 1000;

    PathMeasures(const WeightedGraph& graph, Random random, std::size_t exact_up_to = exact_limit,
        std::size_t samples = sample_size);

    /// Takes one source after the other. What it has come to stays when it is thrown away; until then this must
    /// stay where it is in memory.
    Slices measure();
    void finish() { measure().finish(); }

    bool done() const { return next_ == sources_.size(); }
    bool exact() const { return done() && sources_.size() == betweenness_.size(); }
    double progress() const;

    /// On how many shortest paths between two others each node is, each pair once and shared among equally
    /// short paths; scaled up from the sources taken so far. O(n).
    std::vector<double> betweenness() const;
    /// With 95% certainty no node's betweenness, as a share of all pairs, is off by more than this
    /// (Hoeffding's inequality for all nodes at once); 0 when exact, 1 when nothing is known yet.
    double error_bound() const;
    /// (r − 1) / Σ distance · (r − 1) / (n − 1) for the r nodes in reach (Wasserman & Faust 1994); nothing
    /// for a node that was no source yet.
    std::optional<double> closeness(NodeIndex node) const;

private:
    // The graph again, without weights: a quarter of the memory to walk through.
    std::vector<std::uint32_t> starts_;
    std::vector<NodeIndex> targets_;
    std::vector<NodeIndex> sources_;
    std::size_t next_ = 0;
    std::vector<double> betweenness_;
    std::vector<double> closeness_;  // below 0: not known
    // Kept between sources so that a source costs no allocation.
    std::vector<std::uint32_t> distance_;
    std::vector<double> paths_;
    std::vector<double> share_;  // (1 + dependency) / paths
    std::vector<NodeIndex> order_;
    std::vector<NodeIndex> steps_;  // from each node of the order to those one farther, and where they begin
    std::vector<std::uint32_t> first_step_;

    std::span<const NodeIndex> row(NodeIndex node) const {
        return {targets_.data() + starts_[node], targets_.data() + starts_[node + 1]};
    }
    void take(NodeIndex source);
};

/// Steps from a node to every other, no_index where there is no way. O(n + m).
std::vector<std::uint32_t> steps_from(const WeightedGraph& graph, NodeIndex source);

}  // namespace kith
