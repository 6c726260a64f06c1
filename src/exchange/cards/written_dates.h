// Dates as people and exports write them: "08 Feb 2026", "8. März 2019", "12/25/1980", "2026年2月8日".
#pragma once

#include <optional>
#include <string_view>

#include "base/dates.h"

namespace kith {

/// Which number is the month in 3/4/2020.
enum class DateOrder : std::uint8_t { month_first, day_first };

struct WrittenDate {
    enum class Reading : std::uint8_t { date, blank, impossible, unreadable };
    Reading reading = Reading::unreadable;
    PartialDate date;
};

/// ISO 8601 (also without year, and with a time after it), numbers in `order` (years first are read so, and
/// dots mean day first), or with a month by name in English, German, French, Spanish, Italian,
/// Portuguese, Dutch, Swedish, Danish, Norwegian, Polish or Turkish. "0/0/00" is blank. Two-digit years are
/// of the last hundred years up to ten from 2020.
WrittenDate read_written_date(std::string_view text, DateOrder order = DateOrder::month_first);

}  // namespace kith
