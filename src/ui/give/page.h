// Sections of the page of a favour.
#pragma once

#include "ui/records/page.h"

namespace kith::ui {

void draw_favour_path(PageDrawing& page, Flow& flow);
void draw_asked_of_late(PageDrawing& page, Flow& flow);
/// From where it all began to what came of it.
void draw_chain(PageDrawing& page, Flow& flow);
/// The stages of a favour as points on a line, the next one to be pressed.
void draw_path(Session& session, Flow& flow, RecordId favour);

}  // namespace kith::ui
