// Sorting in slices: runs that are sorted at once, merged by twos.
#pragma once

#include <algorithm>
#include <utility>
#include <vector>

#include "base/slices.h"

namespace kith {

/// Sorts so that `less(later, earlier)` is nowhere true; equal ones in whatever order. `items` must stay
/// until it is done. O(n log n), and as much memory once more.
template <typename Item, typename Less>
Slices sort_in_slices(std::vector<Item>& items, Less less) {
    constexpr std::size_t run = 2048;
    const std::size_t count = items.size();
    for (std::size_t begin = 0; begin < count; begin += run) {
        const auto first = items.begin() + static_cast<std::ptrdiff_t>(begin);
        std::sort(first, first + static_cast<std::ptrdiff_t>(std::min(run, count - begin)), less);
        co_await next_slice;
    }
    if (count <= run) co_return;
    std::vector<Item> merged(count);
    for (std::size_t width = run; width < count; width *= 2) {
        for (std::size_t begin = 0; begin < count; begin += 2 * width) {
            std::size_t left = begin;
            const std::size_t middle = std::min(begin + width, count), end = std::min(middle + width, count);
            std::size_t right = middle;
            for (std::size_t at = begin; at < end; ++at) {
                const bool from_right = right < end && (left == middle || less(items[right], items[left]));
                merged[at] = std::move(items[from_right ? right++ : left++]);
                if (at % run == run - 1) co_await next_slice;
            }
        }
        items.swap(merged);
    }
}

}  // namespace kith
