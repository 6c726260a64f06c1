#include "exchange/cards/left_out.h"

#include <algorithm>

#include "base/text.h"

namespace kith {

void LeftOutCounts::add(std::string_view name, std::size_t times) {
    constexpr std::size_t most_names = 20;
    constexpr std::size_t longest = 100;
    name = first_graphemes(name.substr(0, 4 * longest), longest);
    auto at = std::ranges::find(counts_, name, &LeftOut::name);
    if (at == counts_.end() && counts_.size() == most_names)
        --at;
    else if (at == counts_.end())
        at = counts_.insert(at, {repair_utf8(name), 0});
    at->times += times;
}

}  // namespace kith
