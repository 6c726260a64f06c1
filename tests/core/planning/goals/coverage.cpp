#include "planning/goals/coverage.h"

#include "../finders.h"

using namespace kith;
using namespace kith::testing;

namespace {

constexpr std::string_view story = R"(
[organisation clinic]
name = City Clinic
[organisation anna]
name = St. Anna Hospital
industries = Healthcare
[organisation north]
name = Northern Hospital
[person me]
given_name = Selin
self = yes
[person rosa]
given_name = Rosa
standing = senior
decides = promotion
[person ben]
given_name = Ben
[person fatima]
given_name = Fatima
circle = 15
skills = budgeting
[person ingrid]
given_name = Ingrid
[person tom]
given_name = Tom
[affiliation me]
person = me
organisation = clinic
[affiliation rosa]
person = rosa
organisation = clinic
role = Ward Lead
[affiliation ingrid]
person = ingrid
organisation = anna
role = Head of Care
[affiliation tom]
person = tom
organisation = north
role = Nurse
past = yes
[goal lead]
wish = Lead a cardiac ward
target_role = Ward Lead
industry = Healthcare
organisations = anna
organisations = north
needs = openings
needs = mentorship
needs = visibility
needs = support
needs = learning
skills = budgeting
skills = Swedish
told = fatima
to_tell = rosa
[goal rest]
wish = Rest
[favour advice]
direction = received
kind = advice
person = rosa
goal = lead
about = how to lead
stage = told
asked_on = today-200
done_on = today-190
outcome = I took the course
[favour referral]
direction = received
kind = referral
person = ingrid
goal = lead
stage = asked
asked_on = today-3
[favour elsewhere]
direction = received
kind = job_lead
person = ben
stage = done
done_on = today-400
[achievement triage]
title = Halved waiting times
goals = lead
told = rosa
)";

GoalCoverage cover(
    const World& world, std::string_view goal = "Lead a cardiac ward", const ClosestTo& closest = {}) {
    return cover_goal(world.workspace, contacts_in(world), roles_in(world), world.find(Kind::goal, goal),
        world.today, {}, closest);
}

/// "Rosa gives: Ward Lead at City Clinic / Done: how to lead"
std::vector<std::string> helpers(const World& world, const NeedCoverage& need) {
    std::vector<std::string> lines;
    for (const Helper& helper : need.helpers) {
        std::string line = person_name(world.workspace, helper.person) +
            (helper.gives ? " gives: " : " could: ") + by_key(helper.evidence);
        if (!helper.asked.empty()) line += " / " + by_key(helper.asked);
        lines.push_back(line);
    }
    return lines;
}

std::vector<std::string> gaps(const GoalCoverage& coverage) {
    std::vector<std::string> lines;
    for (const GoalGap& gap : coverage.gaps) {
        std::string line = by_key(gap.sentence);
        for (const Message& more : gap.more)
            line += " (" + by_key(more) + ")";
        for (const GapStep& step : gap.steps)
            line += " → " + by_key(step.what);
        lines.push_back(line);
    }
    return lines;
}

using Lines = std::vector<std::string>;

}  // namespace

TEST_CASE("for each need there are the people who give it or could, with evidence and what was asked") {
    World world(story);
    const GoalCoverage coverage = cover(world);
    CHECK(helpers(world, coverage.of(NeedKind::openings)) ==
        Lines{"Ingrid could: fact.is_in_role(Head of Care, St. Anna Hospital) / coverage.asked_plain",
            "Tom could: fact.was_in_role(Nurse, Northern Hospital)", "Ben could: coverage.before.job_lead"});
    CHECK(helpers(world, coverage.of(NeedKind::mentorship)) ==
        Lines{
            "Rosa gives: role_help.holds. fact.is_in_role(Ward Lead, City Clinic). coverage.before.advice / "
            "coverage.done(how to lead). fact.outcome(I took the course)"});
    CHECK(helpers(world, coverage.of(NeedKind::visibility)) ==
        Lines{"Rosa gives: fact.is_in_role(Ward Lead, City Clinic). fact.decides_promotion. "
              "coverage.senior_where_you_are(City Clinic). coverage.knows_of(Halved waiting times)"});
    CHECK(helpers(world, coverage.of(NeedKind::support)) == Lines{"Fatima could: fact.in_close_circle(15)"});
    CHECK(
        helpers(world, coverage.of(NeedKind::learning)) == Lines{"Fatima could: fact.has_skill(budgeting)"});
    CHECK(coverage.of(NeedKind::openings).givers == 0);
    CHECK(coverage.of(NeedKind::openings).candidates == 3);
    CHECK(by_key(coverage.of(NeedKind::openings).helpers[0].cautions) == "fact.last_asked(3)");
    CHECK_FALSE(coverage.of(NeedKind::insight).wanted);
    CHECK(helpers(world, coverage.of(NeedKind::insight)).size() == 2);  // known all the same
}

