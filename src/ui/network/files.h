// The network taken out: the picture as SVG and PNG, the graph as files for Gephi, NetworkX, Graphviz and
// spreadsheets.
#pragma once

#include <string>

#include "ui/network/screen.h"

namespace kith::ui {

/// A button with a menu: the picture as SVG and PNG, the graph for other programs.
void draw_network_saving(Session& session, NetworkState& state, ImRect area, bool icon_only);
/// The picture of those who are shown, as it is coloured and sized.
std::string network_svg(const Session& session, const NetworkState& state, ImVec2 size);

}  // namespace kith::ui
