// What the Network screen answers: ways to a person, an organisation, a role, to where a goal leads; whom to
// introduce; who came through which event.
#include <doctest/doctest.h>

#include "town.h"
#include "workspace/names.h"

using namespace kith;
using namespace kith::ui;

namespace {

void find(Town& town, const char* words) {
    town.screen.get(Role::combobox, say("network.find")).fill(words);
    town.screen.press("Enter");
    town.screen.settle();
}

}  // namespace

TEST_CASE("a way to an organisation is found by its name, and planned into Today") {
    Town town;
    find(town, "st. anna hospital");
    CHECK(town.screen.has(Role::heading, say("network.ways")));
    CHECK(town.screen.has(Role::button, say("network.plan")));
    const std::size_t before = town.workspace.count(Kind::action);
    town.screen.get(Role::button, say("network.plan")).click();
    REQUIRE(town.workspace.count(Kind::action) == before + 1);
    const RecordId action = town.workspace.all(Kind::action).back();
    const std::string title(town.workspace.text(action, action::title));
    town.app.go_to("today");
    town.screen.settle();
    CHECK(town.screen.has(Role::listitem, title.c_str()));
    town.screen.press("Control+Z");
    CHECK(town.workspace.count(Kind::action) == before);
}

TEST_CASE("a name with a slip finds the person, and what is nobody's says so") {
    Town town;
    find(town, "jonas webr");
    CHECK(town.screen.has(Role::heading, "Jonas Weber"));
    find(town, "xyzzy");
    CHECK(town.screen.has(Role::heading, say("network.to", "xyzzy")));
    CHECK(town.screen.has(Role::paragraph, say("network.nobody_called", "xyzzy")));
    town.screen.get(Role::button, say("network.all")).click();
    CHECK(town.screen.has(Role::heading, say("network.title")));
}

TEST_CASE("somebody in a role is found by the role") {
    Town town;
    find(town, "deputy director");
    CHECK_FALSE(town.screen.has(Role::heading, say("network.title")));
    CHECK(town.screen.has(Role::heading, say("network.ways")));
}

TEST_CASE("an introduction is asked for from the way to somebody, and waits in Give & ask") {
    Town town;
    find(town, "Jonas Weber");
    const std::size_t before = town.workspace.count(Kind::favour);
    town.screen.get(Role::button, say("network.ask_introduction")).click();
    town.screen.get(Role::button, say("message.copy")).click();
    town.screen.get(Role::button, say("message.sent")).click();
    REQUIRE(town.workspace.count(Kind::favour) == before + 1);
    const RecordId favour = town.workspace.all(Kind::favour).back();
    CHECK(town.workspace.choice(favour, favour::kind) == favour::kind::introduction);
    CHECK(town.workspace.choice(favour, favour::stage) == favour::stage::asked);
    CHECK(record_name(town.workspace, town.workspace.reference(favour, favour::introduced)) == "Jonas Weber");
}

TEST_CASE("a goal shows where it leads, what is missing and whom to get back to") {
    Town town;
    const RecordId goal = town.workspace.all(Kind::goal).front();
    const std::string name = record_name(town.workspace, goal);
    town.choose(say("network.for_goal"), name.c_str());
    town.screen.settle();
    CHECK(town.screen.has(Role::heading, name.c_str()));
    CHECK(town.screen.has(Role::heading, say("network.ways")));
    CHECK(town.screen.has(Role::list, say("network.gaps")));
    CHECK(town.screen.has(Role::heading, say("network.reconnect")));
    town.screen.get(Role::button, say("network.all")).click();
    CHECK(town.screen.has(Role::heading, say("network.title")));
}

TEST_CASE("what an introduction would change is shown for two who were suggested") {
    Town town;
    town.screen.get(Role::button, say("network.what_changes")).click();
    CHECK(town.screen.has(Role::heading, say("network.selected", 2)));
    CHECK(town.screen.has(Role::button, say("network.introduce")));
}

TEST_CASE("who came through which event is told, up to the day that is looked at") {
    Town town;
    const auto told = [&] { return town.screen.has(Role::link, "ESC Congress"); };
    CHECK(town.screen.has(Role::list, say("network.arrivals")));
    CHECK(told());
    town.screen.get(Role::slider, say("network.day")).focus();
    town.screen.press("Home");
    town.screen.settle();
    CHECK_FALSE(told());
}

TEST_CASE("organisations and events are drawn where they are wanted") {
    Town town;
    town.screen.get(Role::button, say("network.filter")).click();
    const auto picture = [&] {
        town.screen.get(Role::button, say("network.save")).click();
        town.screen.get(Role::menuitem, say("network.save_svg")).click();
        return town.screen.host().saved.back().bytes;
    };
    CHECK_FALSE(picture().contains("<title>ESC Congress</title>"));
    CHECK_FALSE(picture().contains("<title>City Clinic</title>"));
    town.screen.get(Role::checkbox, say("network.also_events")).click();
    town.screen.get(Role::checkbox, say("network.also_organisations")).click();
    town.screen.settle();
    CHECK(picture().contains("<title>ESC Congress</title>"));
    CHECK(picture().contains("<title>City Clinic</title>"));
}

TEST_CASE("a filter by last contact leaves those out of touch") {
    Town town;
    town.show_list();
    const int everyone = town.listed();
    town.screen.get(Role::button, say("network.filter")).click();
    town.choose(say("network.filter_contact"), say("network.last_dormant"));
    CHECK(town.listed() < everyone);
}
