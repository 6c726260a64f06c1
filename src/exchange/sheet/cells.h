// Cells of Kith's own CSV: what a spreadsheet would take for something else is kept from that, and comes back as it
// was; several values share a cell.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace kith {

/// What a spreadsheet would run as a formula (=, +, -, @, a tab or line break in front) or would make another number of
/// (leading zeros, more digits than it holds) gets an apostrophe before it. Numbers as people write them for the
/// telephone, "+43 1 234", are none. O(n).
std::string guarded(std::string_view text);
/// Without the apostrophe that guarded put there: what it was given, for whatever it was given. O(n).
std::string_view unguarded(std::string_view cell);

/// "a ::: b", as Google joins them. What looks like the joint in a value has a backslash before it. O(n).
std::string joined_values(const std::vector<std::string_view>& values);
/// What was joined. Empty values are left out. O(n).
std::vector<std::string> split_values(std::string_view cell);

}  // namespace kith
