// Whether a text is JSON (RFC 8259), for tests of what is written as such.
#pragma once

#include <string_view>

namespace kith::testing {

/// One value, and nothing but spaces around it.
bool is_json(std::string_view text);

}  // namespace kith::testing
