// The weekly review, and looking back.
#include <doctest/doctest.h>

#include "kith.h"
#include "with_sample.h"

using namespace kith;
using namespace kith::ui;

namespace {

PartialDate date(int year, unsigned month, unsigned day) {
    return PartialDate{std::chrono::year{year} / static_cast<int>(month) / static_cast<int>(day)};
}

// Today is Friday, 20 November 2026: the week of the 16th asks for its review.
struct WithWeek : Kith {
    RecordId slipped, dropped;

    explicit WithWeek(Stage stage = {}) : Kith(stage) {
        make_person("Ana", "Núñez");
        make(Kind::action, [&](Draft& draft, RecordId made) {
            draft.set_text(made, action::title, "Read three job offers");
            draft.set(made, action::done_on, Value::date(date(2026, 11, 18)));
        });
        slipped = make_taken("Write the CV");
        dropped = make_taken("Buy a suit");
        open("review");
    }
    RecordId make_taken(std::string_view title) {
        return make(Kind::action, [&](Draft& draft, RecordId made) {
            draft.set_text(made, action::title, title);
            draft.set(made, action::week, Value::date(date(2026, 11, 16)));
        });
    }
    void press(std::string_view name) { screen.get(Role::button, name).click(); }
    bool has_line(std::string_view title) { return screen.has(Role::listitem, title); }
};

}  // namespace

TEST_CASE("the review goes from what was done to what comes next, and what is written is read again") {
    WithWeek kith;
    kith.press(say("lookback.begin"));
    CHECK(kith.screen.has(Role::heading, say("lookback.again", "16 November – 22 November")));
    CHECK(kith.screen.shows(say("look_back.steps", 1)));
    CHECK(kith.has_line("Read three job offers"));

    kith.press(say("lookback.step_slipped"));
    REQUIRE(kith.has_line("Write the CV"));
    CHECK(
        kith.screen.get(Role::listitem, "Write the CV").description() == say("lookback.nothing_in_the_way"));
    kith.screen.get(Role::listitem, "Write the CV").get(Role::button, say("weekly.next_week")).click();
    CHECK(kith.workspace.date(kith.slipped, action::week) == date(2026, 11, 23));
    kith.press(say("today.menu", "Buy a suit"));
    kith.screen.get(Role::menuitem, say("lookback.drop")).click();
    CHECK_FALSE(kith.workspace.get(kith.dropped, action::dropped_on).empty());
    CHECK(kith.screen.shows(say("lookback.slipped_moved")));
    kith.screen.get(Role::textbox, say("lookback.why")).fill("Nights. Write in the morning.");

    kith.press(say("lookback.step_came"));
    kith.screen.get(Role::textbox, say("lookback.came_text")).fill("I know what I want.");
    kith.press(say("lookback.step_next"));
    CHECK(kith.screen.get(Role::list, say("weekly.taken")).has(Role::listitem, "Write the CV"));
    kith.press(say("lookback.finish"));
    CHECK(kith.screen.has(Role::heading, say("nav.week")));

    kith.screen.get(Role::tab, say("nav.review")).click();
    CHECK(kith.screen.shows("Nights. Write in the morning."));
    CHECK(kith.screen.shows("I know what I want."));
    CHECK(kith.screen.has(Role::button, say("lookback.begin_again")));
}

TEST_CASE("a review that is left is taken up where its words were") {
    WithWeek kith;
    kith.press(say("lookback.begin"));
    kith.screen.get(Role::radio, say("lookback.step_slipped")).click();
    kith.screen.get(Role::textbox, say("lookback.why")).fill("Too many nights");
    kith.press(say("lookback.later"));
    CHECK(kith.screen.has(Role::heading, say("nav.review")));
    kith.press(say("lookback.begin"));
    kith.screen.get(Role::radio, say("lookback.step_slipped")).click();
    CHECK(kith.screen.get(Role::textbox, say("lookback.why")).value() == "Too many nights");
}

TEST_CASE("Today asks for the review when it is time, and no more once it is done") {
    WithWeek kith;
    kith.screen.get(Role::tab, say("nav.today")).click();
    kith.press(say("lookback.begin"));
    CHECK(kith.screen.host().location == "review");
    for (const std::string_view step : {say("lookback.step_slipped"), say("lookback.step_came"),
             say("lookback.step_next"), say("lookback.finish")})
        kith.press(step);
    kith.screen.get(Role::tab, say("nav.today")).click();
    CHECK_FALSE(kith.screen.has(Role::button, say("lookback.begin")));
}

TEST_CASE("months and years are looked back on, one before the other") {
    SampleKith kith;
    kith.open("review");
    kith.screen.get(Role::radio, say("lookback.month")).click();
    CHECK(kith.screen.shows("November 2026"));
    CHECK(kith.screen.has(Role::list, say("lookback.contacts")));
    CHECK(kith.screen.get(Role::button, say("lookback.after")).node().disabled);
    kith.screen.get(Role::button, say("lookback.before")).click();
    CHECK(kith.screen.shows("October 2026"));
    kith.screen.get(Role::radio, say("lookback.year")).click();
    CHECK(kith.screen.shows("2026"));
    kith.screen.get(Role::button, say("lookback.before")).click();
    CHECK(kith.screen.shows("2025"));
}

TEST_CASE("on a phone the review says which step it is") {
    WithWeek kith({.width = 390, .height = 844, .touch = true});
    kith.press(say("lookback.begin"));
    CHECK(kith.screen.shows(say("lookback.step_of", 1, 4, say("lookback.step_done"))));
    kith.press(say("lookback.step_slipped"));
    CHECK(kith.screen.shows(say("lookback.step_of", 2, 4, say("lookback.step_slipped"))));
    kith.press(say("lookback.back"));
    CHECK(kith.screen.shows(say("lookback.step_of", 1, 4, say("lookback.step_done"))));
}
