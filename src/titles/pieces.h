// A row of units cut where one thought ends and another begins: at commas, bars, dashes, brackets and
// conjunctions.
#pragma once

#include <string_view>
#include <vector>

#include "titles/units.h"

namespace kith::titles {

/// What parts a piece from the one before it.
enum class Seam : std::uint8_t { start, and_, slash, comma, dash, bracket, strong, to, at };

struct Piece {
    Seam seam = Seam::start;
    std::vector<Unit> units;

    /// It names a role, not only a field.
    bool is_role() const;
    bool is_area() const;  // a field and no role
    bool has(Turn turn) const;
    bool is_known() const;  // any word of it
    /// Its words as written.
    std::string_view text(std::string_view line) const;
};

std::vector<Piece> cut_pieces(std::vector<Unit> units);

}  // namespace kith::titles
