#include "planning/goals/playbook.h"

#include "../finders.h"
#include "planning/facts/repeats.h"
#include "planning/goals/if_then.h"
#include "planning/goals/plan.h"

using namespace kith;
using namespace kith::testing;

namespace {

constexpr std::string_view small_plan = R"(
# A small plan
title = Small
about = For a test.
needs = insight, support
word = role = the work
milestone = Know {role} | 2w
step = Ask {insight} about {role} at {organisation} | 1w | 30
else = Find somebody who knows {role}
then = Ask {insight} again | 10d | 15 | weekly
milestone = Done | 4w
then = Tell {support} | 4w | 10
else = Tell somebody
step = Write to {dormant} | 3w | 20
else = Write to an old friend
if_then = Fear | I wait in 3 weeks | I call
)";

constexpr std::string_view story = R"(
[organisation anna]
name = St. Anna Hospital
[person ana]
given_name = Ana
[person ben]
given_name = Ben
[person old]
given_name = Olga
[affiliation ana]
person = ana
organisation = anna
role = Nurse
[affiliation ben]
person = ben
organisation = anna
role = Nurse
[interaction olga]
on = today-1500
kind = call
people = old
[goal lead]
wish = Lead a ward
organisations = anna
[goal plain]
wish = Something
)";

PlaybookPlan plan_called_small() {
    auto plan = parse_playbook_plan("small", small_plan);
    REQUIRE(plan);
    return std::move(*plan);
}

ProposedPlan adapt(const World& world, const PlaybookPlan& plan, std::string_view goal = "Lead a ward") {
    return adapt_plan(world.workspace, contacts_in(world), roles_in(world), plan,
        world.find(Kind::goal, goal), world.today);
}

std::string wrong_line(std::string_view text) {
    const auto plan = parse_playbook_plan("x", text);
    if (plan) return "none";
    CHECK(Catalogue::english().has(plan.error().message.key));
    return std::string(plan.error().message.key) + " " + std::to_string(plan.error().line);
}

using Lines = std::vector<std::string>;

}  // namespace

TEST_CASE("the playbook has a plan for each of eight situations, with people in every milestone's reach") {
    Lines keys;
    for (const PlaybookPlan& plan : playbook_plans()) {
        INFO(plan.key);
        keys.push_back(plan.key);
        CHECK_FALSE(plan.about.empty());
        CHECK(plan.needs.size() >= 3);
        CHECK(plan.milestones.size() >= 3);
        CHECK(plan.steps.size() >= 10);
        CHECK(plan.if_thens.size() == 2);
        std::size_t with_people = 0;
        for (std::size_t i = 0; i < plan.steps.size(); ++i) {
            const PlaybookStep& step = plan.steps[i];
            INFO(step.text);
            CHECK(step.by <= plan.milestones[step.milestone].by);
            if (step.after_previous) CHECK(step.by >= plan.steps[i - 1].by);
            CHECK(step.minutes <= 240);
            with_people += step.text.contains('{') ? 1 : 0;
            CHECK_FALSE(step.otherwise.contains("{insight}"));
        }
        CHECK(with_people >= 4);
    }
    CHECK(keys ==
        Lines{"first_job", "new_job", "change_of_field", "promotion", "return", "business", "academic",
            "moving_country"});
    CHECK(find_playbook_plan("promotion") != nullptr);
    CHECK(find_playbook_plan("retirement") == nullptr);
}

TEST_CASE("every plan can be adapted to a goal with nobody and nothing said, and reads without leftovers") {
    World world("[goal g]\nwish = Alone\n");
    for (const PlaybookPlan& plan : playbook_plans()) {
        const ProposedPlan proposed = adapt(world, plan, "Alone");
        for (const ProposedStep& step : proposed.steps) {
            INFO(plan.key << ": " << step.title);
            CHECK_FALSE(step.title.contains('{'));
            CHECK(step.people.empty());
            for (const std::string_view need : {"openings", "mentorship", "insight", "dormant"})
                CHECK_FALSE(step.title.contains("Ask " + std::string(need)));
        }
    }
}

