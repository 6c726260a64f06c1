// The rhythm: what the circles promise a month beside what was done and the time there is, and a proposal
// what to relax. Nothing is relaxed without a yes.
#pragma once

#include "ui/today/today.h"

namespace kith::ui {

/// The card of the rhythm, where there is one, and its dialog.
void draw_rhythm(Session& session, TodayState& state, Flow& flow);
void draw_rhythm_dialog(Session& session, TodayState& state);

}  // namespace kith::ui
