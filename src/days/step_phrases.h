// What a line of something to do says of days, taken off it: "Call Ana every second Friday, 20 min" is called
// "Call Ana". Only what stands at the line's end, or before a colon or comma at its beginning, is taken: a day in
// the middle belongs to the title ("Prepare Friday's meeting", "Read the 3 May letters").
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "days/phrases.h"

namespace kith {

/// Where something is asked about, and between what.
enum class StepField : std::uint8_t { due, time, repeats };

struct StepDoubt {
    StepField field = StepField::due;
    DayDoubt why = DayDoubt::none;
    std::size_t begin = 0;  // bytes of the line
    std::size_t end = 0;
    std::vector<PartialDate> others;  // for `due`, beside what was taken
    bool or_none = false;             // no day at all is one of the answers
};

struct StepPhrases {
    std::string title;
    std::optional<PartialDate> due;
    std::optional<int> minute;  // of the day
    int minutes = 0;            // how long; 0: not said
    std::optional<Recurrence> repeats;
    std::vector<StepDoubt> doubts;
};

/// `taken`: names in the line, where no word is a day. Without anything left to be a title the line stays whole.
/// O(words²).
StepPhrases read_step_phrases(std::string_view line, DayContext context,
    std::span<const std::pair<std::size_t, std::size_t>> taken = {});

/// A span as something is due in it: a week by its Friday, a quarter by its last day, a month as the month.
std::optional<PartialDate> due_in(const DaySpan& span, Day today);

}  // namespace kith
