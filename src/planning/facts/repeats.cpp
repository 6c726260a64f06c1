#include "planning/facts/repeats.h"

#include <algorithm>
#include <array>
#include <charconv>

#include "base/enums.h"
#include "base/text.h"

namespace kith {

namespace {

using std::chrono::days;

constexpr EnumArray<RepeatUnit, std::string_view> units{{"day", "week", "month", "year"}};
constexpr EnumArray<RepeatUnit, std::string_view> adverbs{{"daily", "weekly", "monthly", "yearly"}};

std::optional<int> number(std::string_view text, int most) {
    int value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    const bool sound = error == std::errc{} && end == text.data() + text.size() && value > 0 && value <= most;
    return sound ? std::optional(value) : std::nullopt;
}

/// The day some months after another's month, on the day that is meant or the month's last.
Day months_later(Day from, int months, unsigned meant) {
    const std::chrono::year_month_day start{from};
    const auto month = std::chrono::year_month{start.year(), start.month()} + std::chrono::months{months};
    const auto last = (month / std::chrono::last).day();
    return std::chrono::sys_days{month / std::min(std::chrono::day{meant}, last)};
}

}  // namespace

std::optional<Repeat> parse_repeat(std::string_view text) {
    const std::string line = ascii_lower(collapse_spaces(text));
    const auto words = split(line, ' ');
    Repeat repeat;
    std::size_t at = 0;
    if (const auto adverb = std::ranges::find(adverbs, words[0]); adverb != adverbs.end()) {
        repeat.unit = static_cast<RepeatUnit>(adverb - adverbs.begin());
        at = 1;
    } else {
        if (words[0] != "every" || words.size() < 2) return std::nullopt;
        at = 1;
        if (words[1][0] >= '0' && words[1][0] <= '9') {
            const auto every = number(words[1], 999);
            if (!every || words.size() < 3) return std::nullopt;
            repeat.every = *every;
            at = 2;
        }
        std::string_view unit = words[at++];
        if (unit.ends_with('s')) unit.remove_suffix(1);
        const auto known = units.find(unit);
        if (!known) return std::nullopt;
        repeat.unit = *known;
    }
    if (at == words.size()) return repeat;
    const bool has_day = words.size() == at + 3 && words[at] == "on" && words[at + 1] == "day" &&
        repeat.unit >= RepeatUnit::month;
    const auto day = has_day ? number(words[at + 2], 31) : std::nullopt;
    if (!day) return std::nullopt;
    repeat.on_day = static_cast<unsigned>(*day);
    return repeat;
}

std::string print_repeat(const Repeat& repeat) {
    const std::string_view unit = units[repeat.unit];
    std::string text = "every ";
    if (repeat.every == 1)
        text += unit;
    else
        text += std::to_string(repeat.every) + " " + std::string(unit) + "s";
    if (repeat.on_day) text += " on day " + std::to_string(*repeat.on_day);
    return text;
}

Day next_time(const Repeat& repeat, Day due, Day after) {
    const Day later_than = std::max(due, after);
    if (repeat.unit <= RepeatUnit::week) {
        const days step{repeat.every * (repeat.unit == RepeatUnit::week ? 7 : 1)};
        return due + step * ((later_than - due) / step + 1);
    }
    const int step = repeat.every * (repeat.unit == RepeatUnit::year ? 12 : 1);
    const unsigned meant =
        repeat.on_day.value_or(static_cast<unsigned>(std::chrono::year_month_day{due}.day()));
    for (int months = step;; months += step) {
        const Day next = months_later(due, months, meant);
        if (next > later_than) return next;
    }
}

}  // namespace kith
