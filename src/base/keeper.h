// Bytes that stay where they are, for views into them.
#pragma once

#include <deque>
#include <string>
#include <string_view>

namespace kith {

/// What is kept stays in its place as long as the keeper, or the one that took it over or was moved from it,
/// lives.
class Keeper {
public:
    /// A copy to look at. O(bytes).
    std::string_view keep(std::string_view data);
    void take_over(Keeper other);

private:
    std::deque<std::string> blocks_;  // too long to lie within the strings themselves, so they never move
};

}  // namespace kith
