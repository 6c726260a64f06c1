// The picture while one frame of it is drawn: what canvas.cpp (mouse and keyboard) and
// drawing.cpp share.
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

/// Where the user stands: in the middle of rings, else in the free place nearest to the middle of the view.
ImVec2 own_place_on(const Canvas& canvas);

void draw_network_picture(Canvas& canvas, ImDrawList& list);
/// What the colours mean, in the lower left corner; the area it takes, if any.
void draw_network_legend(const Canvas& canvas);
ImRect network_legend_area(const Canvas& canvas);

}  // namespace kith::ui
