#include "planning/goals/closest.h"

#include "model/fields.h"
#include "workspace/names.h"

namespace kith {

namespace {

/// The sentences for a person one knows and for one some steps away.
struct WayWords {
    std::string_view known;
    std::string_view steps;
};
constexpr WayWords is_there{"closest.known", "closest.steps"};
constexpr WayWords was_there{"closest.known_before", "closest.steps_before"};

std::optional<Message> say(const Workspace& workspace, const ContactGraph& contacts,
    const GraphSnapshot& snapshot, std::span<const RecordId> people, const WayWords& words) {
    const auto routes = find_routes(contacts, snapshot, people, {.count = 1});
    if (routes.empty()) return std::nullopt;
    const Route& route = routes.front();
    const Argument last = named(workspace, route.people.back());
    if (route.direct()) return Message{words.known, {last}};
    const std::span<const RecordId> between(route.people.data(), route.people.size() - 1);
    return Message{words.steps, {last, names_of(workspace, between), route.people.size()}};
}

std::vector<RecordId> people_once_at(const Workspace& workspace, RecordId organisation) {
    std::vector<RecordId> found;
    for (const RecordId affiliation : workspace.referrers(organisation, affiliation::organisation)) {
        const RecordId person = workspace.reference(affiliation, affiliation::person);
        const bool other = workspace.live(person) && !workspace.flag(person, person::self);
        if (other && is_past(workspace, affiliation)) found.push_back(person);
    }
    return found;
}

}  // namespace

std::vector<RecordId> way_to(const ContactGraph& contacts, const GraphSnapshot& snapshot, RecordId person) {
    auto routes = find_routes(contacts, snapshot, std::span(&person, 1), {.count = 1});
    return routes.empty() ? std::vector<RecordId>{} : std::move(routes.front().people);
}

std::optional<Message> closest_way(const Workspace& workspace, const ContactGraph& contacts,
    const GraphSnapshot& snapshot, RecordId target) {
    if (kind_of(target) == Kind::person)
        return say(workspace, contacts, snapshot, std::span(&target, 1), is_there);
    if (auto way = say(workspace, contacts, snapshot, people_at(workspace, target), is_there)) return way;
    return say(workspace, contacts, snapshot, people_once_at(workspace, target), was_there);
}

}  // namespace kith
