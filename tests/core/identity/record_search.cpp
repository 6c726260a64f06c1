#include "identity/record_search.h"

#include <doctest/doctest.h>

#include <string>
#include <utility>

#include "base/random.h"

namespace kith::identity {

namespace {

Entry record(std::string_view given, std::string_view family, std::string_view email = {}) {
    Entry entry;
    entry.name.given = given;
    entry.name.family = family;
    if (!email.empty()) entry.emails.emplace_back(email);
    return entry;
}

using Pairs = std::vector<std::pair<std::uint32_t, std::uint32_t>>;

Pairs asked(RecordSearch& search, std::span<const Candidate> apart = {}) {
    search.catch_up(apart).finish();
    Pairs pairs;
    for (const SamePair& pair : search.questions())
        pairs.emplace_back(pair.a, pair.b);
    return pairs;
}

}  // namespace

TEST_CASE("identity: Who comes, changes and goes is asked about as everybody is") {
    RecordSearch search;
    search.set(0, record("Annika", "Stoltenberg", "annika@a.example"));
    search.set(1, record("Tariq", "Okafor"));
    CHECK(asked(search).empty());
    search.set(2, record("Annika", "Stoltenberg", "annika@b.example"));
    CHECK(asked(search) == Pairs{{0, 2}});
    search.set(1, record("Anika", "Stoltenberg", "annika@a.example"));
    CHECK(asked(search).front() == std::pair(0U, 1U));
    search.set(0, std::nullopt);
    search.set(1, std::nullopt);
    CHECK(asked(search).empty());
}

TEST_CASE("identity: Those told apart are no question, and are one again when that is taken back") {
    RecordSearch search;
    search.set(0, record("Wanjiru", "Kamau"));
    search.set(1, record("Wanjiru", "Kamau"));
    CHECK(asked(search).size() == 1);
    const Candidate apart[] = {{0, 1}};
    CHECK(asked(search, apart).empty());
    CHECK(asked(search).size() == 1);
}

TEST_CASE("identity: An address is one person's again when those who shared it are gone") {
    RecordSearch search;
    search.set(0, record("Bohumil", "Vesely", "post@vesely.example"));
    search.set(1, record("Bob", "Vesely", "post@vesely.example"));
    search.set(2, record("Ludmila", "Vesela", "post@vesely.example"));
    (void)asked(search);
    search.set(2, std::nullopt);
    RecordSearch anew;
    anew.set(0, record("Bohumil", "Vesely", "post@vesely.example"));
    anew.set(1, record("Bob", "Vesely", "post@vesely.example"));
    CHECK(asked(search) == asked(anew));
}

TEST_CASE("identity: A search that is thrown away at any pause goes on when it is asked again") {
    RecordSearch search, whole;
    Random random{5};
    for (std::uint32_t place = 0; place < 300; ++place) {
        const std::string given(1, static_cast<char>('A' + random.below(9)));
        const Entry entry = record(given + "lara", "Ost" + std::to_string(random.below(40)));
        search.set(place, entry);
        whole.set(place, entry);
    }
    for (int pauses = 1; pauses < 40; pauses += 3) {
        Slices work = search.catch_up({});
        for (int i = 0; i < pauses; ++i)
            (void)work.step([] { return true; });
    }
    CHECK(asked(search) == asked(whole));
    for (std::uint32_t place = 0; place < 20; ++place) {  // few enough to be looked at one by one
        search.set(place, record("Delara", "Ost7"));
        whole.set(place, record("Delara", "Ost7"));
    }
    Slices work = search.catch_up({});
    (void)work.step([] { return true; });
    work = {};
    CHECK(asked(search) == asked(whole));
}

}  // namespace kith::identity
