// A goal begun, and one that is kept aside until it is.
#include "planning/goals/beginning.h"

#include "../world.h"

using namespace kith;
using namespace kith::testing;

namespace {

constexpr std::string_view story = R"(
[goal first]
wish = Rest
priority = 1
[organisation anna]
name = St. Anna Hospital
)";

}  // namespace

TEST_CASE("a goal begun in a few words is active, comes last, and names organisations that are there") {
    World world(story);
    const GoalWish wish{.wish = " Lead a ward ",
        .role = "Head of Nursing",
        .organisations = {"st. anna  hospital", "City Clinic"},
        .industry = "",
        .place = "Leeds",
        .why = "It matters",
        .by = parse_iso_date("2027").value_or(PartialDate{})};
    Made made = begin_goal(world.workspace, beginning_of(wish), world.random);
    CHECK(carry_out(world, std::move(made.draft)) == "goal_start.change(Lead a ward)");
    const Workspace& workspace = world.workspace;
    CHECK(workspace.text(made.record, goal::wish) == "Lead a ward");
    CHECK(workspace.text(made.record, goal::target_role) == "Head of Nursing");
    CHECK(workspace.text(made.record, goal::place) == "Leeds");
    CHECK(workspace.get(made.record, goal::industry).empty());
    CHECK(to_iso(workspace.date(made.record, goal::by)) == "2027");
    CHECK(workspace.choice(made.record, goal::stage) == goal::stage::active);
    CHECK(workspace.integer(made.record, goal::priority) == 2);
    CHECK(workspace.count(Kind::organisation) == 2);
    CHECK(workspace.elements(made.record, goal::organisations).size() == 2);
}

TEST_CASE("a goal takes its plan and what stands in the way along, and nothing empty") {
    World world;
    GoalBeginning beginning = beginning_of({.wish = "Lead a ward"});
    beginning.obstacles = {{.obstacle = " Time ", .when = "it is late", .then = "go home"},
        {.obstacle = " ", .when = "never", .then = ""}};
    beginning.plan = ProposedPlan{.milestones = {{.title = "Known", .due = world.today + days{30}}},
        .steps = {{.title = "Ask Rosa", .due = world.today + days{2}},
            {.title = "Not this", .due = world.today, .chosen = false}}};
    Made made = begin_goal(world.workspace, beginning, world.random);
    world.commit(std::move(made.draft));
    const auto rows = world.workspace.elements(made.record, goal::obstacles);
    REQUIRE(rows.size() == 1);
    CHECK(row_part(rows[0].value, goal::obstacles::obstacle) == "Time");
    CHECK(world.workspace.count(Kind::milestone) == 1);
    CHECK(world.workspace.count(Kind::action) == 1);
    CHECK(world.workspace.reference(world.find(Kind::action, "Ask Rosa"), action::goal) == made.record);
}

TEST_CASE("what was said of a goal is kept until it is begun, or begun over") {
    World world;
    CHECK(kept_beginning(world.workspace).empty());
    CHECK(carry_out(world, keep_beginning(world.workspace, "step 2")) == "goal_start.begun_change");
    CHECK(kept_beginning(world.workspace) == "step 2");
    CHECK(keep_beginning(world.workspace, "step 2").empty());
    CHECK(carry_out(world, forget_beginning(world.workspace)) == "goal_start.over_change");
    CHECK(kept_beginning(world.workspace).empty());
    CHECK(forget_beginning(world.workspace).empty());
    world.commit(keep_beginning(world.workspace, "step 3"));
    world.commit(begin_goal(world.workspace, beginning_of({.wish = "Rest"}), world.random).draft);
    CHECK(kept_beginning(world.workspace).empty());
}
