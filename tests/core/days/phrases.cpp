#include "days/phrases.h"

#include <doctest/doctest.h>

#include "base/random.h"
#include "base/text.h"
#include "days/field.h"
#include "days/step_phrases.h"

using namespace kith;

namespace {

constexpr Day today{std::chrono::year{2026} / 11 / 30};

/// "on Friday = 2026-12-04", for each phrase.
std::string phrases_in(std::string_view line, DaySense sense = DaySense::future) {
    std::string all;
    for (const DayPhrase& phrase : find_phrases(line, {.today = today, .sense = sense})) {
        if (phrase.plain && phrase.lead == PhraseLead::none) continue;  // no day unless one is due there
        all += all.empty() ? "" : "; ";
        all += line.substr(phrase.begin, phrase.end - phrase.begin);
        all += " = ";
        switch (phrase.kind) {
            case PhraseKind::day: all += phrase.days ? to_iso(*phrase.days) : "?"; break;
            case PhraseKind::time: all += phrase.minute ? std::to_string(*phrase.minute) : "?"; break;
            case PhraseKind::rhythm: all += phrase.rhythm ? to_rule(*phrase.rhythm) : "?"; break;
            case PhraseKind::length: all += std::to_string(phrase.minutes) + " min"; break;
        }
    }
    return all;
}

}  // namespace

TEST_CASE("a log line looks back, a step ahead") {
    CHECK(phrases_in("on Friday", DaySense::past) == "on Friday = 2026-11-27");
    CHECK(phrases_in("on Friday") == "on Friday = 2026-12-04");
    CHECK(phrases_in("in March", DaySense::past) == "in March = 2026-03");
    CHECK(phrases_in("in March") == "in March = 2027-03");
    CHECK(phrases_in("on 14 November", DaySense::past) == "on 14 November = 2026-11-14");
    CHECK(phrases_in("two weeks from today", DaySense::past) == "two weeks from today = 2026-12-14");
}

TEST_CASE("several phrases stand in one line, each with its words") {
    CHECK(phrases_in("Lunch on Friday at 12:30 for 45 min, every second week") ==
        "on Friday = 2026-12-04; at 12:30 = 750; for 45 min = 45 min; every second week = "
        "FREQ=WEEKLY;INTERVAL=2");
    CHECK(phrases_in("3–5 December") == "3–5 December = 2026-12-03/2026-12-05");
    CHECK(phrases_in("from Monday to Wednesday") == "from Monday to Wednesday = 2026-12-07/2026-12-09");
}

TEST_CASE("words and numbers that mean something else are no days") {
    for (const std::string_view line : {"\"next Monday\"", "Prepare Friday's meeting", "Black Friday",
             "Friday the 13th", "sat with it", "we may", "24/7", "room 4.12", "chapter 3/4", "pages 3-4",
             "the sun", "watch Saturday Night Live"}) {
        INFO(std::string(line));
        CHECK(phrases_in(line) == "");
    }
    const std::pair<std::size_t, std::size_t> name{5, 18};
    CHECK(find_phrases("Call Friday Mensah", {.today = today}, std::span(&name, 1)).empty());
}

TEST_CASE("what can't be decided says why, and what else it could be") {
    const auto doubt = [](std::string_view line) {
        const auto found = find_phrases(line, {.today = today});
        return found.size() == 1 ? std::pair{found[0].doubt, found[0].others.size()}
                                 : std::pair{DayDoubt::none, std::size_t{99}};
    };
    CHECK(doubt("Thursday 4 December") == std::pair{DayDoubt::weekday, std::size_t{1}});
    CHECK(doubt("next Friday") == std::pair{DayDoubt::which_week, std::size_t{1}});
    CHECK(doubt("by 31 November") == std::pair{DayDoubt::no_such_day, std::size_t{1}});
    CHECK(doubt("on Monday") == std::pair{DayDoubt::this_or_next, std::size_t{1}});
    CHECK(doubt("the day after the interview") == std::pair{DayDoubt::unknown_day, std::size_t{0}});
    CHECK(doubt("last summer") == std::pair{DayDoubt::season, std::size_t{0}});
}

TEST_CASE("any bytes are read without harm, and phrases never overlap") {
    Random random(5);
    constexpr std::string_view pieces[] = {"3", "31", "Friday", " ", " ", " ", "next ", "every ", "second ",
        "week", "of ", "the ", "in ", "May", "2027", "/", ".", "-", ":", "am", "12", "from ", "today",
        "after ", "mid-", "end ", "a ", "month", "ago", "\"", "'s", "年", "月", "日", "\xff", "until ",
        "Feb ", "29", "99999999999", "1st"};
    for (int i = 0; i < 20'000; ++i) {
        std::string line;
        for (std::size_t j = random.below(14); j > 0; --j)
            line += pieces[random.below(std::size(pieces))];
        const std::string text = repair_utf8(line);
        INFO(text);
        std::size_t last = 0;
        for (const DayPhrase& phrase :
            find_phrases(text, {.today = today, .locale = i % 2 == 0 ? "de" : "en"})) {
            REQUIRE(phrase.begin >= last);
            REQUIRE(phrase.begin < phrase.end);
            REQUIRE(phrase.end <= text.size());
            if (phrase.days) REQUIRE(phrase.days->first <= phrase.days->last);
            last = phrase.end;
        }
        // Whatever is typed, its words are in the title or in what was taken off.
        const StepPhrases step = read_step_phrases(text, {.today = today});
        CHECK(text.contains(step.title));
        const DayField field =
            read_day_field(text, {.today = today}, i % 2 == 0 ? FieldWants::birthday : FieldWants::future);
        if (field.date) CHECK(field.date->valid());
    }
}
