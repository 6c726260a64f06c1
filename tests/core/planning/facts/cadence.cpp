#include "planning/facts/cadence.h"

#include "../world.h"
#include "planning/people/load.h"

using namespace kith;
using namespace kith::testing;

namespace {

constexpr std::string_view four_friends = R"(
[person ben]
given_name = Ben
circle = 15
[person ana]
given_name = Ana
circle = 5
[person eva]
given_name = Eva
circle = beyond
[person tom]
given_name = Tom
)";

CadenceStatus status(World& world, RecordId person) {
    return cadence_of(world.workspace, person, world.today).status;
}

}  // namespace

TEST_CASE("each circle has its soft default, and a person can have days of their own or no rhythm") {
    World world(four_friends);
    const auto every = [&](std::string_view name) {
        return rhythm_of(world.workspace, world.person(name)).every.count();
    };
    CHECK(every("Ana") == 7);
    CHECK(every("Ben") == 30);
    CHECK(every("Eva") == 0);
    CHECK(every("Tom") == 0);
    world.edit([&](Draft& draft) {
        draft.set(world.person("Ana"), person::cadence_days, Value::integer(0));
        draft.set(world.person("Tom"), person::cadence_days, Value::integer(90));
    });
    CHECK(every("Ana") == 0);
    CHECK(rhythm_of(world.workspace, world.person("Ana")).source == RhythmSource::none_chosen);
    CHECK(every("Tom") == 90);
    world.edit([&](Draft& draft) { set_rule(draft, world.workspace, settings::rules::circle_15, 45); });
    CHECK(rhythm_of(world.workspace, world.person("Ben"), rules_of(world.workspace)).every.count() == 45);
}

TEST_CASE("time counts from the last real contact, whoever began it, for everyone in a group") {
    World world(four_friends);
    const RecordId ben = world.person("Ben");
    const RecordId ana = world.person("Ana");
    world.interaction(world.today - days{40}, {ben}, "call", "me");
    const RecordId group = world.interaction(world.today - days{5}, {ben, ana}, "meal", "them");
    CHECK(cadence_of(world.workspace, ben, world.today).due == world.today + days{25});
    CHECK(cadence_of(world.workspace, ana, world.today).due == world.today + days{2});
    CHECK(status(world, ana) == CadenceStatus::soon);
    CHECK(status(world, ben) == CadenceStatus::on_track);

    // A planned meeting, and one noted for a day to come, have not taken place.
    world.interaction(world.today + days{1}, {ben}, "coffee");
    world.edit([&](Draft& draft) { draft.set(group, interaction::planned, Value::boolean(true)); });
    CHECK(cadence_of(world.workspace, ben, world.today).due == world.today - days{10});
    CHECK(status(world, ben) == CadenceStatus::due);
}

TEST_CASE("who was never met or spoken to is due today; the day of meeting counts if it is known") {
    World world(four_friends);
    const RecordId ben = world.person("Ben");
    CHECK(cadence_of(world.workspace, ben, world.today).due == world.today);
    world.edit([&](Draft& draft) { draft.set(ben, person::met_on, date_value(world.today - days{10})); });
    CHECK(cadence_of(world.workspace, ben, world.today).due == world.today + days{20});
    CHECK_FALSE(cadence_of(world.workspace, world.person("Eva"), world.today).due);
}

TEST_CASE("the own usual gap is the median of past gaps, and not claimed under three") {
    World world(four_friends);
    const RecordId ben = world.person("Ben");
    for (const int ago : {200, 190, 180})
        world.interaction(world.today - days{ago}, {ben});
    world.interaction(world.today - days{180}, {ben}, "email");  // the same day twice is no gap
    CHECK_FALSE(cadence_of(world.workspace, ben, world.today).contacts.usual_gap);
    CHECK(by_key(cadence_facts(world.workspace, cadence_of(world.workspace, ben, world.today), world.today))
            .contains("fact.usual_gap_unknown"));
    world.interaction(world.today - days{100}, {ben});
    CHECK(cadence_of(world.workspace, ben, world.today).contacts.usual_gap == days{10});  // 10 10 80
    world.interaction(world.today - days{60}, {ben});
    CHECK(cadence_of(world.workspace, ben, world.today).contacts.usual_gap == days{25});  // 10 10 40 80
}

