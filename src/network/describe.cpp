#include "network/describe.h"

#include <algorithm>

#include "base/enums.h"
#include "model/fields.h"
#include "workspace/names.h"

namespace kith {

namespace {

bool is_private(const Workspace& workspace, RecordId record) {
    switch (kind_of(record)) {
        case Kind::person: return workspace.flag(record, person::is_private);
        case Kind::organisation: return workspace.flag(record, organisation::is_private);
        default: return false;
    }
}

std::string organisation_of(const Workspace& workspace, RecordId record) {
    const RecordId job = main_affiliation(workspace, record);
    return job ? record_name(workspace, workspace.reference(job, affiliation::organisation)) : std::string();
}

/// "colleague friend", of all ties that state this edge.
std::string kinds_of(const Workspace& workspace, const ContactEdge& edge) {
    std::string kinds;
    for (const Evidence& evidence : edge.evidence) {
        if (evidence.basis != Basis::stated) continue;
        for (const std::string_view kind : workspace.texts(evidence.source, tie::kinds)) {
            if (!kinds.empty()) kinds += ' ';
            kinds += kind;
        }
    }
    return kinds;
}

}  // namespace

GraphDescription describe(const Workspace& workspace, const ContactGraph& contacts,
    const GraphSnapshot& snapshot, const DescribeOptions& options) {
    GraphDescription graph;
    graph.node_attributes = {{"kind"}, {"organisation"}, {"community", true}};
    graph.edge_attributes = {{"kinds"}, {"since"}};
    if (options.sensitive) {
        graph.node_attributes.push_back({"circle"});
        graph.edge_attributes.push_back({"strength"});
    }
    std::vector<std::size_t> place(snapshot.nodes.size(), no_index);
    for (std::size_t i = 0; i < snapshot.nodes.size(); ++i) {
        const RecordId record = contacts.node(snapshot.nodes[i]).record;
        const Kind kind = contacts.kind(snapshot.nodes[i]);
        if (!options.sensitive && record && is_private(workspace, record)) continue;
        GraphDescription::Node node;
        node.id = record ? to_string(record) : "me";
        node.label = record ? record_name(workspace, record) : "me";
        node.values = {std::string(find_kind(kind)->key),
            kind == Kind::person && record ? organisation_of(workspace, record) : std::string(),
            options.community.empty() ? std::string() : std::to_string(options.community[i])};
        if (options.sensitive)
            node.values.emplace_back(
                kind == Kind::person && record ? workspace.text(record, person::circle) : std::string_view());
        if (!options.at.empty()) node.at = {options.at[i].x, options.at[i].y};
        place[i] = graph.nodes.size();
        graph.nodes.push_back(std::move(node));
    }
    constexpr EnumArray<StrengthClass, std::string_view> strengths{{"unknown", "weak", "medium", "strong"}};
    for (NodeIndex from = 0; from < snapshot.graph.node_count(); ++from) {
        for (const Neighbour& next : snapshot.graph.neighbours(from)) {
            if (from > next.node || place[from] == no_index || place[next.node] == no_index) continue;
            const ContactEdge& edge = contacts.edge(snapshot.edges[next.edge]);
            const Day since = first_day(edge);
            GraphDescription::Edge told{.from = place[from], .to = place[next.node]};
            told.values = {kinds_of(workspace, edge), since == undated ? std::string() : to_iso(since)};
            // Strength comes of how close one says people are: that is nobody else's business.
            if (options.sensitive) {
                const TieStrength tie = strength_of(edge, snapshot.options.day);
                told.weight = next.weight;
                told.values.emplace_back(strengths[tie.strength]);
            }
            graph.edges.push_back(std::move(told));
        }
    }
    return graph;
}

WeightedGraph weighted_graph(const GraphDescription& graph) {
    std::vector<WeightedEdge> edges;
    edges.reserve(graph.edges.size());
    for (const GraphDescription::Edge& edge : graph.edges) {
        const auto [a, b] = std::minmax(edge.from, edge.to);
        if (a != b) edges.push_back({static_cast<NodeIndex>(a), static_cast<NodeIndex>(b), edge.weight});
    }
    add_up(edges);
    return {graph.nodes.size(), edges};
}

}  // namespace kith
