#include "planning/goals/plan.h"
#include "planning/agenda/doing.h"

#include "../world.h"

using namespace kith;
using namespace kith::testing;

namespace {

constexpr std::string_view story = R"(
[goal lead]
wish = Lead a cardiac ward
[person ana]
given_name = Ana
[milestone know]
goal = lead
title = Know the field
order = 1
due = today-3
[milestone apply]
goal = lead
title = Apply
order = 2
due = today+60
[milestone start]
goal = lead
title = First day
order = 3
[action read]
title = Read three job offers
goal = lead
milestone = know
order = 1
done_on = today-8
[action ask]
title = Ask Ana what a ward lead does
goal = lead
milestone = know
people = ana
order = 2
due = today-1
effort_minutes = 45
[action cv]
title = Write the CV
goal = lead
milestone = apply
order = 2
due = today+5
after = ask
[action send]
title = Send the CV
goal = lead
milestone = apply
order = 1
due = today+2
after = cv
[action skip]
title = Buy a suit
goal = lead
milestone = apply
dropped_on = today-1
[action loose]
title = Tell Ana about it
goal = lead
due = today+30
)";

/// "Know the field 1/2: [done] Read three job offers, [late] Ask …"
std::vector<std::string> lines(const World& world, const Plan& plan) {
    std::vector<std::string> all;
    for (const PlanMilestone& milestone : plan.milestones) {
        std::string line = milestone.milestone ? record_name(world.workspace, milestone.milestone) : "Others";
        if (milestone.late) line += " (late)";
        if (milestone.ready) line += " (ready)";
        line +=
            " " + std::to_string(milestone.progress.done) + "/" + std::to_string(milestone.progress.total);
        for (const PlanStep& step : milestone.steps)
            line += " | " + std::string(key_of(step.state).substr(std::string_view("plan.state.").size())) +
                ": " + record_name(world.workspace, step.action);
        all.push_back(line);
    }
    return all;
}

Plan plan_in(const World& world) {
    return plan_of(world.workspace, world.find(Kind::goal, "Lead a cardiac ward"), world.today);
}

RecordId step(const World& world, std::string_view title) {
    return world.find(Kind::action, title);
}

void finish(World& world, std::string_view title) {
    world.edit([&](Draft& draft) {
        complete_step(draft, world.workspace, step(world, title), world.today, world.random);
    });
}

}  // namespace

TEST_CASE("a plan shows milestones and steps in the order in which they can be done") {
    World world(story);
    const Plan plan = plan_in(world);
    CHECK(lines(world, plan) ==
        std::vector<std::string>{
            "Know the field (late) 1/2 | done: Read three job offers | late: Ask Ana what a ward lead does",
            // Written the other way round, but sending waits for writing.
            "Apply 0/2 | waiting: Write the CV | waiting: Send the CV | dropped: Buy a suit", "First day 0/1",
            "Others 0/1 | open: Tell Ana about it"});
    CHECK(by_key(progress_fact(plan.progress)) == "plan.progress(1, 6)");
    const PlanStep& send = plan.milestones[1].steps[1];
    CHECK(by_key(send.notes) == "plan.waits_for(Write the CV). plan.due_before(Write the CV, 2026-11-25)");
    REQUIRE(plan.ready().size() == 2);
    CHECK(plan.ready()[0]->minutes == 45);
    CHECK(by_key(progress_fact(Progress{})) == "plan.no_steps");
}

TEST_CASE("progress comes from what was done, and doing a step frees what waited for it") {
    World world(story);
    finish(world, "Ask Ana what a ward lead does");
    CHECK(lines(world, plan_in(world))[0].starts_with("Know the field (late) (ready) 2/2"));
    CHECK(lines(world, plan_in(world))[1].starts_with("Apply 0/2 | soon: Write the CV | waiting: Send"));
    world.edit([&](Draft& draft) {
        draft.set(world.find(Kind::milestone, "First day"), milestone::done_on, date_value(world.today));
        draft.set(step(world, "Write the CV"), action::dropped_on, date_value(world.today));
    });
    CHECK(lines(world, plan_in(world))[1].contains("soon: Send the CV"));  // a dropped step holds nothing up
    CHECK(plan_in(world).progress == Progress{3, 5});
}

TEST_CASE("steps that wait for each other in a circle are said to, and none of them is stuck") {
    World world(story);
    CHECK(would_wait_for_itself(world.workspace, step(world, "Write the CV"), step(world, "Send the CV")));
    CHECK(would_wait_for_itself(world.workspace, step(world, "Write the CV"), step(world, "Write the CV")));
    CHECK_FALSE(
        would_wait_for_itself(world.workspace, step(world, "Send the CV"), step(world, "Tell Ana about it")));
    // Two devices can make one all the same.
    world.edit([&](Draft& draft) {
        draft.add(step(world, "Write the CV"), action::after, step(world, "Send the CV"));
    });
    const Plan plan = plan_in(world);
    for (const PlanStep& one : plan.milestones[1].steps) {
        if (one.state == StepState::dropped) continue;
        CHECK(one.circular);
        CHECK(one.state == StepState::soon);
        CHECK(by_key(one.notes).contains("plan.waits_for_itself"));
    }
    CHECK(is_ready(world.workspace, step(world, "Send the CV")));
}

TEST_CASE("a step that repeats comes round again with everything but its day and its waiting") {
    World world(story);
    const RecordId ask = step(world, "Ask Ana what a ward lead does");
    world.edit([&](Draft& draft) {
        draft.set_text(ask, action::repeats, "monthly");
        draft.set(ask, action::due, date_value(on(2026, 10, 31)));
    });
    RecordId next;
    world.edit(
        [&](Draft& draft) { next = complete_step(draft, world.workspace, ask, world.today, world.random); });
    REQUIRE(next);
    CHECK(world.workspace.date(ask, action::done_on).to_day() == world.today);
    CHECK(world.workspace.text(next, action::title) == "Ask Ana what a ward lead does");
    CHECK(world.workspace.date(next, action::due).to_day() == on(2026, 11, 30));
    CHECK(world.workspace.integer(next, action::effort_minutes) == 45);
    CHECK(world.workspace.elements(next, action::people).size() == 1);
    CHECK(world.workspace.date(next, action::done_on).empty());
    // The 31st is kept through the shorter months.
    RecordId then;
    world.edit([&](Draft& draft) {
        then = complete_step(draft, world.workspace, next, on(2026, 12, 1), world.random);
    });
    CHECK(world.workspace.date(then, action::due).to_day() == on(2026, 12, 31));
    RecordId none;
    world.edit([&](Draft& draft) {
        none = complete_step(
            draft, world.workspace, step(world, "Tell Ana about it"), world.today, world.random);
    });
    CHECK_FALSE(none);
}

TEST_CASE("ticking a repeating step off on the agenda makes the next one too") {
    World world(story);
    const RecordId ask = step(world, "Ask Ana what a ward lead does");
    world.edit([&](Draft& draft) { draft.set_text(ask, action::repeats, "weekly"); });
    Agenda agenda;
    agenda.update(world.insight, world.today);
    const auto item = std::ranges::find(agenda.items(), ask, &AgendaItem::record);
    REQUIRE(item != agenda.items().end());
    const auto before = world.workspace.count(Kind::action);
    world.edit(
        [&](Draft& draft) { mark_done(draft, world.workspace, *item, "", world.today, world.random); });
    CHECK(world.workspace.count(Kind::action) == before + 1);
}
