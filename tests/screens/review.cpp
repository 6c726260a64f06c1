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
    kith.press("Begin the review");
    CHECK(kith.screen.has(Role::heading, "Review of 16 November – 22 November"));
    CHECK(kith.screen.shows("One step done"));
    CHECK(kith.has_line("Read three job offers"));

    kith.press("What slipped");
    REQUIRE(kith.has_line("Write the CV"));
    CHECK(
        kith.screen.get(Role::listitem, "Write the CV").description() == "Nothing recorded stood in its way");
    kith.screen.get(Role::listitem, "Write the CV").get(Role::button, "To next week").click();
    CHECK(kith.workspace.date(kith.slipped, action::week) == date(2026, 11, 23));
    kith.press("More for: Buy a suit");
    kith.screen.get(Role::menuitem, "Drop it").click();
    CHECK_FALSE(kith.workspace.get(kith.dropped, action::dropped_on).empty());
    CHECK(kith.screen.shows("Nothing: all that you took for the week is done."));
    kith.screen.get(Role::textbox, "Why, and what will you do differently?")
        .fill("Nights. Write in the morning.");

    kith.press("What came of it");
    kith.screen.get(Role::textbox, "What came of it, in your words").fill("I know what I want.");
    kith.press("What comes next");
    CHECK(kith.screen.get(Role::list, "In your week").has(Role::listitem, "Write the CV"));
    kith.press("Finish the review");
    CHECK(kith.screen.has(Role::heading, "This week"));

    kith.screen.get(Role::tab, "Look back").click();
    CHECK(kith.screen.shows("Nights. Write in the morning."));
    CHECK(kith.screen.shows("I know what I want."));
    CHECK(kith.screen.has(Role::button, "Go through it again"));
}

TEST_CASE("a review that is left is taken up where its words were") {
    WithWeek kith;
    kith.press("Begin the review");
    kith.screen.get(Role::radio, "What slipped").click();
    kith.screen.get(Role::textbox, "Why, and what will you do differently?").fill("Too many nights");
    kith.press("Finish later");
    CHECK(kith.screen.has(Role::heading, "Look back"));
    kith.press("Begin the review");
    kith.screen.get(Role::radio, "What slipped").click();
    CHECK(kith.screen.get(Role::textbox, "Why, and what will you do differently?").value() ==
        "Too many nights");
}

TEST_CASE("Today asks for the review when it is time, and no more once it is done") {
    WithWeek kith;
    kith.screen.get(Role::tab, "Today").click();
    kith.press("Begin the review");
    CHECK(kith.screen.host().location == "review");
    for (const std::string_view step :
        {"What slipped", "What came of it", "What comes next", "Finish the review"})
        kith.press(step);
    kith.screen.get(Role::tab, "Today").click();
    CHECK_FALSE(kith.screen.has(Role::button, "Begin the review"));
}

TEST_CASE("months and years are looked back on, one before the other") {
    SampleKith kith;
    kith.open("review");
    kith.screen.get(Role::radio, "Month").click();
    CHECK(kith.screen.shows("November 2026"));
    CHECK(kith.screen.has(Role::list, "Contacts"));
    CHECK(kith.screen.get(Role::button, "Later").node().disabled);
    kith.screen.get(Role::button, "Earlier").click();
    CHECK(kith.screen.shows("October 2026"));
    kith.screen.get(Role::radio, "Year").click();
    CHECK(kith.screen.shows("2026"));
    kith.screen.get(Role::button, "Earlier").click();
    CHECK(kith.screen.shows("2025"));
}

TEST_CASE("on a phone the review says which step it is") {
    WithWeek kith({.width = 390, .height = 844, .touch = true});
    kith.press("Begin the review");
    CHECK(kith.screen.shows("1 of 4: What was done"));
    kith.press("What slipped");
    CHECK(kith.screen.shows("2 of 4: What slipped"));
    kith.press("Back");
    CHECK(kith.screen.shows("1 of 4: What was done"));
}
