// The panel beside the picture: of whom one looks at, how to reach them, one's own tie, whom they know.
#pragma once

#include "ui/network/screen.h"

namespace kith::ui {

/// What the network answers: of somebody, of a way that was asked for or a goal (ways.h), of those who are
/// selected (selection.h), or of all (whole.h).
void draw_network_panel(Session& session, NetworkState& state, ImRect area);

}  // namespace kith::ui
