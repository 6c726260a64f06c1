// The network told to other programs: the graph of a day with what they can colour and sort by; and a graph
// that they told.
#pragma once

#include "base/graph_description.h"
#include "network/layout.h"
#include "network/snapshot.h"

namespace kith {

struct DescribeOptions {
    bool sensitive = false;  // circles and strengths too; for one's own use, not for sharing
    std::span<const std::uint32_t> community;  // by place in the snapshot; may be empty
    std::span<const Point> at;                 // likewise
};

/// Private people and organisations are left out unless `sensitive`. Labels are names; "me" stands for a user
/// without a record.
GraphDescription describe(const Workspace& workspace, const ContactGraph& contacts,
    const GraphSnapshot& snapshot, const DescribeOptions& options = {});

/// What a file described, for the algorithms: loops left out, weights between the same two added up.
/// O(n + m log m).
WeightedGraph weighted_graph(const GraphDescription& graph);

}  // namespace kith
