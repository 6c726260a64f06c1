// How often a step comes round again, as people say it: "every 2 weeks", "monthly", "every month on day 31".
// The series is counted from the day a step was due, so that doing it late doesn't shift all that follow.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "base/dates.h"

namespace kith {

enum class RepeatUnit : std::uint8_t { day, week, month, year };

struct Repeat {
    int every = 1;  // 1 to 999
    RepeatUnit unit = RepeatUnit::week;
    /// Of months and years: the day of the month that is meant, where some months are too short for it.
    std::optional<unsigned> on_day;

    bool operator==(const Repeat&) const = default;
};

/// "every 3 days", "every week", "daily", "weekly", "monthly", "yearly", with " on day 31" behind months and
/// years. Nothing for anything else. Case and spaces don't matter.
std::optional<Repeat> parse_repeat(std::string_view text);
/// parse_repeat(print_repeat(r)) == r.
std::string print_repeat(const Repeat& repeat);

/// The first time of the series after `due` that is later than `after`. Months that are too short have it on
/// their last day. O(1) for days and weeks, else O(times passed over).
Day next_time(const Repeat& repeat, Day due, Day after);

}  // namespace kith
