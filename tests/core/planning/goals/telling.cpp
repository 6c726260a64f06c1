#include "planning/goals/telling.h"

#include "../finders.h"

using namespace kith;
using namespace kith::testing;

namespace {

constexpr std::string_view story = R"(
[organisation clinic]
name = City Clinic
[person me]
given_name = Selin
self = yes
[person rosa]
given_name = Rosa
decides = promotion
[person ben]
given_name = Ben
[person karl]
given_name = Karl
[person tom]
given_name = Tom
[person eva]
given_name = Eva
[affiliation me]
person = me
organisation = clinic
[affiliation rosa]
person = rosa
organisation = clinic
role = Director
[goal lead]
wish = Lead a ward
[favour advice]
direction = received
kind = advice
person = ben
goal = lead
stage = told
done_on = today-100
[mentorship karl]
person = karl
side = mentor
stage = active
[achievement triage]
title = Halved waiting times
goals = lead
on = today-3
to_tell = tom
told = eva
[achievement other]
title = A certificate
goals = lead
told = ben
)";

std::vector<std::string> lines(const World& world) {
    std::vector<std::string> all;
    const RecordId achievement = world.find(Kind::achievement, "Halved waiting times");
    for (const PersonToTell& one :
        whom_to_tell(world.workspace, contacts_in(world), roles_in(world), achievement, world.today))
        all.push_back(person_name(world.workspace, one.person) + ": " + by_key(one.reasons));
    return all;
}

using Lines = std::vector<std::string>;

}  // namespace

TEST_CASE("of an achievement Kith knows who should hear and why, and who has heard") {
    World world(story);
    CHECK(lines(world) ==
        Lines{"Tom: telling.noted", "Karl: telling.helps(Lead a ward). fact.is_your_mentor",
            "Ben: telling.helps(Lead a ward). coverage.knows_of(A certificate)",
            "Rosa: fact.is_in_role(Director, City Clinic). fact.decides_promotion"});
}

TEST_CASE("once told a person is off the list, and an achievement nobody was told of stays to be told") {
    World world(story);
    const RecordId goal = world.find(Kind::goal, "Lead a ward");
    const RecordId achievement = world.find(Kind::achievement, "Halved waiting times");
    CHECK(achievements_to_tell(world.workspace, goal) == std::vector{achievement});
    world.edit([&](Draft& draft) { note_told(draft, achievement, world.person("Tom")); });
    CHECK_FALSE(lines(world)[0].starts_with("Tom"));
    CHECK(achievements_to_tell(world.workspace, goal).empty());
    world.edit([&](Draft& draft) { note_told(draft, goal, world.person("Tom")); });
    CHECK(world.workspace.elements(goal, goal::told).size() == 1);
}

TEST_CASE("of a goal those who help with it should hear, and what they say is kept with the day") {
    World world(story);
    const RecordId goal = world.find(Kind::goal, "Lead a ward");
    const auto to_tell = [&] {
        const GoalCoverage coverage =
            cover_goal(world.workspace, contacts_in(world), roles_in(world), goal, world.today);
        std::string all;
        for (const PersonToTell& one : whom_to_tell(world.workspace, coverage))
            all += person_name(world.workspace, one.person) + ": " + by_key(one.reasons) + "; ";
        return all;
    };
    CHECK(to_tell().contains("Ben: telling.helps.mentorship"));
    world.edit([&](Draft& draft) {
        note_told(draft, goal,
            {.person = world.person("Ben"), .summary = "Told of it", .said = "Good luck", .on = world.today},
            world.random);
    });
    CHECK_FALSE(to_tell().contains("Ben"));
    const auto told = who_was_told(world.workspace, goal);
    REQUIRE(told.size() == 1);
    CHECK(told.front().said == "Good luck");
    CHECK(told.front().on.to_day() == world.today);
}

TEST_CASE("somebody is told, is to be told, or does not know after all, each as one step") {
    World world(story);
    const RecordId triage = world.find(Kind::achievement, "Halved waiting times"), tom = world.person("Tom");
    const Workspace& workspace = world.workspace;
    const TellingNote note{
        .person = tom, .summary = "Told of it", .said = "He was glad", .on = world.today - days{1}};
    CHECK(carry_out(world, note_telling(triage, note, "Tom", "Triage", world.random)) ==
        "goal_tell.change(Tom, Triage)");
    const auto told = who_was_told(workspace, triage);
    const auto at = std::ranges::find(told, tom, &WasTold::person);
    REQUIRE(at != told.end());
    CHECK(at->on.to_day() == world.today - days{1});
    CHECK(at->said == "He was glad");
    CHECK(workspace.referrers(tom, achievement::to_tell).empty());
    CHECK(carry_out(world, forget_telling({"Told", "Triage"}, triage, tom)) == "change.field(Told, Triage)");
    CHECK_FALSE(std::ranges::contains(who_was_told(workspace, triage), tom, &WasTold::person));
    CHECK(carry_out(
              world, mean_to_tell(triage, {.fresh = "Zita Brandt"}, "Zita Brandt", "Triage", world.random)) ==
        "change.add_to(Zita Brandt, Triage)");
    CHECK(workspace.referrers(world.person("Zita"), achievement::to_tell) == std::vector{triage});
    const RecordId goal = world.find(Kind::goal, "Lead a ward");
    world.commit(mean_to_tell(goal, {.record = tom, .fresh = {}}, "Tom", "Lead", world.random));
    CHECK(workspace.referrers(tom, goal::to_tell) == std::vector{goal});
}
