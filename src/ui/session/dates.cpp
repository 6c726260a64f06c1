#include "ui/session/dates.h"

#include <array>
#include <charconv>

#include "base/text.h"

namespace kith::ui {

using namespace std::chrono;

DateOrder date_order(std::string_view tag) {
    if (tag == "en-US" || tag == "en-PH" || tag == "fil-PH") return DateOrder::month_first;
    constexpr std::array year_first{std::string_view{"zh"}, std::string_view{"ja"}, std::string_view{"ko"},
        std::string_view{"hu"}, std::string_view{"lt"}, std::string_view{"sv"}, std::string_view{"mn"},
        std::string_view{"en-CA"}, std::string_view{"en-ZA"}};
    for (std::string_view prefix : year_first) {
        if (tag.starts_with(prefix)) return DateOrder::year_first;
    }
    return DateOrder::day_first;
}

std::string date_to_edit(const PartialDate& date, std::string_view locale_tag) {
    const DateOrder order = date_order(locale_tag);
    if (!date.complete() || order == DateOrder::year_first)
        return date.empty() ? std::string{} : to_iso(date);
    const auto two = [](unsigned n) { return (n < 10 ? "0" : "") + std::to_string(n); };
    const std::string day = two(static_cast<unsigned>(*date.day)),
                      month = two(static_cast<unsigned>(*date.month));
    const std::string year = std::to_string(static_cast<int>(*date.year));
    return order == DateOrder::day_first ? day + "/" + month + "/" + year : month + "/" + day + "/" + year;
}

std::string_view date_pattern_key(std::string_view locale_tag) {
    switch (date_order(locale_tag)) {
        case DateOrder::month_first: return "date.pattern_month_first";
        case DateOrder::year_first: return "date.pattern_year_first";
        case DateOrder::day_first: break;
    }
    return "date.pattern_day_first";
}

namespace {

struct Number {
    int value;
    std::size_t digits;
};

// Up to three numbers with one sign or space between.
std::vector<Number> numbers_in(std::string_view text) {
    std::vector<Number> numbers;
    while (!text.empty() && numbers.size() < 4) {
        std::size_t digits = 0;
        while (digits < text.size() && text[digits] >= '0' && text[digits] <= '9')
            ++digits;
        if (digits == 0 || digits > 4) return {};
        int value = 0;
        std::from_chars(text.data(), text.data() + digits, value);
        numbers.push_back({value, digits});
        text.remove_prefix(digits);
        if (text.empty()) break;
        if (!std::string_view("./- ").contains(text.front())) return {};
        text = trim(text.substr(1));
    }
    return numbers;
}

std::optional<PartialDate> checked(PartialDate date) {
    if (date.empty() || !date.valid()) return std::nullopt;
    return date;
}

}  // namespace

std::optional<PartialDate> parse_typed_date(
    std::string_view text, std::string_view locale_tag, const Catalogue& words, Day today) {
    text = trim(text);
    const std::string folded = fold(text);
    if (folded == fold(words.get("date.today"))) return PartialDate(year_month_day{today});
    if (folded == fold(words.get("date.yesterday"))) return PartialDate(year_month_day{today - days{1}});
    if (folded == fold(words.get("date.tomorrow"))) return PartialDate(year_month_day{today + days{1}});
    if (auto iso = parse_iso_date(text)) return iso;

    const std::vector<Number> numbers = numbers_in(text);
    if (numbers.size() < 2 || numbers.size() > 3) return std::nullopt;
    const auto month_of = [](int n) { return std::chrono::month(static_cast<unsigned>(n)); };
    const auto day_of = [](int n) { return std::chrono::day(static_cast<unsigned>(n)); };
    const DateOrder order = date_order(locale_tag);
    if (numbers.size() == 2) {
        if (numbers[1].digits == 4)
            return checked({year{numbers[1].value}, month_of(numbers[0].value), std::nullopt});
        if (numbers[0].digits == 4)
            return checked({year{numbers[0].value}, month_of(numbers[1].value), std::nullopt});
        const bool day_first = order == DateOrder::day_first;
        return checked({std::nullopt, month_of(numbers[day_first ? 1 : 0].value),
            day_of(numbers[day_first ? 0 : 1].value)});
    }
    int y = 0, m = 0, d = 0;
    std::size_t year_digits = 4;
    if (numbers[0].digits == 4) {
        y = numbers[0].value, m = numbers[1].value, d = numbers[2].value;
    } else {
        const bool day_first = order != DateOrder::month_first;
        d = numbers[day_first ? 0 : 1].value, m = numbers[day_first ? 1 : 0].value, y = numbers[2].value;
        year_digits = numbers[2].digits;
    }
    if (year_digits <= 2) {
        // Two digits: at most ten years ahead, else in the past.
        const int now = static_cast<int>(year_month_day{today}.year());
        y += now / 100 * 100;
        if (y > now + 10) y -= 100;
    }
    return checked({year{y}, month_of(m), day_of(d)});
}

}  // namespace kith::ui