TEST_CASE("drifting is said only when silence is well past both the rhythm and the own usual gap") {
    World world(four_friends);
    const RecordId ben = world.person("Ben");
    for (const int ago : {220, 180, 140, 100})
        world.interaction(world.today - days{ago}, {ben});
    CHECK(status(world, ben) == CadenceStatus::drifting);  // 100 days: over 2 × 30 and 2 × 40
    world.interaction(world.today - days{70}, {ben});
    CHECK(status(world, ben) == CadenceStatus::due);  // 70 days: over 2 × 30, but not 2 × 35
    const RecordId ana = world.person("Ana");
    world.interaction(world.today - days{300}, {ana});
    CHECK(status(world, ana) == CadenceStatus::due);  // too little data to speak of drifting
}

TEST_CASE("a contact can be set aside until a day or until they reply, and the due day stays") {
    World world(four_friends);
    const RecordId ben = world.person("Ben");
    world.interaction(world.today - days{50}, {ben});
    const auto now = [&] { return cadence_of(world.workspace, ben, world.today); };
    const auto due = now().due;
    world.edit([&](Draft& draft) { snooze_until(draft, ben, world.today + days{3}); });
    CHECK_FALSE(now().wants_contact());
    CHECK(now().due == due);
    world.today += days{3};
    CHECK(now().wants_contact());

    world.edit([&](Draft& draft) { snooze_until_reply(draft, ben, world.today); });
    world.interaction(world.today, {ben}, "email", "me");  // my own mail is no reply
    world.today += days{200};
    CHECK(now().snoozed == SnoozeKind::until_reply);
    world.interaction(world.today, {ben}, "email", "them");
    world.today += days{40};
    CHECK(now().snoozed == SnoozeKind::none);
    CHECK(now().wants_contact());

    world.edit([&](Draft& draft) { snooze_until_reply(draft, ben, world.today, world.today + days{10}); });
    CHECK(now().snoozed == SnoozeKind::until_reply);
    world.today += days{10};
    CHECK(now().snoozed == SnoozeKind::none);
    world.edit([&](Draft& draft) { end_snooze(draft, ben); });
    CHECK(now().wants_contact());
}

TEST_CASE("whatever the rule is changed to, the due day is the last contact plus the rhythm") {
    Random random(11);
    World world(four_friends);
    const RecordId ben = world.person("Ben");
    const Day last = world.today - days{25};
    world.interaction(last, {ben});
    const auto original = cadence_of(world.workspace, ben, world.today).due;
    constexpr std::string_view circles[] = {"5", "15", "50", "150", "beyond", ""};
    for (int i = 0; i < 200; ++i) {
        world.edit([&](Draft& draft) {
            switch (random.below(4)) {
                case 0: draft.set_text(ben, person::circle, circles[random.below(6)]); break;
                case 1:
                    draft.set(ben, person::cadence_days, Value::integer(static_cast<int>(random.below(400))));
                    break;
                case 2: draft.clear(ben, person::cadence_days); break;
                default: snooze_until(draft, ben, world.today + days{random.below(30)});
            }
        });
        const Cadence cadence = cadence_of(world.workspace, ben, world.today);
        CHECK(cadence.due.has_value() == static_cast<bool>(cadence.rhythm));
        if (cadence.due) CHECK(*cadence.due == last + cadence.rhythm.every);
    }
    world.edit([&](Draft& draft) {
        draft.set(ben, person::circle, person::circle::closest_15);
        draft.clear(ben, person::cadence_days);
        end_snooze(draft, ben);
    });
    CHECK(cadence_of(world.workspace, ben, world.today).due == original);
}

