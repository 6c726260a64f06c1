// Who is worth comparing: entries that have an address, a number, a birthday or most of a name in common. All pairs of a
// hundred thousand would be five milliards; these are a few for each entry.
#pragma once

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

/// Pairs, each once, in order, of which at least one is not before `first`. Where more than ten have something in common (six among tens of thousands), each is
/// compared with its neighbours only, in the order of their names. O(n log n), in slices; the arguments must outlive it.
Slices find_candidates(std::span<const Features> entries, FeatureTable& table, std::uint32_t first,
    std::vector<Candidate>& candidates);

}  // namespace kith::identity
