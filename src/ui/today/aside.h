// What stands beside the cards of Today: the first goal with what it lacks, the weekly review when it is time
// for it, and a contact to note.
#pragma once

#include "ui/today/today.h"

namespace kith::ui {

/// The first goal with what it lacks.
void draw_goal_in_today(Session& session, TodayState& state, Flow& flow);
/// Where there is none yet: the first step towards one.
void draw_no_goal_in_today(Session& session, Flow& flow);
void draw_review_in_today(Session& session, TodayState& state, Flow& flow);
void draw_log_in_today(Session& session, TodayState& state, Flow& flow);

}  // namespace kith::ui
