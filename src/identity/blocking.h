// Who is worth comparing: entries that have an address, a number, a birthday or most of a name in common. All pairs of a
// hundred thousand would be five milliards; these are a few for each entry.
#pragma once

#include <boost/unordered/unordered_flat_map.hpp>
#include <cstdint>
#include <span>
#include <vector>

#include "base/slices.h"
#include "identity/features.h"

namespace kith::identity {

/// Two entries by their places; a < b.
struct Candidate {
    std::uint32_t a = 0, b = 0;
    auto operator<=>(const Candidate&) const = default;
};

/// Entries by what they have. Where more than sixteen have something in common (six among tens of thousands), each
/// is compared with its neighbours only, in the order of their names.
class Blocks {
public:
    struct Member {
        std::uint64_t block = 0;
        std::uint64_t name = 0;  // its parts' places in the alphabet, in either order
        std::uint32_t entry = 0;
        auto operator<=>(const Member&) const = default;
    };

    /// Takes all entries in, and forgets others. O(n log n), in slices; the arguments must outlive it.
    Slices build(std::span<const Features> entries, FeatureTable& table);
    /// Pairs, each once, in order, of which at least one is not before `first`.
    Slices find_pairs(std::uint32_t first, std::vector<Candidate>& candidates) const;

    // For entries that change one by one. What an entry had before stays: whoever compares it now sees that it is
    // no more so.
    void add(const Features& features, std::uint32_t entry, FeatureTable& table);
    /// Adds those with whom an entry is to be compared, in order. O(partners · log n).
    void find_partners(const Features& features, std::uint32_t entry, FeatureTable& table,
        std::vector<std::uint32_t>& partners) const;
    /// Entries that have or had an address or number, or some of them if they are many.
    std::vector<std::uint32_t> sharers_of(Key key) const;
    /// Whether changes one by one are still found well: not before it was built, if a name is the first without
    /// vowels, or if many were added.
    bool fits(const FeatureTable& table) const;

private:
    bool built_ = false;
    std::size_t entries_ = 0, added_ = 0;
    bool any_without_vowels_ = false;
    std::vector<Member> members_;                                                 // sorted
    std::vector<std::uint32_t> places_;                                           // of words in the alphabet
    boost::unordered_flat_map<std::uint64_t, std::vector<std::uint32_t>> later_;  // entries by block
};

}  // namespace kith::identity
