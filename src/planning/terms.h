// The words that carry meaning in short descriptions ("leadership of cardiac wards"), to compare what one
// person needs with what another offers. Plain: folded, plural "s" dropped, little words left out.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace kith {

/// Sorted, each once. O(n log n).
std::vector<std::string> terms_of(std::string_view text);

/// Whether a text has any of these words.
bool shares_term(std::span<const std::string> wanted, std::string_view text);
/// Whether it has all of them.
bool has_all_terms(std::span<const std::string> wanted, std::string_view text);

}  // namespace kith
