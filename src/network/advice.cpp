#include "network/advice.h"

#include <algorithm>
#include <map>

#include "network/measures.h"
#include "workspace/names.h"

namespace kith {

namespace {

using std::chrono::days;

constexpr std::size_t slice = 256;  // contacts between pauses

/// The middle one of the gaps between days of contact; nothing under three gaps.
std::optional<days> usual_gap(const ContactEdge& edge, Day until) {
    std::vector<Day> met;
    for (const Evidence& evidence : edge.evidence) {
        if (evidence.basis == Basis::met && evidence.since <= until) met.push_back(evidence.since);
    }
    std::ranges::sort(met);
    met.erase(std::ranges::unique(met).begin(), met.end());
    if (met.size() < 4) return std::nullopt;
    std::vector<days> gaps;
    for (std::size_t i = 1; i < met.size(); ++i)
        gaps.push_back(met[i] - met[i - 1]);
    const auto middle = gaps.begin() + static_cast<std::ptrdiff_t>(gaps.size() / 2);
    std::ranges::nth_element(gaps, middle);
    return *middle;
}

struct Member {
    NodeIndex node;
    const ContactEdge* edge;  // with the user
    TieStrength tie;
};

}  // namespace

Slices fading_bridges(const Workspace& workspace, const ContactGraph& contacts, const GraphSnapshot& snapshot,
    std::span<const std::uint32_t> community, std::vector<FadingBridge>& bridges, days silence) {
    constexpr std::size_t least_group = 3;
    std::size_t looked_at = 0;
    const Day day = snapshot.options.day;
    std::map<std::uint32_t, std::vector<Member>> groups;
    for (const Neighbour& next : snapshot.graph.neighbours(snapshot.self)) {
        if (++looked_at % slice == 0) co_await next_slice;
        if (contacts.kind(snapshot.nodes[next.node]) != Kind::person) continue;
        const ContactEdge& edge = contacts.edge(snapshot.edges[next.edge]);
        groups[community[next.node]].push_back({next.node, &edge, strength_of(edge, day)});
    }

    struct Found {
        Day last;
        FadingBridge bridge;
    };
    std::vector<Found> found;
    for (auto& [number, members] : groups) {
        if (++looked_at % slice == 0) co_await next_slice;
        if (members.size() < least_group) continue;
        const auto latest = std::ranges::max_element(
            members, {}, [](const Member& m) { return m.tie.last_contact.value_or(undated); });
        if (!latest->tie.last_contact || latest->tie.kin) continue;
        const auto recent = std::ranges::count_if(members,
            [&](const Member& m) { return m.tie.last_contact && day - *m.tie.last_contact <= days{365}; });
        const days silent = day - *latest->tie.last_contact;
        const days bearable = std::max(silence, usual_gap(*latest->edge, day).value_or(days{0}));
        if (recent > 1 || silent <= bearable || silent >= dormant_after) continue;

        FadingBridge bridge{.person = snapshot.record(contacts, latest->node)};
        std::ranges::sort(members, [](const Member& a, const Member& b) {
            return a.tie.weight != b.tie.weight ? a.tie.weight > b.tie.weight : a.node < b.node;
        });
        for (const Member& member : members) {
            const RecordId record = snapshot.record(contacts, member.node);
            if (record != bridge.person) bridge.group.push_back(record);
        }
        bridge.reasons.push_back({recent == 1 ? "advice.only_tie" : "advice.last_tie",
            {members.size(), names_of(workspace, bridge.group)}});
        bridge.reasons.push_back(last_contact_fact(
            strength_of(*contacts.between(ContactGraph::self, contacts.find(bridge.person)), day), day));
        bridge.reasons.push_back({"advice.fading_unless", {}});
        found.push_back({day - silent, std::move(bridge)});
    }
    std::ranges::sort(found, [](const Found& a, const Found& b) {
        return a.last != b.last ? a.last < b.last : a.bridge.person < b.bridge.person;
    });
    bridges.clear();
    for (Found& one : found)
        bridges.push_back(std::move(one.bridge));
}

std::vector<FadingBridge> fading_bridges(const Workspace& workspace, const ContactGraph& contacts,
    const GraphSnapshot& snapshot, std::span<const std::uint32_t> community, days silence) {
    std::vector<FadingBridge> bridges;
    fading_bridges(workspace, contacts, snapshot, community, bridges, silence).finish();
    return bridges;
}

Slices redundant_ties(
    const ContactGraph& contacts, const GraphSnapshot& snapshot, std::vector<RedundantTie>& found) {
    constexpr std::size_t least_in_common = 2;
    const WeightedGraph& graph = snapshot.graph;
    std::size_t looked_at = 0;
    found.clear();
    for (const Neighbour& own : graph.neighbours(snapshot.self)) {
        if (++looked_at % slice == 0) co_await next_slice;
        const NodeIndex person = own.node;
        std::vector<NodeIndex> theirs;
        for (const Neighbour& next : graph.neighbours(person)) {
            if (next.node != snapshot.self) theirs.push_back(next.node);
        }
        // Whoever knows them all knows the one with the fewest contacts, or is one of them.
        if (theirs.size() < least_in_common) continue;
        const Neighbour* best = nullptr;
        for (const NodeIndex start : {theirs[0], theirs[1]}) {
            for (const Neighbour& candidate : graph.neighbours(start)) {
                const NodeIndex other = candidate.node;
                const Neighbour* tie = graph.find(snapshot.self, other);
                if (other == person || other == snapshot.self || tie == nullptr || tie->weight <= own.weight)
                    continue;
                const auto in_common = std::ranges::count_if(
                    theirs, [&](NodeIndex node) { return node != other && graph.connected(node, other); });
                const auto needed = theirs.size() - (std::ranges::contains(theirs, other) ? 1 : 0);
                if (static_cast<std::size_t>(in_common) < needed || needed < least_in_common) continue;
                if (best == nullptr || tie->weight > best->weight) best = tie;
            }
        }
        if (best == nullptr) continue;
        const auto in_common = theirs.size() - (std::ranges::contains(theirs, best->node) ? 1 : 0);
        found.push_back(
            {snapshot.record(contacts, person), snapshot.record(contacts, best->node), in_common});
    }
}

std::vector<RedundantTie> redundant_ties(const ContactGraph& contacts, const GraphSnapshot& snapshot) {
    std::vector<RedundantTie> found;
    redundant_ties(contacts, snapshot, found).finish();
    return found;
}

Facts reasons_of(const Workspace& workspace, const RedundantTie& tie) {
    return {{"advice.all_known_by", {named(workspace, tie.person), named(workspace, tie.covered_by)}}};
}

namespace {

/// People one gains within two steps when `friends_of` becomes a neighbour.
std::size_t gained(
    const std::vector<std::uint32_t>& steps, const WeightedGraph& graph, NodeIndex new_contact) {
    std::size_t count = steps[new_contact] > 2 ? 1 : 0;
    for (const Neighbour& next : graph.neighbours(new_contact)) {
        if (steps[next.node] > 2) ++count;
    }
    return count;
}

}  // namespace

IntroductionEffect effect_of_introducing(const Workspace& workspace, const ContactGraph& contacts,
    const GraphSnapshot& snapshot, RecordId a, RecordId b) {
    IntroductionEffect effect;
    const NodeIndex one = snapshot.place(contacts, a);
    const NodeIndex other = snapshot.place(contacts, b);
    if (one == no_index || other == no_index || one == other) return effect;
    const WeightedGraph rest = without_self(snapshot);
    for (const Neighbour& next : rest.neighbours(one)) {
        if (rest.connected(other, next.node)) ++effect.in_common;
    }
    effect.constraint_before = structural_holes_of(snapshot.graph, snapshot.self).constraint;
    effect.know_each_other = rest.connected(one, other);
    if (effect.know_each_other) {
        effect.constraint_after = effect.constraint_before;
        effect.reasons.push_back({"advice.already_known", {}});
        return effect;
    }
    const Components parts = components_of(rest);
    if (parts.of[one] != parts.of[other]) {
        effect.joined_a = parts.sizes[parts.of[one]];
        effect.joined_b = parts.sizes[parts.of[other]];
    }
    effect.new_for_a = gained(steps_from(rest, one), rest, other);
    effect.new_for_b = gained(steps_from(rest, other), rest, one);
    std::vector<WeightedEdge> edges = snapshot.graph.edges();
    constexpr double fresh = 0.25;  // a new tie begins weak
    edges.push_back({one, other, fresh});
    effect.constraint_after =
        structural_holes_of(WeightedGraph(snapshot.graph.node_count(), edges), snapshot.self).constraint;

    if (effect.joined_a > 0) effect.reasons.push_back({"advice.joins", {effect.joined_a, effect.joined_b}});
    if (effect.in_common > 0) effect.reasons.push_back({"advice.already_shared", {effect.in_common}});
    if (effect.new_for_a > 0)
        effect.reasons.push_back({"advice.new_reach", {named(workspace, a), effect.new_for_a}});
    if (effect.new_for_b > 0)
        effect.reasons.push_back({"advice.new_reach", {named(workspace, b), effect.new_for_b}});
    return effect;
}

}  // namespace kith
