// How the picture is drawn. Few people: every line and nearly every name. Many: the lines that hold the
// picture together, one bundle for all ties between two groups, and the groups' names; what is left out
// comes as one looks nearer. So a frame costs about the same however large the network is.
#pragma once

#include "ui/network/canvas.h"

namespace kith::ui {

/// Where the user stands: in the middle of rings, else in the free place nearest to the middle of the view.
ImVec2 own_place_on(const Canvas& canvas);

void draw_network_picture(Canvas& canvas, ImDrawList& list);
/// What the colours mean, in the lower left corner; the area it takes, if any.
void draw_network_legend(const Canvas& canvas);
ImRect network_legend_area(const Canvas& canvas);

}  // namespace kith::ui
