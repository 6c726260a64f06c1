#include "base/plural_rules.h"

#include <algorithm>
#include <array>

namespace kith {

namespace {

#include "plural_rules.inc"

}  // namespace

PluralOperands plural_operands(std::uint64_t digits, unsigned decimals) {
    std::uint64_t scale = 1;
    for (unsigned i = 0; i < decimals; ++i)
        scale *= 10;
    PluralOperands number{.i = digits / scale, .v = decimals, .w = decimals, .f = digits % scale};
    number.t = number.f;
    while (number.w > 0 && number.t % 10 == 0) {
        number.t /= 10;
        --number.w;
    }
    return number;
}

PluralRules plural_rules(std::string_view language) {
    const auto* found = std::ranges::find(plural_rules_by_language, language, &PluralRules::language);
    return found != std::end(plural_rules_by_language) ? *found
                                                       : PluralRules{language, always_other, always_other};
}

std::string_view key_of(PluralCategory category) {
    constexpr std::array<std::string_view, 6> keys{"zero", "one", "two", "few", "many", "other"};
    return keys[static_cast<std::size_t>(category)];
}

}  // namespace kith
