// This week: what Kith proposes, taken, moved and left out; the hours; and what of it stands in Today.
#include <algorithm>
#include <doctest/doctest.h>

#include "kith.h"
#include "planning/facts/rules.h"
#include "with_sample.h"

using namespace kith;
using namespace kith::ui;

namespace {

PartialDate date(int year, unsigned month, unsigned day) {
    return PartialDate{std::chrono::year{year} / static_cast<int>(month) / static_cast<int>(day)};
}

// Today is Friday, 20 November 2026; the week is 16 to 22 November.
struct WithGoal : Kith {
    RecordId goal, read, write, promise;

    explicit WithGoal(Stage stage = {}) : Kith(stage) {
        const RecordId ana = make_person("Ana", "Núñez");
        goal = make_titled(Kind::goal, "Lead a ward");
        read = make_step("Read three job offers", 30);
        write = make_step("Write the CV", 45);
        promise = make(Kind::action, [&](Draft& draft, RecordId made) {
            draft.set_text(made, action::title, "Send Ana the report");
            draft.set(made, action::promised_by, action::promised_by::me);
            draft.add(made, action::people, ana);
            draft.set(made, action::due, Value::date(date(2026, 11, 21)));
        });
        open("week");
    }
    RecordId make_step(std::string_view title, int minutes) {
        return make(Kind::action, [&](Draft& draft, RecordId made) {
            draft.set_text(made, action::title, title);
            draft.set(made, action::goal, Value::reference(goal));
            draft.set(made, action::effort_minutes, Value::integer(minutes));
        });
    }
    Found list(std::string_view name) { return screen.get(Role::list, name); }
    Found line(std::string_view title) { return screen.get(Role::listitem, title); }
};

constexpr std::string_view read_it = "Read three job offers";
constexpr std::string_view report = "Send Ana the report";

}  // namespace

TEST_CASE("this week is one step from Today, and the finder knows it") {
    SampleKith kith;
    kith.screen.get(Role::link, say("nav.today")).click();
    kith.screen.get(Role::tab, say("nav.week")).click();
    CHECK(kith.screen.host().location == "week");
    CHECK(kith.screen.host().title == say("app.title", say("nav.week")));
    CHECK(kith.screen.get(Role::link, say("nav.today")).node().current);
    CHECK(kith.screen.has(Role::list, say("weekly.proposed")));
    kith.screen.get(Role::tab, say("nav.today")).click();
    kith.screen.press("Control+K");
    kith.screen.type("this week");
    kith.screen.press("Enter");
    CHECK(kith.screen.has(Role::heading, say("nav.week")));
}

TEST_CASE("the week says what is in it and why, and proposes the rest") {
    WithGoal kith;
    CHECK(kith.screen.shows(joined({"16 November – 22 November",
        say("weekly.of_hours", say("weekly.hours_minutes", 1, 45), say("weekly.hours", 4))})));
    CHECK(kith.list(say("weekly.taken")).has(Role::listitem, report));
    CHECK(kith.line(report).description().starts_with(
        joined({say("week.why.promised"), say("fact.promised_to", "Ana Núñez")})));
    CHECK(kith.line(report).description().ends_with(joined({say("weekly.minutes", 30), "Saturday"})));
    CHECK(kith.list(say("weekly.proposed")).has(Role::listitem, read_it));
    CHECK(kith.line(read_it).description() ==
        joined({say("week.why.share"), say("fact.for_goal", "Lead a ward"), say("weekly.minutes", 30)}));
}

TEST_CASE("what is proposed is taken, moved, left out or done with one press, each with a way back") {
    WithGoal kith;
    kith.line(read_it).get(Role::button, say("weekly.take")).click();
    CHECK(kith.list(say("weekly.taken")).has(Role::listitem, read_it));
    kith.screen.get(Role::button, say("toast.undo")).click();
    CHECK(kith.list(say("weekly.proposed")).has(Role::listitem, read_it));

    const auto choose = [&](std::string_view what) {
        kith.screen.get(Role::button, say("today.menu", "Read three job offers")).click();
        kith.screen.get(Role::menuitem, what).click();
    };
    choose(say("weekly.next_week"));
    CHECK(kith.list(say("weekly.left_over")).has(Role::listitem, read_it));
    CHECK(kith.line(read_it).description().contains(say("week.moved", "")));
    CHECK(kith.workspace.date(kith.read, action::week) == date(2026, 11, 23));
    kith.line(read_it).get(Role::button, say("weekly.take")).click();
    CHECK(kith.list(say("weekly.taken")).has(Role::listitem, read_it));
    choose(say("weekly.leave"));
    CHECK(kith.list(say("weekly.left_over")).has(Role::listitem, read_it));
    kith.line(report).get(Role::checkbox, say("today.tick", "Send Ana the report")).click();
    CHECK_FALSE(kith.screen.has(Role::list, say("weekly.taken")));
    CHECK(kith.list(say("weekly.done_title")).has(Role::listitem, report));
}

