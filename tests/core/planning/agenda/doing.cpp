// What a person does about an item of the agenda: each is one step, and off the list as it was meant.
#include "planning/agenda/doing.h"

#include "../world.h"
#include "planning/agenda/put_off.h"

using namespace kith;
using namespace kith::testing;

namespace {

struct Listed : World {
    Agenda agenda;

    explicit Listed(std::string_view story) : World(story) { read(); }

    void read() {
        Insight insight(workspace);
        agenda.update(insight, today);
    }
    const AgendaItem& item(AgendaKind kind) {
        read();
        const auto at = std::ranges::find(agenda.items(), kind, &AgendaItem::kind);
        REQUIRE(at != agenda.items().end());
        return *at;
    }
    bool lists(AgendaKind kind) {
        read();
        return std::ranges::contains(agenda.items(), kind, &AgendaItem::kind);
    }
};

constexpr std::string_view report = R"(
[person ben]
given_name = Ben
[action report]
title = Send the report
promised_by = me
people = ben
due = today-2
)";
constexpr std::string_view close_friend = "[person ben]\ngiven_name = Ben\ncircle = 15\n";
constexpr std::string_view birthday = "[person mia]\ngiven_name = Mia\nbirthday = 1990-11-21\n";

}  // namespace

TEST_CASE("an item that is done is off the list") {
    Listed world(report);
    const AgendaItem item = world.item(AgendaKind::promise_mine);
    CHECK(carry_out(world, do_item(world.workspace, item, "Send it", world.today, world.random)) ==
        "today.done(Send it)");
    CHECK(world.workspace.date(item.record, action::done_on).to_day() == world.today);
    CHECK_FALSE(world.lists(AgendaKind::promise_mine));
}

TEST_CASE("an item is put off until a day, and brought back before it") {
    Listed world(report);
    const AgendaItem item = world.item(AgendaKind::promise_mine);
    CHECK(carry_out(world, put_off_item(world.workspace, item, "Send it", world.today + days{3})) ==
        "today.put_off(Send it)");
    CHECK(put_off_until(world.workspace, item, world.today) == world.today + days{3});
    CHECK(carry_out(world, bring_back_item(world.workspace, item, "Send it", world.today)) ==
        "today.bring_back_change(Send it)");
    CHECK_FALSE(put_off_until(world.workspace, item, world.today));
}

TEST_CASE("a due contact waits for a reply, and is brought back by hand") {
    Listed world(close_friend);
    const AgendaItem item = world.item(AgendaKind::due_contact);
    CHECK(carry_out(world, wait_for_reply(item, "Ben", world.today)) == "today.put_off(Ben)");
    CHECK_FALSE(world.lists(AgendaKind::due_contact));
    CHECK(carry_out(world, bring_back_contact(item.record, "Ben")) == "today.bring_back_change(Ben)");
    CHECK(world.lists(AgendaKind::due_contact));
}

TEST_CASE("an item that is left out never comes back") {
    Listed world(birthday);
    const AgendaItem item = world.item(AgendaKind::celebrate);
    CHECK(carry_out(world, leave_out_item(world.workspace, item, "Birthday", world.today, world.random)) ==
        "today.leave_out(Birthday)");
    CHECK_FALSE(world.lists(AgendaKind::celebrate));
}

TEST_CASE("an item's id stays the same from day to day, and its first digits will do") {
    Listed world(std::string(report) + std::string(birthday));
    const std::string id = id_of(world.item(AgendaKind::promise_mine));
    CHECK(id.size() == 12);
    CHECK(id != id_of(world.item(AgendaKind::celebrate)));
    world.edit([&](Draft& draft) {
        draft.set_text(world.find(Kind::action, "Send the report"), action::title, "Send all of it");
    });
    world.today += days{1};
    CHECK(id_of(world.item(AgendaKind::promise_mine)) == id);
    const auto found = items_called(world.agenda.items(), std::string_view(id).substr(0, 6));
    REQUIRE(found.size() == 1);
    CHECK(found[0]->kind == AgendaKind::promise_mine);
    CHECK(items_called(world.agenda.items(), "").empty());
    CHECK(items_called(world.agenda.items(), "no id").empty());
}

TEST_CASE("several occasions of one person have ids of their own") {
    Listed world(R"(
[organisation clinic]
name = City Clinic
[person mia]
given_name = Mia
birthday = 1990-11-21
[affiliation job]
person = mia
organisation = clinic
role = Nurse
from = 2020-11-21
)");
    world.read();
    std::vector<std::string> ids;
    for (const AgendaItem& item : world.agenda.items()) {
        if (item.kind == AgendaKind::celebrate) ids.push_back(id_of(item));
    }
    REQUIRE(ids.size() == 2);
    CHECK(ids[0] != ids[1]);
}
