// The sections of pages that are more than fields and lists of records; page_table.cpp says where they stand.
#pragma once

#include "ui/record_page.h"

namespace kith::ui {

// Organisations (page_organisation.cpp)
void draw_membership(PageDrawing& page, Flow& flow);

// Events (page_event.cpp)
void draw_follow_ups(PageDrawing& page, Flow& flow);

// Favours (page_favour.cpp)
void draw_favour_path(PageDrawing& page, Flow& flow);
void draw_asked_of_late(PageDrawing& page, Flow& flow);
/// From where it all began to what came of it.
void draw_chain(PageDrawing& page, Flow& flow);
/// The stages of a favour as points on a line, the next one to be pressed.
void draw_path(Session& session, Flow& flow, RecordId favour);

// Goals (goal_plan.cpp, page_goal.cpp)
void draw_goal_plan(PageDrawing& page, Flow& flow);
void draw_if_then(PageDrawing& page, Flow& flow);
/// Who helps with what: a matrix (goal_needs.cpp), or a list by need where there is no room for one.
void draw_goal_needs(PageDrawing& page, Flow& flow);
void draw_goal_needs_list(PageDrawing& page, Flow& flow);
/// What is missing (goal_gaps.cpp): beside the plan, or below it where there is one column.
void draw_goal_gaps(PageDrawing& page, Flow& flow);
void draw_goal_gaps_below(PageDrawing& page, Flow& flow);
/// Whom to get to know for it (goal_first.cpp).
void draw_goal_first(PageDrawing& page, Flow& flow);
/// What is to be learned, from whom, how far (goal_skills.cpp).
void draw_goal_skills(PageDrawing& page, Flow& flow);
/// Who knows of it (goal_telling.cpp), of achievements too.
void draw_telling(PageDrawing& page, Flow& flow);
void step_of_milestone(PageDrawing& page, Draft& draft, RecordId action, bool fresh);

// Challenges (page_goal.cpp)
void draw_could_help(PageDrawing& page, Flow& flow);

// Opportunities (page_opportunity.cpp)
void draw_opportunity_stage(PageDrawing& page, Flow& flow);
void draw_opportunity_people(PageDrawing& page, Flow& flow);
/// How it came about, from the first meeting on.
void draw_how_it_came(PageDrawing& page, Flow& flow);

}  // namespace kith::ui
