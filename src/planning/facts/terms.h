// The words that carry meaning in short descriptions ("leadership of cardiac wards"), to compare what one
// person needs with what another offers. Plain: folded, plural "s" dropped, little words left out; words that
// begin alike count as the same ("cardio" and "cardiology", "lead" and "leadership").
#pragma once

#include <boost/unordered/unordered_flat_map.hpp>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace kith {

/// Sorted, each once. O(n log n).
std::vector<std::string> terms_of(std::string_view text);

/// Whether two words mean the same as far as spelling tells: one begins the other, and is five letters long,
/// or four and only an ending follows. Han, kana and hangul count three to a sign.
bool alike(std::string_view a, std::string_view b);

/// Whether a text has any of these words.
bool shares_term(std::span<const std::string> wanted, std::string_view text);
/// Whether it has all of them.
bool has_all_terms(std::span<const std::string> wanted, std::string_view text);

/// shares_term for many texts that often say the same ("Nurse"): each wording is compared once. The texts
/// must outlive it.
class TermMatcher {
public:
    explicit TermMatcher(std::string_view wanted) : wanted_(terms_of(wanted)) {}
    explicit TermMatcher(std::vector<std::string> wanted) : wanted_(std::move(wanted)) {}

    bool empty() const { return wanted_.empty(); }
    std::span<const std::string> wanted() const { return wanted_; }
    bool operator()(std::string_view text);

private:
    std::vector<std::string> wanted_;
    boost::unordered_flat_map<std::string_view, bool> known_;
};

}  // namespace kith
