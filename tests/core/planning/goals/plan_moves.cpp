#include "planning/goals/plan_moves.h"

#include "../world.h"

using namespace kith;
using namespace kith::testing;

namespace {

constexpr std::string_view story = R"(
[goal lead]
wish = Lead a ward
[milestone know]
goal = lead
title = Know the field
due = today+30
[milestone apply]
goal = lead
title = Apply
due = today+60
[action read]
title = Read
goal = lead
milestone = know
due = today+3
[action ask]
title = Ask
goal = lead
milestone = know
due = today+5
[action write]
title = Write
goal = lead
milestone = apply
due = today+9
[action other]
title = Other
goal = lead
)";

struct PlanWorld : World {
    PlanWorld() : World(story) {}
    RecordId step(std::string_view title) const { return find(Kind::action, title); }
    RecordId goal() const { return find(Kind::goal, "Lead a ward"); }
    Plan plan() const { return plan_of(workspace, goal(), today); }
    /// "Know the field: Read, Ask | Apply: Write | : Other"
    std::string order() const {
        std::string text;
        for (const PlanMilestone& one : plan().milestones) {
            if (!text.empty()) text += " | ";
            if (one.milestone) text += record_name(workspace, one.milestone);
            std::string_view between = ": ";
            for (const PlanStep& each : one.steps) {
                text += between;
                text += record_name(workspace, each.action);
                between = ", ";
            }
        }
        return text;
    }
    bool move(std::string_view title, int direction) {
        Draft draft({"test.edit", {}});
        const bool moved = move_step_by(draft, workspace, plan(), step(title), direction);
        if (moved) commit(std::move(draft));
        return moved;
    }
};

}  // namespace

TEST_CASE("steps go by their days until one is moved, and then stay as they were left") {
    PlanWorld world;
    CHECK(world.order() == "Know the field: Read, Ask | Apply: Write | : Other");
    CHECK(world.move("Ask", -1));
    CHECK(world.order() == "Know the field: Ask, Read | Apply: Write | : Other");
    world.edit([&](Draft& draft) { draft.set(world.step("Read"), action::due, date_value(world.today)); });
    CHECK(world.order() == "Know the field: Ask, Read | Apply: Write | : Other");
}

TEST_CASE("at the edge of a milestone a step goes on into the next one") {
    PlanWorld world;
    CHECK(world.move("Ask", 1));
    CHECK(world.order() == "Know the field: Read | Apply: Ask, Write | : Other");
    CHECK(world.move("Ask", -1));
    CHECK(world.order() == "Know the field: Read, Ask | Apply: Write | : Other");
    CHECK(world.move("Write", 1));
    CHECK(world.order() == "Know the field: Read, Ask | Apply | : Write, Other");
    CHECK_FALSE(world.move("Other", 1));
    CHECK_FALSE(world.move("Read", -1));
}

TEST_CASE("a step moved to a place stands there, and moving it back changes nothing else") {
    PlanWorld world;
    world.edit([&](Draft& draft) {
        move_step(draft, world.workspace, world.plan(), world.step("Other"),
            world.find(Kind::milestone, "Know the field"), 1);
    });
    CHECK(world.order() == "Know the field: Read, Other, Ask | Apply: Write");
    CHECK(place_in(world.plan(), world.step("Other")) == PlanPlace{0, 1});
}

TEST_CASE("milestones change places, and what is new comes last where there is an order") {
    PlanWorld world;
    CHECK(order_at_end(world.workspace, world.plan(), world.find(Kind::milestone, "Apply")) == 0);
    world.edit([&](Draft& draft) {
        CHECK(move_milestone_by(
            draft, world.workspace, world.plan(), world.find(Kind::milestone, "Apply"), -1));
    });
    CHECK(world.order() == "Apply: Write | Know the field: Read, Ask | : Other");
    CHECK(milestone_order_at_end(world.workspace, world.plan()) == 3);
    world.move("Ask", -1);
    CHECK(order_at_end(world.workspace, world.plan(), world.find(Kind::milestone, "Know the field")) == 3);
}
