// Today: what is due, why, and how it leaves the list.
#include "ui/today.h"

#include <doctest/doctest.h>

#include "model/fields.h"
#include "with_sample.h"

using namespace kith;
using namespace kith::ui;

namespace {

constexpr std::string_view report = "Send Ben the triage report";

}  // namespace

TEST_CASE("Kith opens on Today, and offers ways to begin while there is nobody") {
    Random random{7};
    Workspace workspace{ReplicaId{1}};
    Driver screen;
    App app{screen.host(), workspace, random, Catalogue::english()};
    screen.show(app);
    CHECK(screen.get(Role::link, "Today").node().current);
    CHECK(screen.has(Role::heading, "Your career runs through people"));
    CHECK_FALSE(screen.has(Role::button, "Log a contact"));
}

TEST_CASE("today names what is due, with the reason, and the person is one step away") {
    WithSample kith;
    CHECK(kith.screen.has(Role::heading, "Friday, 20 November"));
    for (std::string_view card : {"Promised", "Follow up", "Give and ask", "Keep in touch", "Celebrate"})
        CHECK(kith.screen.has(Role::list, card));
    const Found line = kith.screen.get(Role::listitem, report);
    CHECK(line.description().contains("Ben Okafor"));
    CHECK(line.description().ends_with(" · today"));
    kith.screen.get(Role::link, report).click();
    CHECK(kith.screen.has(Role::heading, "Ben Okafor"));
}

TEST_CASE("the tag says when, and the reasons do not say it again") {
    WithSample kith;
    for (const Node& node : kith.screen.tree().nodes()) {
        if (node.role != Role::listitem) continue;
        CAPTURE(node.name);
        CAPTURE(node.description);
        CHECK_FALSE(node.description.contains("It is in"));
        CHECK_FALSE(node.description.contains("Due in"));
        CHECK_FALSE(node.description.contains("Was due"));
    }
}

TEST_CASE("what is ticked off leaves the list, and comes back with undo") {
    WithSample kith;
    kith.screen.get(Role::listitem, report).get(Role::checkbox, "Done: Send Ben the triage report").click();
    CHECK_FALSE(kith.screen.has(Role::listitem, report));
    kith.screen.get(Role::button, "Undo").click();
    CHECK(kith.screen.has(Role::listitem, report));
    kith.screen.get(Role::listitem, report).get(Role::button, "Done").click();
    CHECK_FALSE(kith.screen.has(Role::listitem, report));
}

TEST_CASE("what is set aside comes back on its day") {
    WithSample kith;
    const auto menu = [&] {
        kith.screen.get(Role::button, "More for: Send Ben the triage report").click();
        REQUIRE(kith.screen.has(Role::menu, "More for: Send Ben the triage report"));
    };
    menu();
    kith.screen.get(Role::menuitem, "Set aside for a week").click();
    CHECK_FALSE(kith.screen.has(Role::listitem, report));
    kith.screen.get(Role::button, "Undo").click();
    menu();
    kith.screen.get(Role::menuitem, "Set aside until a date …").click();
    kith.screen.get(Role::textbox, "Comes back on").fill("19/11/2026");
    kith.screen.get(Role::button, "Set aside").click();
    CHECK(kith.screen.shows("Choose a day after today."));
    kith.screen.get(Role::textbox, "Comes back on").fill("23/11/2026");
    kith.screen.get(Role::button, "Set aside").click();
    CHECK_FALSE(kith.screen.has(Role::dialog, "Set aside until a date"));
    CHECK_FALSE(kith.screen.has(Role::listitem, report));
    kith.screen.host().clock += std::chrono::days{3};
    kith.screen.settle();
    CHECK(kith.screen.has(Role::listitem, report));
    CHECK(kith.screen.get(Role::listitem, report).description().ends_with("3 days late"));
}

TEST_CASE("what was set aside can be looked at, and brought back") {
    WithSample kith;
    kith.screen.get(Role::button, "More for: Send Ben the triage report").click();
    kith.screen.get(Role::menuitem, "Set aside for a week").click();
    kith.screen.wait(std::chrono::seconds{11});  // until the message below has gone
    kith.screen.get(Role::button, "One thing set aside").click();
    const Found list = kith.screen.get(Role::list, "Set aside");
    CHECK(list.get(Role::listitem, report).description() == "until 27 November");
    CHECK_FALSE(kith.screen.get(Role::list, "Promised").has(Role::listitem, report));
    list.get(Role::button, "Bring back").click();
    CHECK(kith.screen.get(Role::list, "Promised").has(Role::listitem, report));
    CHECK_FALSE(kith.screen.has(Role::button, "One thing set aside"));
}

