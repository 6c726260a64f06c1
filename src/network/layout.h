// Where to draw people: those who are tied stand near each other, groups apart.
//
//     Layout layout;
//     layout.begin(graph, keys);                     // shaped already: by communities
//     Slices settling = layout.settle();
//     while (settling.step(out_of_time)) …           // between frames, until it settles
//
// Forces are Noack's LinLog energy model (Energy models for graph clustering, JGAA 2007), which sets
// communities apart: ties pull with a constant force, people push apart by the number of their ties. Ties
// across the picture pull harder, so that groups stand about as far apart as there are steps between them.
// Pushing is summed by a quadtree (Barnes & Hut 1986) for 32 bodies at a time, so that one walk through the
// tree serves them all and the inner loops run in vector instructions; step sizes follow ForceAtlas2 (Jacomy
// et al. 2014).
//
// The same graph and keys give the same picture, today and tomorrow. With positions known from before, those
// stay where they are; new nodes appear beside their neighbours and move alone. Pinned nodes never move.
// Cost of one round: O(n log n + m). Memory: about 80 bytes a node and 24 an edge.
#pragma once

#include <span>
#include <vector>

#include "base/assertion.h"
#include "base/slices.h"
#include "network/communities.h"
#include "network/quadtree.h"
#include "network/weighted_graph.h"

namespace kith {

struct Point {
    float x = 0;
    float y = 0;

    bool operator==(const Point&) const = default;
};

/// Where something stood, by its key: a record's id.
struct Placed {
    std::uint64_t key = 0;
    Point at;
    bool pinned = false;
};

struct LayoutOptions {
    float spacing = 40;      // about how far apart neighbours stand
    float accuracy = 0.9F;   // theta of Barnes and Hut: smaller is finer and slower
    std::size_t rounds = 0;  // at most; 0: as many as serve a graph of this size
};

class Layout {
public:
    explicit Layout(LayoutOptions options = {}) : options_(options) {}

    /// `keys` has one for each node, all different: chance is drawn from them. `known` places those that
    /// were there before; when it holds most nodes only the others move. `communities`, if they are known
    /// already, save finding them. O(n log n + m).
    void begin(const WeightedGraph& graph, std::span<const std::uint64_t> keys,
        std::span<const Placed> known = {}, const Communities* communities = nullptr);
    /// The same in slices; what it is given must stay until it is done.
    Slices begin_in_slices(const WeightedGraph& graph, std::span<const std::uint64_t> keys,
        std::span<const Placed> known, const Communities* communities);

    /// Moves everybody round by round until they are settled. It may pause in the middle of a round: nobody moves
    /// before its end. What it has come to stays when it is thrown away, but for a round that was begun.
    ///
    /// Until the slices of this or of beginning are gone, the layout stays where it is in memory.
    Slices settle();

    bool settled() const { return settled_; }
    std::size_t rounds() const { return rounds_; }
    std::size_t most_rounds() const { return most_rounds_; }
    std::size_t size() const { return x_.size(); }
    Point at(NodeIndex node) const {
        KITH_ASSERT(node < size());
        return {x_[node], y_[node]};
    }
    /// For the next begin().
    std::vector<Placed> placed() const;

    /// Puts a node somewhere and keeps it there; others make room in the steps that follow.
    void pin(NodeIndex node, Point at);
    void unpin(NodeIndex node);
    bool pinned(NodeIndex node) const { return state_[node] == State::pinned; }
    /// Lets everyone who is not pinned move again.
    void stir();

private:
    enum class State : std::uint8_t { free, resting, pinned };  // resting: placed before, left in peace

    struct Pull {
        NodeIndex a;
        NodeIndex b;
        float weight;
    };

    LayoutOptions options_;
    std::vector<float> x_, y_, mass_;
    std::vector<float> force_x_, force_y_, last_x_, last_y_, gain_;
    std::vector<State> state_;
    std::vector<std::uint64_t> keys_;
    std::vector<Pull> pulls_;
    Quadtree tree_;
    float radius_ = 0;  // of the whole picture, about
    float push_ = 0;
    float across_ = 0;  // how much harder ties pull that go across the picture
    std::size_t rounds_ = 0;
    std::size_t most_rounds_ = 0;
    std::size_t calm_rounds_ = 0;
    bool settled_ = true;

    void take(const WeightedGraph& graph, std::span<const std::uint64_t> keys, double mean_weight);
    Slices place_by_communities(const WeightedGraph& graph, const Communities* known);
    void place_on_spiral();
    void place_beside_neighbours(const WeightedGraph& graph, std::vector<bool> placed);
    bool gathers() const;
    Slices gather();
    Slices relax(std::size_t rounds);
    void pull_together();
    void begin_round();
    std::size_t push_some(std::size_t from);
    float move(float step);
    float round(float step);
    float step_at(std::size_t round) const;
};

/// Rings around the user: `ring` says which, 0 for the centre; nobody overlaps within a ring. Those of one
/// `group` (a community) stand together, in the same direction on every ring. O(n log n).
std::vector<Point> ring_layout(
    std::span<const std::uint32_t> ring, std::span<const std::uint32_t> group, float spacing);

/// Rings by steps from a node, each person outside of the one who leads to them (the strongest tie of those a
/// step nearer). Who is out of reach is put on a ring outside of all. O(n + m).
struct StepLayout {
    std::vector<Point> at;
    std::vector<std::uint32_t> steps;  // no_index: out of reach
};
StepLayout step_layout(const WeightedGraph& graph, NodeIndex centre, float spacing);

}  // namespace kith
