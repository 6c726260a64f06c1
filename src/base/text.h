// UTF-8 text: validity, decoding, folding for search and comparison, and the other encodings that files
// arrive in. Unicode data come from utf8proc. Text inside Kith is always valid UTF-8.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace kith {

/// One code point read from UTF-8: its value (U+FFFD for a malformed byte) and its length in bytes (≥ 1).
struct DecodedPoint {
    char32_t point = 0;
    std::size_t length = 0;
};

/// Decodes the first code point of non-empty `text`. O(1).
DecodedPoint decode_utf8(std::string_view text);
void append_utf8(std::string& out, char32_t point);

bool is_valid_utf8(std::string_view text);
/// Replaces each malformed byte by U+FFFD. Returns the text unchanged when it is valid.
std::string repair_utf8(std::string_view text);

enum class Encoding : std::uint8_t { utf8, utf16_little, utf16_big, windows_1252 };

/// Guesses from byte order marks, zero bytes and validity: the encodings that exports are seen in.
Encoding detect_encoding(std::string_view bytes);
/// To UTF-8, without byte order mark; malformed parts become U+FFFD.
std::string to_utf8(std::string_view bytes, Encoding encoding);

/// For searching and comparing: compatibility-decomposed (NFKD), case folded, accents removed, other
/// letters that people type plainly spelt out (ß ss, ø o, ł l, đ d, æ ae, œ oe, þ th). O(n).
std::string fold(std::string_view text);

/// NFC, for storing: the same name typed on two systems becomes the same bytes.
std::string normalise(std::string_view text);

std::string_view trim(std::string_view text);
/// Trims, and makes each run of white space (line breaks too) one space.
std::string collapse_spaces(std::string_view text);
std::vector<std::string_view> split(std::string_view text, char separator);
/// A whole number with nothing around it.
std::optional<std::int64_t> read_integer(std::string_view text);
bool equal_ignoring_ascii_case(std::string_view a, std::string_view b);
std::string ascii_lower(std::string_view text);
/// As at the beginning of a sentence: the first letter is a capital, where the script has them.
std::string capitalised(std::string_view text);
bool is_letter_or_digit(char32_t point);
/// A small letter: scripts without case have none.
bool is_small_letter(char32_t point);
/// What combines with the letter before it: accents, vowel signs, joiners.
bool is_mark(char32_t point);

/// The first `count` user-perceived characters (grapheme clusters), for initials and elision.
std::string_view first_graphemes(std::string_view text, std::size_t count);

}  // namespace kith
