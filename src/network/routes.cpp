#include "network/routes.h"

#include <algorithm>

#include "base/text.h"
#include "model/fields.h"
#include "workspace/names.h"

namespace kith {

namespace {

double step_cost(double weight) {
    return 1 + 2 * (1 - weight);
}

double asking_cost(std::size_t times) {
    return 0.5 * static_cast<double>(std::min<std::size_t>(times, 3));
}

void sort_and_unite(std::vector<RecordId>& records) {
    std::ranges::sort(records);
    records.erase(std::ranges::unique(records).begin(), records.end());
}

PartialDate year_of(Day day) {
    return {std::chrono::year_month_day{day}.year(), std::nullopt, std::nullopt};
}

}  // namespace

std::size_t times_asked(const ContactGraph& contacts, RecordId person, Day since, Day day) {
    const NodeIndex node = contacts.find(person);
    const ContactEdge* own = node != no_index ? contacts.between(ContactGraph::self, node) : nullptr;
    if (own == nullptr) return 0;
    return static_cast<std::size_t>(std::ranges::count_if(own->evidence, [&](const Evidence& evidence) {
        return evidence.direction == FavourDirection::received && evidence.since >= since &&
            evidence.since <= day;
    }));
}

std::vector<Route> find_routes(const ContactGraph& contacts, const GraphSnapshot& snapshot,
    std::span<const RecordId> targets, const RouteOptions& options) {
    const WeightedGraph& graph = snapshot.graph;
    std::vector<double> costs(snapshot.edges.size());
    for (NodeIndex node = 0; node < graph.node_count(); ++node) {
        for (const Neighbour& next : graph.neighbours(node)) {
            if (node < next.node) costs[next.edge] = step_cost(next.weight);
        }
    }
    const Day day = snapshot.options.day;
    std::vector<RecordId> sorted(targets.begin(), targets.end());
    sort_and_unite(sorted);
    for (const Neighbour& first : graph.neighbours(snapshot.self)) {
        const RecordId person = snapshot.record(contacts, first.node);
        // To ask somebody for themselves is no favour on the way to another.
        if (!std::ranges::binary_search(sorted, person))
            costs[first.edge] += asking_cost(times_asked(contacts, person, day - options.asked_within, day));
    }
    std::vector<NodeIndex> places;
    for (const RecordId target : sorted) {
        if (const NodeIndex place = snapshot.place(contacts, target); place != no_index)
            places.push_back(place);
    }
    std::vector<Route> routes;
    for (const Path& path : cheapest_paths(graph, costs, snapshot.self, places, options.count)) {
        if (path.nodes.size() > options.most_steps + 1) continue;
        Route route{.cost = path.cost};
        for (std::size_t i = 1; i < path.nodes.size(); ++i)
            route.people.push_back(snapshot.record(contacts, path.nodes[i]));
        routes.push_back(std::move(route));
    }
    return routes;
}

std::vector<Facts> reasons_of(const Workspace& workspace, const ContactGraph& contacts, const Route& route,
    Day day, const RouteOptions& options) {
    std::vector<Facts> steps;
    NodeIndex from = ContactGraph::self;
    for (const RecordId person : route.people) {
        const NodeIndex to = contacts.find(person);
        Facts facts;
        if (from == ContactGraph::self)
            facts.push_back({"route.you_know", {named(workspace, person)}});
        else
            facts.push_back({"route.they_know",
                {named(workspace, contacts.node(from).record), named(workspace, person)}});
        if (const ContactEdge* edge = to != no_index ? contacts.between(from, to) : nullptr)
            std::ranges::move(strength_facts(strength_of(*edge, day), from == ContactGraph::self, day),
                std::back_inserter(facts));
        if (from == ContactGraph::self && !route.direct()) {
            if (const auto times = times_asked(contacts, person, day - options.asked_within, day); times > 0)
                facts.push_back({"route.asked_lately", {times}});
        } else if (to != no_index && from != ContactGraph::self) {
            for (const SharedGroup& shared : shared_by(contacts, from, to))
                facts.push_back(shared_fact(workspace, contacts, shared));
        }
        steps.push_back(std::move(facts));
        from = to;
    }
    return steps;
}

std::vector<PossibleDoor> possible_doors(
    const ContactGraph& contacts, RecordId target, Day day, std::size_t most) {
    const NodeIndex whom = contacts.find(target);
    if (whom == no_index) return {};
    std::vector<NodeIndex> people;
    for (const EdgeIndex number : contacts.node(whom).edges) {
        const NodeIndex group = contacts.edge(number).other(whom);
        if (contacts.kind(group) == Kind::person) continue;
        for (const EdgeIndex member : contacts.node(group).edges)
            people.push_back(contacts.edge(member).other(group));
    }
    std::ranges::sort(people);
    people.erase(std::ranges::unique(people).begin(), people.end());

    struct Found {
        double weight;
        PossibleDoor door;
    };
    std::vector<Found> found;
    for (const NodeIndex person : people) {
        if (person == whom || person == ContactGraph::self || !contacts.node(person).live) continue;
        const ContactEdge* own = contacts.between(ContactGraph::self, person);
        const ContactEdge* known = contacts.between(person, whom);
        if (own == nullptr || !acquainted_on(*own, day)) continue;
        if (known != nullptr && acquainted_on(*known, day)) continue;
        auto shared = shared_by(contacts, person, whom);
        std::erase_if(shared, [&](const SharedGroup& group) { return group.since > day; });
        if (shared.empty()) continue;
        found.push_back({strength_of(*own, day).weight, {contacts.node(person).record, std::move(shared)}});
    }
    std::ranges::stable_sort(found, std::ranges::greater{}, &Found::weight);
    std::vector<PossibleDoor> doors;
    for (std::size_t i = 0; i < std::min(most, found.size()); ++i)
        doors.push_back(std::move(found[i].door));
    return doors;
}

Message shared_fact(const Workspace& workspace, const ContactGraph& contacts, const SharedGroup& shared) {
    const Argument name = named(workspace, contacts.node(shared.group).record);
    if (contacts.kind(shared.group) == Kind::event) return {"route.both_went", {name}};
    if (shared.since == undated && shared.until == open_end) return {"route.both_in", {name}};
    if (shared.until == open_end) return {"route.both_in_since", {name, year_of(shared.since)}};
    if (shared.since == undated) return {"route.both_in_until", {name, year_of(shared.until)}};
    return {"route.both_in_from_to", {name, year_of(shared.since), year_of(shared.until)}};
}

std::vector<RecordId> people_at(const Workspace& workspace, RecordId organisation) {
    std::vector<RecordId> people;
    for (const RecordId record : workspace.referrers(organisation, affiliation::organisation)) {
        if (is_past(workspace, record)) continue;
        const RecordId person = workspace.reference(record, affiliation::person);
        if (workspace.live(person)) people.push_back(person);
    }
    sort_and_unite(people);
    return people;
}

std::vector<RecordId> people_in_role(const Workspace& workspace, std::string_view role) {
    const std::string wanted = fold(collapse_spaces(role));
    std::vector<RecordId> people;
    if (wanted.empty()) return people;
    workspace.for_each(Kind::affiliation, [&](RecordId record) {
        if (is_past(workspace, record)) return;
        const std::string held = fold(workspace.text(record, affiliation::role));
        const bool all = std::ranges::all_of(
            split(wanted, ' '), [&](std::string_view word) { return held.contains(word); });
        const RecordId person = workspace.reference(record, affiliation::person);
        if (all && workspace.live(person)) people.push_back(person);
    });
    sort_and_unite(people);
    return people;
}

std::vector<RecordId> people_with_skill(const Workspace& workspace, std::string_view skill) {
    const std::string wanted = fold(skill);
    std::vector<RecordId> people;
    workspace.for_each(Kind::person, [&](RecordId person) {
        bool has = false;
        workspace.for_each_element(person, person::skills,
            [&](const Element& element) { has = has || fold(element.value.as_text()) == wanted; });
        if (has) people.push_back(person);
    });
    sort_and_unite(people);
    return people;
}

std::vector<RecordId> people_called(const Workspace& workspace, std::string_view words) {
    std::vector<RecordId> people;
    const std::string wanted = fold(words);
    workspace.for_each(Kind::person, [&](RecordId person) {
        if (fold(person_name(workspace, person)) == wanted) people.push_back(person);
    });
    if (!people.empty()) return people;
    workspace.for_each(Kind::organisation, [&](RecordId organisation) {
        if (fold(record_name(workspace, organisation)) == wanted) people = people_at(workspace, organisation);
    });
    if (people.empty()) people = people_in_role(workspace, words);
    if (people.empty()) people = people_with_skill(workspace, words);
    return people;
}

}  // namespace kith
