// What a person does with an opportunity: on to its next stage, its next step, who takes a role.
#include "../world.h"
#include "planning/pursuits/board.h"
#include "planning/pursuits/pipeline.h"

using namespace kith;
using namespace kith::testing;

namespace {

constexpr std::string_view story = R"(
[person ana]
given_name = Ana
[goal lead]
wish = Lead a ward
[opportunity ward]
title = Ward Lead
goal = lead
)";

}  // namespace

TEST_CASE("an opportunity moves along, with the day of each stage") {
    World world(story);
    const RecordId ward = world.find(Kind::opportunity, "Ward Lead");
    const std::vector<Stage> stages = stages_of(world.workspace);
    const auto applied = std::ranges::find(stages, StageMark::applied, &Stage::mark);
    REQUIRE(applied != stages.end());
    CHECK(carry_out(world,
              move_along(world.workspace, ward, *applied, "Ward Lead", "Applied", world.today,
                  world.random)) == "change.stage(Ward Lead, Applied)");
    CHECK(world.workspace.text(ward, opportunity::stage) == applied->name);
    CHECK(world.workspace.date(ward, opportunity::applied_on).to_day() == world.today);
    CHECK(world.workspace.elements(ward, opportunity::stage_history).size() == 1);
}

TEST_CASE("the stages are the person's own") {
    World world(story);
    const std::vector<Stage> own{{"Heard of", StageMark::lead}, {"Sent", StageMark::applied}};
    CHECK(carry_out(world, change_stages(world.workspace, own)) == "change.stages");
    const std::vector<Stage> now = stages_of(world.workspace);
    REQUIRE(now.size() == 2);
    CHECK(now[1].name == "Sent");
    CHECK(now[1].mark == StageMark::applied);
}

TEST_CASE("the next step is written down for the opportunity and its goal; a role is taken") {
    World world(story);
    const RecordId ward = world.find(Kind::opportunity, "Ward Lead"), ana = world.person("Ana");
    const OpportunityStep next{.what = {}, .people = {ana}, .due = world.today + days{4}};
    Made made = note_next_step(world.workspace, ward, next, "Ask Ana", "Ward Lead", world.random);
    CHECK(carry_out(world, std::move(made.draft)) == "change.add_to(Ask Ana, Ward Lead)");
    CHECK(world.workspace.text(made.record, action::title) == "Ask Ana");
    CHECK(world.workspace.reference(made.record, action::opportunity) == ward);
    CHECK(world.workspace.reference(made.record, action::goal) == world.find(Kind::goal, "Lead a ward"));
    CHECK(world.workspace.date(made.record, action::due).to_day() == world.today + days{4});
    CHECK(world.workspace.referrers(ana, action::people) == std::vector{made.record});
    for (const FieldId field : {FieldId(opportunity::referrer), FieldId(opportunity::insiders)}) {
        CHECK(carry_out(world, take_for_role(ward, field, ana, "Ana", "Ward Lead")) ==
            "change.add_to(Ana, Ward Lead)");
        CHECK(world.workspace.referrers(ana, field) == std::vector{ward});
    }
}
