// The Network screen: the picture by keyboard, the same as a list, and what it answers.
#include <doctest/doctest.h>

#include "town.h"

using namespace kith;
using namespace kith::ui;

TEST_CASE("the picture is walked with the arrow keys, and says who one stands on") {
    Town town;
    Found picture = town.screen.get(Role::application, "Picture of your network");
    picture.focus();
    CHECK(picture.description().starts_with("Arrow keys walk"));
    town.screen.press("ArrowRight");
    const std::string first = picture.description();
    CHECK(first.contains("Knows"));
    for (const char* key : {"ArrowLeft", "ArrowUp", "ArrowDown", "ArrowRight"})
        town.screen.press(key);
    CHECK(picture.description() != first);
}

TEST_CASE("a person chosen in the list is shown with a way to them") {
    Town town;
    town.screen.get(Role::radio, "List").click();
    town.screen.get(Role::row, "Agnes Wallin").click();
    CHECK(town.screen.has(Role::heading, "Agnes Wallin"));
    CHECK(town.screen.has(Role::heading, "How to get there"));
    town.screen.get(Role::button, "Show all").click();
    CHECK(town.screen.has(Role::heading, "Your network"));
}

TEST_CASE("answering that two know each other makes a tie, which undo takes back") {
    Town town;
    const std::size_t before = town.workspace.count(Kind::tie);
    town.screen.get(Role::button, "Yes").click();
    CHECK(town.workspace.count(Kind::tie) == before + 1);
    town.screen.press("Control+Z");
    CHECK(town.workspace.count(Kind::tie) == before);
}

TEST_CASE("the network of an earlier day has fewer people") {
    Town town;
    town.screen.get(Role::radio, "List").click();
    const auto rows = [&] { return town.screen.get(Role::grid, "Network").node().rows; };
    const int now = rows();
    town.screen.get(Role::slider, "Day shown").focus();
    town.screen.press("Home");
    town.screen.settle();
    CHECK(rows() < now);
}
