// Who is in the picture: by circle, tag, organisation, group and goal, and whom one has hidden.
#pragma once

#include "ui/network/screen.h"

namespace kith::ui {

/// Works out anew who passes the filter, if anything it rests on is another.
void update_shown(Session& session, NetworkState& state);
/// The choices, in as many rows as they need. Draws nothing while they are closed.
void draw_network_filter(Session& session, NetworkState& state, Flow& flow);
inline bool is_shown(const NetworkState& state, std::size_t node) {
    return state.shown.empty() || state.shown[node] != 0;
}

}  // namespace kith::ui
