#include "base/formatter.h"

#include <doctest/doctest.h>

#include "../../english_formats.h"

using namespace kith;
using namespace std::chrono;

namespace {

constexpr Day today = sys_days{2026y / November / 20};

Formatter formatter(const Catalogue& words = Catalogue::english()) {
    static EnglishFormats formats;
    return {words, formats, today};
}

/// A message of its own, "(count n) = …", filled in.
std::string said(std::string_view message, std::initializer_list<ArgumentView> arguments) {
    const Catalogue words("it" + std::string(message), &Catalogue::english());
    return formatter(words).format("it", arguments);
}

std::string relative(Day day) {
    return said("(day on) = {$on :relative}", {day});
}

}  // namespace

TEST_CASE("arguments go where their names are") {
    CHECK(said("(text who, text what) = {$what} for {$who}", {"Ana", "a report"}) == "a report for Ana");
    CHECK(said("(text a) = \\{{$a}\\} \\\\ = {$a}", {"x"}) == "{x} \\ = x");
    CHECK(said("(count n) = {$n} of {$n}", {12'345}) == "12,345 of 12,345");
    CHECK(said("(count n) = {$n}", {ArgumentView::decimal(2.46, 1)}) == "2.5");
    CHECK(said("(count n) = {$n}", {ArgumentView::decimal(1234.05, 2)}) == "1,234.05");
    CHECK(said("(count n) = {$n}", {-3}) == "-3");
    CHECK(formatter().format("no.such_key", {}) == "no.such_key");
}

TEST_CASE("what looks like a date, a number or a placeholder is a text like any other") {
    for (const char* text :
        {"2026-12-24", "1", "{$who}", "{{x}}", "\\", ".match $a", "2026-12-24T10:00:00Z", "|x|"}) {
        CHECK(said("(text who) = For {$who}", {text}) == "For " + std::string(text));
        CHECK(said("(person who) = For {$who}", {ArgumentView::person({1}, text)}) ==
            "For " + std::string(text));
        CHECK(said("(list who) = For {$who}", {std::vector<Argument>{text}}) == "For " + std::string(text));
    }
}

TEST_CASE("a count chooses the form of a word, and an exact number goes before it") {
    constexpr std::string_view steps = R"((count n) =
    .match $n
    1 {{a step}}
    * {{{$n} steps}})";
    CHECK(said(steps, {1}) == "a step");
    CHECK(said(steps, {0}) == "0 steps");
    CHECK(said(steps, {2'000}) == "2,000 steps");
    constexpr std::string_view all = "(count n) = .match $n * {{{$n} things}} one {{{$n} thing}} 1 {{it}}";
    CHECK(said(all, {1}) == "it");
    CHECK(said(all, {ArgumentView::decimal(1, 1)}) == "1.0 things");
    constexpr std::string_view two = R"((count a, count b) =
    .match $a $b
    one one {{A}}
    * 1 {{B}}
    one * {{C}}
    * * {{D}})";
    CHECK(said(two, {1, 1}) == "A");
    CHECK(said(two, {2, 1}) == "B");
    CHECK(said(two, {1, 2}) == "C");
    CHECK(said(two, {2, 2}) == "D");
}

TEST_CASE("which one of a row takes the forms of ordinals") {
    constexpr std::string_view place = R"((count n) =
    .input {$n :number select=ordinal}
    .match $n
    one {{{$n}st}}
    two {{{$n}nd}}
    few {{{$n}rd}}
    * {{{$n}th}})";
    std::string all;
    for (const int n : {1, 2, 3, 4, 11, 12, 13, 21, 22, 103, 111})
        all += said(place, {n}) + " ";
    CHECK(all == "1st 2nd 3rd 4th 11th 12th 13th 21st 22nd 103rd 111th ");
}

TEST_CASE("near days are relative, others are dates") {
    CHECK(relative(today) == "today");
    CHECK(relative(today - days{1}) == "yesterday");
    CHECK(relative(today - days{3}) == "3 days ago");
    CHECK(relative(today - days{14}) == "2 weeks ago");
    CHECK(relative(today - days{30}) == "4 weeks ago");
    CHECK(relative(today - days{31}) == "20 October");
    CHECK(relative(today - days{400}) == "16 October 2025");
    CHECK(relative(today + days{1}) == "tomorrow");
    CHECK(relative(today + days{5}) == "in 5 days");
    CHECK(relative(today + days{21}) == "in 3 weeks");
    CHECK(relative(today + days{60}) == "19 January 2027");
    CHECK(said("(day on) = until {$on :relative within=1}", {today + days{1}}) == "until tomorrow");
    CHECK(said("(day on) = until {$on :relative within=1}", {today + days{2}}) == "until 22 November");
}

TEST_CASE("a message says how a day is written") {
    const Day day = today + days{13};
    CHECK(said("(day on) = by {$on}", {day}) == "by 3 December");
    CHECK(said("(day on) = by {$on :date}", {day + days{365}}) == "by 3 December 2027");
    CHECK(said("(day on) = by {$on :date fields=year-month-day}", {day}) == "by 3 December 2026");
    CHECK(said("(day on) = by {$on :date fields=weekday}", {day}) == "by Thursday");
    CHECK(said("(day on) = {$on :date fields=month-day-weekday}", {day}) == "Thursday, 3 December");
    CHECK(said("(day on) = {$on :week}", {day - days{3}}) == "30 November – 6 December");
}

TEST_CASE("a length of time is said as people say it") {
    const auto length = [](int n, std::string_view function = "") {
        return said("(span time) = {$time" + std::string(function) + "}", {days{n}});
    };
    CHECK(length(1) == "a day");
    CHECK(length(13) == "13 days");
    CHECK(length(14) == "2 weeks");
    CHECK(length(60) == "9 weeks");
    CHECK(length(61) == "2 months");
    CHECK(length(729) == "24 months");
    CHECK(length(730) == "2 years");
    CHECK(length(0, " :ago") == "today");
    CHECK(length(1, " :ago") == "yesterday");
    CHECK(length(20, " :ago") == "3 weeks ago");
    CHECK(length(0, " :ahead") == "today");
    CHECK(length(1, " :ahead") == "tomorrow");
    CHECK(length(5, " :ahead") == "in 5 days");
    CHECK(length(1, " :every") == "every day");
    CHECK(length(91, " :every") == "every 3 months");
    constexpr std::string_view late = "(span late) = .match $late 1 {{1 day late}} * {{{$late} late}}";
    CHECK(said(late, {days{1}}) == "1 day late");
    CHECK(said(late, {days{21}}) == "3 weeks late");
    CHECK(said(late, {ArgumentView::kept("21")}) == "3 weeks late");
}

TEST_CASE("dates with gaps are said as far as they are known") {
    CHECK(formatter().exact({std::nullopt, May, 12d}) == "12 May");
    CHECK(formatter().exact({std::nullopt, February, 29d}) == "29 February");
    CHECK(formatter().exact({2019y, March, std::nullopt}) == "March 2019");
    CHECK(formatter().exact({2019y, std::nullopt, std::nullopt}) == "2019");
    CHECK(
        said("(day on) = {$on :relative}", {PartialDate(2026y, November, std::nullopt)}) == "November 2026");
}

TEST_CASE("a moment is said in the person's time zone") {
    struct East final : EnglishFormats {
        minutes utc_offset() override { return 10h; }
    } formats;
    const Formatter say(Catalogue::english(), formats, today);
    const Instant late = sys_days{2026y / November / 19} + 20h + 5min;
    CHECK(say.moment(late) == "20 November 2026, 06:05");
    CHECK(say.format({"backup.last", {late}}).contains("today"));
}

TEST_CASE("lists are joined in one place") {
    const auto list = [](std::vector<Argument> items) { return formatter().list(items); };
    CHECK(list({}).empty());
    CHECK(list({"Ana"}) == "Ana");
    CHECK(list({"Ana", "Ben"}) == "Ana and Ben");
    CHECK(list({"Ana", "Ben", "Priya"}) == "Ana, Ben and Priya");
    CHECK(list({"Ana", "Ben", 3}) == "Ana, Ben and 3 more");
    CHECK(list({ArgumentView::person({7}, "Ana"), today}) == "Ana and 20 November");
}

TEST_CASE("at the prompt days and numbers are what programs read") {
    PlainFormats formats;
    const Formatter say(Catalogue::english(), formats, today);
    CHECK(say.format("today.until", {today + days{1}}) == "until 2026-11-21");
    CHECK(say.moment(Instant{}) == "1970-01-01T00:00:00.000Z");
    CHECK(say.number(12'345) == "12345");
}

TEST_CASE("what a history kept as text is read as the message declares it") {
    const auto kept = [](std::string_view text) { return ArgumentView::kept(text); };
    constexpr std::string_view message = R"((count n, day on, text who) =
    .match $n
    one {{{$n} thing on {$on} for {$who}}}
    * {{{$n} things on {$on} for {$who}}})";
    CHECK(said(message, {kept("1"), kept("2026-11-24"), kept("2026-12-24")}) ==
        "1 thing on 24 November for 2026-12-24");
    // Before counts were kept in digits alone, and what was never one.
    CHECK(said(message, {kept("1,596"), kept("soon"), kept("1")}) == "1,596 things on soon for 1");
    for (const ArgumentView& argument :
        {ArgumentView(42), ArgumentView::scaled(-5, 2), ArgumentView(today), ArgumentView("x"),
            ArgumentView(days{30}), ArgumentView(Instant{milliseconds{1}}), ArgumentView::person({9}, "Ana")})
        CHECK(said("(count n) = {$n}", {kept(kept_text(argument))}) == kept_text(argument));
}

TEST_CASE("an error says where it is, unless its sentence does") {
    const Catalogue words("hello(text file) = Hello, {$file}\nerror.line(count line) = line {$line}\n");
    const Formatter say = formatter(words);
    CHECK(say.format(Error{.message = {"hello", {"x"}}, .file = "a.csv", .line = 3, .field = "URL"}) ==
        "a.csv, line 3, URL: Hello, x");
    CHECK(say.format(Error{.message = {"hello", {"a.csv"}}, .file = "a.csv", .line = 0, .field = {}}) ==
        "Hello, a.csv");
}

TEST_CASE("a translation lacks nothing: the rest is English, with English forms") {
    const Catalogue english("language = en\ndone(text step) = Done: {$step}\n"
                            "late(count n) = .match $n one {{one late}} * {{{$n} late}}\n");
    const Catalogue polish(
        "language = xx\ndone = Gotowe: {$step}\n", &english, PluralRules{"xx", always_other, always_other});
    CHECK(formatter(polish).format("done", {"x"}) == "Gotowe: x");
    CHECK(formatter(polish).format("late", {1}) == "one late");
}
