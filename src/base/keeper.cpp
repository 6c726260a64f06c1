#include "base/keeper.h"

#include <algorithm>

namespace kith {

std::string_view Keeper::keep(std::string_view data) {
    constexpr std::size_t block_size = 16 * 1024;
    if (data.empty()) return {};
    if (blocks_.empty() || blocks_.back().capacity() - blocks_.back().size() < data.size()) {
        blocks_.emplace_back().reserve(std::max(block_size, data.size()));
    }
    std::string& block = blocks_.back();
    const std::size_t start = block.size();
    block += data;  // within capacity: nothing moves
    return std::string_view(block).substr(start);
}

void Keeper::take_over(Keeper other) {
    for (std::string& block : other.blocks_)
        blocks_.push_front(std::move(block));
}

}  // namespace kith
