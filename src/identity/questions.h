// Which pairs of entries a person is asked about: those that are likelier one than most, unless somebody else is
// likelier still.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "identity/comparing.h"

namespace kith::identity {

/// What a question must weigh at least, in bits: below that most answers would be no.
inline constexpr float likely_enough = 1.2F;

/// Two entries that may be one person's; a < b.
struct SamePair {
    std::uint32_t a = 0, b = 0;
    Comparison comparison;
};

/// An address or number under which one file has people of different given names is not a person's own; nor is a
/// home's number under which anybody else is known at all. Marks those that two entries have in common.
void mark_shared(const Features& a, const Features& b, FeatureTable& table);

/// Leaves the pairs that are asked about, the likeliest first. `features` are the entries'. O(n log n).
void choose_questions(std::vector<SamePair>& pairs, std::span<const Features> features);

}  // namespace kith::identity
