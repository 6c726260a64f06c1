// Who knows whom, and what says so: people, organisations and events as nodes, and between two of them one
// edge that carries all its evidence. It is kept up to date from what was touched and never rebuilt for one
// edit: each record gives rise to evidence of its own, which is taken out and put in again when the record
// changes.
//
//     ContactGraph contacts;
//     contacts.update(workspace);     // after every change; O(what the touched records say)
//     const GraphSnapshot now = graph_on(contacts, {.day = today});  // what algorithms take: snapshot.h
//
// Node 0 is always the user, with or without a record of themselves. That two people belonged to the same
// organisation or event is no evidence that they know each other: shared_by() says it, coverage.h asks.
// Memory: about 60 bytes for each piece of evidence. Node and edge numbers stay the same while the graph
// lives; those of edges that went are given to new ones.
#pragma once

#include <boost/unordered/unordered_flat_map.hpp>
#include <span>
#include <vector>

#include "base/assertion.h"
#include "base/dates.h"
#include "base/slices.h"
#include "network/weighted_graph.h"
#include "workspace/workspace.h"

namespace kith {

/// What a piece of evidence rests on.
enum class Basis : std::uint8_t {
    stated,      // a Tie
    recorded,    // what the user's own record of the person says: circle, family, met on
    met,         // an interaction that both took part in
    introduced,  // one was met through the other, or they were introduced to each other
    favour,
    mentorship,
    project,     // worked in the same small project
    membership,  // a person in an organisation
    attendance,  // a person at an event
};
constexpr bool is_acquaintance(Basis basis) {
    return basis < Basis::membership;
}

/// How well, in the user's own words: of a Tie, or the circle a person is in.
enum class Closeness : std::uint8_t { unknown, slightly, fairly, well, closely };

enum class FavourDirection : std::uint8_t { none, given, received };

inline constexpr Day undated = Day::min();
inline constexpr Day open_end = Day::max();

struct Evidence {
    RecordId source;  // the record that says so
    Day since = undated;
    Day until = open_end;
    Basis basis = Basis::stated;
    Closeness closeness = Closeness::unknown;
    FavourDirection direction = FavourDirection::none;  // of a favour, as the user sees it
    bool kin = false;

    bool operator==(const Evidence&) const = default;
};

struct ContactNode {
    RecordId record;  // zero: the user, who made no record of themselves
    bool live = false;
    Day recorded_on = undated;  // when it was first written down
    std::vector<EdgeIndex> edges;
};

struct ContactEdge {
    NodeIndex a = no_index;  // a < b
    NodeIndex b = no_index;
    std::vector<Evidence> evidence;  // none: this number is not in use

    NodeIndex other(NodeIndex node) const {
        KITH_ASSERT(node == a || node == b);
        return node == a ? b : a;
    }
};

/// Whether two people know each other by that day: evidence has begun, and no stated end came after it.
bool acquainted_on(const ContactEdge& edge, Day day);
/// The first dated evidence of acquaintance; undated if there is none.
Day first_day(const ContactEdge& edge);

class ContactGraph {
public:
    static constexpr NodeIndex self = 0;
    /// Of larger groups it is not taken for granted that everyone met everyone.
    static constexpr std::size_t small_group = 12;

    ContactGraph();

    /// Takes in what changed since the last time, the first time everything; until it is done the graph holds a
    /// part. What it has come to stays when it is thrown away, and what changes meanwhile is taken in, too.
    Slices catch_up(const Workspace& workspace);
    /// All of it in one go.
    void update(const Workspace& workspace) { catch_up(workspace).finish(); }
    /// Goes on with it until out of time. False when all is taken in.
    bool step(const Workspace& workspace, const OutOfTime& out_of_time) {
        return catch_up(workspace).step(out_of_time);
    }
    /// Differs whenever the graph may have changed.
    std::uint64_t revision() const { return revision_; }

    std::span<const ContactNode> nodes() const { return nodes_; }
    std::span<const ContactEdge> edges() const { return edges_; }
    const ContactNode& node(NodeIndex node) const {
        KITH_ASSERT(node < nodes_.size());
        return nodes_[node];
    }
    const ContactEdge& edge(EdgeIndex edge) const {
        KITH_ASSERT(edge < edges_.size());
        return edges_[edge];
    }
    Kind kind(NodeIndex node) const { return node == self ? Kind::person : kind_of(nodes_[node].record); }

    /// no_index for what is no node. O(1).
    NodeIndex find(RecordId record) const;
    /// The edge between two nodes, or null. O(1).
    const ContactEdge* between(NodeIndex a, NodeIndex b) const;

private:
    boost::unordered_flat_map<RecordId, NodeIndex, IdHash> node_of_;
    boost::unordered_flat_map<std::uint64_t, EdgeIndex> edge_of_;
    boost::unordered_flat_map<RecordId, std::vector<EdgeIndex>, IdHash> edges_from_;  // by source
    std::vector<ContactNode> nodes_;
    std::vector<ContactEdge> edges_;
    std::vector<EdgeIndex> unused_;
    std::size_t cursor_ = 0;
    std::uint64_t revision_ = 0;
    std::size_t reading_kind_ = 0;  // how far a first reading has come; past the last kind when it is over
    std::size_t reading_at_ = 0;
    bool begun_ = false;

    void begin(const Workspace& workspace);
    bool begins_anew(const Workspace& workspace, std::span<const RecordId> touched) const;
    void follow(const Workspace& workspace, std::size_t count);
    void take_in(const Workspace& workspace, RecordId record);
    void take_out(RecordId source);
    NodeIndex node_for(RecordId record);
    void add(RecordId a, RecordId b, const Evidence& evidence);
    void add(NodeIndex a, NodeIndex b, const Evidence& evidence);

    friend class EvidenceReader;
};

/// A group that two people belonged to, and when both did; undated where that is not known.
struct SharedGroup {
    NodeIndex group = no_index;
    Day since = undated;
    Day until = open_end;

    bool operator==(const SharedGroup&) const = default;
};
/// Organisations that both were in at the same time and events both went to, as far as recorded dates say.
/// O(groups of a and b).
std::vector<SharedGroup> shared_by(const ContactGraph& contacts, NodeIndex a, NodeIndex b);
/// The same for one group; nothing if they did not share it. O(evidence).
std::optional<SharedGroup> shared_in(const ContactGraph& contacts, NodeIndex a, NodeIndex b, NodeIndex group);

/// The time during which two memberships overlap; nothing if they don't, or dates leave it open and one is
/// past.
std::optional<SharedGroup> overlap(const Evidence& a, const Evidence& b, NodeIndex group);

}  // namespace kith
