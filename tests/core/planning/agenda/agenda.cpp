#include "planning/agenda/agenda.h"
#include "planning/agenda/doing.h"

#include "../world.h"

using namespace kith;
using namespace kith::testing;

namespace {

std::vector<std::string> listed(World& world) {
    Agenda agenda;
    agenda.update(world.insight, world.today);
    return by_key(agenda.items());
}

/// Lines of the agenda that contain a text.
std::size_t count(World& world, std::string_view text) {
    const auto lines = listed(world);
    return static_cast<std::size_t>(
        std::ranges::count_if(lines, [&](const std::string& line) { return line.contains(text); }));
}

std::string only(World& world) {
    const auto lines = listed(world);
    for (const std::string& line : lines)
        INFO(line);
    CHECK(lines.size() == 1);
    return lines.empty() ? std::string{} : lines.front();
}

const AgendaItem& first(Agenda& agenda, World& world) {
    agenda.update(world.insight, world.today);
    REQUIRE_FALSE(agenda.items().empty());
    return agenda.items().front();
}

}  // namespace

TEST_CASE("a due contact says why, and leaves the list by logging it or when a meeting is planned") {
    World world("[person ben]\ngiven_name = Ben\ncircle = 15\n");
    const RecordId ben = world.person("Ben");
    world.interaction(world.today - days{42}, {ben});
    world.edit([&](Draft& draft) {
        draft.set_text(world.workspace.all(Kind::interaction)[0], interaction::summary, "Night shifts");
    });
    CHECK(only(world) ==
        "late 2026-11-08 agenda.due_contact: agenda.title.due_contact(Ben) (fact.last_contact(42). "
        "fact.last_about(Night shifts). fact.circle_rhythm(30, 15). fact.usual_gap_unknown) → "
        "step.get_in_touch");
    const RecordId coffee = world.interaction(world.today + days{10}, {ben});
    world.edit([&](Draft& draft) { draft.set(coffee, interaction::planned, Value::boolean(true)); });
    CHECK(listed(world).empty());
    world.edit([&](Draft& draft) { draft.trash(coffee); });
    CHECK(count(world, "agenda.title.due_contact(Ben)") == 1);
    world.interaction(world.today, {ben}, "call");
    CHECK(listed(world).empty());
}

TEST_CASE("who is nobody but oneself is never due") {
    World world("[person me]\ngiven_name = Me\ncircle = 5\nself = yes\nbirthday = 1990-11-21\n");
    CHECK(listed(world).empty());
}

TEST_CASE("a follow-up is due two days after meeting somebody new, until one wrote or set it aside") {
    World world(R"(
[person maja]
given_name = Maja
[person ben]
given_name = Ben
met_on = 2020-01-01
[interaction meetup]
on = today-1
kind = coffee
people = maja
people = ben
summary = How wards are staffed
)");
    CHECK(only(world) ==
        "soon 2026-11-21 agenda.follow_up: agenda.title.follow_up(Maja) (fact.was_on(1). fact.about(How "
        "wards are staffed). fact.new_to_you(Maja)) → step.write_follow_up");
    Agenda agenda;
    Draft aside({"agenda.set_aside", {}});
    set_aside(aside, world.workspace, first(agenda, world), say("agenda.title.follow_up", "Maja"),
        world.today, world.today, world.random);
    world.commit(std::move(aside));
    CHECK(listed(world).empty());
    REQUIRE(world.workspace.undo(world.now()));
    CHECK(count(world, "agenda.title.follow_up(Maja)") == 1);
    Draft done({"agenda.done", {}});
    mark_done(done, world.workspace, first(agenda, world), say("agenda.title.follow_up", "Maja"), world.today,
        world.random);
    world.commit(std::move(done));
    CHECK(listed(world).empty());
    REQUIRE(world.workspace.undo(world.now()));
    world.interaction(world.today - days{1}, {world.person("Maja")}, "message");
    CHECK(listed(world).empty());
}

TEST_CASE("after an event a follow-up is due with those who were there, known or not") {
    World world(R"(
[event meetup]
name = Leaders meetup
from = today-3
going = went
people = maja
people = ben
worth = yes
[person maja]
given_name = Maja
[person ben]
given_name = Ben
[person eva]
given_name = Eva
met_at = meetup
met_on = today-3
[interaction old]
on = today-700
kind = call
people = ben
)");
    const auto lines = listed(world);
    REQUIRE(lines.size() == 2);
    CHECK(count(world, "agenda.title.follow_up(Eva) (fact.met(3). fact.at_event(Leaders meetup))") == 1);
    CHECK(count(world, "(fact.at_event(Leaders meetup). fact.was_on(3))") == 1);
    world.interaction(world.today - days{2}, {world.person("Ben")}, "email");
    CHECK(count(world, "agenda.title.follow_up(Maja) (") == 1);
    world.interaction(world.today - days{2}, {world.person("Maja"), world.person("Eva")}, "email");
    CHECK(listed(world).empty());
}

