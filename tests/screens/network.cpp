// The Network screen: the picture by keyboard, the same as a list, and what it answers.
#include <doctest/doctest.h>

#include "town.h"

using namespace kith;
using namespace kith::ui;

TEST_CASE("the picture is walked with the arrow keys, and says who one stands on") {
    Town town;
    Found picture = town.screen.get(Role::application, say("network.picture_name"));
    picture.focus();
    CHECK(picture.description().starts_with(say("network.picture_help")));
    town.screen.press("ArrowRight");
    const std::string first = picture.description();
    CHECK(says(first, "network.knows"));
    for (const char* key : {"ArrowLeft", "ArrowUp", "ArrowDown", "ArrowRight"})
        town.screen.press(key);
    CHECK(picture.description() != first);
}

TEST_CASE("a person chosen in the list is shown with a way to them") {
    Town town;
    town.screen.get(Role::radio, say("network.list")).click();
    town.screen.get(Role::row, "Agnes Wallin").click();
    CHECK(town.screen.has(Role::heading, "Agnes Wallin"));
    CHECK(town.screen.has(Role::heading, say("network.ways")));
    town.screen.get(Role::button, say("network.all")).click();
    CHECK(town.screen.has(Role::heading, say("network.title")));
}

TEST_CASE("answering that two know each other makes a tie, which undo takes back") {
    Town town;
    const std::size_t before = town.workspace.count(Kind::tie);
    town.screen.get(Role::button, say("network.yes")).click();
    CHECK(town.workspace.count(Kind::tie) == before + 1);
    town.screen.press("Control+Z");
    CHECK(town.workspace.count(Kind::tie) == before);
}

TEST_CASE("the network of an earlier day has fewer people") {
    Town town;
    town.screen.get(Role::radio, say("network.list")).click();
    const auto rows = [&] { return town.screen.get(Role::grid, say("nav.network")).node().rows; };
    const int now = rows();
    town.screen.get(Role::slider, say("network.day")).focus();
    town.screen.press("Home");
    town.screen.settle();
    CHECK(rows() < now);
}

TEST_CASE("what the picture's choices are set to is read whole; on a phone two share a line") {
    constexpr float letter = 0.55F * 15, frame = 46;  // of the tests' font; padding and the sign
    for (const Stage stage : {Stage{}, Stage{.width = 390, .height = 844, .touch = true}}) {
        Town town(stage);
        std::vector<float> widths;
        for (const char* name : {"network.colour", "network.size", "network.layout"}) {
            const Node& node = town.screen.get(Role::combobox, say(name)).node();
            widths.push_back(node.bounds.z - node.bounds.x);
            CAPTURE(node.value);
            // A phone has room for the browser's narrower letters only.
            if (!stage.touch) CHECK(widths.back() >= static_cast<float>(node.value.size()) * letter + frame);
        }
        if (stage.touch) CHECK(widths[0] == widths[1]);
    }
}

TEST_CASE("in a low window, and with large text, the network scrolls, and nothing lies over something else") {
    for (const Stage stage : {Stage{.width = 800, .height = 300}, Stage{.width = 390, .height = 420}}) {
        CAPTURE(stage.width);
        Town kith{stage};
        kith.screen.settle();
        const auto bar = kith.screen.get(Role::toolbar, say("network.tools")).node().bounds;
        for (const std::string_view name : {say("network.tools_name"), say("network.view_tools")}) {
            const auto box = kith.screen.get(Role::toolbar, name).node().bounds;
            CHECK((box.w <= box.y || box.y >= bar.w));  // out of sight further down, or below the bar
        }
        kith.screen.get(Role::link, say("nav.people")).click();
        CHECK(kith.screen.has(Role::grid, say("nav.people")));
    }
}
