// Names as they sound, roughly and in no language in particular: Meyer and Maier, Yulia and Julia, Catherine and
// Katharina's beginnings come out alike. Less exact than a language's own rules, for a name's language is not known.
#pragma once

#include <string>
#include <string_view>

namespace kith::identity {

/// Of small Latin letters; others are left out. O(n).
std::string sound_of(std::string_view letters);

/// Its consonants, one of each in a row: what is left of a name in a script without vowels.
std::string consonants_of(std::string_view sound);

/// "joerg" → "jorg", "aase" → "ase": letters of their own written with two, as keyboards make people write them.
std::string without_digraphs(std::string_view letters);

}  // namespace kith::identity
