// Names in the network's picture: none over a disc, another name or what lies over the picture.
#include "ui/network/labels.h"

#include <doctest/doctest.h>

#include "base/random.h"

using namespace kith;
using namespace kith::ui;

namespace {

ImRect disc_at(float x, float y) {
    return {{x - 6, y - 6}, {x + 6, y + 6}};
}

}  // namespace

TEST_CASE("names never lie over discs or each other, however crowded it is") {
    Random random(4);
    const auto some = [&](int bound) {
        return static_cast<float>(random.below(static_cast<std::uint64_t>(bound)));
    };
    for (const int people : {10, 100, 1000}) {
        std::vector<ImRect> taken{{{0, 0}, {60, 200}}};  // the tools
        std::vector<LabelWish> wishes;
        for (int i = 0; i < people; ++i) {
            const ImRect disc = disc_at(some(900), some(700));
            taken.push_back(disc);
            wishes.push_back({.beside = disc, .size = {40 + some(100), 18}, .above = random.below(5) == 0});
        }
        const ImRect area{{0, 0}, {900, 700}};
        const auto placed = place_labels(wishes, taken, area, 200);
        CHECK(placed.size() >= 8);
        for (std::size_t i = 0; i < placed.size(); ++i) {
            CHECK(area.Contains(placed[i].area));
            CHECK(placed[i].area.GetWidth() == wishes[placed[i].wish].size.x);
            for (const ImRect& other : taken)
                CHECK_FALSE(other.Overlaps(placed[i].area));
            for (std::size_t j = 0; j < i; ++j)
                CHECK_FALSE(placed[j].area.Overlaps(placed[i].area));
        }
    }
}

TEST_CASE("a name stands at the right of its disc, or else where there is room") {
    const ImRect area{{0, 0}, {400, 400}};
    const LabelWish wish{.beside = disc_at(200, 200), .size = {80, 18}};
    const auto at = [&](std::vector<ImRect> taken) {
        taken.push_back(wish.beside);
        const auto placed = place_labels({&wish, 1}, taken, area, 10);
        return placed.empty() ? ImVec2{} : placed[0].area.GetCenter();
    };
    CHECK(at({}).x > 206);
    CHECK(at({disc_at(230, 200)}).x < 194);
    CHECK(at({disc_at(230, 200), disc_at(170, 200)}).y < 194);
    CHECK(at({area}).x == 0);
}

TEST_CASE("who was chosen has a name even where there is no room, and within the picture") {
    const ImRect area{{0, 0}, {100, 100}};
    const LabelWish wish{.beside = disc_at(95, 50), .size = {80, 18}, .always = true};
    const auto placed = place_labels({&wish, 1}, {&area, 1}, area, 10);
    REQUIRE(placed.size() == 1);
    CHECK(area.Contains(placed[0].area));
}

TEST_CASE("a group's name stands over its people") {
    const LabelWish wish{.beside = {{100, 100}, {300, 250}}, .size = {90, 18}, .above = true};
    const auto placed = place_labels({&wish, 1}, {}, {{0, 0}, {400, 400}}, 10);
    REQUIRE(placed.size() == 1);
    CHECK(placed[0].area.Max.y <= 100);
    CHECK(placed[0].area.GetCenter().x == 200);
}
