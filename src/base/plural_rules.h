// Which form of a word goes with a number: "1 step" but "2 steps", and in other languages up to six forms. The
// categories and rules are the Unicode CLDR's (UTS #35, part 3, "Language Plural Rules"); plural_rules.py makes
// them into code while Kith is built, for the languages that there is a catalogue of and no others.
#pragma once

#include <cstdint>
#include <string_view>

namespace kith {

enum class PluralCategory : std::uint8_t { zero, one, two, few, many, other };

/// How many ("3 steps"), or which one ("the 3rd step").
enum class PluralKind : std::uint8_t { cardinal, ordinal };

/// What the rules ask about a number, under the CLDR's own names. It matters how the number is written: "1"
/// and "1.0" can take different forms.
struct PluralOperands {
    std::uint64_t i = 0;  // the whole part
    std::uint64_t v = 0;  // how many digits stand after the point …
    std::uint64_t w = 0;  // … and without zeros at the end
    std::uint64_t f = 0;  // these digits …
    std::uint64_t t = 0;  // … and without zeros at the end
};
/// Of a number whose last `decimals` digits stand after the point: 25 with one is 2.5.
PluralOperands plural_operands(std::uint64_t digits, unsigned decimals = 0);

struct PluralRules {
    std::string_view language;
    PluralCategory (*cardinal)(const PluralOperands&);
    PluralCategory (*ordinal)(const PluralOperands&);

    PluralCategory category(const PluralOperands& number, PluralKind kind) const {
        return kind == PluralKind::cardinal ? cardinal(number) : ordinal(number);
    }
};
/// A rule for languages whose words don't change.
inline PluralCategory always_other(const PluralOperands&) {
    return PluralCategory::other;
}

/// The rules of a language that Kith speaks; for any other one they always say "other".
PluralRules plural_rules(std::string_view language);

/// "few", as messages write it.
std::string_view key_of(PluralCategory category);

}  // namespace kith
