// The plan on a goal's page: as a list, as a board, along the weeks.
#include <doctest/doctest.h>

#include "kith.h"

using namespace kith;
using namespace kith::ui;

namespace {

PartialDate date(int year, unsigned month, unsigned day) {
    return PartialDate{std::chrono::year{year} / static_cast<int>(month) / static_cast<int>(day)};
}

// Today is Friday, 20 November 2026.
struct WithPlan : Kith {
    RecordId goal, course, apply, read, ask, write;

    explicit WithPlan(Stage stage = {}) : Kith(stage) {
        goal = make_titled(Kind::goal, "Lead a ward");
        course = make_milestone("Course begun", date(2026, 12, 20));
        apply = make_milestone("Applied", date(2027, 2, 1));
        read = make_step("Read three job offers", course, date(2026, 11, 24));
        ask = make_step("Ask Rosa", course, date(2026, 11, 27));
        write = make_step("Write the CV", apply, {});
        open("goals", goal);
    }
    RecordId make_milestone(std::string_view title, PartialDate due) {
        return make(Kind::milestone, [&](Draft& draft, RecordId made) {
            draft.set_text(made, milestone::title, title);
            draft.set(made, milestone::goal, Value::reference(goal));
            draft.set(made, milestone::due, Value::date(due));
        });
    }
    RecordId make_step(std::string_view title, RecordId milestone, PartialDate due) {
        return make(Kind::action, [&](Draft& draft, RecordId made) {
            draft.set_text(made, action::title, title);
            draft.set(made, action::goal, Value::reference(goal));
            draft.set(made, action::milestone, Value::reference(milestone));
            if (!due.empty()) draft.set(made, action::due, Value::date(due));
        });
    }
    void choose(std::string_view step, std::string_view what, Role role = Role::menuitem) {
        screen.get(Role::button, say("today.menu", step)).click();
        screen.get(role, what).click();
    }
    void view(std::string_view name) { screen.get(Role::radio, name).click(); }
    /// The entries of a list in their order.
    std::string entries(std::string_view list) {
        std::string names;
        const ImGuiID id = screen.get(Role::list, list).node().id;
        for (const Node& node : screen.tree().nodes()) {
            if (node.parent == id && node.role == Role::listitem)
                names += (names.empty() ? "" : ", ") + node.name;
        }
        return names;
    }
    ImVec2 middle_of(const Found& found) {
        const ImVec4 bounds = found.node().bounds;
        return {(bounds.x + bounds.z) * 0.5F, (bounds.y + bounds.w) * 0.5F};
    }
};

}  // namespace

TEST_CASE("the plan lists milestones with their steps, and counts") {
    WithPlan kith;
    CHECK(kith.entries(say("page.plan")) ==
        "Course begun, Read three job offers, Ask Rosa, Applied, Write the CV");
    CHECK(kith.screen.shows(say("plan.progress", 0, 3)));
    CHECK(kith.screen.get(Role::listitem, "Course begun")
            .description()
            .starts_with(joined({say("steps.milestone"), say("steps.counted", 0, 2)})));
    kith.screen.get(Role::checkbox, say("page.done_box", "Read three job offers")).click();
    CHECK(kith.entries(say("page.plan")) == "Course begun, Ask Rosa, Applied, Write the CV");
    CHECK(kith.screen.get(Role::progressbar, say("page.plan")).value() == "33%");
}

TEST_CASE("a step is typed with its day, its length and its rhythm, also into a milestone") {
    WithPlan kith;
    kith.screen.get(Role::textbox, say("page.steps_add")).click();
    kith.screen.type("Call Ben on 3 December, 20 min, every month");
    CHECK(kith.screen.shows(say(
        "steps.understood", joined({say("span.ahead.days", 13), say("words.minutes", 20), "every month"}))));
    kith.screen.press("Enter");
    const RecordId call = kith.called(Kind::action, "Call Ben");
    REQUIRE(call);
    CHECK(kith.workspace.date(call, action::due) == date(2026, 12, 3));
    CHECK(kith.workspace.integer(call, action::effort_minutes) == 20);
    CHECK(kith.workspace.text(call, action::repeats) == "every month");
    kith.screen.get(Role::listitem, "Applied").get(Role::button, say("steps.add_to", "Applied")).click();
    kith.screen.type("Ask for a reference");
    kith.screen.press("Enter");
    CHECK(kith.workspace.reference(kith.called(Kind::action, "Ask for a reference"), action::milestone) ==
        kith.apply);
}