TEST_CASE("who is due can wait until they reply") {
    WithSample kith;
    const Found list = kith.screen.get(Role::list, "Keep in touch");
    std::string first;
    for (const Node& node : kith.screen.tree().nodes()) {
        if (node.role == Role::listitem && node.name.starts_with("Get in touch with ")) {
            first = node.name;
            break;
        }
    }
    REQUIRE_FALSE(first.empty());
    const RecordId person =
        kith.called(Kind::person, first.substr(std::string_view("Get in touch with ").size()));
    REQUIRE(person);
    kith.screen.get(Role::button, "More for: " + first).click();
    kith.screen.get(Role::menuitem, "Set aside until they reply").click();
    CHECK_FALSE(kith.screen.has(Role::listitem, first));
    CHECK_FALSE(kith.workspace.date(person, person::awaiting_reply).empty());
}

TEST_CASE("getting in touch opens the log with that person, and logging it settles it") {
    WithSample kith;
    kith.screen.get(Role::list, "Keep in touch").get(Role::button, "Get in touch").click();
    REQUIRE(kith.screen.has(Role::dialog, "Log a contact"));
    kith.screen.get(Role::button, "Save").click();
    CHECK_FALSE(kith.screen.has(Role::dialog, "Log a contact"));
}

TEST_CASE("the rail counts what is for today") {
    WithSample kith;
    const std::string before = kith.screen.get(Role::link, "Today").description();
    REQUIRE_FALSE(before.empty());
    kith.screen.get(Role::listitem, report).get(Role::button, "Done").click();
    CHECK(std::stoi(kith.screen.get(Role::link, "Today").description()) == std::stoi(before) - 1);
}

TEST_CASE("with nothing due Today says so") {
    WithSample kith;
    kith.screen.get(Role::link, "Settings").click();
    kith.screen.get(Role::button, "Remove").click();
    kith.screen.get(Role::link, "People").click();
    kith.screen.get(Role::button, "Add someone you know").click();
    kith.screen.type("Eva");
    kith.screen.press("Enter");
    kith.screen.get(Role::link, "Today").click();
    CHECK(kith.screen.shows("Nothing is due"));
}

TEST_CASE("on a phone each line has its tick and its menu") {
    WithSample kith("Today", {.width = 390, .height = 844, .touch = true});
    CHECK(kith.screen.has(Role::checkbox, "Done: Send Ben the triage report"));
    kith.screen.get(Role::button, "More for: Send Ben the triage report").click();
    kith.screen.get(Role::menuitem, "Do it").click();
    CHECK_FALSE(kith.screen.has(Role::listitem, report));
}

TEST_CASE("the rhythm says what it asks, and is relaxed only with a yes") {
    WithSample kith;
    kith.screen.get(Role::button, "Look at the rhythm").click();
    REQUIRE(kith.screen.has(Role::dialog, "Rhythm"));
    CHECK_FALSE(kith.screen.has(Role::button, "Relax these"));
    kith.screen.get(Role::textbox, "Contacts a month you have time for").fill("many");
    kith.screen.press("Enter");
    CHECK(kith.screen.shows("This is not a whole number."));
    kith.screen.get(Role::textbox, "Contacts a month you have time for").fill("3");
    kith.screen.press("Enter");
    REQUIRE(kith.screen.has(Role::heading, "What could be relaxed"));
    const auto rhythms = [&] {
        int own = 0;
        kith.workspace.for_each(Kind::person, [&](RecordId person) {
            own += kith.workspace.get(person, person::cadence_days).empty() ? 0 : 1;
        });
        return own;
    };
    const int before = rhythms();
    kith.screen.get(Role::button, "Relax these").click();
    CHECK_FALSE(kith.screen.has(Role::dialog, "Rhythm"));
    CHECK(rhythms() > before);
    kith.screen.get(Role::button, "Undo").click();
    CHECK(rhythms() == before);
    CHECK(kith.screen.has(Role::button, "Relax some"));
}
