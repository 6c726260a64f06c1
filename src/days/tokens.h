// A typed line in words, as phrases of days are looked for in it.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace kith {

/// What stands between a word and the one before it, from the weakest on.
enum class Break : std::uint8_t { none, space, comma, stop };

/// One word and where it stands (bytes).
struct Token {
    std::size_t begin = 0;
    std::size_t end = 0;
    std::string folded;  // as it is compared
    Break before = Break::space;
    bool capital = false;     // begins with a capital letter, or its script has none
    bool quoted = false;      // stands between quotation marks
    bool opened = false;      // a bracket opens before it
    bool dot_behind = false;  // "3." and "Dez.": a full stop follows at once
};

/// Words, with contractions in two ("she'll": "she", "'ll") and numbers whole ("10:30", "3.5.", "2026-05-03",
/// "3–5"). Digits of any script are compared as 0 to 9, "p.m." as "pm". O(n).
std::vector<Token> tokens_of(std::string_view line);

}  // namespace kith
