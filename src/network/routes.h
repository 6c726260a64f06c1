// How to reach someone: the best ways from the user through people who know each other, each with its
// reasons.
//
// A step costs 1 and up to 2 more the weaker its tie (strength.h): so two strong steps are chosen before one
// weak one, and three are not. Asking the first person costs ½ more for each favour they did lately, up to
// three. These are conventions for ordering; people are shown the reasons.
#pragma once

#include "network/paths.h"
#include "network/snapshot.h"

namespace kith {

struct RouteOptions {
    std::size_t count = 3;
    std::size_t most_steps = 4;          // longer ways are no help
    std::chrono::days asked_within{90};  // which favours count as lately
};

struct Route {
    std::vector<RecordId> people;  // from the first to ask to the one to reach, without the user
    double cost = 0;

    bool direct() const { return people.size() == 1; }
    bool operator==(const Route&) const = default;
};

/// Cheapest first. `snapshot` must have the user in it. Nothing if no known tie leads there.
std::vector<Route> find_routes(const ContactGraph& contacts, const GraphSnapshot& snapshot,
    std::span<const RecordId> targets, const RouteOptions& options = {});

/// Why this way, in sentences for each step: what the tie rests on, how fresh it is, and for the first person
/// how often they were asked lately.
std::vector<Facts> reasons_of(const Workspace& workspace, const ContactGraph& contacts, const Route& route,
    Day day, const RouteOptions& options = {});

/// Favours the person did or was asked for, from `since` to `day`.
std::size_t times_asked(const ContactGraph& contacts, RecordId person, Day since, Day day);

/// Somebody who may know the target: they were in the same organisation or at the same event at the same
/// time.
struct PossibleDoor {
    RecordId person;
    std::vector<SharedGroup> shared;
};
/// People the user knows, strongest tie first: whom to ask whether they know the target. O(people in the
/// groups of the target).
std::vector<PossibleDoor> possible_doors(
    const ContactGraph& contacts, RecordId target, Day day, std::size_t most = 5);
/// "Both at St. Anna Hospital from 2019 to 2021".
Message shared_fact(const Workspace& workspace, const ContactGraph& contacts, const SharedGroup& shared);

// Whom to reach. Each O(affiliations or people).
/// The people of that name; else everyone at an organisation of it, in a role, or with a skill. Case and
/// accents don't matter.
std::vector<RecordId> people_called(const Workspace& workspace, std::string_view words);
std::vector<RecordId> people_at(const Workspace& workspace, RecordId organisation);
/// Whose role now has all the words of `role`, whatever their case and accents.
std::vector<RecordId> people_in_role(const Workspace& workspace, std::string_view role);
std::vector<RecordId> people_with_skill(const Workspace& workspace, std::string_view skill);

}  // namespace kith
