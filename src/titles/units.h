// A line of words as a row of units: the longest terms of the table that cover it, each with what it means in
// the language that most of the line is in.
#pragma once

#include <string_view>
#include <vector>

#include "titles/terms.h"
#include "titles/words.h"

namespace kith::titles {

/// What joins a unit to what stands before it.
enum class Joint : std::uint8_t { none, of, and_, to, at };

struct Unit {
    const Meaning* meaning = nullptr;  // null: a word that no table knows
    Break before = Break::none;
    Joint joint = Joint::none;
    std::uint32_t begin = 0;  // in the line
    std::uint32_t end = 0;
    std::string key;  // folded words, for comparing

    bool has(Turn turn) const { return meaning != nullptr && meaning->has(turn); }
    bool is_tail() const {
        return meaning != nullptr && meaning->mark != nullptr && meaning->mark->mark == Mark::tail;
    }
    const Term* role() const { return meaning != nullptr ? meaning->role : nullptr; }
    const Term* area() const { return meaning != nullptr ? meaning->area : nullptr; }
    const Term* rank() const { return meaning != nullptr ? meaning->rank : nullptr; }
};

/// Terms that hold only in organisations of another field than `company` are passed over. O(words · most words
/// of a term).
std::vector<Unit> read_units(
    const TermTable& table, std::string_view line, JobFunction company = JobFunction::none);

}  // namespace kith::titles
