// How a place writes days and numbers. The browser knows that for its person's locale, a test has one of its own,
// and the prompt writes what programs read; a formatter (base/formatter.h) is given whichever there is.
#pragma once

#include <chrono>
#include <cstdint>
#include <string>

#include "base/dates.h"

namespace kith {

enum class DateStyle : std::uint8_t { day_month, day_month_year, weekday_day_month, month_year, weekday };

/// How large whole numbers are divided: 12,345 · 12.345 · 1,23,45,678 · 1234 but 12 345.
struct NumberGrouping {
    std::string sign = ",";
    int least_digits = 4;  // from so many on
    int others = 3;        // digits in a group, but for the last, which has three
};
/// "12,345" as the locale divides it.
std::string grouped(std::uint64_t number, const NumberGrouping& grouping);

class Formats {
public:
    virtual ~Formats() = default;

    /// A date in the locale's words.
    virtual std::string format_date(Day day, DateStyle style) = 0;
    virtual const NumberGrouping& grouping() = 0;
    /// Of the person's time zone, from UTC.
    virtual std::chrono::minutes utc_offset() = 0;
    /// Days and moments in ISO 8601, however a message asks for them: then format_date is not asked.
    virtual bool writes_iso() { return false; }
};

/// For what is sorted, searched and read by programs: ISO 8601, digits alone, UTC.
class PlainFormats final : public Formats {
public:
    std::string format_date(Day day, DateStyle) override { return to_iso(day); }
    const NumberGrouping& grouping() override { return grouping_; }
    std::chrono::minutes utc_offset() override { return {}; }
    bool writes_iso() override { return true; }

private:
    NumberGrouping grouping_{.sign = ""};
};

}  // namespace kith
