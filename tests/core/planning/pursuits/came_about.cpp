#include "planning/pursuits/came_about.h"

#include "../world.h"
#include "planning/goals/closest.h"
#include "planning/messages/profile.h"

using namespace kith;
using namespace kith::testing;

namespace {

constexpr std::string_view story = R"(
[organisation anna]
name = St. Anna Hospital
[organisation clinic]
name = City Clinic
[event congress]
name = Nursing Congress
from = today-400
[person me]
given_name = Selin
self = yes
skills = Triage
[person priya]
given_name = Priya
met_at = congress
[person ben]
given_name = Ben
[person jonas]
given_name = Jonas
[affiliation me]
person = me
organisation = clinic
role = Nurse
[affiliation jonas]
person = jonas
organisation = anna
past = yes
[tie bj]
a = ben
b = jonas
[interaction ben]
on = today-20
kind = call
people = ben
[goal lead]
wish = Lead a ward
target_role = Ward Lead
[favour referral]
direction = received
kind = referral
person = priya
stage = done
done_on = today-60
about = the ward
opportunity = job
[opportunity job]
title = Ward Lead
source = ben
referrer = priya
stage = offer
stage_history = lead | 2026-09-10
stage_history = offer | 2026-11-10
[achievement triage]
title = Triage times down by a fifth
evidence = Report of the quality group
goals = lead
on = today-120
[achievement other]
title = A certificate
on = today-10
)";

std::vector<std::string> lines(const Facts& facts) {
    std::vector<std::string> all;
    for (const Message& fact : facts)
        all.push_back(by_key(fact));
    return all;
}

using Lines = std::vector<std::string>;

}  // namespace

TEST_CASE("how an offer came about is told from the meeting to the offer, each thing once") {
    World world(story);
    Facts steps;
    for (const StepThere& step :
        how_it_came_about(world.workspace, world.find(Kind::opportunity, "Ward Lead")))
        steps.push_back(step.what);
    CHECK(lines(steps) ==
        Lines{"came.met_at(Priya, Nursing Congress)", "came.told(Ben)", "came.stage(lead)",
            "came.referral(Priya)", "came.stage(offer)"});
    CHECK(offers_so_far(world.workspace).size() == 1);
}

TEST_CASE("on one day what led to a thing is told before it") {
    World world(R"(
[organisation nurses]
name = Nurses' Association
kind = association
[event evening]
name = Evening
organisation = nurses
from = today
[person me]
self = yes
[affiliation me]
person = me
organisation = nurses
from = today
[person priya]
given_name = Priya
met_at = evening
[person ben]
given_name = Ben
[favour introduction]
direction = received
kind = introduction
person = priya
introduced = ben
stage = done
done_on = today
[favour referral]
direction = received
kind = referral
person = ben
led_from = introduction
stage = done
done_on = today
opportunity = job
[opportunity job]
title = Ward Lead
stage = offer
stage_history = offer | 2026-11-20
)");
    Facts steps;
    for (const StepThere& step :
        how_it_came_about(world.workspace, world.find(Kind::opportunity, "Ward Lead")))
        steps.push_back(step.what);
    CHECK(lines(steps) ==
        Lines{"came.joined(Nurses' Association)", "came.met_at(Priya, Evening)",
            "came.introduction_to(Priya, Ben)", "came.referral(Ben)", "came.stage(offer)"});
}

TEST_CASE("the closest way to an organisation is said with who is between") {
    World world(story);
    ContactGraph graph;
    graph.update(world.workspace);
    const GraphSnapshot people = graph_on(graph, {.day = world.today});
    const auto way =
        closest_way(world.workspace, graph, people, world.find(Kind::organisation, "St. Anna Hospital"));
    REQUIRE(way);
    CHECK(by_key(*way) == "closest.steps_before(Jonas, Ben, 2)");
    const auto known = closest_way(world.workspace, graph, people, world.person("Ben"));
    REQUIRE(known);
    CHECK(by_key(*known) == "closest.known(Ben)");
    CHECK_FALSE(closest_way(world.workspace, graph, people, world.find(Kind::organisation, "City Clinic")));
}

TEST_CASE("a profile has the role, what was achieved for the goal first, skills and the way ahead") {
    World world(story);
    CHECK(lines(profile_lines(world.workspace, world.find(Kind::goal, "Lead a ward"))) ==
        Lines{"profile.work(Nurse, City Clinic)",
            "profile.achievement_shown(Triage times down by a fifth, Report of the quality group)",
            "profile.achievement(A certificate)", "profile.skills(Triage)", "profile.goal(Ward Lead)"});
    CHECK(lines(profile_lines(world.workspace, {}, 1)) ==
        Lines{"profile.work(Nurse, City Clinic)", "profile.achievement(A certificate)",
            "profile.skills(Triage)"});
}
