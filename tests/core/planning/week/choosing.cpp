// What a person does with what a week holds, and what they write when it is over.
#include "planning/week/choosing.h"

#include "../world.h"
#include "planning/goals/if_then.h"
#include "planning/week/review_notes.h"

using namespace kith;
using namespace kith::testing;

namespace {

constexpr std::string_view story = R"(
[goal lead]
wish = Lead a ward
obstacles = No time | I have heard nothing by 18 November | call Ingrid
[action ask]
title = Ask Rosa
goal = lead
[action read]
title = Read the report
goal = lead
)";

struct Week : World {
    Day begin = week_begin(today);

    Week() : World(story) {}

    WeekItem step(std::string_view title) const { return {.record = find(Kind::action, title)}; }
    std::optional<Day> week_of(std::string_view title) const {
        return workspace.date(find(Kind::action, title), action::week).to_day();
    }
    IfThen plan() const {
        const auto plans = if_then_plans(workspace, find(Kind::goal, "Lead a ward"), today);
        REQUIRE(plans.size() == 1);
        return plans.front();
    }
};

}  // namespace

TEST_CASE_FIXTURE(Week, "steps are taken for a week, moved on, and left out") {
    const std::vector<WeekItem> items{step("Ask Rosa"), step("Read the report")};
    CHECK(carry_out(*this, take_for_week(workspace, std::span(items).first(1), "Ask", begin, random)) ==
        "weekly.take_change(Ask)");
    CHECK(week_of("Ask Rosa") == begin);
    CHECK(carry_out(*this, take_for_week(workspace, items, "Ask", begin, random)) ==
        "weekly.take_all_change(2)");
    CHECK(week_of("Read the report") == begin);
    CHECK(carry_out(*this, move_on(workspace, items[0], "Ask", begin, random)) == "weekly.move_change(Ask)");
    CHECK(week_of("Ask Rosa") == begin + days{7});
    CHECK(carry_out(*this, leave_for_week(workspace, items[1], "Read", begin, today, random)) ==
        "weekly.leave_change(Read)");
    CHECK(week_of("Read the report") != begin);
}

TEST_CASE_FIXTURE(Week, "what a week holds is done, and what slipped is dropped") {
    CHECK(carry_out(*this, do_week_item(workspace, step("Ask Rosa"), "Ask", today, random)) ==
        "today.done(Ask)");
    CHECK(workspace.date(find(Kind::action, "Ask Rosa"), action::done_on).to_day() == today);
    const RecordId read = find(Kind::action, "Read the report");
    CHECK(carry_out(*this, drop_slipped(read, "Read", today)) == "lookback.drop_change(Read)");
    CHECK(workspace.date(read, action::dropped_on).to_day() == today);
}

TEST_CASE_FIXTURE(Week, "an if-then plan whose moment came is done, taken up, planned or passed over") {
    const IfThen came = plan();
    const WeekItem item{.record = came.goal, .element = came.row};
    CHECK(is_if_then(item));
    CHECK_FALSE(is_if_then(step("Ask Rosa")));
    std::string done, label;
    SUBCASE("done") {
        label = carry_out(*this, do_week_item(workspace, item, "Call", today, random));
        CHECK(label == "today.done(Call)");
        CHECK(workspace.date(find(Kind::action, "Call Ingrid"), action::done_on).to_day() == today);
    }
    SUBCASE("taken up") {
        label = carry_out(*this, take_up_if_then(came, today, random));
        CHECK(label == "weekly.take_up_change(call Ingrid)");
        CHECK(workspace.date(find(Kind::action, "Call Ingrid"), action::due).to_day() == today);
    }
    SUBCASE("planned") {
        label = carry_out(*this, plan_if_then(came, "Lead", today, random));
        CHECK(label == "change.add_to(call Ingrid, Lead)");
        CHECK(workspace.date(find(Kind::action, "Call Ingrid"), action::due).to_day() == today);
    }
    SUBCASE("passed over") {
        label = carry_out(*this, pass_over_if_then(came, today, random));
        CHECK(label == "weekly.pass_change(call Ingrid)");
        CHECK(workspace.date(find(Kind::action, "Call Ingrid"), action::dropped_on).to_day() == today);
    }
    CHECK(plan().settled);
}

TEST_CASE_FIXTURE(Week, "the numbers that a week goes by are kept") {
    CHECK(carry_out(*this, set_week_number(workspace, settings::rules::week_minutes, 90)) ==
        "weekly.hours_change");
    CHECK(rules_of(workspace).week_minutes == 90);
}

TEST_CASE_FIXTURE(Week, "what is written of a week is kept, and the week reviewed when it is finished") {
    ReviewNotes notes{.week = begin, .why = "Too much", .came = ""};
    CHECK(carry_out(*this, keep_review_notes(workspace, notes, false, today)) ==
        "lookback.note_change(2026-11-16)");
    CHECK(review_notes(workspace, begin).why == "Too much");
    CHECK_FALSE(is_week_reviewed(workspace, begin));
    CHECK(finished_reviews(workspace).empty());
    CHECK(keep_review_notes(workspace, notes, false, today).empty());
    notes.came = "A letter";
    CHECK(carry_out(*this, keep_review_notes(workspace, notes, true, today)) ==
        "lookback.finish_change(2026-11-16)");
    CHECK(is_week_reviewed(workspace, begin));
    commit(keep_review_notes(workspace, {.week = begin - days{7}, .why = {}, .came = {}}, true, today));
    const auto finished = finished_reviews(workspace);
    REQUIRE(finished.size() == 2);
    CHECK(finished[0].week == begin);
    CHECK(finished[0].came == "A letter");
}
