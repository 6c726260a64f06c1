#include "network/snapshot.h"

#include <algorithm>

#include "model/fields.h"

namespace kith {

namespace {

/// Whether a membership or attendance had begun, and in an organisation had not ended.
bool belongs_on(const ContactEdge& edge, bool lasting, Day day) {
    return std::ranges::any_of(edge.evidence, [&](const Evidence& evidence) {
        return !is_acquaintance(evidence.basis) && evidence.since <= day &&
            (lasting || evidence.until >= day);
    });
}

Day person_appears(const ContactGraph& contacts, NodeIndex node) {
    if (node == ContactGraph::self) return undated;
    if (const ContactEdge* own = contacts.between(ContactGraph::self, node)) {
        if (const Day first = first_day(*own); first != undated) return first;
    }
    return contacts.node(node).recorded_on;
}

}  // namespace

Day appears_on(const ContactGraph& contacts, NodeIndex node) {
    if (contacts.kind(node) == Kind::person) return person_appears(contacts, node);
    Day first = open_end;
    for (const EdgeIndex number : contacts.node(node).edges) {
        const ContactEdge& edge = contacts.edge(number);
        Day joined = undated;
        for (const Evidence& evidence : edge.evidence)
            joined = std::max(joined, evidence.since);
        first = std::min(first, std::max(joined, person_appears(contacts, edge.other(node))));
    }
    return first == open_end ? contacts.node(node).recorded_on : first;
}

Slices growth_of(const ContactGraph& contacts, std::span<const Day> days, std::vector<Growth>& growth) {
    constexpr std::size_t slice = 2048;
    std::vector<Day> appears(contacts.nodes().size(), open_end);
    std::vector<Day> people;
    for (NodeIndex node = 0; node < appears.size(); ++node) {
        if (node % slice == slice - 1) co_await next_slice;
        if (contacts.kind(node) != Kind::person || !contacts.node(node).live) continue;
        appears[node] = person_appears(contacts, node);
        if (node != ContactGraph::self) people.push_back(appears[node]);
    }
    std::vector<Day> ties;
    for (std::size_t number = 0; number < contacts.edges().size(); ++number) {
        if (number % slice == slice - 1) co_await next_slice;
        const ContactEdge& edge = contacts.edges()[number];
        if (edge.evidence.empty() || appears[edge.a] == open_end || appears[edge.b] == open_end) continue;
        Day began = open_end;
        for (const Evidence& evidence : edge.evidence) {
            if (is_acquaintance(evidence.basis)) began = std::min(began, evidence.since);
        }
        if (began != open_end) ties.push_back(std::max({began, appears[edge.a], appears[edge.b]}));
    }
    std::ranges::sort(people);
    co_await next_slice;
    std::ranges::sort(ties);
    const auto by = [](const std::vector<Day>& sorted, Day day) {
        return static_cast<std::size_t>(std::ranges::upper_bound(sorted, day) - sorted.begin());
    };
    growth.clear();
    for (const Day day : days)
        growth.push_back({by(people, day), by(ties, day)});
}

std::vector<Growth> growth_of(const ContactGraph& contacts, std::span<const Day> days) {
    std::vector<Growth> growth;
    growth_of(contacts, days, growth).finish();
    return growth;
}

namespace {

/// The ring on which a person of a circle stands, counted from the middle.
std::uint32_t ring_of(enum person::circle circle) {
    switch (circle) {
        case person::circle::closest_5: return 1;
        case person::circle::closest_15: return 2;
        case person::circle::closest_50: return 3;
        case person::circle::closest_150: return 4;
        case person::circle::none:
        case person::circle::beyond:
        case person::circle::unknown: break;
    }
    return 5;
}

}  // namespace

std::vector<std::uint32_t> circle_rings(
    const Workspace& workspace, const ContactGraph& contacts, const GraphSnapshot& snapshot) {
    std::vector<std::uint32_t> rings;
    for (const NodeIndex node : snapshot.nodes) {
        if (node == ContactGraph::self) {
            rings.push_back(0);
            continue;
        }
        const RecordId record = contacts.node(node).record;
        rings.push_back(ring_of(kind_of(record) == Kind::person ? workspace.choice(record, person::circle)
                                                                : person::circle::none));
    }
    return rings;
}

WeightedGraph without_self(const GraphSnapshot& snapshot) {
    std::vector<WeightedEdge> edges = snapshot.graph.edges();
    std::erase_if(
        edges, [&](const WeightedEdge& edge) { return edge.a == snapshot.self || edge.b == snapshot.self; });
    return {snapshot.graph.node_count(), edges};
}

Slices graph_on(const ContactGraph& contacts, GraphOptions options, GraphSnapshot& snapshot) {
    constexpr std::size_t slice = 2048;
    snapshot = {.options = options};
    const std::size_t count = contacts.nodes().size();
    snapshot.places.assign(count, no_index);
    const auto wanted = [&](NodeIndex node) {
        if (node == ContactGraph::self) return options.self;
        switch (contacts.kind(node)) {
            case Kind::person: return true;
            case Kind::organisation: return options.organisations;
            default: return options.events;
        }
    };
    for (NodeIndex node = 0; node < count; ++node) {
        if (node % slice == slice - 1) co_await next_slice;
        if (!contacts.node(node).live || !wanted(node) || appears_on(contacts, node) > options.day) continue;
        snapshot.places[node] = static_cast<NodeIndex>(snapshot.nodes.size());
        snapshot.nodes.push_back(node);
    }
    snapshot.self = snapshot.places[ContactGraph::self];

    std::vector<WeightedEdge> edges;
    for (EdgeIndex number = 0; number < contacts.edges().size(); ++number) {
        if (number % slice == slice - 1) co_await next_slice;
        const ContactEdge& edge = contacts.edge(number);
        if (edge.evidence.empty()) continue;
        const NodeIndex a = snapshot.places[edge.a];
        const NodeIndex b = snapshot.places[edge.b];
        if (a == no_index || b == no_index) continue;
        double weight = GraphSnapshot::membership_weight;
        const Kind kinds[] = {contacts.kind(edge.a), contacts.kind(edge.b)};
        if (kinds[0] == Kind::person && kinds[1] == Kind::person) {
            if (!acquainted_on(edge, options.day)) continue;
            weight = strength_of(edge, options.day).weight;
        } else if (!belongs_on(edge, std::ranges::contains(kinds, Kind::event), options.day)) {
            continue;
        }
        edges.push_back({a, b, weight});
        snapshot.edges.push_back(number);
    }
    co_await next_slice;
    snapshot.graph = WeightedGraph(snapshot.nodes.size(), edges);
}

GraphSnapshot graph_on(const ContactGraph& contacts, const GraphOptions& options) {
    GraphSnapshot snapshot;
    graph_on(contacts, options, snapshot).finish();
    return snapshot;
}

}  // namespace kith
