#include "identity/transliteration.h"

#include <algorithm>
#include <array>
#include <cstdint>

#include "base/text.h"

namespace kith::identity {

namespace {

struct LetterReading {
    char32_t letter;
    char latin[8];
};

#include "transliteration.inc"

constexpr char32_t first_syllable = 0xac00, last_syllable = 0xd7a3;  // Hangul
constexpr char32_t first_indian = 0x900, last_indian = 0xd7f, indian_block = 0x80;

bool is_within(char32_t point, char32_t first, char32_t last) {
    return point >= first && point <= last;
}
bool is_han(char32_t point) {
    return is_within(point, 0x3400, 0x9fff) || is_within(point, 0xf900, 0xfaff) ||
        is_within(point, 0x20000, 0x3ffff);
}
bool is_without_vowels(char32_t point) {
    return is_within(point, 0x590, 0x77f) || is_within(point, 0x8a0, 0x8ff);
}
/// A vowel sign or the virama, which take the place of the vowel that a consonant has of itself.
bool is_indian_sign(char32_t point) {
    return is_within(point, first_indian, last_indian) && is_within(point % indian_block, 0x3e, 0x4d);
}
bool is_indian_consonant(char32_t point) {
    return is_within(point, first_indian, last_indian) && is_within(point % indian_block, 0x15, 0x39);
}

std::string_view reading_of(char32_t point) {
    if (is_within(point, first_han, last_han)) return han_syllables[han_readings[point - first_han]];
    const auto found = std::ranges::lower_bound(letter_readings, point, {}, &LetterReading::letter);
    return found != std::end(letter_readings) && found->letter == point ? found->latin : std::string_view{};
}

/// The jamo of a syllable: initial, vowel, final (Unicode, 3.12).
void append_hangul(std::string& out, char32_t point) {
    constexpr char32_t vowels = 21, finals = 28;
    const char32_t at = point - first_syllable;
    out += reading_of(0x1100 + at / (vowels * finals));
    out += reading_of(0x1161 + at / finals % vowels);
    if (at % finals != 0) out += reading_of(0x11a7 + at % finals);
}

}  // namespace

Reading read_in_latin(std::string_view text) {
    Reading reading;
    bool inherent_vowel = false;
    while (!text.empty()) {
        const DecodedPoint next = decode_utf8(text);
        const std::string_view bytes = text.substr(0, next.length);
        text.remove_prefix(next.length);
        const bool goes_on = is_letter_or_digit(next.point) || is_mark(next.point);
        if (inherent_vowel && (is_indian_sign(next.point) || !goes_on)) reading.latin.pop_back();
        inherent_vowel = false;
        if (next.point < 0x370 || is_within(next.point, 0x1e00, 0x1eff)) {
            reading.latin += bytes;
            continue;
        }
        reading.other_script |= is_letter_or_digit(next.point);
        reading.han |= is_han(next.point);
        reading.consonants |= is_without_vowels(next.point);
        if (is_within(next.point, first_syllable, last_syllable)) {
            append_hangul(reading.latin, next.point);
            continue;
        }
        const std::string_view direct = reading_of(next.point);
        if (!direct.empty()) {
            reading.latin += direct;
            inherent_vowel = is_indian_consonant(next.point) && direct.ends_with('a');
            continue;
        }
        // A capital, or a letter with an accent: what it is made of.
        std::string parts = fold(bytes);
        if (parts == bytes) continue;
        for (std::string_view rest = parts; !rest.empty();) {
            const DecodedPoint part = decode_utf8(rest);
            if (part.point < 0x370)
                reading.latin += rest.substr(0, part.length);
            else
                reading.latin += reading_of(part.point);
            rest.remove_prefix(part.length);
        }
    }
    if (inherent_vowel && reading.latin.size() > 2) reading.latin.pop_back();
    return reading;
}

}  // namespace kith::identity
