#include "base/plural_rules.h"

#include <algorithm>
#include <charconv>
#include <doctest/doctest.h>
#include <set>
#include <string>

using namespace kith;

namespace {

struct PluralExample {
    std::string_view language;
    PluralKind kind;
    PluralCategory category;
    std::string_view numbers;  // one as it is written, "1.0", or from one to another, "2~17"
};

#include "plural_rules_of_all.inc"

struct Written {
    std::uint64_t digits = 0;
    unsigned decimals = 0;
};

Written read(std::string_view number) {
    Written written;
    const std::size_t point = number.find('.');
    std::string digits(number);
    if (point != std::string::npos) {
        written.decimals = static_cast<unsigned>(number.size() - point - 1);
        digits.erase(point, 1);
    }
    std::from_chars(digits.data(), digits.data() + digits.size(), written.digits);
    return written;
}

PluralRules rules_for(std::string_view language) {
    const auto* found = std::ranges::find(plural_rules_by_language, language, &PluralRules::language);
    REQUIRE(found != std::end(plural_rules_by_language));
    return *found;
}

}  // namespace

TEST_CASE("every language's rules say of the CLDR's own examples what it says") {
    std::set<std::string_view> languages;
    std::size_t compared = 0;
    for (const PluralExample& example : plural_examples) {
        const PluralRules rules = rules_for(example.language);
        languages.insert(example.language);
        const std::size_t span = example.numbers.find('~');
        const Written first = read(example.numbers.substr(0, span));
        const Written last = span == std::string::npos ? first : read(example.numbers.substr(span + 1));
        for (std::uint64_t digits = first.digits; digits <= last.digits; ++digits, ++compared) {
            CAPTURE(example.language);
            CAPTURE(example.numbers);
            REQUIRE(key_of(rules.category(plural_operands(digits, first.decimals), example.kind)) ==
                key_of(example.category));
        }
    }
    CHECK(languages.size() > 200);
    CHECK(compared > 10'000);
}

TEST_CASE("what is compiled in says the same as all rules do") {
    const PluralRules compiled = plural_rules("en"), all = rules_for("en");
    for (const PluralKind kind : {PluralKind::cardinal, PluralKind::ordinal}) {
        for (std::uint64_t digits = 0; digits < 2000; ++digits) {
            for (unsigned decimals = 0; decimals < 3; ++decimals) {
                const PluralOperands number = plural_operands(digits, decimals);
                REQUIRE(compiled.category(number, kind) == all.category(number, kind));
            }
        }
    }
    CHECK(compiled.ordinal(plural_operands(22)) == PluralCategory::two);
}

TEST_CASE("a language that Kith doesn't speak has one form for all numbers") {
    const PluralRules rules = plural_rules("tlh");
    CHECK(rules.cardinal(plural_operands(1)) == PluralCategory::other);
    CHECK(rules.ordinal(plural_operands(1)) == PluralCategory::other);
}
