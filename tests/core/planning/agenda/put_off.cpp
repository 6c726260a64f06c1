#include "planning/agenda/put_off.h"

#include "../world.h"

using namespace kith;
using namespace kith::testing;

TEST_CASE("what is put off comes back on its day, late as it is, and undo brings it back at once") {
    World world(R"(
[person ben]
given_name = Ben
[action report]
title = Send the report
promised_by = me
people = ben
due = today-2
)");
    Agenda agenda;
    agenda.update(world.insight, world.today);
    REQUIRE(agenda.items().size() == 1);
    const AgendaItem item = agenda.items()[0];
    CHECK_FALSE(put_off_until(world.workspace, item, world.today));
    CHECK_FALSE(anything_put_off(world.workspace, world.today));
    world.edit([&](Draft& draft) { put_off(draft, world.workspace, item, world.today + days{3}); });
    CHECK(put_off_until(world.workspace, item, world.today) == world.today + days{3});
    CHECK(put_off_until(world.workspace, item, world.today + days{2}));
    CHECK(anything_put_off(world.workspace, world.today + days{2}));
    CHECK_FALSE(anything_put_off(world.workspace, world.today + days{3}));
    CHECK_FALSE(put_off_until(world.workspace, item, world.today + days{3}));
    CHECK(world.workspace.date(item.record, action::due).to_day() == world.today - days{2});
    world.edit([&](Draft& draft) { put_off(draft, world.workspace, item, world.today + days{9}); });
    CHECK(put_off_until(world.workspace, item, world.today) == world.today + days{9});
    REQUIRE(world.workspace.undo(world.now()));
    REQUIRE(world.workspace.undo(world.now()));
    CHECK_FALSE(put_off_until(world.workspace, item, world.today));
}

TEST_CASE("a due contact is put off on the person's own record") {
    World world("[person ben]\ngiven_name = Ben\ncircle = 15\n");
    Agenda agenda;
    agenda.update(world.insight, world.today);
    REQUIRE(agenda.items().size() == 1);
    world.edit(
        [&](Draft& draft) { put_off(draft, world.workspace, agenda.items()[0], world.today + days{7}); });
    CHECK(world.workspace.date(world.person("Ben"), person::snoozed_until).to_day() == world.today + days{7});
    agenda.update(world.insight, world.today);
    CHECK(agenda.items().empty());
    agenda.update(world.insight, world.today + days{7});
    CHECK(agenda.items().size() == 1);
}
