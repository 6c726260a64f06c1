#include "network/community_names.h"

#include <algorithm>
#include <boost/unordered/unordered_flat_set.hpp>
#include <map>

#include "base/text.h"
#include "model/fields.h"
#include "workspace/names.h"

namespace kith {

namespace {

/// How many of a community share each thing.
struct Shared {
    std::size_t people = 0;
    std::map<NodeIndex, std::size_t> organisations;
    std::map<NodeIndex, std::size_t> events;
    std::map<std::string, std::pair<std::size_t, std::string>>
        places;                    // by folded text: how many, as written
    NodeIndex central = no_index;  // place in the snapshot
    std::size_t most_ties = 0;
};

bool enough(std::size_t count, const Shared& shared) {
    return count >= 2 && count * 3 >= shared.people;
}

/// The most shared of a kind, or no_index.
NodeIndex most_shared(const std::map<NodeIndex, std::size_t>& counts, const Shared& shared) {
    const auto most = std::ranges::max_element(counts, {}, [](const auto& entry) { return entry.second; });
    return most != counts.end() && enough(most->second, shared) ? most->first : no_index;
}

void count_person(const Workspace& workspace, const ContactGraph& contacts, const GraphSnapshot& snapshot,
    NodeIndex place, std::span<const std::uint32_t> community, Shared& shared) {
    ++shared.people;
    const NodeIndex node = snapshot.nodes[place];
    for (const EdgeIndex number : contacts.node(node).edges) {
        const NodeIndex group = contacts.edge(number).other(node);
        if (!contacts.node(group).live) continue;
        if (contacts.kind(group) == Kind::organisation) ++shared.organisations[group];
        if (contacts.kind(group) == Kind::event) ++shared.events[group];
    }
    if (const auto text = workspace.text(contacts.node(node).record, person::place); !text.empty()) {
        auto& [count, written] = shared.places[fold(text)];
        ++count;
        written = text;
    }
    const auto within = static_cast<std::size_t>(std::ranges::count_if(snapshot.graph.neighbours(place),
        [&](const Neighbour& next) { return community[next.node] == community[place]; }));
    if (shared.central == no_index || within > shared.most_ties) {
        shared.central = place;
        shared.most_ties = within;
    }
}

Message name_of(const Workspace& workspace, const ContactGraph& contacts, const GraphSnapshot& snapshot,
    const Shared& shared) {
    for (const auto* groups : {&shared.organisations, &shared.events}) {
        if (const NodeIndex group = most_shared(*groups, shared); group != no_index)
            return {"community.named", {named(workspace, contacts.node(group).record)}};
    }
    const auto place =
        std::ranges::max_element(shared.places, {}, [](const auto& entry) { return entry.second.first; });
    if (place != shared.places.end() && enough(place->second.first, shared))
        return {"community.named", {place->second.second}};
    if (shared.central == no_index) return {"community.without_people", {}};
    return {"community.around", {named(workspace, snapshot.record(contacts, shared.central))}};
}

}  // namespace

Slices community_names(const Workspace& workspace, const ContactGraph& contacts,
    const GraphSnapshot& snapshot, std::span<const std::uint32_t> community, std::vector<Message>& names) {
    constexpr std::size_t slice = 64;
    std::vector<Shared> all(community.empty() ? 0 : std::ranges::max(community) + 1);
    for (NodeIndex place = 0; place < community.size(); ++place) {
        if (place % slice == slice - 1) co_await next_slice;
        const NodeIndex node = snapshot.nodes[place];
        if (node != ContactGraph::self && contacts.kind(node) == Kind::person)
            count_person(workspace, contacts, snapshot, place, community, all[community[place]]);
    }
    names.clear();
    boost::unordered_flat_set<std::string> taken;
    for (Shared& shared : all) {
        if (names.size() % slice == slice - 1) co_await next_slice;
        Message name = name_of(workspace, contacts, snapshot, shared);
        const std::string what = name.arguments.empty() ? std::string() : name.arguments[0].text;
        // Two parts of one large organisation: the later one is told apart by its best-tied person.
        if (!taken.insert(std::string(name.key) + " " + what).second && shared.central != no_index)
            name = {"community.named_around",
                {what, named(workspace, snapshot.record(contacts, shared.central))}};
        names.push_back(std::move(name));
        shared = {};
    }
}

std::vector<Message> community_names(const Workspace& workspace, const ContactGraph& contacts,
    const GraphSnapshot& snapshot, std::span<const std::uint32_t> community) {
    std::vector<Message> names;
    community_names(workspace, contacts, snapshot, community, names).finish();
    return names;
}

}  // namespace kith