TEST_CASE("steps move up and down by menu and by key, over to another milestone, and back with undo") {
    WithPlan kith;
    kith.choose("Ask Rosa", say("steps.up"));
    CHECK(kith.entries(say("page.plan")) ==
        "Course begun, Ask Rosa, Read three job offers, Applied, Write the CV");
    kith.screen.get(Role::link, "Ask Rosa").focus();
    kith.screen.press("Alt+ArrowDown");
    CHECK(kith.entries(say("page.plan")) ==
        "Course begun, Read three job offers, Ask Rosa, Applied, Write the CV");
    kith.screen.get(Role::button, say("today.menu", "Ask Rosa")).click();
    kith.screen.get(Role::menuitem, say("steps.to_milestone")).click();
    REQUIRE(kith.screen.has(Role::menu, say("steps.to_milestone_of", "Ask Rosa")));
    kith.screen.get(Role::menuitemcheckbox, "Applied").click();
    CHECK(kith.entries(say("page.plan")) ==
        "Course begun, Read three job offers, Applied, Write the CV, Ask Rosa");
    kith.screen.get(Role::button, say("toast.undo")).click();
    CHECK(kith.entries(say("page.plan")) ==
        "Course begun, Read three job offers, Ask Rosa, Applied, Write the CV");
    kith.choose("Applied", say("steps.up"));
    CHECK(kith.entries(say("page.plan")) ==
        "Applied, Write the CV, Course begun, Read three job offers, Ask Rosa");
}

TEST_CASE("a step waits for another, never for itself, and comes round again") {
    WithPlan kith;
    kith.screen.get(Role::button, say("today.menu", "Ask Rosa")).click();
    kith.screen.get(Role::menuitem, say("steps.wait_for")).click();
    CHECK_FALSE(kith.screen.has(Role::menuitemcheckbox, "Ask Rosa"));
    kith.screen.get(Role::menuitemcheckbox, "Read three job offers").click();
    CHECK(kith.screen.get(Role::listitem, "Ask Rosa")
            .description()
            .contains(say("plan.waits_for", "Read three job offers")));
    kith.screen.get(Role::button, say("today.menu", "Read three job offers")).click();
    kith.screen.get(Role::menuitem, say("steps.wait_for")).click();
    CHECK_FALSE(kith.screen.has(Role::menuitemcheckbox, "Ask Rosa"));
    kith.screen.press("Escape");
    kith.screen.get(Role::button, say("today.menu", "Write the CV")).click();
    kith.screen.get(Role::menuitem, say("steps.repeat")).click();
    kith.screen.get(Role::menuitemcheckbox, say("steps.fortnightly")).click();
    CHECK(kith.workspace.text(kith.write, action::repeats) == "every 2 weeks");
}

TEST_CASE("a step is edited in a dialog and taken for the week from its menu") {
    WithPlan kith;
    kith.choose("Write the CV", say("steps.edit"));
    REQUIRE(kith.screen.has(Role::dialog, "Write the CV"));
    kith.screen.get(Role::textbox, label_of(action::effort_minutes)).fill("90");
    kith.screen.get(Role::button, say("form.save")).click();
    CHECK(kith.workspace.integer(kith.write, action::effort_minutes) == 90);
    kith.choose("Write the CV", say("steps.this_week"));
    CHECK(kith.workspace.date(kith.write, action::week) == date(2026, 11, 16));
}

TEST_CASE("the board has what can be done, what waits and what is done, and keys take cards along") {
    WithPlan kith;
    kith.view(say("steps.board"));
    CHECK(kith.entries(say("steps.to_do")) == "Read three job offers, Ask Rosa, Write the CV");
    kith.screen.get(Role::link, "Ask Rosa").focus();
    kith.screen.press("Shift+ArrowRight");
    CHECK(kith.entries(say("steps.done")) == "Ask Rosa");
    CHECK_FALSE(kith.workspace.get(kith.ask, action::done_on).empty());
    kith.screen.get(Role::link, "Ask Rosa").focus();
    kith.screen.press("Shift+ArrowLeft");
    CHECK(kith.entries(say("steps.to_do")) == "Read three job offers, Ask Rosa, Write the CV");
    kith.view(say("steps.by_milestone"));
    CHECK(kith.entries("Applied") == "Write the CV");
    kith.screen.get(Role::link, "Ask Rosa").focus();
    kith.screen.press("Shift+ArrowRight");
    CHECK(kith.entries("Applied") == "Write the CV, Ask Rosa");
}

