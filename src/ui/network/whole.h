// What the network as a whole has to tell: how much of it is known and what to ask next, which ties fade,
// which say the same, whom one could introduce, and who came through which event.
#pragma once

#include "ui/network/screen.h"

namespace kith::ui {

void draw_network_whole(Session& session, NetworkState& state, Flow& flow);

}  // namespace kith::ui
