// What a person does with the steps and milestones of a plan.
#include "planning/goals/steps.h"

#include "../world.h"
#include "planning/goals/coverage.h"
#include "planning/goals/first_contacts.h"

using namespace kith;
using namespace kith::testing;

namespace {

constexpr std::string_view story = R"(
[person ana]
given_name = Ana
[person ben]
given_name = Ben
[goal lead]
wish = Lead a ward
[milestone known]
title = Known
goal = lead
due = today+20
[milestone chosen]
title = Chosen
goal = lead
due = today+40
[action ask]
title = Ask Rosa
goal = lead
milestone = known
due = today+1
[action read]
title = Read the report
goal = lead
milestone = known
due = today+2
)";

struct Planned : World {
    Planned() : World(story) {}

    RecordId goal() const { return find(Kind::goal, "Lead a ward"); }
    RecordId ask() const { return find(Kind::action, "Ask Rosa"); }
    RecordId read() const { return find(Kind::action, "Read the report"); }
    RecordId known() const { return find(Kind::milestone, "Known"); }
    RecordId chosen() const { return find(Kind::milestone, "Chosen"); }
    Plan plan() const { return plan_of(workspace, goal(), today); }
};

}  // namespace

TEST_CASE_FIXTURE(Planned, "a step or milestone is ticked off, and back") {
    for (const RecordId record : {ask(), known()}) {
        CHECK(is_checkable(kind_of(record)));
        CHECK(carry_out(*this, toggle_done(workspace, record, "It", today, random)) == "change.done(It)");
        CHECK(is_done(workspace, record));
        CHECK(carry_out(*this, toggle_done(workspace, record, "It", today, random)) == "change.reopen(It)");
        CHECK_FALSE(is_done(workspace, record));
    }
    edit([&](Draft& draft) { draft.set(ask(), action::dropped_on, Value::day(today)); });
    CHECK(is_done(workspace, ask()));
    commit(toggle_done(workspace, ask(), "It", today, random));
    CHECK_FALSE(is_done(workspace, ask()));
    CHECK_FALSE(is_checkable(Kind::goal));
    CHECK_FALSE(is_done(workspace, goal()));
}

TEST_CASE_FIXTURE(Planned, "a step is added with what its line says, at the end") {
    commit(move_up_or_down(workspace, plan(), read(), -1, "Read"));  // now there is an order
    const StepLine line{.title = "Call Ben",
        .due = PartialDate{std::chrono::year_month_day{today}},
        .minutes = 20,
        .repeats = "every month"};
    Made made = add_step(workspace, plan(), line, known(), "Lead", random);
    CHECK(carry_out(*this, std::move(made.draft)) == "change.add_to(Call Ben, Lead)");
    CHECK(workspace.reference(made.record, action::goal) == goal());
    CHECK(workspace.reference(made.record, action::milestone) == known());
    CHECK(workspace.date(made.record, action::due).to_day() == today);
    CHECK(workspace.integer(made.record, action::effort_minutes) == 20);
    CHECK(workspace.text(made.record, action::repeats) == "every month");
    CHECK(place_in(plan(), made.record) == PlanPlace{0, 2});
}

TEST_CASE_FIXTURE(Planned, "a step of a milestone serves the milestone's goal") {
    const RecordList list{
        .of = chosen(), .field = action::milestone, .joined_by = {}, .also = serves_goal_of_milestone};
    Made made = add_titled(list, workspace, "Write the letter", "Chosen", random);
    CHECK(carry_out(*this, std::move(made.draft)) == "change.add_to(Write the letter, Chosen)");
    CHECK(workspace.reference(made.record, action::goal) == goal());
    CHECK(workspace.reference(made.record, action::milestone) == chosen());
}

TEST_CASE_FIXTURE(Planned, "steps move up and down, to another milestone and to another day") {
    CHECK(move_up_or_down(workspace, plan(), ask(), -1, "Ask").empty());
    CHECK(carry_out(*this, move_up_or_down(workspace, plan(), ask(), 1, "Ask")) == "steps.move_change(Ask)");
    CHECK(place_in(plan(), ask()) == PlanPlace{0, 1});
    CHECK(carry_out(*this, move_up_or_down(workspace, plan(), known(), 1, "Known")) ==
        "steps.move_change(Known)");
    CHECK(plan().milestones.front().milestone == chosen());
    CHECK(carry_out(*this, move_to_milestone(workspace, plan(), ask(), chosen(), "Ask")) ==
        "steps.move_change(Ask)");
    CHECK(workspace.reference(ask(), action::milestone) == chosen());
    for (const RecordId record : {ask(), chosen()}) {
        const FieldId due = record == ask() ? action::due : milestone::due;
        CHECK(carry_out(*this, move_to_day(record, today + days{9}, "It")) == "steps.day_change(It)");
        CHECK(workspace.date(record, due).to_day() == today + days{9});
    }
}

TEST_CASE_FIXTURE(Planned, "a step waits for another, and comes round again, until it does not") {
    CHECK(carry_out(*this, wait_for(read(), ask(), true, "Read")) == "steps.wait_change(Read)");
    CHECK_FALSE(is_ready(workspace, read()));
    commit(wait_for(read(), ask(), false, "Read"));
    CHECK(is_ready(workspace, read()));
    CHECK(carry_out(*this, come_round(read(), "every week", "Read")) == "steps.repeat_change(Read)");
    CHECK(workspace.text(read(), action::repeats) == "every week");
    commit(come_round(read(), {}, "Read"));
    CHECK(workspace.get(read(), action::repeats).empty());
}

TEST_CASE_FIXTURE(Planned, "the way to somebody, a gap's step and a first contact become steps") {
    const RecordId ana = person("Ana"), ben = person("Ben");
    Made made = plan_way({.first = ana, .last = ben, .goal = goal()}, "Ask Ana", today, random);
    CHECK(carry_out(*this, std::move(made.draft)) == "change.add(Ask Ana)");
    CHECK(workspace.date(made.record, action::due).to_day() == today);
    CHECK(workspace.elements(made.record, action::people).size() == 2);
    made = plan_way({.first = ana, .last = ana, .goal = {}}, "Write to Ana", today, random);
    commit(std::move(made.draft));
    CHECK(workspace.elements(made.record, action::people).size() == 1);
    CHECK_FALSE(workspace.reference(made.record, action::goal));

    const GapStep gap{.what = {}, .people = {ana}, .minutes = 30};
    CHECK(carry_out(*this, plan_for_gap(gap, goal(), "Ask for it", "Lead", random)) ==
        "change.add_to(Ask for it, Lead)");
    CHECK(workspace.reference(find(Kind::action, "Ask for it"), action::goal) == goal());

    const FirstContact first{.person = ben, .through = ana};
    CHECK(carry_out(*this, plan_first_contact(first, goal(), "Meet Ben", "Lead", random)) ==
        "change.add_to(Meet Ben, Lead)");
    CHECK(workspace.elements(find(Kind::action, "Meet Ben"), action::people).size() == 2);
}
