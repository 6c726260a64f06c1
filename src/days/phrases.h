// Days, times, rhythms and lengths of time as people write them in a line: "3 weeks from today", "every second
// Friday", "mid-January", "Friday 10:30", "in the week of the 14th".
//
//     find_phrases("Call Ben on Friday at 10:30", {.today = …})
//         → a day from "on" to "Friday", and a time from "at" to "10:30"
//
// Each phrase says which bytes it came from, how sure it is and what else it could be; one that is not
// understood whole is not there at all. Which of them a line means, and what a doubt comes to, is for the reader of
// the line: the same grammar serves log line, step, date field and import. Nothing is learnt; the same line on the
// same day always reads the same.
#pragma once

#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "days/tokens.h"
#include "days/value.h"
#include "days/words.h"

namespace kith {

/// Where a day without a year or a week is looked for: a note of what was looks back, a plan ahead.
enum class DaySense : std::uint8_t { past, future };

/// In which order numbers stand: 3/4 is 3 April, 4 March or, of three numbers, year first.
enum class DayOrder : std::uint8_t { day_first, month_first, year_first };

struct DayContext {
    Day today{};
    DaySense sense = DaySense::future;
    DayOrder order = DayOrder::day_first;
    std::chrono::weekday first_weekday = std::chrono::Monday;
    std::string_view locale = "en";
    bool field =
        false;  // the text is meant as one day: years of two digits, "3.4" and bare months are days then
};

/// Why a phrase can't be decided without asking.
enum class DayDoubt : std::uint8_t {
    none,
    weekday,       // weekday and date disagree
    no_such_day,   // 31 November, 29 February of a common year
    which_week,    // "next Friday" on a Monday
    this_or_next,  // "Monday" on a Monday, "the 30th" on the 30th, "end of the month" on its last day
    season,        // "in summer" begins when?
    clock,         // "by 5": the hour or the day
    unknown_day,   // "the day after the interview"
    vague,         // "every summer", "in 5"
};

enum class PhraseKind : std::uint8_t { day, time, rhythm, length };

/// The word in front: "on Friday" is not "about Friday".
enum class PhraseLead : std::uint8_t { none, on, by, before, in, since, about };

struct DayPhrase {
    std::size_t begin = 0;  // bytes, with the word in front
    std::size_t end = 0;
    std::size_t said = 0;  // where it begins without that
    PhraseKind kind = PhraseKind::day;
    PhraseLead lead = PhraseLead::none;
    DayDoubt doubt = DayDoubt::none;
    bool plain = false;  // a number or a word that means something else as often: "3/4", "15.00", "May"
    bool year_said = false;
    bool own_sense = false;       // says itself whether it was or is to come: "two weeks ago", "next month"
    std::optional<DaySpan> days;  // of rhythms: the first day
    std::vector<DaySpan> others;  // likeliest first
    std::optional<int> minute;    // of the day
    std::optional<Recurrence> rhythm;
    int minutes = 0;  // of lengths
};

/// All phrases of a line from left to right; none overlap, none stands between quotation marks or in `taken`
/// (bytes: names, say). O(words × words of the longest phrase).
std::vector<DayPhrase> find_phrases(std::string_view line, const DayContext& context,
    std::span<const std::pair<std::size_t, std::size_t>> taken = {});
/// The same of a line that is in words already.
std::vector<DayPhrase> find_phrases(std::span<const Token> tokens, const DayContext& context,
    std::span<const std::pair<std::size_t, std::size_t>> taken = {});

}  // namespace kith
