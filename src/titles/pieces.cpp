#include "titles/pieces.h"

#include <algorithm>
#include <utility>

namespace kith::titles {

namespace {

Seam seam_before(const Unit& unit) {
    switch (unit.before) {
        case Break::comma: return unit.joint == Joint::at ? Seam::at : Seam::comma;
        case Break::dash: return Seam::dash;
        case Break::opening: return Seam::bracket;
        case Break::strong: return Seam::strong;
        default: break;
    }
    if (unit.joint == Joint::at) return Seam::at;
    if (unit.joint == Joint::to) return Seam::to;
    if (unit.joint == Joint::and_) return Seam::and_;
    if (unit.before == Break::slash) return Seam::slash;
    return Seam::start;
}

/// What somebody looks for is not what they do: "Seeking new opportunities in marketing".
void drop_wishes(std::vector<Unit>& units) {
    bool wishing = false;
    std::erase_if(units, [&](const Unit& unit) {
        if (unit.before >= Break::dash) wishing = false;
        if (unit.has(Turn::seeking) && !unit.has(Turn::deny)) {
            wishing = true;
            return true;
        }
        if (unit.has(Turn::seeking)) {
            wishing = true;
            return false;  // it says why there is nothing else
        }
        return wishing;
    });
}

}  // namespace

bool Piece::is_role() const {
    if (!units.empty() && units.back().is_tail()) return false;
    return std::ranges::any_of(units, [](const Unit& unit) {
        return unit.meaning != nullptr && (unit.meaning->is_role_word() || unit.has(Turn::chief));
    });
}

bool Piece::is_area() const {
    return !is_role() && std::ranges::any_of(units, [](const Unit& unit) {
        return unit.area() != nullptr || unit.role() != nullptr;
    });
}

bool Piece::has(Turn turn) const {
    return std::ranges::any_of(units, [&](const Unit& unit) { return unit.has(turn); });
}

bool Piece::is_known() const {
    return std::ranges::any_of(units, [](const Unit& unit) { return unit.meaning != nullptr; });
}

std::string_view Piece::text(std::string_view line) const {
    if (units.empty()) return {};
    return line.substr(units.front().begin, units.back().end - units.front().begin);
}

std::vector<Piece> cut_pieces(std::vector<Unit> units) {
    drop_wishes(units);
    std::vector<Piece> pieces;
    for (Unit& unit : units) {
        const Seam seam = seam_before(unit);
        if (pieces.empty() || seam != Seam::start) {
            // Within what stands behind "to" or "at", words go together until something ends it.
            const bool goes_on = !pieces.empty() && seam == Seam::and_ &&
                (pieces.back().seam == Seam::to || pieces.back().seam == Seam::at);
            if (!goes_on) pieces.push_back({.seam = pieces.empty() ? Seam::start : seam, .units = {}});
        }
        pieces.back().units.push_back(std::move(unit));
    }
    return pieces;
}

}  // namespace kith::titles
