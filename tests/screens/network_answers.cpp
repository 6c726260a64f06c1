// What the Network screen answers: ways to a person, an organisation, a role, to where a goal leads; whom to
// introduce; who came through which event.
#include <doctest/doctest.h>

#include "town.h"
#include "workspace/names.h"

using namespace kith;
using namespace kith::ui;

namespace {

void find(Town& town, const char* words) {
    town.screen.get(Role::combobox, "Find somebody or a way").fill(words);
    town.screen.press("Enter");
    town.screen.settle();
}

}  // namespace

TEST_CASE("a way to an organisation is found by its name, and planned into Today") {
    Town town;
    find(town, "st. anna hospital");
    CHECK(town.screen.has(Role::heading, "How to get there"));
    CHECK(town.screen.has(Role::button, "Plan it"));
    const std::size_t before = town.workspace.count(Kind::action);
    town.screen.get(Role::button, "Plan it").click();
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
    CHECK(town.screen.has(Role::heading, "To xyzzy"));
    CHECK(town.screen.has(
        Role::paragraph, "Nobody is called “xyzzy”, and no organisation, role or skill either."));
    town.screen.get(Role::button, "Show all").click();
    CHECK(town.screen.has(Role::heading, "Your network"));
}

TEST_CASE("somebody in a role is found by the role") {
    Town town;
    find(town, "deputy director");
    CHECK_FALSE(town.screen.has(Role::heading, "Your network"));
    CHECK(town.screen.has(Role::heading, "How to get there"));
}

TEST_CASE("an introduction is asked for from the way to somebody, and waits in Give & ask") {
    Town town;
    find(town, "Jonas Weber");
    const std::size_t before = town.workspace.count(Kind::favour);
    town.screen.get(Role::button, "Ask for it").click();
    town.screen.get(Role::button, "Copy the text").click();
    town.screen.get(Role::button, "Yes, note it").click();
    REQUIRE(town.workspace.count(Kind::favour) == before + 1);
    const RecordId favour = town.workspace.all(Kind::favour).back();
    CHECK(town.workspace.text(favour, favour::kind) == "introduction");
    CHECK(town.workspace.text(favour, favour::stage) == "asked");
    CHECK(record_name(town.workspace, town.workspace.reference(favour, favour::introduced)) == "Jonas Weber");
}

TEST_CASE("a goal shows where it leads, what is missing and whom to get back to") {
    Town town;
    const RecordId goal = town.workspace.all(Kind::goal).front();
    const std::string name = record_name(town.workspace, goal);
    town.choose("For a goal", name.c_str());
    town.screen.settle();
    CHECK(town.screen.has(Role::heading, name.c_str()));
    CHECK(town.screen.has(Role::heading, "How to get there"));
    CHECK(town.screen.has(Role::list, "What is missing"));
    CHECK(town.screen.has(Role::heading, "Worth getting back to"));
    town.screen.get(Role::button, "Show all").click();
    CHECK(town.screen.has(Role::heading, "Your network"));
}

TEST_CASE("what an introduction would change is shown for two who were suggested") {
    Town town;
    town.screen.get(Role::button, "What would change").click();
    CHECK(town.screen.has(Role::heading, "2 people selected"));
    CHECK(town.screen.has(Role::button, "Introduce them"));
}

TEST_CASE("who came through which event is told, up to the day that is looked at") {
    Town town;
    const auto told = [&] { return town.screen.has(Role::link, "ESC Congress"); };
    CHECK(town.screen.has(Role::list, "Who came through events"));
    CHECK(told());
    town.screen.get(Role::slider, "Day shown").focus();
    town.screen.press("Home");
    town.screen.settle();
    CHECK_FALSE(told());
}

TEST_CASE("organisations and events are drawn where they are wanted") {
    Town town;
    town.screen.get(Role::button, "Filter").click();
    const auto picture = [&] {
        town.screen.get(Role::button, "Save").click();
        town.screen.get(Role::menuitem, "Picture (SVG)").click();
        return town.screen.host().saved.back().bytes;
    };
    CHECK_FALSE(picture().contains("<title>ESC Congress</title>"));
    CHECK_FALSE(picture().contains("<title>City Clinic</title>"));
    town.screen.get(Role::checkbox, "Events too").click();
    town.screen.get(Role::checkbox, "Organisations too").click();
    town.screen.settle();
    CHECK(picture().contains("<title>ESC Congress</title>"));
    CHECK(picture().contains("<title>City Clinic</title>"));
}

TEST_CASE("a filter by last contact leaves those out of touch") {
    Town town;
    town.show_list();
    const int everyone = town.listed();
    town.screen.get(Role::button, "Filter").click();
    town.choose("Last contact", "Three years or more ago");
    CHECK(town.listed() < everyone);
}
