// Who knows of a goal or an achievement, who should and why. Writing is a draft to be edited; that somebody
// was told is noted with what they said.
#pragma once

#include "ui/goals/goal_page.h"

namespace kith::ui {

void draw_told_dialog(Session& session, RecordPageState& state);

/// Who knows of it, of achievements too.
void draw_telling(PageDrawing& page, Flow& flow);

}  // namespace kith::ui
