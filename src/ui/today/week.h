// The week in Today: what was taken for it stands first, so that it is not looked for among all that is due.
#pragma once

#include "ui/today/today.h"

namespace kith::ui {

/// This week's proposal, made when it is asked for.
const WeekState& week_of_today(Session& session, TodayState& state);
/// What was taken for this week, the "if … then" plans whose moment has come, and the way to This week.
/// Returns whether records changed.
bool draw_week_in_today(Session& session, TodayState& state, Flow& flow);

}  // namespace kith::ui
