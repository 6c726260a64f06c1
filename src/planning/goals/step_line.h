// A step typed in one line: "Ask Rosa which references count by Friday, 20 min, every month". What stands at
// the end of the line and reads as a day, a length of time or a rhythm is taken off it; everything else is
// what the step is called. Nothing is guessed from the middle of a sentence.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/dates.h"
#include "planning/log/words.h"

namespace kith {

struct StepLine {
    std::string title;
    std::optional<PartialDate> due;
    int minutes = 0;      // 0: not said
    std::string repeats;  // as repeats.h prints it

    bool operator==(const StepLine&) const = default;
};

/// `month_first`: how the person's locale writes days in numbers. O(words²).
StepLine read_step_line(
    std::string_view line, Day today, bool month_first = false, const LogWords& words = LogWords::english());

}  // namespace kith
