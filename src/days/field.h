// What is typed into a date field: one day (or month, or year) and nothing else, in every form that the program
// shows or the grammar of phrases knows; or why it is none.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "days/phrases.h"

namespace kith {

/// What the field is for: a birthday may lack its year and is never to come.
enum class FieldWants : std::uint8_t { any, past, future, birthday };

enum class DayRefusal : std::uint8_t {
    none,
    no_day,         // "banana", "asap"
    no_such_day,    // 31 November: `month`, and `year` where one is said
    no_such_month,  // 2026-13-01
    no_such_year,   // 1 January 0000
    not_a_day,      // a quarter, a season
    to_come,        // a birthday tomorrow
};

struct DayField {
    std::optional<PartialDate> date;
    std::optional<int> minute;        // of the day, when a time stands behind it
    DayDoubt doubt = DayDoubt::none;  // then `others` are asked about
    std::vector<PartialDate> others;  // likeliest first
    DayRefusal refusal = DayRefusal::none;
    std::chrono::year_month month{};  // of no_such_day
    bool year_said = false;
};

/// Numbers stand in the context's order, or in the other where only that is a date. The context's sense and `field`
/// are set here, after what is wanted. O(words²).
DayField read_day_field(std::string_view text, DayContext context, FieldWants wants);

}  // namespace kith
