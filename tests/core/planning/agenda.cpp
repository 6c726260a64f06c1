#include "planning/agenda.h"

#include "world.h"

using namespace kith;
using namespace kith::testing;

namespace {

std::vector<std::string> listed(World& world) {
    Agenda agenda;
    agenda.update(world.workspace, world.today);
    return in_english(agenda.items());
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
    agenda.update(world.workspace, world.today);
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
        "late 2026-11-08 Keep in touch: Get in touch with Ben (Last contact 6 weeks ago. It was about: "
        "Night shifts. In your circle of 15: every 4 weeks. Too little data to know your usual gap) → Get "
        "in touch");
    const RecordId coffee = world.interaction(world.today + days{10}, {ben});
    world.edit([&](Draft& draft) { draft.set(coffee, interaction::planned, Value::boolean(true)); });
    CHECK(listed(world).empty());
    world.edit([&](Draft& draft) { draft.trash(coffee); });
    CHECK(count(world, "Get in touch with Ben") == 1);
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
        "soon 2026-11-21 Follow-up: Follow up with Maja (It was yesterday. About: How wards are staffed. "
        "New to you: Maja) → Write a follow-up");
    Agenda agenda;
    Draft aside({"agenda.set_aside", {}});
    set_aside(aside, world.workspace, first(agenda, world), "Follow up with Maja", world.today, world.today,
        world.random);
    world.commit(std::move(aside));
    CHECK(listed(world).empty());
    REQUIRE(world.workspace.undo(world.now()));
    CHECK(count(world, "Follow up with Maja") == 1);
    Draft done({"agenda.done", {}});
    mark_done(done, world.workspace, first(agenda, world), "Follow up with Maja", world.today, world.random);
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
    CHECK(count(world, "Follow up with Eva (You met 3 days ago. At Leaders meetup)") == 1);
    CHECK(count(world, "(At Leaders meetup. It was 3 days ago)") == 1);
    world.interaction(world.today - days{2}, {world.person("Ben")}, "email");
    CHECK(count(world, "Follow up with Maja (") == 1);
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
    CHECK(only(world).starts_with(
        "late 2025-08-12 Follow-up: Send the slides to Priya (With Priya. It was 15 months ago"));
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
        "late 2026-11-19 Their promise: Ben promised: Send the deck (Was due yesterday) → Ask about it",
        "soon 2026-11-22 Your promise: Send the report (Due in 2 days. Promised to Ben) → Do it",
        "open Your promise: Read his draft (Promised to Ben) → Do it"};
    CHECK(listed(world) == expected);
    Agenda agenda;
    agenda.update(world.workspace, world.today);
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
        "today 2026-11-20 Step: Read the job description (Due today. For your goal: Lead a ward) → Do it");
    world.edit([&](Draft& draft) {
        draft.set(
            world.find(Kind::action, "Read the job description"), action::done_on, date_value(world.today));
    });
    CHECK(only(world).starts_with("soon 2026-11-21 Step: Write the application"));
    world.edit(
        [&](Draft& draft) { draft.set_text(world.find(Kind::goal, "Lead a ward"), goal::stage, "paused"); });
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
        "today 2026-11-21 A favour to ask about: Remind Priya: referral for Ward Lead (Asked 7 days ago) → "
        "Remind");
    Agenda agenda;
    Draft reminded({"agenda.done", {}});
    mark_done(reminded, world.workspace, first(agenda, world), "", world.today, world.random);
    world.commit(std::move(reminded));
    CHECK(listed(world).empty());
    advance("done", favour::done_on, world.today);
    CHECK(only(world) ==
        "today 2026-11-21 Thanks: Thank Priya: referral for Ward Lead (Done today) → Say thanks");
    advance("thanked", favour::thanked_on, world.today);
    CHECK(listed(world).empty());
    world.edit([&](Draft& draft) { draft.set_text(favour, favour::outcome, "I have the job"); });
    CHECK(only(world) ==
        "today 2026-11-21 An outcome to tell: Tell Priya what came of it: referral for Ward Lead (Thanked "
        "today. "
        "What came of it: I have the job) → Tell what came of it");
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
    CHECK(only(world).starts_with("soon 2026-11-21 A favour to do: Fatima asked: advice on specialising"));
    world.edit([&](Draft& draft) {
        draft.set_text(world.find(Kind::favour, "advice on specialising"), favour::stage, "agreed");
        draft.set(world.find(Kind::favour, "advice on specialising"), favour::due,
            date_value(world.today - days{1}));
    });
    CHECK(only(world) ==
        "late 2026-11-19 A favour to do: For Fatima: advice on specialising (Asked yesterday. Was due "
        "yesterday) → Do it");
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
        "soon 2026-11-23 Meeting to prepare: Prepare for Tove (It is in 3 days. About: How the new roster "
        "works) → Prepare");
    CHECK(lines[1] ==
        "soon 2026-11-25 Event to prepare: Prepare for Spring Symposium (It is in 5 days. You have not "
        "decided "
        "whether to go. Nobody is noted whom to meet) → Prepare");
    world.edit([&](Draft& draft) {
        draft.set_text(world.find(Kind::event, "Spring Symposium"), event::going, "went");
    });
    world.today += days{8};
    const auto later = listed(world);
    REQUIRE(later.size() == 2);
    CHECK(later[0].starts_with("late 2026-11-24 Meeting to review: How did it go with Tove?"));
    CHECK(later[1].starts_with("today 2026-11-28 Event to review: What came of Spring Symposium?"));
    Agenda agenda;
    Draft done({"agenda.done", {}});
    mark_done(done, world.workspace, first(agenda, world), "", world.today, world.random);
    world.commit(std::move(done));
    CHECK_FALSE(world.workspace.flag(
        world.find(Kind::interaction, "How the new roster works"), interaction::planned));
    CHECK(count(world, "How did it go") == 0);
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
        "late 2026-11-18 Your promise: Read the budget (Was due 2 days ago. Agreed in the mentorship with "
        "Ana) → Do it");
    CHECK(lines[1] ==
        "soon 2026-11-22 Mentorship meeting: Arrange a meeting with Ana (You last spoke 4 weeks ago. You "
        "agreed to "
        "meet every 30 days) → Arrange a meeting");
    Agenda agenda;
    Draft done({"agenda.done", {}});
    mark_done(done, world.workspace, first(agenda, world), "", world.today, world.random);
    world.commit(std::move(done));
    CHECK(count(world, "Read the budget") == 0);
    world.edit([&](Draft& draft) {
        draft.set_text(world.workspace.all(Kind::mentorship)[0], mentorship::stage, "ended");
        draft.set(
            world.workspace.all(Kind::mentorship)[0], mentorship::to, date_value(world.today - days{1}));
    });
    CHECK(only(world) ==
        "late 2026-11-19 Mentorship: End the mentorship with Ana well (Ended yesterday) → End it well");
}

TEST_CASE("the sample network's morning reads like a person's") {
    World world;
    auto sample = sample_network(world.today, world.random);
    REQUIRE(sample);
    world.commit(std::move(*sample));
    Agenda agenda;
    agenda.update(world.workspace, world.today);
    for (const AgendaItem& item : agenda.items()) {
        CHECK_FALSE(in_english(item.title).empty());
        CHECK_FALSE(item.reasons.empty());
        CHECK(in_english(item).find('{') == std::string::npos);
    }
    CHECK_FALSE(agenda.items_about(world.person("Maja")).empty());
    CHECK(count(world, "Send Ben the triage report") == 1);
    CHECK(count(world, "Prepare for Tove Åkesson") == 1);
    CHECK_FALSE(agenda.items_about(world.person("Ben")).empty());
}