TEST_CASE("what follows an interaction stays until it is done, however old") {
    World world(R"(
[person priya]
given_name = Priya
[interaction congress]
on = today-467
kind = email
people = priya
follow_up = Send the slides to Priya
)");
    CHECK(only(world).starts_with("late 2025-08-12 agenda.follow_up: Send the slides to Priya "
                                  "(fact.with(Priya). fact.was_on(467)"));
    Agenda agenda;
    Draft done({"agenda.done", {}});
    mark_done(
        done, world.workspace, first(agenda, world), "Send the slides to Priya", world.today, world.random);
    world.commit(std::move(done));
    CHECK(listed(world).empty());
}

TEST_CASE("my promises are listed ahead and when late, theirs once it is time to ask") {
    World world(R"(
[person ben]
given_name = Ben
[action report]
title = Send the report
promised_by = me
people = ben
due = today+2
[action undated]
title = Read his draft
promised_by = me
people = ben
[action far]
title = Review in spring
promised_by = me
due = today+100
[action theirs]
title = Send the deck
promised_by = them
people = ben
due = today-1
[action theirs_later]
title = Introduce me to Rosa
promised_by = them
people = ben
due = today+1
)");
    const std::vector<std::string> expected = {
        "late 2026-11-19 agenda.promise_theirs: agenda.title.promise_theirs(Ben, Send the deck) "
        "(fact.was_due(1)) → step.ask_about_it",
        "soon 2026-11-22 agenda.promise_mine: Send the report (fact.due_in(2). fact.promised_to(Ben)) → "
        "step.do_it",
        "open agenda.promise_mine: Read his draft (fact.promised_to(Ben)) → step.do_it"};
    CHECK(listed(world) == expected);
    Agenda agenda;
    agenda.update(world.insight, world.today);
    Draft done({"agenda.done", {}});
    mark_done(done, world.workspace, agenda.items()[1], "", world.today, world.random);
    world.commit(std::move(done));
    CHECK(world.workspace.date(world.find(Kind::action, "Send the report"), action::done_on).to_day() ==
        world.today);
    CHECK(listed(world).size() == 2);
}

TEST_CASE("other steps come when their day does, after what they wait for, while their goal is pursued") {
    World world(R"(
[goal lead]
wish = Lead a ward
stage = active
[action first]
title = Read the job description
due = today
goal = lead
[action second]
title = Write the application
due = today+1
after = first
goal = lead
)");
    CHECK(only(world) ==
        "today 2026-11-20 agenda.action: Read the job description (fact.due_in(0). fact.for_goal(Lead a "
        "ward)) → step.do_it");
    world.edit([&](Draft& draft) {
        draft.set(
            world.find(Kind::action, "Read the job description"), action::done_on, date_value(world.today));
    });
    CHECK(only(world).starts_with("soon 2026-11-21 agenda.action: Write the application"));
    world.edit([&](Draft& draft) {
        draft.set(world.find(Kind::goal, "Lead a ward"), goal::stage, goal::stage::paused);
    });
    CHECK(listed(world).empty());
}

TEST_CASE("a favour asks for its next step: remind, thank, tell what came of it") {
    World world(R"(
[person priya]
given_name = Priya
[favour referral]
direction = received
kind = referral
person = priya
about = referral for Ward Lead
stage = asked
asked_on = today-6
)");
    const RecordId favour = world.find(Kind::favour, "referral for Ward Lead");
    const auto advance = [&](std::string_view stage, FieldId field, Day day) {
        world.edit([&](Draft& draft) {
            draft.set_text(favour, favour::stage, stage);
            draft.set(favour, field, date_value(day));
        });
    };
    CHECK(listed(world).empty());
    world.today += days{1};
    CHECK(only(world) ==
        "today 2026-11-21 agenda.favour_remind: agenda.title.favour_remind(Priya, referral for Ward Lead) "
        "(fact.asked(7)) → step.remind");
    Agenda agenda;
    Draft reminded({"agenda.done", {}});
    mark_done(reminded, world.workspace, first(agenda, world), "", world.today, world.random);
    world.commit(std::move(reminded));
    CHECK(listed(world).empty());
    advance("done", favour::done_on, world.today);
    CHECK(only(world) ==
        "today 2026-11-21 agenda.favour_thank: agenda.title.favour_thank(Priya, referral for Ward Lead) "
        "(fact.done(0)) → step.thank");
    advance("thanked", favour::thanked_on, world.today);
    CHECK(listed(world).empty());
    world.edit([&](Draft& draft) { draft.set_text(favour, favour::outcome, "I have the job"); });
    CHECK(only(world) ==
        "today 2026-11-21 agenda.favour_tell: agenda.title.favour_tell(Priya, referral for Ward Lead) "
        "(fact.thanked(0). fact.outcome(I have the job)) → step.tell_outcome");
    advance("told", favour::told_on, world.today);
    CHECK(listed(world).empty());
}

