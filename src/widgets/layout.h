// Where things go: plain rectangles in canvas pixels. A Flow hands out strips from top to bottom, a Line
// pieces from both ends of a strip; windows that scroll are the only thing Dear ImGui lays out. It speaks of
// start and end, never of left and right: where a line starts is the script's business.
#pragma once

#include <algorithm>

#include "widgets/ui.h"

namespace kith::ui {

struct Flow {
    float x = 0, y = 0, width = 0;

    ImRect take(float height) {
        const ImRect strip{x, y, x + width, y + height};
        y += height;
        return strip;
    }
    void space(float height) { y += height; }
    float end_x() const { return x + width; }
};

struct Line {
    explicit Line(ImRect strip) : area(strip) {}

    ImRect area;  // what is left

    ImRect start(float width, float gap = 0) {
        const ImRect piece{area.Min.x, area.Min.y, std::min(area.Min.x + width, area.Max.x), area.Max.y};
        area.Min.x = std::min(area.Min.x + width + gap, area.Max.x);
        return piece;
    }
    ImRect end(float width, float gap = 0) {
        const ImRect piece{std::max(area.Max.x - width, area.Min.x), area.Min.y, area.Max.x, area.Max.y};
        area.Max.x = std::max(area.Max.x - width - gap, area.Min.x);
        return piece;
    }
    float width() const { return area.GetWidth(); }
};

/// A rectangle of some height in the vertical middle of another, as wide as it.
inline ImRect middle(ImRect area, float height) {
    const float top = ImFloor((area.Min.y + area.Max.y - height) * 0.5f);
    return {area.Min.x, top, area.Max.x, top + height};
}
inline ImRect inset(ImRect area, float x, float y) {
    return {area.Min.x + x, area.Min.y + y, area.Max.x - x, area.Max.y - y};
}

/// The window that fills the canvas; everything is drawn between these two.
void begin_canvas(Ui& ui);
void end_canvas(Ui& ui);

struct ScrollOptions {
    float side = grid::screen;  // padding, in grid pixels
    float top = grid::screen;
    float bottom = grid::foot;
    float most_width = 0;            // wider content stays this wide, at the start; 0: any width
    bool reserve_scrollbar = false;  // keep its width free so that nothing moves when it appears
    bool from_top = false;           // something else is shown than a frame ago: begin at its top
};
/// A part of the canvas that scrolls up and down. What is drawn goes into the returned flow.
Flow begin_scroll(Ui& ui, const char* name, ImRect area, ScrollOptions options = {});
void end_scroll(Ui& ui, const Flow& flow, ScrollOptions options = {});

/// A card: surface with an outline around whatever is drawn between begin and end.
class Card {
public:
    Card(Ui& ui, Flow& around, float padding_x = grid::between_cards, float padding_y = grid::in_row);
    void end();
    Flow flow;  // inside

private:
    Ui& ui_;
    Flow& around_;
    ImDrawListSplitter splitter_;
    ImDrawList* list_;
    float padding_x_, padding_y_;
    ImVec2 top_;
};

/// Surface, outline and corners of a card, without content.
void draw_card(Ui& ui, ImRect area);
void draw_separator(Ui& ui, float x0, float x1, float y);

}  // namespace kith::ui
