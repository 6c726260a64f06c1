// What one does with the picture besides looking: move people, select, note that two know each other, add
// somebody. Each has a tool at the picture's edge, and a way by keyboard.
#pragma once

#include <vector>

#include "ui/network/screen.h"

namespace kith::ui {

/// The tools at the picture's edge, and nearer, farther, everyone.
void draw_network_tools(Session& session, NetworkState& state, ImRect picture);
/// Where those tools stand: nothing else may be there.
std::vector<ImRect> network_tool_areas(const Session& session, ImRect picture);
/// Makes two people know each other; says so if they do already.
void connect_in_network(Session& session, NetworkState& state, RecordId a, RecordId b);
/// Keeps a person where they are in the picture, or lets them go.
void pin_in_network(Session& session, NetworkState& state, std::size_t node, bool pinned);
/// Takes up pins that were kept, and puts a person who was added where they were asked for.
void update_network_places(Session& session, NetworkState& state);

}  // namespace kith::ui
