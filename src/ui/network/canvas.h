// The picture: its mouse and keyboard, and what it is while one frame of it is drawn (drawing.h).
#pragma once

#include "ui/network/screen.h"
#include "widgets/widgets.h"

namespace kith::ui {

struct Canvas {
    Session& session;
    NetworkState& state;
    NetworkCamera camera;
    ImRect area;
    ImVec2 middle;
    std::optional<std::size_t> chosen, hovered;
    std::vector<ImVec2> at = {};  // every node, on the screen

    bool shows(ImVec2 place, float margin) const {
        return place.x > area.Min.x - margin && place.x < area.Max.x + margin &&
            place.y > area.Min.y - margin && place.y < area.Max.y + margin;
    }
    float radius(std::size_t node) const;
};

/// The picture itself.
void draw_network_canvas(Session& session, NetworkState& state, ImRect area);

}  // namespace kith::ui
