// As en-GB writes days and numbers, for tests that have no browser to ask.
#pragma once

#include <array>

#include "base/formats.h"

namespace kith {

class EnglishFormats : public Formats {
public:
    /// "20 November", "20 November 2026", "Friday, 20 November", "November 2026", "Friday".
    std::string format_date(Day day, DateStyle style) override { return english_date(day, style); }
    const NumberGrouping& grouping() override { return grouping_; }
    std::chrono::minutes utc_offset() override { return {}; }

    static std::string english_date(Day day, DateStyle style) {
        static constexpr std::array months{"January", "February", "March", "April", "May", "June", "July",
            "August", "September", "October", "November", "December"};
        static constexpr std::array weekdays{
            "Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"};
        const std::chrono::year_month_day date{day};
        const std::string number = std::to_string(static_cast<unsigned>(date.day()));
        const std::string month = months[static_cast<unsigned>(date.month()) - 1];
        const std::string year = std::to_string(static_cast<int>(date.year()));
        const std::string weekday = weekdays[std::chrono::weekday{day}.c_encoding()];
        switch (style) {
            case DateStyle::day_month: return number + " " + month;
            case DateStyle::day_month_year: return number + " " + month + " " + year;
            case DateStyle::weekday_day_month: return weekday + ", " + number + " " + month;
            case DateStyle::month_year: return month + " " + year;
            case DateStyle::weekday: return weekday;
        }
        return {};
    }

private:
    NumberGrouping grouping_;
};

}  // namespace kith
