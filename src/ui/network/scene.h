// What the network's picture draws, worked out once for each state of it and not for each frame: how everyone
// looks, the lines in the order in which they matter, the bundles between groups, and what the colours mean.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "ui/network/view.h"
#include "widgets/theme.h"

namespace kith::ui {

class Session;
struct NetworkState;

struct LegendEntry {
    Colour colour = Colour::edge;
    std::string words;
};

/// A line of the picture.
struct SceneEdge {
    NodeIndex a = 0, b = 0;
    bool within = true;   // both ends are of one group
    bool member = false;  // of a person in an organisation or at an event
};

/// All ties between two groups as one.
struct SceneBundle {
    std::uint32_t a = 0, b = 0;  // communities
    std::uint32_t count = 0;
};

struct NetworkScene {
    std::vector<Colour> colours;       // of every node
    std::vector<float> radii;          // at the normal text size, before the view is taken into account
    std::vector<SceneEdge> edges;      // those that hold the picture together first, so that few tell most
    std::vector<SceneBundle> bundles;  // thickest first
    std::vector<LegendEntry> legend;
    std::vector<std::vector<NodeIndex>> groups;  // the people shown, by community

    // Words are measured by the browser, some hundred microseconds each: the first names come over some
    // frames.
    std::size_t names = 0;     // so many are measured …
    bool large_names = false;  // … at this size

    std::array<std::uint64_t, 7> look_key{};  // for which colours, radii and legend hold …
    std::array<std::uint64_t, 3> line_key{};  // … and edges, bundles and groups
};

/// Brings the scene up to date. O(1) if nothing changed, else O(nodes + edges log edges).
void update_scene(const Session& session, NetworkState& state);

/// Whether a node is drawn: all people who are shown, organisations and events where they are wanted.
bool is_drawn(const NetworkState& state, std::size_t node);

}  // namespace kith::ui
