#include "widgets/focus.h"

#include <algorithm>
#include <utility>

#include "base/assertion.h"

namespace kith::ui {

void Focus::begin_frame() {
    arrived_ = std::exchange(moved_, false);
    stops_.clear();
    within_.clear();
    current_ = 0;
    for (Layer& layer : layers_)
        layer.seen = layer.fresh = false;
}

void Focus::stop(ImGuiID id, bool tab, bool field) {
    stops_.push_back({id, current_, tab, field});
}

void Focus::move_to(ImGuiID id, bool ring) {
    if (id != id_) moved_ = true;
    id_ = id;
    ring_ = ring;
}

void Focus::step(int direction) {
    KITH_ASSERT(direction == 1 || direction == -1);
    std::vector<ImGuiID> ring;
    int here = -1;
    for (const Stop& stop : order_) {
        if (stop.layer != top_) continue;
        if (stop.id == id_ && !stop.tab) here = static_cast<int>(ring.size()) - (direction > 0 ? 1 : 0);
        if (stop.tab) {
            if (stop.id == id_) here = static_cast<int>(ring.size());
            ring.push_back(stop.id);
        }
    }
    if (ring.empty()) return;
    const int size = static_cast<int>(ring.size());
    if (here < 0 && last_place_ >= 0) here = std::min(last_place_, size) - (direction > 0 ? 1 : 0);
    const int next = here < 0 ? (direction > 0 ? 0 : size - 1) : (here + direction + size) % size;
    move_to(ring[static_cast<std::size_t>(next)], true);
    arrived_ = true;
    moved_ = true;
}

void Focus::enter_layer(ImGuiID id) {
    within_.push_back(current_);
    current_ = id;
    const auto found = std::ranges::find(layers_, id, &Layer::id);
    if (found == layers_.end())
        layers_.push_back({.id = id, .came_from = id_, .came_with_ring = ring_, .seen = true, .fresh = true});
    else
        found->seen = true;
}

void Focus::leave_layer() {
    KITH_ASSERT(!within_.empty());
    current_ = within_.back();
    within_.pop_back();
}

bool Focus::in_fresh_layer() const {
    return std::ranges::any_of(
        layers_, [&](const Layer& layer) { return layer.id == current_ && layer.fresh; });
}

void Focus::end_frame() {
    KITH_ASSERT(within_.empty());  // every layer that was entered was left
    // Give the focus back from layers that are gone, the innermost first.
    while (!layers_.empty()) {
        const auto gone = std::ranges::find_last_if(layers_, [](const Layer& layer) { return !layer.seen; });
        if (gone.empty()) break;
        const Layer layer = *gone.begin();
        const bool focus_was_inside =
            std::ranges::any_of(
                order_, [&](const Stop& stop) { return stop.id == id_ && stop.layer == layer.id; }) ||
            std::ranges::none_of(stops_, [&](const Stop& stop) { return stop.id == id_; });
        layers_.erase(gone.begin());
        if (focus_was_inside) move_to(layer.came_from, layer.came_with_ring);
    }
    top_ = layers_.empty() ? 0 : layers_.back().id;

    // A layer that has just appeared takes the focus: its first field, else its first control.
    if (!layers_.empty() && layers_.back().fresh) {
        const auto inside = [&](const Stop& stop) { return stop.layer == top_ && stop.tab; };
        auto first =
            std::ranges::find_if(stops_, [&](const Stop& stop) { return inside(stop) && stop.field; });
        if (first == stops_.end()) first = std::ranges::find_if(stops_, inside);
        const bool already = std::ranges::any_of(
            stops_, [&](const Stop& stop) { return stop.layer == top_ && stop.id == id_; });
        if (!already) move_to(first == stops_.end() ? 0 : first->id, ring_);
    }

    order_ = stops_;
    int place = 0;
    for (const Stop& stop : order_) {
        if (stop.layer != top_) continue;
        if (stop.id == id_) last_place_ = place;
        if (stop.tab) ++place;
    }
}

}  // namespace kith::ui
