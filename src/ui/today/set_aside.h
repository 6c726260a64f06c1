// What was set aside: one quiet line below the cards that unfolds into a list, each with a way back.
#pragma once

#include "ui/today/today.h"

namespace kith::ui {

/// What was set aside: a line that unfolds. Returns whether records changed.
bool draw_set_aside(Session& session, TodayState& state, Flow& flow);

}  // namespace kith::ui
