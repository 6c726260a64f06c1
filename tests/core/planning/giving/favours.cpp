// Favours on their way, and what one means to do about them and what is suggested.
#include "planning/giving/favours.h"

#include "../world.h"
#include "planning/giving/celebrations.h"
#include "planning/giving/challenges.h"
#include "planning/giving/introductions.h"
#include "planning/giving/mentors.h"

using namespace kith;
using namespace kith::testing;

namespace {

constexpr std::string_view story = R"(
[person ana]
given_name = Ana
[person ben]
given_name = Ben
[favour advice]
direction = received
stage = asked
about = the interview
person = ana
[favour reading]
direction = given
stage = offered
about = a letter
person = ben
[challenge nights]
title = Nights
[goal lead]
wish = Lead a ward
)";

}  // namespace

TEST_CASE("a favour goes through its stages, each with its day, and ends when all is told") {
    World world(story);
    const RecordId favour = world.find(Kind::favour, "the interview");
    CHECK(stages_through(favour::direction::received).size() == 5);
    CHECK(stages_through(favour::direction::given).size() == 3);
    std::vector<std::string> keys;
    while (const FavourStep* step = next_step_of(world.workspace, favour)) {
        keys.emplace_back(step->key);
        CHECK(carry_out(world, take_favour_step(world.workspace, favour, "On", "Advice", world.today)) ==
            "change.step(On, Advice)");
        CHECK(world.workspace.choice(favour, favour::stage) == step->to);
        CHECK(is_open_favour(world.workspace, favour) == (step->to == favour::stage::agreed));
        CHECK(owes_thanks(world.workspace, favour) == waits_on_me(world.workspace, favour));
    }
    CHECK(keys == std::vector<std::string>{"next.they_agreed", "next.done", "next.thanked", "next.told"});
    CHECK(world.workspace.date(favour, favour::thanked_on).to_day() == world.today);
}

TEST_CASE("what is given is over when it is done, or declined") {
    World world(story);
    const RecordId favour = world.find(Kind::favour, "a letter");
    CHECK(is_given(world.workspace, favour));
    CHECK_FALSE(waits_on_me(world.workspace, favour));
    CHECK(next_step_of(world.workspace, favour)->key == "next.they_want_it");
    CHECK(carry_out(world, decline_favour(favour, "They declined", "Reading")) ==
        "change.step(They declined, Reading)");
    CHECK(world.workspace.choice(favour, favour::stage) == favour::stage::declined);
    CHECK(next_step_of(world.workspace, favour) == nullptr);
}

TEST_CASE("what somebody was asked for is a favour that waits") {
    World world(story);
    const RecordId ana = world.person("Ana"), goal = world.find(Kind::goal, "Lead a ward");
    const AskedFor asked{.person = ana,
        .kind = favour::kind::introduction,
        .about = "Karin",
        .goal = goal,
        .introduced = world.person("Ben")};
    CHECK(carry_out(world, note_asked_for_goal(asked, "Ana", world.today, world.random)) ==
        "goal_needs.change_asked(Ana)");
    const RecordId favour = world.workspace.referrers(goal, favour::goal).front();
    CHECK(world.workspace.choice(favour, favour::stage) == favour::stage::asked);
    CHECK(world.workspace.choice(favour, favour::kind) == favour::kind::introduction);
    CHECK(world.workspace.reference(favour, favour::person) == ana);
    CHECK(world.workspace.reference(favour, favour::introduced) == world.person("Ben"));
    CHECK(world.workspace.text(favour, favour::about) == "Karin");
    CHECK(world.workspace.date(favour, favour::asked_on).to_day() == world.today);
}

TEST_CASE("an introduction is begun, or not suggested again") {
    World world(story);
    const Introduction pair{.needs = world.person("Ana"), .offers = world.person("Ben")};
    Made made = begin_introduction(pair, "Ana", "Ben", world.today, world.random);
    CHECK(carry_out(world, std::move(made.draft)) == "change.introduction(Ana, Ben)");
    CHECK(world.workspace.choice(made.record, favour::kind) == favour::kind::introduction);
    CHECK(carry_out(world, refuse_introduction(pair, "Ana and Ben", world.today, world.random)) ==
        "change.not_suggested(Ana and Ben)");
    CHECK(introductions(world.workspace, ContactBook{}, world.today).empty());
}

TEST_CASE("a mentor is asked, a challenge shared, an occasion congratulated on") {
    World world(story);
    const RecordId ana = world.person("Ana"), nights = world.find(Kind::challenge, "Nights");
    Made made = ask_for_mentorship(ana, "leading", "Ana", world.today, world.random);
    CHECK(carry_out(world, std::move(made.draft)) == "change.mentorship(Ana)");
    CHECK(world.workspace.choice(made.record, mentorship::stage) == mentorship::stage::asked);
    CHECK(world.workspace.choice(made.record, mentorship::side) == mentorship::side::mentor);
    CHECK(world.workspace.text(made.record, mentorship::field) == "leading");

    CHECK(carry_out(world, turn_to(nights, ana, "Ana", "Nights")) == "change.add_to(Ana, Nights)");
    CHECK(world.workspace.referrers(ana, challenge::people) == std::vector{nights});

    world.tell("[person mia]\ngiven_name = Mia\n[celebration job]\nperson = mia\nwhat = A new job\n");
    const RecordId job = world.find(Kind::celebration, "A new job");
    CHECK(carry_out(world, note_congratulated(job, "Congratulated", "Mia", world.today)) ==
        "change.step(Congratulated, Mia)");
    CHECK(world.workspace.date(job, celebration::congratulated_on).to_day() == world.today);
}
