#include "days/words.h"

#include <doctest/doctest.h>

using namespace kith;

TEST_CASE("one slip of the finger is one letter missing, doubled, swapped or wrong") {
    CHECK(one_slip_apart("friady", "friday", false));
    CHECK(one_slip_apart("yesteday", "yesterday", false));
    CHECK(one_slip_apart("tomorrrow", "tomorrow", false));
    CHECK(!one_slip_apart("tuesdsy", "tuesday", false));
    CHECK(one_slip_apart("tuesdsy", "tuesday", true));
    CHECK(!one_slip_apart("friday", "friday", true));
    CHECK(!one_slip_apart("mon", "sunday", true));
}

TEST_CASE("a misspelt name of a day is found, a word that is near one is not") {
    const DayWords& words = DayWords::of("en-GB");
    CHECK(words.respelt("thrusday") == "thursday");
    CHECK(words.respelt("decmber") == "december");
    CHECK(words.respelt("marsh").empty());
    CHECK(words.respelt("sundae").empty());
    CHECK(words.respelt("friday").empty());
}

TEST_CASE("a language's words stand before the English ones, which every language has") {
    const auto is = [](std::string_view locale, DayRole role, std::string_view text) {
        return static_cast<bool>(DayWords::of(locale).match(role, tokens_of(text), 0));
    };
    CHECK(is("de-AT", DayRole::month, "Dez."));
    CHECK(is("de", DayRole::month, "December"));
    CHECK(is("fr-CA", DayRole::weekday, "jeudi"));
    CHECK(is("tlh", DayRole::day, "tomorrow"));
    CHECK(is("en", DayRole::in, "within the next two weeks"));
}
