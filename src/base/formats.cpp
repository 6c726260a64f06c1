#include "base/formats.h"

namespace kith {

std::string grouped(std::uint64_t number, const NumberGrouping& grouping) {
    std::string digits = std::to_string(number);
    if (grouping.sign.empty() || digits.size() < static_cast<std::size_t>(grouping.least_digits))
        return digits;
    for (std::size_t at = digits.size(), size = 3; at > size;
        size = static_cast<std::size_t>(grouping.others)) {
        at -= size;
        digits.insert(at, grouping.sign);
    }
    return digits;
}

}  // namespace kith
