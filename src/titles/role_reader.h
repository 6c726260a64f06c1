// One role from the pieces that speak of it: which word gives the field, which the level, and what the words
// around them change.
#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "titles/pieces.h"
#include "titles/role.h"

namespace kith::titles {

/// The pieces of one role: the one that names it, and those that name but a field.
struct RolePieces {
    const Piece* head = nullptr;       // null: only fields are named
    std::vector<const Piece*> before;  // fields ahead of it: "Marketing & Sales Director"
    std::vector<const Piece*> after;   // fields behind it: "Director, Talent Acquisition"
};

/// Reads one role; `company` is the field of the organisation, if known.
JobRole read_role(const RolePieces& pieces, JobFunction company);

}  // namespace kith::titles
