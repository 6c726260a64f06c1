// Lines that busy people type, with what they mean: tests/data/sentences.
#include <doctest/doctest.h>

#include <format>
#include <fstream>
#include <iterator>
#include <string>

#include "base/text.h"
#include "days/field.h"
#include "days/step_phrases.h"

using namespace kith;

namespace {

constexpr Day today{std::chrono::year{2026} / 11 / 30};

std::string data(std::string_view name) {
    std::ifstream file("tests/data/sentences/" + std::string(name), std::ios::binary);
    REQUIRE(file.good());
    return {std::istreambuf_iterator<char>(file), {}};
}

/// Calls back with the parts of each line that is no comment.
template <typename Visit>
void for_each_row(const std::string& text, std::size_t parts, Visit visit) {
    std::size_t rows = 0;
    for (const std::string_view line : split(text, '\n')) {
        if (line.empty() || line.starts_with('#')) continue;
        const auto row = split(line, '\t');
        INFO(std::string(line));
        REQUIRE(row.size() == parts);
        visit(row);
        ++rows;
    }
    CHECK(rows >= 60);
}

}  // namespace

TEST_CASE("a step's day, time, rhythm and length are taken off its title") {
    for_each_row(data("steps.tsv"), 7, [](const std::vector<std::string_view>& row) {
        const StepPhrases step = read_step_phrases(row[0], {.today = today, .locale = "en-GB"});
        CHECK(step.title == row[1]);
        CHECK((step.due ? to_iso(*step.due) : "") == row[2]);
        CHECK(
            (step.minute ? std::format("{:02}:{:02}", *step.minute / 60, *step.minute % 60) : "") == row[3]);
        CHECK((step.repeats ? to_rule(*step.repeats) : "") == row[4]);
        CHECK((step.minutes > 0 ? std::to_string(step.minutes) : "") == row[5]);
        std::string asked;
        for (const StepDoubt& doubt : step.doubts) {
            asked += asked.empty() ? "" : " ";
            asked += doubt.field == StepField::due ? "due"
                : doubt.field == StepField::time   ? "time"
                                                   : "repeats";
        }
        CHECK(asked == row[6]);
    });
}

TEST_CASE("a date field takes what people write, in their language") {
    for_each_row(data("dates.tsv"), 5, [](const std::vector<std::string_view>& row) {
        const FieldWants wants = row[1] == "birthday" ? FieldWants::birthday
            : row[1] == "past"                        ? FieldWants::past
                                                      : FieldWants::future;
        const DayOrder order = row[0] == "en-US" ? DayOrder::month_first
            : row[0].starts_with("ja")           ? DayOrder::year_first
                                                 : DayOrder::day_first;
        const DayField field =
            read_day_field(row[2], {.today = today, .order = order, .locale = row[0]}, wants);
        CHECK((field.date ? to_iso(*field.date) : "-") == row[3]);
        CHECK((field.refusal == DayRefusal::none) == field.date.has_value());
        if (field.date) CHECK((field.doubt != DayDoubt::none) == (row[4] == "?"));
    });
}
