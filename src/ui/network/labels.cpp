#include "ui/network/labels.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>

namespace kith::ui {

namespace {

constexpr float gap = 4;  // between a disc and its name

/// Rectangles by where they are, to ask what lies in a place.
class Taken {
public:
    explicit Taken(ImRect area)
        : origin_(area.Min),
          columns_(std::max(1, static_cast<int>(area.GetWidth() / side) + 1)),
          rows_(std::max(1, static_cast<int>(area.GetHeight() / side) + 1)),
          cells_(static_cast<std::size_t>(columns_ * rows_)) {}

    void add(ImRect rect) {
        each_cell(rect, [&](std::vector<ImRect>& cell) {
            cell.push_back(rect);
            return true;
        });
    }
    bool any(ImRect rect) {
        return !each_cell(rect, [&](const std::vector<ImRect>& cell) {
            return std::ranges::none_of(cell, [&](const ImRect& other) { return other.Overlaps(rect); });
        });
    }

private:
    static constexpr float side = 48;

    ImVec2 origin_;
    int columns_, rows_;
    std::vector<std::vector<ImRect>> cells_;

    /// Until `visit` says false; then it does, too.
    template <typename Visit>
    bool each_cell(ImRect rect, Visit visit) {
        const auto column = [&](float x) {
            return std::clamp(static_cast<int>((x - origin_.x) / side), 0, columns_ - 1);
        };
        const auto row = [&](float y) {
            return std::clamp(static_cast<int>((y - origin_.y) / side), 0, rows_ - 1);
        };
        for (int y = row(rect.Min.y); y <= row(rect.Max.y); ++y) {
            for (int x = column(rect.Min.x); x <= column(rect.Max.x); ++x)
                if (!visit(cells_[static_cast<std::size_t>(y) * static_cast<std::size_t>(columns_) +
                        static_cast<std::size_t>(x)]))
                    return false;
        }
        return true;
    }
};

/// Places to try, best first.
std::array<ImVec2, 8> corners_for(const LabelWish& wish) {
    const ImRect& beside = wish.beside;
    const ImVec2 size = wish.size;
    const float middle_x = (beside.Min.x + beside.Max.x - size.x) / 2;
    const float middle_y = (beside.Min.y + beside.Max.y - size.y) / 2;
    const float left = beside.Min.x - gap - size.x, right = beside.Max.x + gap;
    const float over = beside.Min.y - gap - size.y, under = beside.Max.y + gap;
    if (wish.above)
        return {{{middle_x, over}, {middle_x, under}, {beside.Min.x, over}, {beside.Max.x - size.x, over},
            {right, middle_y}, {left, middle_y}, {beside.Min.x, under}, {beside.Max.x - size.x, under}}};
    const float nearer = size.y * 0.3F;  // at a corner the words' own margin is room enough
    return {{{right, middle_y}, {left, middle_y}, {middle_x, over + nearer / 2},
        {middle_x, under - nearer / 2}, {right - gap, over + nearer}, {right - gap, under - nearer},
        {left + gap, over + nearer}, {left + gap, under - nearer}}};
}

}  // namespace

std::vector<PlacedLabel> place_labels(
    std::span<const LabelWish> wishes, std::span<const ImRect> taken, ImRect area, std::size_t most) {
    Taken room(area);
    for (const ImRect& rect : taken)
        room.add(rect);
    std::vector<PlacedLabel> placed;
    for (std::size_t i = 0; i < wishes.size() && placed.size() < most; ++i) {
        const LabelWish& wish = wishes[i];
        std::optional<ImRect> best;
        for (const ImVec2 corner : corners_for(wish)) {
            const ImVec2 at{std::floor(corner.x), std::floor(corner.y)};
            const ImRect rect{at, {at.x + wish.size.x, at.y + wish.size.y}};
            if (!area.Contains(rect) || room.any(rect)) continue;
            best = rect;
            break;
        }
        if (!best && wish.always) {
            ImVec2 at = corners_for(wish)[0];
            at.x = std::floor(std::clamp(at.x, area.Min.x, std::max(area.Min.x, area.Max.x - wish.size.x)));
            at.y = std::floor(std::clamp(at.y, area.Min.y, std::max(area.Min.y, area.Max.y - wish.size.y)));
            best = ImRect{at, {at.x + wish.size.x, at.y + wish.size.y}};
        }
        if (!best) continue;
        room.add(*best);
        placed.push_back({i, *best});
    }
    return placed;
}

}  // namespace kith::ui