TEST_CASE("that something was taken for the week is no find of its own") {
    SampleKith kith;
    kith.open("week");
    kith.screen.get(Role::button, say("weekly.take_all")).click();
    kith.screen.press("Control+K");
    kith.screen.type("ana maria");
    const auto found = std::ranges::count_if(kith.screen.tree().nodes(),
        [](const Node& node) { return node.role == Role::option && node.name == "Ana María Núñez"; });
    CHECK(found == 1);
}

TEST_CASE("on a line each of these is one key") {
    WithGoal kith;
    kith.line(read_it).get(Role::link, read_it).focus();
    kith.screen.press("a");
    CHECK(kith.list(say("weekly.taken")).has(Role::listitem, read_it));
    kith.line(read_it).get(Role::link, read_it).focus();
    kith.screen.press("n");
    CHECK(kith.list(say("weekly.left_over")).has(Role::listitem, read_it));
    kith.line("Write the CV").get(Role::link, "Write the CV").focus();
    kith.screen.press("d");
    CHECK_FALSE(kith.workspace.get(kith.write, action::done_on).empty());
    kith.line(report).get(Role::link, report).focus();
    kith.screen.press("x");
    CHECK(kith.list(say("weekly.left_over")).has(Role::listitem, report));
}

TEST_CASE("all that is proposed is taken at once, and then stands first in Today") {
    WithGoal kith;
    kith.screen.get(Role::button, say("weekly.take_all")).click();
    CHECK_FALSE(kith.screen.has(Role::list, say("weekly.proposed")));
    kith.screen.get(Role::tab, say("nav.today")).click();
    CHECK(kith.list(say("weekly.in_today")).has(Role::listitem, read_it));
    CHECK(kith.list(say("weekly.in_today")).has(Role::listitem, "Write the CV"));
    CHECK(kith.screen.shows(say("weekly.today_planned", say("weekly.hours", 4), 3)));
    kith.line("Write the CV").get(Role::button, say("today.step_done")).click();
    CHECK_FALSE(kith.screen.has(Role::listitem, "Write the CV"));
}

TEST_CASE("the hours are changed in place, and the proposal follows") {
    WithGoal kith;
    const Found field = kith.screen.get(Role::textbox, say("weekly.hours_field"));
    CHECK(field.value() == "4");
    kith.screen.get(Role::textbox, say("weekly.hours_field")).fill("1:15");
    kith.screen.press("Enter");
    CHECK(rules_of(kith.workspace).week_minutes == 75);
    CHECK(kith.list(say("weekly.proposed")).has(Role::listitem, "Write the CV") !=
        kith.list(say("weekly.proposed")).has(Role::listitem, read_it));
    kith.screen.get(Role::textbox, say("weekly.hours_field")).fill("lots");
    kith.screen.press("Enter");
    CHECK(kith.screen.shows(say("weekly.no_hours")));
    CHECK(rules_of(kith.workspace).week_minutes == 75);
}

TEST_CASE("too much is said plainly, on This week and in Today") {
    WithGoal kith;
    kith.screen.get(Role::textbox, say("weekly.hours_field")).fill("10 min");
    kith.screen.press("Enter");
    CHECK(kith.screen.has(
        Role::note, say("weekly.too_much", say("weekly.minutes", 30), say("weekly.minutes", 10))));
    kith.screen.get(Role::tab, say("nav.today")).click();
    CHECK(kith.screen.shows(
        say("weekly.today_too_much", say("weekly.minutes", 30), say("weekly.minutes", 10))));
}

TEST_CASE("what is done counts, so that ticking things off brings no new ones beyond the hours") {
    WithGoal kith;
    kith.screen.get(Role::textbox, say("weekly.hours_field")).fill("0:45");
    kith.screen.press("Enter");
    kith.line(report).get(Role::checkbox, say("today.tick", "Send Ana the report")).click();
    CHECK(kith.screen.shows(say("weekly.hours_text", say("weekly.minutes", 30), say("weekly.minutes", 0))));
    CHECK(kith.screen.shows(say("weekly.spent")));
    CHECK(kith.screen.has(Role::meter, "Lead a ward"));
}

