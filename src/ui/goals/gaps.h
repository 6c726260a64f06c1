// What a goal lacks, in sentences, the closest way where the network knows one, and next steps to be taken
// over into the plan.
#pragma once

#include <string>

#include "ui/goals/goal_page.h"

namespace kith::ui {

/// A step as one of the goal's, in one undo step.
void add_gap_step(Session& session, RecordId goal, const GapStep& step, const std::string& title);

/// What is missing: beside the plan, or below it where there is one column.
void draw_goal_gaps(PageDrawing& page, Flow& flow);
void draw_goal_gaps_below(PageDrawing& page, Flow& flow);

}  // namespace kith::ui