TEST_CASE("days pass one by one across leap days, daylight saving and time zones") {
    World world(four_friends);
    const RecordId ana = world.person("Ana");
    // Today is the host's local day. Wherever that is, each new local day moves the due list by one day:
    // around 29 February, the ends of daylight saving (March, October, November), and New Year.
    for (const Day start :
        {on(2028, 2, 24), on(2027, 2, 24), on(2026, 3, 26), on(2026, 10, 22), on(2026, 12, 28)}) {
        world.interaction(start, {ana});
        for (int i = 0; i <= 9; ++i) {
            const Cadence cadence = cadence_of(world.workspace, ana, start + days{i});
            CHECK(cadence.due == start + days{7});
            CHECK((cadence.status >= CadenceStatus::due) == (i >= 7));
        }
    }
    // The same moment is another day east and west of the date line; each host's day is taken as it is.
    const Instant moment = Instant{on(2026, 3, 29)} + std::chrono::hours{23};
    for (const int offset : {-11, 0, 1, 2, 14}) {
        const Day local = std::chrono::floor<days>(moment + std::chrono::hours{offset});
        World there(four_friends);
        there.interaction(local, {there.person("Ana")});
        CHECK(cadence_of(there.workspace, there.person("Ana"), local).due == local + days{7});
    }
    // A day known by its month only counts as the first.
    World vague(four_friends);
    const RecordId past = vague.interaction(vague.today, {vague.person("Ben")});
    vague.edit(
        [&](Draft& draft) { draft.set(past, interaction::on, Value::date(*parse_iso_date("2026-11"))); });
    CHECK(cadence_of(vague.workspace, vague.person("Ben"), vague.today).due == on(2026, 12, 1));
}

TEST_CASE("the yearly load says what rhythms promise a month, and what to relax until it fits") {
    std::string story;
    for (int i = 0; i < 5; ++i)
        story += "[person a" + std::to_string(i) + "]\ngiven_name = A" + std::to_string(i) + "\ncircle = 5\n";
    for (int i = 0; i < 20; ++i)
        story +=
            "[person b" + std::to_string(i) + "]\ngiven_name = B" + std::to_string(i) + "\ncircle = 50\n";
    World world(story);
    ContactBook contacts;
    contacts.update(world.workspace);
    Rules rules;
    const Load free = yearly_load(world.workspace, contacts, world.today, rules);
    REQUIRE(free.shares.size() == 2);
    CHECK(free.shares[0].circle == person::circle::closest_5);
    CHECK(free.shares[0].a_month == doctest::Approx(5 * 30.4375 / 7));
    CHECK(free.promised_a_month == doctest::Approx(5 * 30.4375 / 7 + 20 * 30.4375 / 182));
    CHECK(free.proposal.empty());
    CHECK_FALSE(free.too_much());

    // One of the five is seen every 30 days as it is.
    for (const int ago : {100, 70, 40, 10})
        world.interaction(world.today - days{ago}, {world.person("A0")});
    contacts.update(world.workspace);
    rules.contacts_a_month = 15;
    const Load load = yearly_load(world.workspace, contacts, world.today, rules);
    CHECK(load.too_much());
    CHECK(load.made_a_month == doctest::Approx(3 * 30.4375 / 90));
    REQUIRE(load.proposal.size() == 3);
    CHECK(load.proposal[0].people == std::vector{world.person("A0")});
    CHECK(load.proposal[0].every == std::vector{days{30}});
    CHECK(load.proposal[1].circle == person::circle::closest_50);
    CHECK(load.proposal[2].circle == person::circle::closest_5);
    CHECK(load.proposal[2].people.size() == 4);
    CHECK(by_key(load.proposal[1].reason) == "load.relax_circle(20, 50, 364, 1.7)");
    double saved = 0;
    for (const Relaxation& relaxation : load.proposal) {
        saved += relaxation.saves_a_month;
        world.edit([&](Draft& draft) { relax(draft, relaxation); });
    }
    const Load after = yearly_load(world.workspace, contacts, world.today, rules);
    CHECK(after.promised_a_month == doctest::Approx(load.promised_a_month - saved));
    CHECK_FALSE(after.too_much());
}

TEST_CASE("what circles ask for is said beside what was done: nobody in one, or plenty") {
    CHECK(by_key(load_fact({})) == "today.rhythm_none");
    const auto said = [](double promised, double made) {
        return by_key(load_fact({.shares = {{.people = 1, .a_month = promised}},
            .promised_a_month = promised,
            .made_a_month = made,
            .time_for = 0,
            .proposal = {}}));
    };
    CHECK(said(6.2, 4.4) == "today.rhythm_text(6, 4)");
    CHECK(said(6.2, 7.9) == "today.rhythm_text(6, 8)");
    CHECK(said(6.2, 12) == "today.rhythm_plenty(6, 12)");
    CHECK(said(0.3, 0.6) == "today.rhythm_text(0, 1)");  // one conversation is no plenty
    CHECK(said(0.3, 0) == "today.rhythm_text(0, 0)");
}
