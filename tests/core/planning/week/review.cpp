#include "planning/week/review.h"

#include "../world.h"

using namespace kith;
using namespace kith::testing;

namespace {

// Today is Friday, 20 November 2026; the week is 16 to 22 November.
constexpr std::string_view story = R"(
[person ana]
given_name = Ana
circle = 5
[person ben]
given_name = Ben
met_on = 2026-11-18
[goal lead]
wish = Lead a ward
stage = paused
[interaction one]
on = 2026-11-16
kind = call
people = ana
[interaction two]
on = 2026-11-18
kind = coffee
people = ana
people = ben
[interaction before]
on = 2026-11-15
kind = call
people = ben
[interaction planned]
on = 2026-11-19
planned = yes
kind = call
people = ben
[action kept]
title = Send the list
promised_by = me
people = ana
due = 2026-11-20
done_on = 2026-11-19
[action late]
title = Send the slides
promised_by = me
due = 2026-11-10
done_on = 2026-11-17
[action theirs]
title = Send the deck
promised_by = them
done_on = 2026-11-17
[action last_week]
title = Old
done_on = 2026-11-12
[action cv]
title = Write the CV
week = 2026-11-16
goal = lead
after = read
due = 2026-11-18
[action read]
title = Read the offers
[favour given]
direction = given
kind = feedback
person = ana
stage = done
done_on = 2026-11-22
[favour received]
direction = received
kind = advice
person = ben
stage = thanked
done_on = 2026-11-16
[opportunity ward]
title = Ward Lead
stage = applied
stage_history = lead | 2026-10-01
stage_history = applied | 2026-11-17
[achievement talk]
title = A talk
on = 2026-11-20
)";

}  // namespace

TEST_CASE(
    "a week's review counts what was done, with whom, and what was given, and nothing from outside it") {
    World world(story);
    const LookBack past = look_back(world.workspace, on(2026, 11, 16), on(2026, 11, 22));
    CHECK(by_key(look_back_facts(past)) ==
        "look_back.steps(2). look_back.people(2). look_back.new_people(1). look_back.given(1). "
        "look_back.received(1). look_back.kept(1). look_back.late(1). look_back.opportunities(1). "
        "look_back.achievements(1)");
    CHECK(past.people == std::vector{world.person("Ana"), world.person("Ben")});
    CHECK(by_key(look_back_facts(look_back(world.workspace, on(2020, 1, 1), on(2020, 12, 31)))) ==
        "look_back.nothing");
    CHECK(look_back(world.workspace, on(2026, 1, 1), on(2026, 12, 31)).contacts.size() == 3);
}

TEST_CASE("what was taken for the week and is not done slipped, with what stood in its way") {
    World world(story);
    Agenda agenda;
    agenda.update(world.insight, world.today);
    const auto slipped = slipped_in_week(world.workspace, agenda, on(2026, 11, 16), world.today);
    REQUIRE(slipped.size() == 1);
    CHECK(by_key(slipped[0].title) == "Write the CV");
    CHECK(by_key(slipped[0].reasons) ==
        "plan.waits_for(Read the offers). fact.was_due(2). week.goal_rests(Lead a ward)");
}

TEST_CASE("where nothing slipped it is said whether anything was planned, and whether all of it was done") {
    World world("[action cv]\ntitle = Write the CV\nweek = 2026-11-16\n[action suit]\ntitle = Buy a suit\n");
    const Day begin = on(2026, 11, 16);
    const auto said = [&] { return by_key(nothing_slipped(world.workspace, begin)); };
    const RecordId cv = world.find(Kind::action, "Write the CV"),
                   suit = world.find(Kind::action, "Buy a suit");
    CHECK(by_key(nothing_slipped(world.workspace, on(2026, 11, 9))) == "lookback.planned_none");
    world.edit([&](Draft& draft) { draft.set(cv, action::done_on, Value::day(world.today)); });
    CHECK(said() == "lookback.slipped_none");
    // Moved to another week, and back.
    world.edit([&](Draft& draft) { draft.set(suit, action::week, Value::day(begin)); });
    world.edit([&](Draft& draft) { draft.set(suit, action::week, Value::day(begin + days{7})); });
    CHECK(said() == "lookback.slipped_moved");
    world.edit([&](Draft& draft) {
        draft.set(suit, action::week, Value::day(begin));
        draft.set(suit, action::dropped_on, Value::day(world.today));
    });
    CHECK(said() == "lookback.slipped_moved");
    world.edit([&](Draft& draft) {
        draft.set(suit, action::dropped_on, Value{});
        draft.set(suit, action::done_on, Value::day(world.today));
    });
    CHECK(said() == "lookback.slipped_none");
}

TEST_CASE("an accepted contact slips while it is due, and not once one was in touch") {
    World world("[person ana]\ngiven_name = Ana\ncircle = 5\n");
    Agenda agenda;
    agenda.update(world.insight, world.today);
    const Day begin = week_begin(world.today);
    const WeekProposal proposal = propose_week(world.workspace, agenda, world.today, 60);
    REQUIRE(proposal.items.size() == 1);
    world.edit([&](Draft& draft) {
        accept_for_week(draft, world.workspace, proposal.items[0], begin, world.random);
    });
    world.today += days{5};
    agenda.update(world.insight, world.today);
    CHECK(slipped_in_week(world.workspace, agenda, begin, world.today).size() == 1);
    world.interaction(world.today, {world.person("Ana")});
    agenda.update(world.insight, world.today);
    CHECK(slipped_in_week(world.workspace, agenda, begin, world.today).empty());
}

TEST_CASE("what was done counts in minutes for its goal, and contacts up to their share") {
    World world(story);
    world.tell(R"(
[goal write]
wish = Write an article
[action figures]
title = Collect figures
done_on = 2026-11-18
effort_minutes = 50
)");
    const RecordId goal = world.find(Kind::goal, "Write an article");
    world.edit([&](Draft& draft) {
        draft.set(world.find(Kind::action, "Collect figures"), action::goal, Value::reference(goal));
    });
    const LookBack past = look_back(world.workspace, on(2026, 11, 16), world.today);
    const auto done = minutes_done(world.workspace, past, 240, {});
    REQUIRE(done.size() == 2);
    CHECK(done[0].goal == goal);
    CHECK(done[0].done == 50);
    CHECK(done[1].done == 96);  // two promises kept, two contacts with Ana: 100 minutes, of which 40 % of 240
}
