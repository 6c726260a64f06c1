// Days and moments. A day may lack its year ("12 May") or its day ("March 2019"), as people and vCards
// have them; a moment is a point of UTC time. Both are std::chrono types inside; nothing is a string.
#pragma once

#include <chrono>
#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace kith {

using Instant = std::chrono::sys_time<std::chrono::milliseconds>;
using Day = std::chrono::sys_days;

/// A calendar date of which parts may be unknown. At least one part is known unless it is empty.
struct PartialDate {
    std::optional<std::chrono::year> year;
    std::optional<std::chrono::month> month;
    std::optional<std::chrono::day> day;

    PartialDate() = default;
    explicit PartialDate(std::chrono::year_month_day full)
        : year(full.year()), month(full.month()), day(full.day()) {}
    PartialDate(std::optional<std::chrono::year> y, std::optional<std::chrono::month> m,
        std::optional<std::chrono::day> d)
        : year(y), month(m), day(d) {}

    bool empty() const { return !year && !month && !day; }
    bool complete() const { return year && month && day; }

    /// Whether it can exist: month 1–12, a day that month has (29 February without a year is fine),
    /// no day without a month, years -9999 to 9999.
    bool valid() const;

    /// The day, if complete and valid.
    std::optional<Day> to_day() const;

    /// The first day it can mean when the year is known ("March 2019" → 1 March 2019): for sorting.
    std::optional<Day> earliest() const;

    bool operator==(const PartialDate&) const = default;

    /// Packed into 32 bits and back: year + 10000 (15 bits, 0: unknown), month (4), day (5).
    std::uint32_t pack() const;
    static PartialDate unpack(std::uint32_t packed);
};

/// ISO 8601 extended, with the gaps of RFC 6350 §4.3.1: "2026-11-20", "2026-11", "2026", "--11-20", "--11".
std::string to_iso(const PartialDate& date);
std::string to_iso(Day day);
/// "2026-11-20T09:30:00.000Z"
std::string to_iso(Instant instant);

/// Reads what to_iso writes and the basic forms ("20261120", "--1120"). Nothing if malformed or impossible.
std::optional<PartialDate> parse_iso_date(std::string_view text);
/// Reads RFC 3339 with or without fraction, zone Z or ±hh:mm; no zone means UTC.
std::optional<Instant> parse_iso_instant(std::string_view text);

/// The next time a yearly date comes round on or after `from`; 29 February falls on 28 in common years.
std::optional<Day> next_anniversary(const PartialDate& date, Day from);

}  // namespace kith