TEST_CASE("what I was asked for and agreed to is mine to do") {
    World world(R"(
[person fatima]
given_name = Fatima
[favour advice]
direction = given
kind = advice
person = fatima
about = advice on specialising
stage = asked
asked_on = today-1
)");
    CHECK(only(world).starts_with(
        "soon 2026-11-21 agenda.favour_do: agenda.title.favour_answer(Fatima, advice on specialising)"));
    world.edit([&](Draft& draft) {
        draft.set(world.find(Kind::favour, "advice on specialising"), favour::stage, favour::stage::agreed);
        draft.set(world.find(Kind::favour, "advice on specialising"), favour::due,
            date_value(world.today - days{1}));
    });
    CHECK(only(world) ==
        "late 2026-11-19 agenda.favour_do: agenda.title.favour_do(Fatima, advice on specialising) "
        "(fact.asked(1). fact.was_due(1)) → step.do_it");
}

TEST_CASE("planned meetings are prepared before and reviewed after, events too") {
    World world(R"(
[person tove]
given_name = Tove
[interaction roster]
on = today+3
kind = coffee
people = tove
summary = How the new roster works
planned = yes
[event spring]
name = Spring Symposium
from = today+5
to = today+6
going = considering
)");
    const auto lines = listed(world);
    REQUIRE(lines.size() == 2);
    CHECK(lines[0] ==
        "soon 2026-11-23 agenda.prepare_meeting: agenda.title.prepare_meeting(Tove) (fact.planned(3). "
        "fact.about(How the new roster works)) → step.prepare");
    CHECK(lines[1] ==
        "soon 2026-11-25 agenda.prepare_event: agenda.title.prepare_event(Spring Symposium) "
        "(fact.planned(5). fact.not_decided_to_go. fact.nobody_to_meet) → step.prepare");
    world.edit([&](Draft& draft) {
        draft.set(world.find(Kind::event, "Spring Symposium"), event::going, event::going::went);
    });
    world.today += days{8};
    const auto later = listed(world);
    REQUIRE(later.size() == 2);
    CHECK(later[0].starts_with("late 2026-11-24 agenda.review_meeting: agenda.title.review_meeting(Tove)"));
    CHECK(later[1].starts_with(
        "today 2026-11-28 agenda.review_event: agenda.title.review_event(Spring Symposium)"));
    Agenda agenda;
    Draft done({"agenda.done", {}});
    mark_done(done, world.workspace, first(agenda, world), "", world.today, world.random);
    world.commit(std::move(done));
    CHECK_FALSE(world.workspace.flag(
        world.find(Kind::interaction, "How the new roster works"), interaction::planned));
    CHECK(count(world, "agenda.title.review_meeting(") == 0);
}

TEST_CASE("a mentorship asks for meetings by its rhythm, for commitments, and for a good ending") {
    World world(R"(
[person ana]
given_name = Ana
met_on = today-300
[mentorship ana]
person = ana
side = mentor
stage = active
from = today-90
cadence_days = 30
commitments = me | Read the budget | 2026-11-18
commitments = them | Ask the director | 2026-12-01
[interaction last]
on = today-28
kind = meeting
people = ana
)");
    const auto lines = listed(world);
    REQUIRE(lines.size() == 2);
    CHECK(lines[0] ==
        "late 2026-11-18 agenda.promise_mine: Read the budget (fact.was_due(2). "
        "fact.mentorship_commitment(Ana)) → step.do_it");
    CHECK(lines[1] ==
        "soon 2026-11-22 agenda.mentorship_meet: agenda.title.mentorship_meet(Ana) (fact.last_met(28). "
        "fact.mentorship_rhythm(30)) → step.arrange_meeting");
    Agenda agenda;
    Draft done({"agenda.done", {}});
    mark_done(done, world.workspace, first(agenda, world), "", world.today, world.random);
    world.commit(std::move(done));
    CHECK(count(world, "Read the budget") == 0);
    world.edit([&](Draft& draft) {
        draft.set(world.workspace.all(Kind::mentorship)[0], mentorship::stage, mentorship::stage::ended);
        draft.set(
            world.workspace.all(Kind::mentorship)[0], mentorship::to, date_value(world.today - days{1}));
    });
    CHECK(only(world) ==
        "late 2026-11-19 agenda.mentorship_step: agenda.title.mentorship_end(Ana) (fact.ended(1)) → "
        "step.end_well");
}

TEST_CASE("the sample network's morning reads like a person's") {
    World world;
    auto sample = sample_network(world.today, world.random);
    REQUIRE(sample);
    world.commit(std::move(*sample));
    Agenda agenda;
    agenda.update(world.insight, world.today);
    for (const AgendaItem& item : agenda.items()) {
        CHECK_FALSE(by_key(item.title).empty());
        CHECK_FALSE(item.reasons.empty());
        CHECK(by_key(item).find('{') == std::string::npos);
    }
    CHECK_FALSE(agenda.items_about(world.person("Maja")).empty());
    CHECK(count(world, "Send Ben the triage report") == 1);
    CHECK(count(world, "agenda.title.prepare_meeting(Tove Åkesson)") == 1);
    CHECK_FALSE(agenda.items_about(world.person("Ben")).empty());
}
