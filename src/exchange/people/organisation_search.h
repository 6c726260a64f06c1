// The same organisation under two names: "Mercy General" and "Mercy General Hospital", "AONL" and what it stands for.
// Found like people who are here twice, and joined by the same joining.h.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "base/slices.h"
#include "identity/organisations.h"
#include "workspace/workspace.h"

namespace kith {

/// Two live organisations that may be one.
struct LikeOrganisations {
    RecordId a, b;  // a was here first
    identity::OrganisationLikeness likeness = identity::OrganisationLikeness::different;
};

class OrganisationSearch {
public:
    /// Looks through all of them, if any was changed since the last time or an answer was given. O(words of their
    /// names). What changes meanwhile is taken in; may be thrown away at any pause.
    Slices catch_up(const Workspace& workspace);
    bool done() const { return done_; }
    /// The likeliest come first; never those who were told apart.
    const std::vector<LikeOrganisations>& found() const { return found_; }

private:
    std::uint64_t revision_ = ~std::uint64_t{0};
    std::size_t cursor_ = 0;
    bool done_ = false;
    std::vector<LikeOrganisations> found_;

    bool see_changes(const Workspace& workspace);
};

}  // namespace kith
