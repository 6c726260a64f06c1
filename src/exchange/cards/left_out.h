// What there was no room for, and how often: an entry of a file takes only so much, and what it does not take is said.
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace kith {

struct LeftOut {
    std::string name;  // as the file or the person calls it
    std::size_t times = 0;
};

/// Counts by name, of so many names; the last one stands for further ones too.
class LeftOutCounts {
public:
    void add(std::string_view name, std::size_t times = 1);
    void clear() { counts_.clear(); }
    std::span<const LeftOut> all() const { return counts_; }

private:
    std::vector<LeftOut> counts_;
};

}  // namespace kith
