// Before and after a meeting.
#include "planning/agenda/meetings.h"

#include "../world.h"

using namespace kith;
using namespace kith::testing;

namespace {

constexpr std::string_view story = R"(
[person ben]
given_name = Ben
[interaction coffee]
on = today-1
kind = coffee
planned = yes
people = ben
notes = As it was
[event fair]
name = Job Fair
from = today+5
)";

RecordId coffee(const World& world) {
    return world.workspace.referrers(world.person("Ben"), interaction::people).front();
}

}  // namespace

TEST_CASE("what one wants to bring up is kept in the meeting's own words") {
    World world(story);
    const RecordId meeting = coffee(world), fair = world.find(Kind::event, "Job Fair");
    CHECK(preparation_notes(world.workspace, meeting) == "As it was");
    CHECK(prepare_meeting(world.workspace, {.meeting = meeting, .bring_up = " As it was "}, "Ben", "Prepare",
        world.today, world.random)
            .empty());
    const Preparation ready{.meeting = fair, .bring_up = "Ask about nights", .ready = true};
    CHECK(carry_out(world,
              prepare_meeting(world.workspace, ready, "Job Fair", "Prepare", world.today, world.random)) ==
        "prepare.change(Job Fair)");
    CHECK(preparation_notes(world.workspace, fair) == "Ask about nights");
    const RecordId done = world.find(Kind::action, "Prepare");
    CHECK(world.workspace.reference(done, action::came_of) == fair);
    CHECK(world.workspace.date(done, action::done_on).to_day() == world.today);
}

TEST_CASE("a meeting that took place says what was said, and what each promised") {
    World world(story);
    const MeetingReview review{.meeting = coffee(world),
        .about = " Rosters ",
        .said = "All of it",
        .mine = {.what = "Send the plan", .due = world.today + days{2}},
        .theirs = {.what = "  "}};
    CHECK(carry_out(world, review_meeting(world.workspace, review, "Ben", world.random)) ==
        "review.change(Ben)");
    const RecordId meeting = coffee(world);
    CHECK_FALSE(world.workspace.flag(meeting, interaction::planned));
    CHECK(world.workspace.flag(meeting, interaction::reviewed));
    CHECK(world.workspace.text(meeting, interaction::summary) == "Rosters");
    CHECK(world.workspace.text(meeting, interaction::notes) == "All of it");
    const RecordId promise = world.find(Kind::action, "Send the plan");
    CHECK(world.workspace.choice(promise, action::promised_by) == action::promised_by::me);
    CHECK(world.workspace.date(promise, action::due).to_day() == world.today + days{2});
    CHECK(world.workspace.reference(promise, action::came_of) == meeting);
    CHECK(world.workspace.referrers(world.person("Ben"), action::people) == std::vector{promise});
}

TEST_CASE("a meeting that was moved is planned for another day; one that did not happen is not asked for") {
    World world(story);
    const RecordId meeting = coffee(world);
    world.commit(review_meeting(world.workspace,
        {.meeting = meeting, .outcome = MeetingOutcome::moved, .moved_to = world.today + days{3}}, "Ben",
        world.random));
    CHECK(world.workspace.date(meeting, interaction::on).to_day() == world.today + days{3});
    CHECK(world.workspace.flag(meeting, interaction::planned));
    world.commit(review_meeting(world.workspace,
        {.meeting = meeting, .outcome = MeetingOutcome::did_not_happen}, "Ben", world.random));
    CHECK(world.workspace.flag(meeting, interaction::planned));
    CHECK(world.workspace.flag(meeting, interaction::reviewed));
}
