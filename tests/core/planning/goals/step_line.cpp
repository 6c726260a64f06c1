#include "planning/goals/step_line.h"

#include "../world.h"

using namespace kith;
using namespace kith::testing;

namespace {

// Today is Friday, 20 November 2026.
StepLine read(std::string_view line) {
    return read_step_line(line, {.today = on(2026, 11, 20)});
}

std::string due(std::string_view line) {
    const StepLine step = read(line);
    return step.due ? step.title + " / " + to_iso(*step.due) : step.title + " / none";
}

}  // namespace

TEST_CASE("a step in one line has its day, its length and its rhythm at the end") {
    const StepLine step = read("Ask Rosa which references count by 3 December, 20 min, every month");
    CHECK(step.title == "Ask Rosa which references count");
    CHECK(step.due == PartialDate{std::chrono::year{2026} / 12 / 3});
    CHECK(step.minutes == 20);
    CHECK(step.repeats == "every month");
}

TEST_CASE("days are read as people write them") {
    CHECK(due("Send the CV tomorrow") == "Send the CV / 2026-11-21");
    CHECK(due("Send the CV by Monday") == "Send the CV / 2026-11-23");
    CHECK(due("Send the CV on 2026-12-01") == "Send the CV / 2026-12-01");
    CHECK(due("send the cv monday") == "send the cv / 2026-11-23");
}

TEST_CASE("what merely sounds like a day stays in the title") {
    CHECK(due("Plan the march") == "Plan the march / none");
    CHECK(due("Read Monday's figures again") == "Read Monday's figures again / none");
    CHECK(due("Friday") == "Friday / none");
    CHECK(read("Run for 20 min").title == "Run");
    CHECK(read("20 min").title == "20 min");
}

TEST_CASE("lengths of time are read in minutes and hours") {
    CHECK(read("Write 90min").minutes == 90);
    CHECK(read("Write 1.5 h").minutes == 90);
    CHECK(read("Write 2 hours").minutes == 120);
    CHECK(read("Buy 2 suits").minutes == 0);
}
