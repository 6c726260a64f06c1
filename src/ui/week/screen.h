// Draws This week: what is in it, what Kith proposes and what else there would be at the left; the hours, how
// they are shared, and what was done beside it.
#pragma once

#include "ui/week/lines.h"

namespace kith::ui {

/// This week.
void draw_week(Session& session, WeekState& state, const Agenda& agenda, ImRect area);

}  // namespace kith::ui
