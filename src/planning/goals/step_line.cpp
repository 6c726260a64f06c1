#include "planning/goals/step_line.h"

#include "planning/facts/repeats.h"

namespace kith {

namespace {

StepLine step_of(StepPhrases read) {
    StepLine step{.title = std::move(read.title),
        .due = read.due,
        .minute = read.minute,
        .minutes = read.minutes,
        .repeats = {},
        .doubts = std::move(read.doubts)};
    if (read.repeats) step.repeats = print_repeat(*read.repeats);
    return step;
}

}  // namespace

StepLine read_step_line(std::string_view line, const DayContext& days) {
    return step_of(read_step_phrases(line, days));
}

StepWithPeople read_step_line(std::string_view line, const LogContext& context) {
    NamesInLine names = names_in_line(line, context);
    const DayContext days{.today = context.today,
        .order = context.order,
        .first_weekday = context.first_weekday,
        .locale = context.locale};
    return {step_of(read_step_phrases(line, days, names.spans)), std::move(names.people)};
}

}  // namespace kith