TEST_CASE("a card is dragged to another column; waiting asks for what") {
    WithPlan kith;
    kith.view(say("steps.board"));
    const ImVec2 done = kith.middle_of(kith.screen.get(Role::heading, joined({say("steps.done"), "0"})));
    kith.screen.drag(kith.middle_of(kith.screen.get(Role::link, "Write the CV")), {done.x, done.y + 40});
    CHECK_FALSE(kith.workspace.get(kith.write, action::done_on).empty());
    const ImVec2 waiting =
        kith.middle_of(kith.screen.get(Role::heading, joined({say("steps.waiting"), "0"})));
    kith.screen.drag(kith.middle_of(kith.screen.get(Role::link, "Ask Rosa")), {waiting.x, waiting.y + 40});
    REQUIRE(kith.screen.has(Role::menu, say("steps.wait_for_of", "Ask Rosa")));
    kith.screen.get(Role::menuitemcheckbox, "Read three job offers").click();
    CHECK(kith.entries(say("steps.waiting")) == "Ask Rosa");
}

TEST_CASE("the timeline is a list of dates to a screen reader, and arrows move a day") {
    WithPlan kith;
    kith.view(say("steps.timeline"));
    CHECK(kith.entries(say("steps.timeline_list")) ==
        "Course begun, Read three job offers, Ask Rosa, Applied, Write the CV");
    CHECK(kith.screen.get(Role::listitem, "Course begun").description() ==
        joined({say("steps.milestone"), say("words.by", "20 December")}));
    CHECK(kith.screen.get(Role::listitem, "Ask Rosa")
            .description()
            .starts_with(say("words.by", "27 November")));
    CHECK(kith.screen.get(Role::listitem, "Write the CV").description() == say("steps.no_day"));
    kith.screen.get(Role::listitem, "Ask Rosa").get(Role::link, "Ask Rosa").focus();
    kith.screen.press("ArrowRight");
    CHECK(kith.workspace.date(kith.ask, action::due) == date(2026, 11, 28));
    kith.screen.press("Shift+ArrowLeft");
    CHECK(kith.workspace.date(kith.ask, action::due) == date(2026, 11, 21));
    kith.screen.get(Role::listitem, "Write the CV").get(Role::button, say("steps.set_day")).click();
    kith.screen.get(Role::textbox, label_of(action::due)).fill("01/12/2026");
    kith.screen.get(Role::button, say("form.save")).click();
    CHECK(kith.workspace.date(kith.write, action::due) == date(2026, 12, 1));
}

TEST_CASE("a bar is dragged to another day") {
    WithPlan kith;
    kith.view(say("steps.timeline"));
    const ImVec2 bar =
        kith.middle_of(kith.screen.get(Role::listitem, "Course begun").get(Role::link, "Course begun"));
    kith.screen.drag(bar, {bar.x + 80, bar.y});
    const auto due = kith.workspace.date(kith.course, milestone::due).to_day();
    REQUIRE(due);
    CHECK(*due > date(2026, 12, 20).to_day());
    kith.screen.get(Role::button, say("toast.undo")).click();
    CHECK(kith.workspace.date(kith.course, milestone::due) == date(2026, 12, 20));
}

TEST_CASE("the view one chose stays from goal to goal, and a phone has all three") {
    WithPlan kith({.width = 390, .height = 844, .touch = true});
    kith.view(say("steps.timeline"));
    CHECK(kith.screen.has(Role::list, say("steps.timeline_list")));
    const RecordId other = kith.make_titled(Kind::goal, "Write a book");
    kith.open("goals", other);
    kith.open("goals", kith.goal);
    CHECK(kith.screen.has(Role::list, say("steps.timeline_list")));
    kith.view(say("steps.board"));
    CHECK(kith.screen.has(Role::list, say("steps.to_do")));
}
