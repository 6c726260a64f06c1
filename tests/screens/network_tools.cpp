// The tools of the Network screen: who is shown, who is selected, who knows whom, where people stand, and
// what goes out as files.
#include <doctest/doctest.h>

#include "town.h"
#include "workspace/names.h"

using namespace kith;
using namespace kith::ui;

TEST_CASE("a filter leaves those of a circle in the list, and showing everyone brings the others back") {
    Town town;
    town.show_list();
    const int everyone = town.listed();
    town.screen.get(Role::button, say("network.filter")).click();
    town.choose(say("network.filter_circle"), option_of(person::circle, "15"));
    CHECK(town.listed() < everyone);
    CHECK(town.listed() > 1);
    town.screen.get(Role::button, say("network.clear_filter")).click();
    CHECK(town.listed() == everyone);
}

TEST_CASE("a filter by goal leaves those who have to do with it") {
    Town town;
    town.show_list();
    const int everyone = town.listed();
    town.screen.get(Role::button, say("network.filter")).click();
    const RecordId goal = town.workspace.all(Kind::goal).front();
    town.choose(say("network.filter_goal"), record_name(town.workspace, goal).c_str());
    CHECK(town.listed() < everyone);
    CHECK(town.listed() > 1);
}

TEST_CASE("a person who is hidden is not walked to and not listed, until everyone is shown again") {
    Town town;
    town.show_list();
    const int everyone = town.listed();
    town.screen.get(Role::row, "Agnes Wallin").click();
    town.screen.get(Role::button, say("network.hide")).click();
    CHECK(town.listed() == everyone - 1);
    CHECK_FALSE(town.screen.has(Role::row, "Agnes Wallin"));
    town.screen.get(Role::button, say("network.filter")).click();
    town.screen.get(Role::button, say("network.clear_filter")).click();
    CHECK(town.listed() == everyone);
}

TEST_CASE("two are selected by keyboard and shown alone") {
    Town town;
    town.picture().focus();
    town.screen.press("ArrowRight");
    town.screen.press("Space");
    for (const char* key : {"ArrowRight", "ArrowDown", "ArrowLeft", "ArrowUp"})
        town.screen.press(key);
    town.screen.press("Space");
    town.screen.get(Role::button, say("network.all")).click();
    CHECK(town.screen.has(Role::heading, say("network.selected", 2)));
    town.screen.get(Role::button, say("network.show_only")).click();
    town.show_list();
    CHECK(town.listed() == 3);  // and the row of titles
}

TEST_CASE("drawing around everyone selects everyone") {
    Town town;
    town.screen.get(Role::button, say("network.tool_select")).click();
    const ImVec4 box = town.picture().node().bounds;
    const float left = box.x + 60, right = box.z - 4;
    town.screen.drag_along({{left, box.y + 4}, {right, box.y + 4}, {right, box.w - 4}, {left, box.w - 4}});
    CHECK(town.screen.has(Role::list, say("network.selected_list")));
    town.screen.get(Role::button, say("network.select_none")).click();
    CHECK_FALSE(town.screen.has(Role::list, say("network.selected_list")));
}

TEST_CASE("noting who knows whom goes by keyboard: the tool, one person, the other") {
    Town town;
    town.screen.get(Role::button, say("network.tool_connect")).click();
    town.picture().focus();
    town.screen.press("ArrowRight");
    town.screen.press("Enter");
    const std::size_t before = town.workspace.count(Kind::tie);
    // Walking goes along ties first, so among the first steps is somebody who is known already.
    bool made = false;
    for (int tries = 0; tries < 12 && !made; ++tries) {
        town.screen.press(tries % 2 == 0 ? "ArrowRight" : "ArrowDown");
        town.screen.press("Enter");
        made = town.workspace.count(Kind::tie) > before;
        if (!made) town.screen.press("Enter");  // begins again from whom one stands on
    }
    CHECK(made);
    town.screen.press("Control+Z");
    CHECK(town.workspace.count(Kind::tie) == before);
}

TEST_CASE("a person who is kept in their place stays there, and undo lets them go") {
    Town town;
    town.show_list();
    town.screen.get(Role::row, "Agnes Wallin").click();
    town.screen.get(Role::button, say("network.pin")).click();
    CHECK(town.screen.get(Role::button, say("network.pin")).node().pressed == Tri::yes);
    town.screen.press("Control+Z");
    CHECK(town.screen.get(Role::button, say("network.pin")).node().pressed == Tri::no);
}

TEST_CASE("a person is added from the picture and stands there") {
    Town town;
    town.screen.get(Role::button, say("network.tool_add")).click();
    town.picture().focus();
    town.screen.press("Enter");
    town.screen.get(Role::textbox, say("add.given")).fill("Nadia");
    town.screen.get(Role::button, say("add.add")).click();
    CHECK(town.screen.has(Role::heading, "Nadia"));
    CHECK(town.screen.get(Role::button, say("network.pin")).node().pressed == Tri::yes);
}

TEST_CASE("people stand in rings around the user by circle and by steps") {
    Town town;
    for (const std::string& layout : {say("network.around_circles_short"), say("network.around_steps_short"),
             say("network.around_ties_short")}) {
        town.choose(say("network.layout"), layout);
        town.picture().focus();
        town.screen.press("ArrowRight");
        CHECK(says(town.picture().description(), "network.knows"));
    }
}

TEST_CASE("the colours are explained beside the picture") {
    Town town;
    CHECK(town.screen.has(Role::list, say("network.legend")));
    town.choose(say("network.colour"), say("network.by_freshness"));
    CHECK(town.screen.has(Role::listitem, say("network.last_quarter")));
}

TEST_CASE("the picture and the graph are saved as files") {
    Town town;
    const auto save = [&](std::string_view item) {
        town.screen.get(Role::button, say("network.save")).click();
        town.screen.get(Role::menuitem, item).click();
        return town.screen.host().saved.back();
    };
    const auto picture = save(say("network.save_svg"));
    CHECK(picture.name == "kith-network.svg");
    CHECK(picture.bytes.starts_with("<svg"));
    CHECK(picture.bytes.contains("Agnes Wallin"));
    CHECK(save(say("network.save_png")).name == "kith-network.png");
    CHECK(save(say("network.save_graphml")).bytes.contains("<graphml"));
    CHECK(save(say("network.save_gexf")).bytes.contains("<gexf"));
    CHECK(save(say("network.save_dot")).bytes.contains("Agnes Wallin"));
}