TEST_CASE("the share for keeping in touch is the person's own number") {
    WithGoal kith;
    CHECK(kith.screen.get(Role::meter, say("weekly.in_touch")).value() ==
        say("weekly.share", say("weekly.minutes", 30), say("weekly.hours_minutes", 1, 36)));
    kith.screen.get(Role::textbox, say("weekly.touch_share")).fill("10 %");
    kith.screen.press("Enter");
    CHECK(kith.screen.get(Role::meter, say("weekly.in_touch")).value() ==
        say("weekly.share_over", say("weekly.minutes", 30), say("weekly.minutes", 24)));
    kith.screen.get(Role::textbox, say("weekly.touch_share")).fill("120");
    kith.screen.press("Enter");
    CHECK(kith.screen.shows(say("weekly.no_percent")));
}

TEST_CASE("what a contact, a favour and a step take is the person's own number") {
    WithGoal kith;
    CHECK(kith.screen.get(Role::textbox, say("weekly.time_step")).value() == "30");
    CHECK(kith.screen.get(Role::listitem, report).description().contains(say("weekly.minutes", 30)));
    kith.screen.get(Role::textbox, say("weekly.time_step")).fill("45");
    kith.screen.press("Enter");
    CHECK(kith.screen.get(Role::listitem, report).description().contains(say("weekly.minutes", 45)));
    kith.screen.get(Role::textbox, say("weekly.time_contact")).fill("soon");
    kith.screen.press("Enter");
    CHECK(kith.screen.shows(say("weekly.no_minutes")));
}

TEST_CASE("an if whose moment has come stands in Today and in the week, and is taken up or let pass") {
    WithGoal kith;
    for (const std::string_view then : {"call Ana", "ask for a later date"}) {
        Draft draft({"change.add", {"a plan"}});
        draft.add_row(
            kith.goal, goal::obstacles, {"Too little time", "it is 25 November", then}, kith.random);
        REQUIRE(kith.workspace.commit(std::move(draft), kith.screen.host().clock));
    }
    kith.screen.get(Role::tab, say("nav.today")).click();
    CHECK_FALSE(kith.screen.has(Role::list, say("weekly.if_then")));
    kith.screen.host().clock += std::chrono::days{5};
    kith.screen.settle();
    REQUIRE(kith.list(say("weekly.if_then")).has(Role::listitem, "Call Ana"));
    kith.line("Call Ana").get(Role::button, say("weekly.take_up")).click();
    CHECK(kith.called(Kind::action, "Call Ana"));
    CHECK_FALSE(kith.list(say("weekly.if_then")).has(Role::listitem, "Call Ana"));
    kith.screen.get(Role::button, say("today.menu", "Ask for a later date")).click();
    kith.screen.get(Role::menuitem, say("weekly.let_pass")).click();
    CHECK_FALSE(kith.screen.has(Role::list, say("weekly.if_then")));
}

TEST_CASE("a week that needs nothing is calm") {
    Kith kith;
    kith.make_person("Eva", "Berg");
    kith.open("week");
    CHECK(kith.screen.shows(say("weekly.nothing")));
    kith.screen.get(Role::button, say("weekly.nothing_action")).click();
    CHECK(kith.screen.host().location == "goals");
}

TEST_CASE("Today names what the first goal lacks, and the step goes into its plan") {
    SampleKith kith;
    kith.screen.get(Role::link, say("nav.today")).click();
    const std::size_t before = kith.workspace.count(Kind::action);
    std::string step;
    for (const Node& node : kith.screen.tree().nodes()) {
        if (node.role == Role::button && node.name.starts_with(say("weekly.gap_step", ""))) step = node.name;
    }
    REQUIRE_FALSE(step.empty());
    kith.screen.get(Role::button, step).click();
    CHECK(kith.workspace.count(Kind::action) == before + 1);
    CHECK_FALSE(kith.screen.has(Role::button, step));
    CHECK(kith.screen.shows(say("weekly.gap_planned", "") + step.substr(say("weekly.gap_step", "").size())));
}

TEST_CASE("on a phone the week has its tick and its menu") {
    WithGoal kith({.width = 390, .height = 844, .touch = true});
    CHECK(kith.screen.has(Role::checkbox, say("today.tick", "Send Ana the report")));
    kith.screen.get(Role::button, say("today.menu", "Read three job offers")).click();
    kith.screen.get(Role::menuitem, say("weekly.take")).click();
    CHECK(kith.list(say("weekly.taken")).has(Role::listitem, read_it));
}
