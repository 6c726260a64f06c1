#include "widgets/table.h"

#include <array>
#include <doctest/doctest.h>
#include <set>

#include "driver.h"
#include "widgets/texts.h"

using namespace kith::ui;

namespace {

constexpr std::array columns{
    Column{.key = "name", .title = "Name", .least = 160},
    Column{.key = "role", .title = "Role", .least = 120},
    Column{.key = "place", .title = "Place", .least = 120},
};

struct People {
    int count = 100;
    TableState state = {};
    std::set<int> selected = {};
    int opened = -1;
    int cells_drawn = 0;
    TableResult last = {};

    std::string name(int row) const { return (row == 70 ? "Zoë " : "Person ") + std::to_string(row); }

    void draw(Ui& ui, ImRect area) {
        TableRows rows{
            .count = count,
            .cell =
                [&](int row, std::size_t column, ImRect cell, bool) {
                    ++cells_drawn;
                    std::string text = column == 0
                        ? name(row)
                        : std::string(columns[column].title) + " " + std::to_string(row);
                    silent_label(ui, cell, text);
                    return text;
                },
            .name = [&](int row) { return name(row); },
            .key = [](int row) { return static_cast<std::uint64_t>(row) + 1000; },
            .selected = [&](int row) { return selected.contains(row); },
            .find = {},
        };
        const TableResult result = table(ui, area, "People", state, columns, rows);
        if (result.opened) opened = *result.opened;
        if (result.toggled && !selected.erase(*result.toggled)) selected.insert(*result.toggled);
        if (result.range) {
            for (int row = result.range->first; row <= result.range->second; ++row)
                selected.insert(row);
        }
        if (result.select_all) {
            for (int row = 0; row < count; ++row)
                selected.insert(row);
        }
        if (result.sort_changed) last = result;
    }
};

}  // namespace

TEST_CASE("a table says how big it is and draws only what is in sight") {
    Driver screen;
    People people{.count = 100'000};
    screen.show([&](Ui& ui) { people.draw(ui, {{24, 24}, {900, 600}}); });
    const Node& grid = screen.get(Role::grid, "People").node();
    CHECK(grid.rows == 100'001);
    CHECK(grid.columns == 3);
    people.cells_drawn = 0;
    screen.frame();
    CHECK(people.cells_drawn < 80);
    CHECK(screen.get(Role::row, "Person 3").node().row == 5);
    CHECK(screen.get(Role::gridcell, "Role 3").node().column == 2);
}

TEST_CASE("a table is walked, searched and selected by keyboard") {
    Driver screen;
    People people;
    screen.show([&](Ui& ui) { people.draw(ui, {{24, 24}, {900, 600}}); });
    screen.press("Tab");
    screen.press("Tab");
    screen.press("Tab");
    CHECK(screen.focused()->name == "Place");
    screen.press("Tab");
    CHECK(screen.focused()->name == "Person 0");
    screen.press("ArrowDown");
    CHECK(screen.focused()->name == "Person 1");
    screen.press("Enter");
    CHECK(people.opened == 1);
    screen.press("Space");
    screen.press("Shift+ArrowDown");
    screen.press("Shift+ArrowDown");
    CHECK(people.selected == std::set<int>{1, 2, 3});
    screen.press("End");
    CHECK(screen.focused()->name == "Person 99");
    CHECK(screen.focused()->bounds.z > 0);
    screen.press("Home");
    CHECK(screen.focused()->name == "Person 0");
    screen.press("PageDown");
    CHECK(people.state.cursor > 5);
    screen.type("zo");
    CHECK(screen.focused()->name == "Zoë 70");
    screen.press("Control+A");
    CHECK(people.selected.size() == 100);
}

TEST_CASE("a table is opened, selected and sorted by mouse") {
    Driver screen;
    People people;
    screen.show([&](Ui& ui) { people.draw(ui, {{24, 24}, {900, 600}}); });
    screen.get(Role::row, "Person 4").click();
    CHECK(people.opened == 4);
    screen.get(Role::row, "Person 6").hover();
    screen.get(Role::checkbox, "Select Person 6").click();
    CHECK(people.selected == std::set<int>{6});
    CHECK(people.opened == 4);
    screen.get(Role::columnheader, "Role").click();
    CHECK(people.state.sort_key == "role");
    CHECK(screen.get(Role::columnheader, "Role").node().sort == SortOrder::ascending);
    screen.get(Role::columnheader, "Role").click();
    CHECK(people.state.descending);
}

TEST_CASE("columns that don't fit are left out, the last first") {
    Driver screen({.width = 390, .height = 844});
    People people;
    screen.show([&](Ui& ui) { people.draw(ui, {{16, 24}, {374, 600}}); });
    CHECK(screen.has(Role::columnheader, "Name"));
    CHECK(screen.has(Role::columnheader, "Role"));
    CHECK_FALSE(screen.has(Role::columnheader, "Place"));
}
