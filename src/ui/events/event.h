// The page of an event: who was met and has not heard from one since.
#pragma once

#include "ui/records/page.h"

namespace kith::ui {

void draw_follow_ups(PageDrawing& page, Flow& flow);

}  // namespace kith::ui
