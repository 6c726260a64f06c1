// What a person means to do with the steps and milestones of a plan: write one down, tick it off, move it,
// have it wait or come round again. Titles are as the person sees them.
#pragma once

#include <string_view>

#include "planning/goals/plan_moves.h"
#include "planning/goals/step_line.h"
#include "workspace/edits.h"

namespace kith {

/// Steps and milestones can be ticked off.
bool is_checkable(Kind kind);
/// Done, reached, or dropped.
bool is_done(const Workspace& workspace, RecordId record);
/// Says that it is done; or, if it is, that it is not.
Draft toggle_done(
    const Workspace& workspace, RecordId record, std::string_view title, Day today, Random& random);

/// A step of a goal, at the end of one of its milestones (or of none). `goal_title`: the goal's.
Made add_step(const Workspace& workspace, const Plan& plan, const StepLine& step, RecordId milestone,
    std::string_view goal_title, Random& random);
/// The same for a milestone's page, where the step serves the milestone's goal (see AddedTo).
void serves_goal_of_milestone(
    Draft& draft, const Workspace& workspace, RecordId milestone, RecordId action, bool fresh);

/// Up or down by one place (plan_moves.h). Empty if it goes no further.
Draft move_up_or_down(
    const Workspace& workspace, const Plan& plan, RecordId record, int direction, std::string_view title);
/// To the end of another milestone.
Draft move_to_milestone(const Workspace& workspace, const Plan& plan, RecordId action, RecordId milestone,
    std::string_view title);
Draft move_to_day(RecordId record, Day due, std::string_view title);
/// Waits for another step, or no longer.
Draft wait_for(RecordId action, RecordId before, bool waits, std::string_view title);
/// `repeats` as facts/repeats.h prints it; empty: no more.
Draft come_round(RecordId action, std::string_view repeats, std::string_view title);

/// The way to somebody through others, as the first thing to do about it: today, to ask the first of it. It
/// serves `goal`, if there is one.
struct WayPlanned {
    RecordId first;  // whom to ask …
    RecordId last;   // … for the way to whom; the same: one writes to them oneself
    RecordId goal;
};
Made plan_way(const WayPlanned& way, std::string_view title, Day today, Random& random);

}  // namespace kith
