#include "planning/goals/if_then.h"

#include "../world.h"

using namespace kith;
using namespace kith::testing;

namespace {

constexpr std::string_view story = R"(
[event esc]
name = ESC Congress
from = 2026-12-03
to = 2026-12-05
[opportunity ward]
title = Ward Lead at St. Anna
goal = lead
stage = applied
[opportunity other]
title = Something else
stage = declined
[goal lead]
wish = Lead a cardiac ward
obstacles = No time | I have heard nothing by 1 December | Call Ingrid
obstacles = Shyness | I come home from the ESC Congress | Write to the three I met
obstacles = Shyness | a week remains before the ESC Congress | Ask Rosa whom to meet
obstacles = A no | I am declined after an interview | Ask for feedback within two days
obstacles = Doubt | I lose heart | Read the letter from Rosa
obstacles = Delay | three weeks have gone by: in 3 weeks | Tell Rosa where it stands
)";

std::vector<IfThen> plans(const World& world) {
    return if_then_plans(world.workspace, world.find(Kind::goal, "Lead a cardiac ward"), world.today);
}

std::vector<std::string> came(const World& world) {
    std::vector<std::string> all;
    for (const IfThen& plan : if_thens_that_came(world.workspace, world.today))
        all.push_back(plan.then);
    return all;
}

}  // namespace

TEST_CASE("what an if waits for is read from its words") {
    World world(story);
    const auto all = plans(world);
    REQUIRE(all.size() == 6);
    CHECK(all[0].kind == IfKind::day);
    CHECK(all[0].day == on(2026, 12, 1));
    CHECK(all[1].kind == IfKind::event);
    CHECK(all[1].day == on(2026, 12, 5));
    CHECK(by_key(all[1].reasons) == "if_then.event_comes(ESC Congress, 2026-12-05)");
    CHECK(all[2].day == on(2026, 11, 26));
    CHECK(all[3].kind == IfKind::stage);
    CHECK(by_key(all[3].reasons) == "if_then.stage_awaited(declined)");
    CHECK(all[4].kind == IfKind::by_hand);
    CHECK(all[5].day == on(2026, 12, 11));
    for (const IfThen& plan : all)
        CHECK_FALSE(plan.came);
}

TEST_CASE("a then shows up when its if comes: a day, an event, a stage of an opportunity of that goal") {
    World world(story);
    CHECK(came(world).empty());
    world.today = on(2026, 11, 26);
    CHECK(came(world) == std::vector<std::string>{"Ask Rosa whom to meet"});
    world.today = on(2026, 12, 5);
    CHECK(came(world).size() == 3);
    world.edit([&](Draft& draft) {
        draft.set_text(
            world.find(Kind::opportunity, "Ward Lead at St. Anna"), opportunity::stage, "declined");
    });
    CHECK(came(world).size() == 4);
    CHECK(by_key(plans(world)[3].reasons) == "if_then.stage(Ward Lead at St. Anna, declined)");
    // "In three weeks" counts from the day it was written, not from today.
    world.today = on(2026, 12, 11);
    CHECK(came(world).size() == 5);
}

TEST_CASE(
    "taken up it becomes a step of the goal, let pass it stays away, and a resting goal is left alone") {
    World world(story);
    world.today = on(2026, 12, 5);
    const auto ready = if_thens_that_came(world.workspace, world.today);
    REQUIRE(ready.size() == 3);
    RecordId action;
    world.edit([&](Draft& draft) {
        action = take_up(draft, ready[0], world.today, world.random);
        let_pass(draft, ready[1], world.today, world.random);
    });
    CHECK(world.workspace.text(action, action::title) == "Call Ingrid");
    CHECK(world.workspace.reference(action, action::goal) == ready[0].goal);
    CHECK(came(world) == std::vector<std::string>{"Ask Rosa whom to meet"});
    world.edit([&](Draft& draft) { draft.set(ready[0].goal, goal::stage, goal::stage::paused); });
    CHECK(came(world).empty());
}

TEST_CASE("words that could be dates in another place are none in an if") {
    World world("[goal g]\nwish = Anything\n");
    for (const std::string_view when : {"I may lose heart", "the sun is out", "I sat alone at lunch",
             "we march on", "she says no a second time", "it is just the two of us", "I am number 3",
             "he asks for more", "I mark the date", "there is one more day of waiting"}) {
        world.edit([&](Draft& draft) {
            draft.add_row(world.find(Kind::goal, "Anything"), goal::obstacles, {"", when, "x"}, world.random);
        });
    }
    for (const IfThen& plan :
        if_then_plans(world.workspace, world.find(Kind::goal, "Anything"), world.today)) {
        INFO(plan.when);
        CHECK(plan.kind == IfKind::by_hand);
    }
}
