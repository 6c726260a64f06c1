#include "exchange/cards/written_dates.h"

#include <array>
#include <string>
#include <vector>

#include "base/text.h"

namespace kith {

namespace chr = std::chrono;

namespace {

/// The first three letters, folded, of month names; French June and July need a fourth.
struct MonthName {
    std::string_view start;
    unsigned month;
};
constexpr MonthName month_names[] = {
    {"jan", 1},
    {"ene", 1},
    {"gen", 1},
    {"sty", 1},
    {"oca", 1},  //
    {"feb", 2},
    {"fev", 2},
    {"lut", 2},
    {"sub", 2},  //
    {"mar", 3},
    {"maa", 3},
    {"mrt", 3},  //
    {"apr", 4},
    {"abr", 4},
    {"avr", 4},
    {"kwi", 4},
    {"nis", 4},  //
    {"may", 5},
    {"mai", 5},
    {"mag", 5},
    {"maj", 5},
    {"mei", 5},  //
    {"jun", 6},
    {"juin", 6},
    {"giu", 6},
    {"cze", 6},
    {"haz", 6},  //
    {"jul", 7},
    {"juil", 7},
    {"lug", 7},
    {"lip", 7},
    {"tem", 7},  //
    {"aug", 8},
    {"aou", 8},
    {"ago", 8},
    {"sie", 8},  //
    {"sep", 9},
    {"set", 9},
    {"wrz", 9},
    {"eyl", 9},  //
    {"oct", 10},
    {"okt", 10},
    {"out", 10},
    {"ott", 10},
    {"paz", 10},
    {"eki", 10},  //
    {"nov", 11},
    {"lis", 11},
    {"kas", 11},  //
    {"dec", 12},
    {"dez", 12},
    {"dic", 12},
    {"des", 12},
    {"gru", 12},
    {"ara", 12},
};

std::optional<unsigned> month_named(std::string_view word) {
    for (const MonthName& name : month_names) {
        if (word.starts_with(name.start)) return name.month;
    }
    return std::nullopt;
}

struct Number {
    int value = 0;
    std::size_t digits = 0;
};

/// The numbers and the month's name in a text; no time of day.
struct Pieces {
    std::vector<Number> numbers;
    std::optional<unsigned> month;
    std::size_t month_after = 0;  // how many numbers stand before the name
    bool dots = false;
    bool strange = false;
};

Pieces take_apart(std::string_view text) {
    const std::string folded = fold(text);
    Pieces pieces;
    for (std::string_view rest = folded; !rest.empty();) {
        const auto [point, length] = decode_utf8(rest);
        if (point >= '0' && point <= '9') {
            Number number;
            while (!rest.empty() && rest[0] >= '0' && rest[0] <= '9') {
                if (number.digits < 8) number.value = number.value * 10 + (rest[0] - '0');
                ++number.digits;
                rest.remove_prefix(1);
            }
            if (rest.starts_with(':')) return pieces;  // a time of day: the date is over
            pieces.numbers.push_back(number);
            pieces.dots = pieces.dots || rest.starts_with('.');
            continue;
        }
        if (point >= 'a' && point <= 'z') {
            std::size_t end = 0;
            while (end < rest.size() && rest[end] >= 'a' && rest[end] <= 'z')
                ++end;
            if (const auto month = month_named(rest.substr(0, end)); month && !pieces.month) {
                pieces.month = month;
                pieces.month_after = pieces.numbers.size();
            } else if (end > 3) {
                pieces.strange = true;  // "de", "di", "den", "st", "th" are fine
            }
            rest.remove_prefix(end);
            continue;
        }
        rest.remove_prefix(length);
    }
    return pieces;
}

std::optional<chr::year> as_year(const Number& number) {
    if (number.digits == 4) return chr::year{number.value};
    if (number.digits == 2) return chr::year{number.value <= 30 ? 2000 + number.value : 1900 + number.value};
    return std::nullopt;
}

PartialDate from_parts(std::optional<chr::year> year, unsigned month, int day) {
    // chrono keeps months and days in a byte: what does not fit becomes impossible, not something else.
    return {
        year, chr::month{month <= 12 ? month : 13}, chr::day{day <= 31 ? static_cast<unsigned>(day) : 32}};
}

std::optional<PartialDate> with_named_month(const Pieces& pieces) {
    const auto& numbers = pieces.numbers;
    const unsigned month = *pieces.month;
    if (numbers.empty()) return PartialDate{std::nullopt, chr::month{month}, std::nullopt};
    if (numbers.size() == 1) {
        if (numbers[0].digits == 4) return PartialDate{as_year(numbers[0]), chr::month{month}, std::nullopt};
        return from_parts(std::nullopt, month, numbers[0].value);
    }
    const bool year_first = numbers[0].digits == 4;
    const Number& day = numbers[year_first ? 1 : 0];
    const auto year = as_year(numbers[year_first ? 0 : 1]);
    if (!year || day.digits > 2) return std::nullopt;
    return from_parts(year, month, day.value);
}

std::optional<PartialDate> with_numbers(const Pieces& pieces, DateOrder order) {
    const auto& numbers = pieces.numbers;
    if (numbers.size() < 2) return std::nullopt;
    if (numbers[0].digits == 4) {
        if (numbers.size() == 2) {
            const auto month = static_cast<unsigned>(numbers[1].value);
            return PartialDate{as_year(numbers[0]), chr::month{month <= 12 ? month : 13}, std::nullopt};
        }
        return from_parts(as_year(numbers[0]), static_cast<unsigned>(numbers[1].value), numbers[2].value);
    }
    std::optional<chr::year> year;
    if (numbers.size() > 2) {
        year = as_year(numbers[2]);
        if (!year) return std::nullopt;
    }
    int month = numbers[0].value;
    int day = numbers[1].value;
    if (order == DateOrder::day_first || pieces.dots || (month > 12 && day <= 12)) std::swap(month, day);
    return from_parts(year, static_cast<unsigned>(month), day);
}

}  // namespace

WrittenDate read_written_date(std::string_view text, DateOrder order) {
    using enum WrittenDate::Reading;
    text = trim(text);
    if (text.empty()) return {blank, {}};
    if (text.size() > 100) return {unreadable, {}};
    const std::string_view before_time = text.substr(0, text.find_first_of("Tt "));
    if (const auto iso = parse_iso_date(before_time); iso && text.size() != before_time.size()) {
        if (parse_iso_instant(text)) return {date, *iso};
    } else if (iso) {
        return {date, *iso};
    }
    const Pieces pieces = take_apart(text);
    bool all_zero = !pieces.numbers.empty() && !pieces.month;
    for (const Number& number : pieces.numbers)
        all_zero = all_zero && number.value == 0;
    if (all_zero && !pieces.strange) return {blank, {}};
    if (pieces.strange) return {unreadable, {}};
    std::optional<PartialDate> read;
    if (text.starts_with("--"))
        read = std::nullopt;
    else if (pieces.month)
        read = with_named_month(pieces);
    else if (pieces.numbers.size() == 1 && (pieces.numbers[0].digits == 8 || pieces.numbers[0].digits == 6))
        return {impossible, {}};
    else
        read = with_numbers(pieces, order);
    if (!read) return {text.starts_with("--") ? impossible : unreadable, {}};
    if (!read->valid()) return {impossible, {}};
    return {date, *read};
}

}  // namespace kith
