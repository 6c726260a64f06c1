// The page of an organisation: one's own membership, with role, dates and what it brought.
#pragma once

#include "ui/records/page.h"

namespace kith::ui {

void draw_membership(PageDrawing& page, Flow& flow);

}  // namespace kith::ui
