// Sections of the pages of goals, milestones and challenges.
#pragma once

#include "ui/records/page.h"

namespace kith::ui {

void draw_goal_plan(PageDrawing& page, Flow& flow);
void draw_if_then(PageDrawing& page, Flow& flow);
/// Who helps with what: a matrix, or a list by need where there is no room for one.
void draw_goal_needs(PageDrawing& page, Flow& flow);
void draw_goal_needs_list(PageDrawing& page, Flow& flow);
/// What is missing: beside the plan, or below it where there is one column.
void draw_goal_gaps(PageDrawing& page, Flow& flow);
void draw_goal_gaps_below(PageDrawing& page, Flow& flow);
/// Whom to get to know for it.
void draw_goal_first(PageDrawing& page, Flow& flow);
/// What is to be learned, from whom, how far.
void draw_goal_skills(PageDrawing& page, Flow& flow);
/// Who knows of it, of achievements too.
void draw_telling(PageDrawing& page, Flow& flow);
void draw_could_help(PageDrawing& page, Flow& flow);

}  // namespace kith::ui
