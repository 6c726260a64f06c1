// Percent-encoding, as web addresses have it (RFC 3986, section 2.1).
#pragma once

#include <string>
#include <string_view>

namespace kith {

/// "Jos%C3%A9" as "José". What is no two hexadecimal digits behind a "%" stays as it is. O(n).
std::string percent_decoded(std::string_view text);

/// All bytes but letters and digits of ASCII and "-._~" as "%C3". O(n).
std::string percent_encoded(std::string_view text);

}  // namespace kith
