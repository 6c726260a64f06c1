// Draws Today: cards of lines at the left; celebrations, the goal and the rhythm beside them, or below where
// there is no room.
#pragma once

#include "ui/today/today.h"

namespace kith::ui {

void draw_today(Session& session, TodayState& state, ImRect area);
/// The other views of it, from the same agenda.
void draw_this_week(Session& session, TodayState& state, ImRect area);
void draw_look_back(Session& session, TodayState& state, ImRect area);

/// Dialogs that belong to Today; drawn whatever screen is shown.
void draw_today_dialogs(Session& session, TodayState& state);

}  // namespace kith::ui
