#include "planning/facts/repeats.h"

#include <algorithm>
#include <array>
#include <charconv>

#include "base/enums.h"
#include "base/text.h"
#include "days/phrases.h"

namespace kith {

namespace {

using std::chrono::days;

constexpr EnumArray<RecurrenceUnit, std::string_view> units{{"day", "week", "month", "year"}};
constexpr std::array<std::string_view, 7> weekdays = {
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"};
constexpr std::array<std::string_view, 5> ordinals = {"first", "second", "third", "fourth", "fifth"};

bool falls_on(const Recurrence& repeat, Day day) {
    return (repeat.weekdays >> (std::chrono::weekday{day}.iso_encoding() - 1) & 1) != 0;
}

/// The day some months after another's month, on the day that is meant or the month's last.
Day months_later(Day from, int months, unsigned meant) {
    const std::chrono::year_month_day start{from};
    const auto month = std::chrono::year_month{start.year(), start.month()} + std::chrono::months{months};
    const auto last = (month / std::chrono::last).day();
    return std::chrono::sys_days{month / std::min(std::chrono::day{meant}, last)};
}

}  // namespace

std::optional<Recurrence> parse_repeat(std::string_view text) {
    const std::string line = ascii_lower(collapse_spaces(text));
    const auto phrases = find_phrases(line, {.today = Day{}, .locale = "en"});
    if (phrases.size() != 1 || phrases[0].kind != PhraseKind::rhythm) return std::nullopt;
    return phrases[0].begin == 0 && phrases[0].end == line.size() ? phrases[0].rhythm : std::nullopt;
}

std::string print_repeat(const Recurrence& repeat) {
    const std::string_view unit = units[repeat.unit];
    std::string text = "every ";
    if (repeat.every == 1)
        text += unit;
    else
        text += std::to_string(repeat.every) + " " + std::string(unit) + "s";
    if (repeat.on_day) text += " on day " + std::to_string(*repeat.on_day);
    std::string days;
    for (std::size_t i = 0; i < weekdays.size(); ++i) {
        if ((repeat.weekdays >> i & 1) != 0) days += (days.empty() ? "" : " and ") + std::string(weekdays[i]);
    }
    if (!days.empty()) text += " on ";
    if (!days.empty() && repeat.nth != 0)
        text += "the " +
            std::string(repeat.nth < 0
                    ? "last"
                    : ordinals[static_cast<std::size_t>(repeat.nth - 1) % ordinals.size()]) +
            " ";
    text += days;
    if (repeat.until) text += " until " + to_iso(*repeat.until);
    return text;
}

Day next_time(const Recurrence& repeat, Day due, Day after) {
    const Day later_than = std::max(due, after);
    if (repeat.weekdays != 0 && repeat.nth == 0) {  // weeks are counted from the one it was due in
        const Day week = due - (std::chrono::weekday{due} - std::chrono::Monday);
        const int step = repeat.unit == RecurrenceUnit::week ? repeat.every : 1;
        for (Day day = later_than + days{1};; day += days{1}) {
            const Day its_week = day - (std::chrono::weekday{day} - std::chrono::Monday);
            if (falls_on(repeat, day) && (its_week - week) / std::chrono::weeks{1} % step == 0) return day;
        }
    }
    if (repeat.unit <= RecurrenceUnit::week) {
        const days step{repeat.every * (repeat.unit == RecurrenceUnit::week ? 7 : 1)};
        return due + step * ((later_than - due) / step + 1);
    }
    const int step = repeat.every * (repeat.unit == RecurrenceUnit::year ? 12 : 1);
    const unsigned meant =
        repeat.on_day.value_or(static_cast<unsigned>(std::chrono::year_month_day{due}.day()));
    const auto nth_of = [&](int months) {
        const std::chrono::year_month_day start{due};
        const auto month = std::chrono::year_month{start.year(), start.month()} + std::chrono::months{months};
        const Day first = Day{month / 1};
        const Day last = Day{month / std::chrono::last};
        int count = 0;
        Day found = last;  // a fifth Friday that isn't there
        for (Day day = first; day <= last; day += days{1}) {
            if (!falls_on(repeat, day)) continue;
            ++count;
            if (count == repeat.nth || repeat.nth < 0) found = day;
        }
        return found;
    };
    for (int months = repeat.nth != 0 ? 0 : step;; months += step) {
        const Day next = repeat.nth != 0 ? nth_of(months) : months_later(due, months, meant);
        if (next > later_than) return next;
    }
}

}  // namespace kith
