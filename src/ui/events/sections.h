// Sections of the pages of events and organisations that are more than fields and lists of records.
#pragma once

#include "ui/records/page.h"

namespace kith::ui {

void draw_membership(PageDrawing& page, Flow& flow);
void draw_follow_ups(PageDrawing& page, Flow& flow);

}  // namespace kith::ui
