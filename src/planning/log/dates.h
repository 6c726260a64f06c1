// Days as people write them in passing: "yesterday", "on Tuesday", "3 May", "two weeks ago", "by the end of
// the month". Where a phrase can mean several days, the likeliest comes first.
#pragma once

#include <optional>
#include <span>
#include <vector>

#include "base/dates.h"
#include "planning/log/words.h"

namespace kith {

/// What a bare "Tuesday" or "3 May" looks for.
enum class DateDirection : std::uint8_t { past, future };

struct DatePhrase {
    std::size_t length = 0;  // in words; 0: no date begins here
    PartialDate date;
    std::vector<PartialDate> alternatives;

    explicit operator bool() const { return length > 0; }
};

/// The date phrase that begins at a word, the longest. Numbers are read day first unless that is no date or
/// `month_first`; the other reading is an alternative. O(words).
DatePhrase date_at(const LogWords& table, std::span<const Word> words, std::size_t at, Day today,
    DateDirection direction, bool month_first = false);

/// A time of day: "10:30", "3pm", "at 10". Minutes since midnight.
struct TimePhrase {
    std::size_t length = 0;
    int minute = 0;

    explicit operator bool() const { return length > 0; }
};
TimePhrase time_at(const LogWords& table, std::span<const Word> words, std::size_t at);

}  // namespace kith
