// People who don't exist, by the thousand: the same ones on every machine for the same seed. Names in
// several scripts, employers of very different size, interactions that follow a few people around.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "base/dates.h"
#include "base/random.h"
#include "workspace/workspace.h"

namespace kith::testing {

struct MadeUpPerson {
    std::string given;
    std::string family;
    std::string organisation;
    std::string role;
    std::string email;  // may be empty, as most are in LinkedIn's export
    std::string phone;  // may be empty
    std::string slug;   // of the profile's address; nobody else has it
    std::string place;
    Day connected{};
};

/// The same people for the same seed; a longer list begins with the shorter one. O(count).
std::vector<MadeUpPerson> made_up_people(std::size_t count, std::uint64_t seed = 1);

/// As LinkedIn writes Connections.csv, with its preamble.
std::string linkedin_csv(const std::vector<MadeUpPerson>& people);
/// As an address book writes vCard 3.0.
std::string vcards(const std::vector<MadeUpPerson>& people);

/// A workspace lived in: the people come by one import; then about one tie and one interaction for each
/// person, a note for every fifth and a tag for every third, each interaction a transaction of its own.
/// Commits start at `now` and are a minute apart.
void live_in(Workspace& workspace, const std::vector<MadeUpPerson>& people, Random& random, Instant now);

/// The same as the bytes of a .kith file.
std::string made_up_file(std::size_t people, std::uint64_t seed = 1);

/// A network to look at, as the bytes of a .kith file: people who know each other as planted_graph() says,
/// each community at an organisation of its own.
std::string planted_file(std::size_t people);

}  // namespace kith::testing
