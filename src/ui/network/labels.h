// Where names stand in the network's picture: beside what they name, and never over a disc, another name or
// what lies over the picture. Nothing is drawn here, so that tests can look at it.
#pragma once

#include <span>
#include <vector>

#include "imgui.h"
#include "imgui_internal.h"

namespace kith::ui {

/// A name that wants a place.
struct LabelWish {
    ImRect beside;        // of what is named: a disc, or everyone of a group
    ImVec2 size;          // of the words
    bool above = false;   // over or under it, as a group's name; else at its side, if there is room
    bool always = false;  // gets the best place there is, even a taken one: somebody who was chosen
};

struct PlacedLabel {
    std::size_t wish = 0;
    ImRect area;
};

/// Places the names in the order of the wishes, so the first ones get the best places; who finds none is left
/// out. Names stay within `area` and keep clear of `taken`, at most `most` of them. O(taken + wishes).
std::vector<PlacedLabel> place_labels(
    std::span<const LabelWish> wishes, std::span<const ImRect> taken, ImRect area, std::size_t most);

}  // namespace kith::ui
