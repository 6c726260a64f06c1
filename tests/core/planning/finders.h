// What the tests of finders share: names of whom they found.
#pragma once

#include "insight/roles.h"
#include "planning/giving/mentors.h"
#include "world.h"

namespace kith::testing {

inline ContactBook contacts_in(const World& world) {
    ContactBook contacts;
    contacts.update(world.workspace);
    return contacts;
}

inline RoleBook roles_in(const World& world) {
    RoleBook roles;
    roles.update(world.workspace);
    return roles;
}

/// "Rosa, Ingrid"
inline std::string names(const World& world, const std::vector<Candidate>& candidates) {
    std::string text;
    for (const Candidate& one : candidates)
        text += (text.empty() ? "" : ", ") + person_name(world.workspace, one.person);
    return text;
}

inline const Candidate& candidate(
    const World& world, const std::vector<Candidate>& all, std::string_view name) {
    const auto at = std::ranges::find(all, world.person(name), &Candidate::person);
    REQUIRE(at != all.end());
    return *at;
}

}  // namespace kith::testing
