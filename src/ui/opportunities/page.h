// Sections of the page of an opportunity.
#pragma once

#include "ui/records/page.h"

namespace kith::ui {

void draw_opportunity_stage(PageDrawing& page, Flow& flow);
void draw_opportunity_people(PageDrawing& page, Flow& flow);
/// How it came about, from the first meeting on.
void draw_how_it_came(PageDrawing& page, Flow& flow);

}  // namespace kith::ui
