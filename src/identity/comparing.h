// Two entries, or two groups of entries that are one person's each, side by side: what they have in common, what
// contradicts, and what that weighs. Weights are those of Fellegi and Sunter ("A Theory for Record Linkage",
// Journal of the American Statistical Association 64, 1969): for each thing that is compared the logarithm of
// how much likelier its outcome is between entries of one person than between those of two. To have something
// rare in common weighs more than something common; contradictions count against.
#pragma once

#include <array>
#include <cstdint>

#include "identity/features.h"

namespace kith::identity {

/// What stands for two entries being one person's, or against it; in the order in which people are told.
enum class Reason : std::uint8_t {
    profile,
    uid,
    email,   // a personal address
    mobile,  // a personal number
    birthday,
    name,  // NameLikeness says how alike they are
    middle_name,
    generation,  // Jr. and Sr.
    home,        // a home's number
    line,        // an office's number, an address that others may have too
    street,
    employer,
    role,
    town,
    listed_apart,  // one file has both
    count
};
inline constexpr std::size_t reason_count = static_cast<std::size_t>(Reason::count);

enum class Outcome : std::uint8_t {
    unknown,  // at least one of them doesn't say
    agrees,
    alike,  // nearly: a birthday with day and month swapped, a name with a mistake
    differs
};

struct Comparison {
    NameLikeness name;
    std::array<Outcome, reason_count> outcomes{};
    std::array<float, reason_count> weights{};  // in bits: for (positive) or against
    float total = 0;                            // with how unlikely it is that any two are one

    Outcome outcome(Reason reason) const { return outcomes[static_cast<std::size_t>(reason)]; }
    float weight(Reason reason) const { return weights[static_cast<std::size_t>(reason)]; }
    bool agrees(Reason reason) const { return outcome(reason) == Outcome::agrees; }
    bool differs(Reason reason) const { return outcome(reason) == Outcome::differs; }

    /// Something says that they are two people: a profile, UID, birthday, generation or name that isn't the other's.
    bool is_contradicted() const;
    /// Something certain says that they are one, and nothing that they are two. An employer in common is for the
    /// caller to judge, who knows whether two people of that name work there.
    bool is_certain() const;
    bool is_certain_at_work() const;
};

/// Some microseconds the first time two names meet, less than one afterwards.
Comparison compare(const Features& a, const Features& b, FeatureTable& table);

}  // namespace kith::identity
