#include "search/postings.h"

#include <algorithm>

namespace kith {

void PostingPool::push(PostingList& list, std::uint32_t bits) {
    if (list.slice == none || list.used == size_of(list.slice)) {
        const std::uint32_t size_class =
            list.slice == none ? 0 : std::min(list.slice >> address_bits, largest_class - 1) + 1;
        const std::uint32_t size = 4U << size_class;
        if (block_size - free_ < size || blocks_.empty()) {
            blocks_.push_back(std::make_unique_for_overwrite<std::array<std::uint32_t, block_size>>());
            free_ = 0;
        }
        const auto address = static_cast<std::uint32_t>(blocks_.size() - 1) * block_size + free_;
        free_ += size;
        const std::uint32_t slice = size_class << address_bits | address;
        at(slice)[0] = list.slice;
        list.slice = slice;
        list.used = 1;
    }
    at(list.slice)[list.used++] = bits;
}

}  // namespace kith