TEST_CASE("what is missing is said in sentences, each with next steps") {
    World world(story);
    CHECK(gaps(cover(world)) ==
        Lines{"gap.nobody_at(Northern Hospital) → gap.ask_former(Tom, Northern Hospital)",
            "gap.nobody_decides(2) → gap.ask_who_decides(Ingrid, St. Anna Hospital)",
            "gap.support.not_asked(Fatima, 1) → gap.support.ask(Fatima)",
            "gap.nobody_knows(Swedish) → gap.learn(Swedish)",
            "gap.learning.not_asked(Fatima, 1) → gap.learning.ask(Fatima)"});
}

TEST_CASE("the closest way is told where the network knows one") {
    World world(story);
    const RecordId north = world.find(Kind::organisation, "Northern Hospital");
    const ClosestTo closest = [&](RecordId target) -> std::optional<Message> {
        if (target != north) return std::nullopt;
        return Message{"fact.knows_inside", {"Ben"}};
    };
    CHECK(gaps(cover(world, "Lead a cardiac ward", closest))[0].starts_with(
        "gap.nobody_at(Northern Hospital) (fact.knows_inside(Ben))"));
}

TEST_CASE("once somebody who decides is known, or somebody gives, the gap is closed") {
    World world(story);
    world.edit(
        [&](Draft& draft) { draft.add(world.person("Ingrid"), person::decides, person::decides::hiring); });
    CHECK_FALSE(gaps(cover(world))[1].contains("decides"));
}

TEST_CASE("who declined is not suggested again, and the need stays open") {
    World world(story);
    world.edit([&](Draft& draft) {
        const RecordId favour = draft.create(Kind::favour, world.random);
        draft.set(favour, favour::person, Value::reference(world.person("Fatima")));
        draft.set(favour, favour::goal, Value::reference(world.find(Kind::goal, "Lead a cardiac ward")));
        draft.set(favour, favour::kind, favour::kind::support);
        draft.set(favour, favour::stage, favour::stage::declined);
    });
    const auto all = gaps(cover(world));
    CHECK(std::ranges::contains(all, std::string("gap.support.nobody → gap.support.look")));
}

TEST_CASE("a goal without targets, needs and words asks for them, and finds nobody by accident") {
    World world(story);
    const GoalCoverage coverage = cover(world, "Rest");
    CHECK(gaps(coverage)[0] == "gap.no_targets → gap.name_targets");
    CHECK(coverage.of(NeedKind::learning).wanted);
    CHECK(coverage.of(NeedKind::learning).helpers.empty());
    World empty("[goal g]\nwish = Alone\n");
    const GoalCoverage alone = cover(empty, "Alone");
    CHECK(alone.gaps.size() == 7);
    for (const GoalGap& gap : alone.gaps) {
        CHECK_FALSE(by_key(gap.sentence).empty());
        CHECK(gap.steps.size() == 1);
    }
}

TEST_CASE("who should be told of the goal is who was noted, and who gives something for it") {
    World world(story);
    const GoalCoverage coverage = cover(world);
    CHECK(coverage.told == std::vector{world.person("Fatima")});
    CHECK(coverage.to_tell == std::vector{world.person("Rosa")});
}

TEST_CASE("a gap's step goes into the plan as an Action of the goal with its people") {
    World world(story);
    const GoalCoverage coverage = cover(world);
    const GapStep& step = coverage.gaps[0].steps[0];
    RecordId action;
    world.edit([&](Draft& draft) {
        action = take_into_plan(draft, step, coverage.goal, by_key(step.what), world.random);
    });
    CHECK(world.workspace.reference(action, action::goal) == coverage.goal);
    CHECK(world.workspace.elements(action, action::people).size() == 1);
    CHECK(world.workspace.text(action, action::title) == by_key(step.what));
}
