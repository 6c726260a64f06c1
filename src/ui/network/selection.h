// What one can do with those who are selected in the picture: show only them, hide them; and with two, what
// it would change if they met.
#pragma once

#include "ui/network/screen.h"

namespace kith::ui {

void draw_network_selection(Session& session, NetworkState& state, Flow& flow);

}  // namespace kith::ui
