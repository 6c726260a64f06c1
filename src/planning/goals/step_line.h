// A step typed in one line: "Ask Rosa which references count by Friday, 20 min, every month". What stands at
// the end of the line and reads as a day, a time, a length of time or a rhythm is taken off it; everything else is
// what the step is called. Nothing is guessed from the middle of a sentence (days/step_phrases.h).
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "days/step_phrases.h"
#include "planning/log/line.h"

namespace kith {

struct StepLine {
    std::string title;
    std::optional<PartialDate> due;
    std::optional<int> minute;  // of the day
    int minutes = 0;            // 0: not said
    std::string repeats;        // as repeats.h prints it
    std::vector<StepDoubt> doubts;
};

StepLine read_step_line(std::string_view line, const DayContext& days);

/// The same where people and organisations are known: their names are no days ("Call Monday Okoro"), and whoever is
/// known in the line is among the people.
struct StepWithPeople {
    StepLine step;
    std::vector<PersonGuess> people;
};
StepWithPeople read_step_line(std::string_view line, const LogContext& context);

}  // namespace kith
