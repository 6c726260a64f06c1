// The rule by which a week is filled, on its own: things that take time, each serving one share (a goal, or
// keeping in touch), and the minutes there are. Chosen is the set that fits and
//
//     1. leaves out as few as possible of what would be too late next week (`pressing`);
//     2. among those sets: gives the shares most of the minutes they are meant to have
//        (minutes beyond a share's own count nothing);
//     3. among those: has the greatest sum of places. The last thing of the list counts 1, the one before
//        it 2, and so on: more things rather than fewer, earlier ones rather than later ones.
//
// Solved exactly: a knapsack for each share, then over the shares. Time O((things + shares × units) × units)
// with a unit of five minutes; 2,000 things in 40 hours are about a million steps.
#pragma once

#include <compare>
#include <cstdint>
#include <span>
#include <vector>

namespace kith {

/// Times are rounded up to this.
inline constexpr int minutes_in_unit = 5;

struct WeekThing {
    int minutes = 0;
    std::size_t share = 0;  // index into the shares
    bool pressing = false;
};

/// What a set is worth by the rule, compared in this order.
struct WeekWorth {
    int pressing = 0;
    int shared_minutes = 0;
    std::int64_t places = 0;

    auto operator<=>(const WeekWorth&) const = default;
};

/// Indices of the chosen things, in order. `shares` are the minutes each is meant to have.
std::vector<std::size_t> choose_week(
    std::span<const WeekThing> things, std::span<const int> shares, int minutes);

/// O(things).
WeekWorth worth_of(
    std::span<const WeekThing> things, std::span<const int> shares, std::span<const std::size_t> chosen);

/// A thing's minutes as they are counted: at least one unit, whole units.
int counted_minutes(int minutes);

}  // namespace kith
