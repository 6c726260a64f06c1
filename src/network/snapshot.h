// The contact graph as it was on one day, for the algorithms: who was there, who knew whom, how strongly.
#pragma once

#include "base/assertion.h"
#include "base/slices.h"
#include "network/strength.h"

namespace kith {

struct GraphOptions {
    Day day;                     // any day, past or present; what is dated later is left out
    bool self = true;            // whether the user is a node
    bool organisations = false;  // nodes too, joined to the people in them on that day
    bool events = false;         // nodes too, joined to the people who were there
};

struct GraphSnapshot {
    GraphOptions options;
    WeightedGraph graph;            // weights are strengths; memberships weigh membership_weight
    std::vector<NodeIndex> nodes;   // the ContactGraph's node of each
    std::vector<EdgeIndex> edges;   // the ContactGraph's edge of each edge number
    std::vector<NodeIndex> places;  // the other way round: by the ContactGraph's node, no_index if not there
    NodeIndex self = no_index;

    static constexpr double membership_weight = 0.2;

    /// no_index for a record that is not in it.
    NodeIndex place(const ContactGraph& contacts, RecordId record) const {
        const NodeIndex node = contacts.find(record);
        return node < places.size() ? places[node] : no_index;
    }
    RecordId record(const ContactGraph& contacts, NodeIndex place) const {
        KITH_ASSERT(place < nodes.size());
        return contacts.node(nodes[place]).record;
    }
};

/// A person is there from the first day recorded of them with the user (met, in touch, helped), else from the
/// day they were written down; organisations and events with their first person. O(nodes + evidence).
GraphSnapshot graph_on(const ContactGraph& contacts, const GraphOptions& options);
/// The same in slices: `snapshot` is whole when it is done.
Slices graph_on(const ContactGraph& contacts, GraphOptions options, GraphSnapshot& snapshot);

/// The graph without the user: the same node numbers, their ties left out.
WeightedGraph without_self(const GraphSnapshot& snapshot);

/// How large the network was: people without the user, and pairs who had come to know each other.
struct Growth {
    std::size_t people = 0;
    std::size_t ties = 0;

    bool operator==(const Growth&) const = default;
};
/// By the end of each of some days. O((nodes + evidence) log nodes + days).
std::vector<Growth> growth_of(const ContactGraph& contacts, std::span<const Day> days);
/// The same in slices; `days` must stay until it is done.
Slices growth_of(const ContactGraph& contacts, std::span<const Day> days, std::vector<Growth>& growth);

/// For ring_layout: by place, 0 for the user, 1 to 4 for the circles of 5, 15, 50 and 150, 5 beyond and
/// where no circle is chosen. O(nodes).
std::vector<std::uint32_t> circle_rings(
    const Workspace& workspace, const ContactGraph& contacts, const GraphSnapshot& snapshot);

/// The day from which a node is in the graph. O(1) for people, O(people) for groups.
Day appears_on(const ContactGraph& contacts, NodeIndex node);

}  // namespace kith
