// What is done with many people at once. Each is one transaction, so one undo takes it back.
#pragma once

#include "ui/people/screen.h"

namespace kith::ui {

/// The bar above the table while people are selected: tag, circle, rhythm, organisation, export, delete; each
/// one undo step.
void draw_selection(Session& session, PeopleState& state, Flow& flow);

}  // namespace kith::ui