TEST_CASE("steps name the person's own contacts with the reason, taking turns, or say how to find somebody") {
    World world(story);
    const ProposedPlan plan = adapt(world, plan_called_small());
    REQUIRE(plan.steps.size() == 4);
    CHECK(plan.steps[0].title.ends_with(" about the work at St. Anna Hospital"));
    CHECK(by_key(plan.steps[0].reasons) == "fact.is_in_role(Nurse, St. Anna Hospital)");
    CHECK(plan.steps[0].people != plan.steps[1].people);
    CHECK(plan.steps[2].title == "Tell somebody");
    CHECK(plan.steps[3].title == "Write to Olga");
    CHECK(by_key(plan.steps[3].reasons) == "playbook.last_in_touch(2022-10-12)");
    CHECK(plan.milestones[0].title == "Know the work");
    CHECK(
        adapt(world, plan_called_small(), "Something").steps[0].title == "Find somebody who knows the work");
}

TEST_CASE("a plan ends on the day the goal is meant for, within reason") {
    World world(story);
    const auto end_for = [&](Day by) {
        world.edit([&](Draft& draft) {
            draft.set(world.find(Kind::goal, "Lead a ward"), goal::by, date_value(by));
        });
        return adapt(world, plan_called_small()).milestones.back().due;
    };
    CHECK(adapt(world, plan_called_small()).milestones.back().due == world.today + days{28});
    CHECK(end_for(world.today + days{42}) == world.today + days{42});
    CHECK(end_for(world.today + days{900}) == world.today + days{56});
    CHECK(end_for(world.today + days{10}) == world.today + days{14});
    CHECK(end_for(world.today - days{10}) == world.today + days{28});
}

TEST_CASE("a plan that is taken over is the goal's own: milestones, steps that wait, if-then plans, needs") {
    World world(story);
    const RecordId goal = world.find(Kind::goal, "Lead a ward");
    ProposedPlan proposed = adapt(world, plan_called_small());
    proposed.steps[1].chosen = false;
    world.edit([&](Draft& draft) { take_over_plan(draft, world.workspace, proposed, goal, world.random); });
    const Plan plan = plan_of(world.workspace, goal, world.today);
    REQUIRE(plan.milestones.size() == 2);
    CHECK(plan.milestones[0].due == world.today + days{14});
    REQUIRE(plan.milestones[0].steps.size() == 1);
    REQUIRE(plan.milestones[1].steps.size() == 2);
    // What waited for the step left out waits for the one before that.
    const auto tell = std::ranges::find_if(plan.milestones[1].steps,
        [&](const PlanStep& step) { return record_name(world.workspace, step.action) == "Tell somebody"; });
    REQUIRE(tell != plan.milestones[1].steps.end());
    CHECK(tell->waits_for == std::vector{plan.milestones[0].steps[0].action});
    CHECK(plan.milestones[0].steps[0].minutes == 30);
    CHECK(world.workspace.texts(goal, goal::needs).size() == 2);
    const auto if_thens = if_then_plans(world.workspace, goal, world.today);
    REQUIRE(if_thens.size() == 1);
    CHECK(if_thens[0].day == world.today + days{21});
    // One step back takes it all away.
    REQUIRE(world.workspace.undo(world.now()));
    CHECK(plan_of(world.workspace, goal, world.today).milestones.empty());
}

TEST_CASE("a text that does not read says which line") {
    CHECK(wrong_line("title = A\nmilestone = B | 2w\nstep = C | 1w | 30\n") == "none");
    CHECK(wrong_line("title = A\nstep = C | 1w | 30") == "playbook.no_milestone 2");
    CHECK(wrong_line("title = A\nmilestone = B | soon") == "playbook.no_span 2");
    CHECK(wrong_line("title = A\nmilestone = B | 2w\nstep = C | 1w | some") == "playbook.no_minutes 3");
    CHECK(wrong_line("title = A\nmilestone = B | 2w\nstep = C | 1w | 3 | often") == "playbook.no_repeat 3");
    CHECK(wrong_line("title = A\nneeds = money") == "playbook.no_such_need 2");
    CHECK(wrong_line("nonsense") == "playbook.no_key 1");
    CHECK(wrong_line("title =") == "playbook.empty 1");
    CHECK(wrong_line("if_then = a | b") == "playbook.no_if_then 1");
    CHECK(wrong_line("title = A") == "playbook.no_steps 1");
}
