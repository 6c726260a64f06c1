// Who helps with what: a matrix of people and kinds of help, as a grid that the arrow keys walk through;
// where there is no room for one, a list by need. Each cell opens what speaks for it, what was asked, what
// next.
#pragma once

#include <string_view>

#include "ui/goals/goal_page.h"

namespace kith::ui {

/// The name of a need, short enough to head a column.
std::string_view short_name(const Session& session, NeedKind need);

/// Who helps with what: a matrix, or a list by need where there is no room for one.
void draw_goal_needs(PageDrawing& page, Flow& flow);
void draw_goal_needs_list(PageDrawing& page, Flow& flow);

}  // namespace kith::ui
