// Whether two names may be one organisation's: "Mercy General" and "Mercy General Hospital", "Baker Freight" and
// "Baker Freight GmbH", "AONL" and "American Organization for Nursing Leadership".
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/slices.h"

namespace kith::identity {

enum class OrganisationLikeness : std::uint8_t {
    same,          // but for case, accents, legal form, "&" and full stops
    longer,        // one has a word more that says what it is (Hospital, University, Group)
    abbreviation,  // one is the first letters of the other
    typing,        // a letter or two are different
    different
};

/// A name in the form in which it is compared: folded, without legal form ("GmbH", "Inc."). Never empty unless
/// `name` has no letter or digit.
std::string organisation_key(std::string_view name);

OrganisationLikeness compare_organisations(std::string_view a, std::string_view b);

struct LikelyOrganisation {
    std::uint32_t a = 0, b = 0;  // by their places in the list
    OrganisationLikeness likeness = OrganisationLikeness::different;
};
/// Pairs of a list that are likely one, those that are most alike first. O(n · words), in slices; `names` and
/// `found` must outlive it.
Slices find_like_organisations(std::span<const std::string> names, std::vector<LikelyOrganisation>& found);

}  // namespace kith::identity
