// A person's name from its parts, as it is written where they come from.
#pragma once

#include <string>
#include <string_view>

namespace kith {

/// Whether it begins in Chinese, Japanese or Korean writing.
bool is_east_asian(std::string_view name);

/// "Dr Ana María Núñez", "Helen Park, DNP, RN", "John Smith Jr., MD": a title that stands before the given name already
/// is said once, and degrees are parted by a comma. Where family and given name are both written in Chinese, Japanese or Korean, the family
/// comes first, and the other parts are left out.
std::string joined_name(std::string_view prefix, std::string_view given, std::string_view additional,
    std::string_view family, std::string_view suffix);

/// Whether two names differ at most in the commas between their words. O(n).
bool is_same_name(std::string_view a, std::string_view b);

}  // namespace kith
