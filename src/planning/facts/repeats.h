// How often a step comes round again, as people say it: "every 2 weeks", "monthly", "every month on day 31".
// The series is counted from the day a step was due, so that doing it late doesn't shift all that follow.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "base/dates.h"
#include "days/value.h"

namespace kith {

/// A text that is a rhythm and nothing else, in English, as it is kept: "every 3 days", "weekly", "every 2 weeks on
/// friday", "every month on day 31", "every month on the last friday", with "until 2027-03-31" behind. O(words²).
std::optional<Recurrence> parse_repeat(std::string_view text);
/// parse_repeat(print_repeat(r)) == r.
std::string print_repeat(const Recurrence& repeat);

/// The first time of the series after `due` that is later than `after`. Months that are too short have it on
/// their last day. O(1) for days and weeks, else O(times passed over).
Day next_time(const Recurrence& repeat, Day due, Day after);

}  // namespace kith
