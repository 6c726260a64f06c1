// What a phrase of days can mean: a day or a span of days, a time, a rhythm.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/dates.h"

namespace kith {

/// How exactly a span of days was said.
enum class DayPrecision : std::uint8_t { day, days, weekend, week, month, quarter, season, year };

/// From the first day to the last, both within it.
struct DaySpan {
    Day first{};
    Day last{};
    DayPrecision precision = DayPrecision::day;

    bool operator==(const DaySpan&) const = default;
    bool is_day() const { return first == last; }
    /// As it can be kept: the day, the month or the year; of other spans the month or year they lie in, or
    /// nothing.
    std::optional<PartialDate> kept() const;
};

DaySpan one_day(Day day);
DaySpan month_of(std::chrono::year_month month);
DaySpan year_of(std::chrono::year year);
/// The days of `count` months from one on: quarters and seasons.
DaySpan months_from(std::chrono::year_month first, int count, DayPrecision precision);
/// The week with a day in it, from that weekday on.
DaySpan week_of(Day day, std::chrono::weekday first);

/// "2026-12-04", "2026-12", "2027", or "2026-12-07/2026-12-13" (ISO 8601).
std::string to_iso(const DaySpan& span);

enum class RecurrenceUnit : std::uint8_t { day, week, month, year };

/// How often something comes round again (after RFC 5545, section 3.3.10).
struct Recurrence {
    int every = 1;
    RecurrenceUnit unit = RecurrenceUnit::week;
    std::optional<unsigned> on_day = {};  // of months and years: the day of the month
    std::uint8_t weekdays = 0;            // bit 0 is Monday
    int nth = 0;                          // of months, with one weekday: the second, or -1 the last
    std::optional<Day> until = {};

    bool operator==(const Recurrence&) const = default;
};

/// As a rule of iCalendar: "FREQ=WEEKLY;INTERVAL=2;BYDAY=FR".
std::string to_rule(const Recurrence& rhythm);

}  // namespace kith
