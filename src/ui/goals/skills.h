// What a goal asks one to learn: from whom, and how far one has come, counted from what was noted and done.
#pragma once

#include <vector>

#include "ui/goals/goal_page.h"

namespace kith::ui {

std::vector<SkillLine> skills_in_words(const Session& session, const GoalCoverage& coverage);

/// What is to be learned, from whom, how far.
void draw_goal_skills(PageDrawing& page, Flow& flow);

}  // namespace kith::ui
