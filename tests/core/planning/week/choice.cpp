#include "planning/week/choice.h"

#include "../world.h"

using namespace kith;
using namespace kith::testing;

namespace {

/// The best of all sets that fit, found by trying each.
WeekWorth best_of_all(std::span<const WeekThing> things, std::span<const int> shares, int minutes) {
    WeekWorth best;
    for (std::size_t set = 0; set < std::size_t{1} << things.size(); ++set) {
        std::vector<std::size_t> chosen;
        int taken = 0;
        for (std::size_t i = 0; i < things.size(); ++i) {
            if ((set >> i & 1) == 0) continue;
            chosen.push_back(i);
            taken += counted_minutes(things[i].minutes);
        }
        if (taken <= minutes) best = std::max(best, worth_of(things, shares, chosen));
    }
    return best;
}

int minutes_of(std::span<const WeekThing> things, std::span<const std::size_t> chosen) {
    int taken = 0;
    for (const std::size_t i : chosen)
        taken += counted_minutes(things[i].minutes);
    return taken;
}

using Indices = std::vector<std::size_t>;

}  // namespace

TEST_CASE("no other set that fits is worth more: checked against all sets") {
    Random random(12);
    for (int round = 0; round < 600; ++round) {
        std::vector<int> shares;
        for (std::size_t i = 0; i <= random.below(4); ++i)
            shares.push_back(static_cast<int>(random.below(120)) - 10);
        std::vector<WeekThing> things;
        for (std::size_t i = random.below(11); i > 0; --i)
            things.push_back({static_cast<int>(random.below(70)),
                static_cast<std::size_t>(random.below(shares.size())), random.below(4) == 0});
        const int minutes = static_cast<int>(random.below(200)) - 5;
        const auto chosen = choose_week(things, shares, minutes);
        CHECK(minutes_of(things, chosen) <= std::max(0, minutes));
        CHECK(worth_of(things, shares, chosen) == best_of_all(things, shares, minutes));
        CHECK(chosen == choose_week(things, shares, minutes));
    }
}

TEST_CASE("what would be too late next week goes before the shares, and those before more of the same") {
    const std::vector<WeekThing> things = {{30, 1, false}, {30, 1, false}, {30, 2, false}, {30, 2, true}};
    const std::vector<int> shares = {0, 60, 30};
    CHECK(choose_week(things, shares, 30) == Indices{3});
    CHECK(choose_week(things, shares, 60) == Indices{0, 3});
    CHECK(choose_week(things, shares, 90) == Indices{0, 1, 3});
    CHECK(choose_week(things, shares, 120) == Indices{0, 1, 2, 3});
    CHECK(choose_week(things, shares, 0).empty());
    CHECK(choose_week({}, shares, 60).empty());
}

TEST_CASE("each goal gets its share, and more things go before fewer, earlier before later ones") {
    // Two goals, the first meant to have twice the time; plenty of steps for both.
    std::vector<WeekThing> things;
    for (std::size_t i = 0; i < 20; ++i)
        things.push_back({30, 1 + i % 2, false});
    const auto chosen = choose_week(things, std::vector<int>{0, 120, 60}, 180);
    CHECK(chosen == Indices{0, 1, 2, 3, 4, 6});
    const std::vector<WeekThing> alike = {{20, 0, false}, {10, 0, false}, {10, 0, false}, {10, 0, false}};
    CHECK(choose_week(alike, std::vector<int>{20}, 20) == Indices{1, 2});
}
