// How alike two roles are: what tells a mentor, a peer or a recruiter for a role from somebody who only shares
// a word with it.
//
//     const JobRole wish = *read_title("Head of Communications").main();
//     const RoleLikeness likeness = compare_roles(wish, *read_title("VP Corporate Communications").main());
//     likeness.same_function  →  true
//     likeness.steps          →  2
#pragma once

#include <cstdint>
#include <optional>

#include "titles/role.h"

namespace kith {

/// Rungs of the ladder from intern (0) to chief (9); owners and boards stand beside its top. Nothing without a
/// level.
std::optional<int> rung_of(JobLevel level);

enum class SpecialtyLikeness : std::uint8_t { unknown, same, different };

struct RoleLikeness {
    bool same_function = false;
    bool near_function = false;  // the field of the one is the second of the other
    SpecialtyLikeness specialty = SpecialtyLikeness::unknown;
    bool wider = false;        // `other` is for the whole field, `role` for a part of it
    std::optional<int> steps;  // rungs that `other` stands above; below zero: beneath
    double phrase = 0;         // share of the words in common, 0 to 1

    bool operator==(const RoleLikeness&) const = default;
};

/// O(words²). Former roles are compared as others are.
RoleLikeness compare_roles(const JobRole& role, const JobRole& other);

/// Holds such a role: the same field, no other part of it, at most a rung away, or named with the same words.
bool is_peer(const RoleLikeness& likeness);
/// Is one to three rungs further in the same field, and in no other part of it.
bool is_ahead(const RoleLikeness& likeness);
/// The field that a field most often reports to: learning to human resources, design to product; none if it has
/// a seat of its own at the top.
JobFunction reports_to(JobFunction function);

/// Recruits for that field, or for any.
bool recruits_for(const JobRole& recruiter, JobFunction function);

}  // namespace kith
