// The words of a title, made comparable: case, accents, gender and plural endings taken off, in the way of each
// script and family of languages.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace kith::titles {

/// What stands between a word and the one before it.
enum class Break : std::uint8_t {
    none,   // a space or a hyphen
    slash,  // "UX/UI"
    comma,
    dash,     // " - "
    opening,  // "("
    strong,   // "|", ";", "•", an emoji
};

struct Word {
    std::string text;     // folded, as written
    std::string plain;    // without English plural and German feminine endings
    std::string romance;  // without French, Spanish, Portuguese and Italian endings
    Break before = Break::none;
    bool ideographic = false;  // Han or kana: `text` is a run without spaces
    std::uint32_t begin = 0;   // where it stands in the line
    std::uint32_t end = 0;
};

/// The words of a line. O(n).
std::vector<Word> split_words(std::string_view line);

}  // namespace kith::titles
