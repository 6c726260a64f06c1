// Names of other scripts in Latin letters, roughly: enough to find that Дмитрий and Dmitri, or 王小明 and Wang
// Xiaoming, may be one name. Not for showing: vowels that a script leaves out are missing, and Japanese names
// written in Han characters get their Chinese readings. The tables come from the Unicode CLDR (transliteration.py).
#pragma once

#include <string>
#include <string_view>

namespace kith::identity {

/// How the letters of a text can be read.
struct Reading {
    std::string latin;  // small Latin letters for letters of other scripts; what is Latin stays as it is
    bool other_script = false;  // some of it was not Latin
    bool han = false;           // of that, some was Han characters
    bool consonants = false;    // of that, some was written without its vowels (Arabic, Hebrew)
};

/// O(n log of the table).
Reading read_in_latin(std::string_view text);

}  // namespace kith::identity
