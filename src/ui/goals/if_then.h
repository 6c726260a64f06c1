// The page of a goal: what to do when an obstacle comes (mental contrasting with implementation intentions:
// EVIDENCE.md, "Plans"). Its plan is in plan.h.
#pragma once

#include "ui/records/page.h"

namespace kith::ui {

void draw_if_then(PageDrawing& page, Flow& flow);

void step_of_milestone(PageDrawing& page, Draft& draft, RecordId action, bool fresh);
void draw_could_help(PageDrawing& page, Flow& flow);

}  // namespace kith::ui
