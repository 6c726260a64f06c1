#include "base/dates.h"

#include <array>
#include <charconv>
#include <cstdio>

namespace kith {

namespace chr = std::chrono;

namespace {

/// Reads exactly `count` digits from the front of `text`.
std::optional<int> take_digits(std::string_view& text, std::size_t count) {
    int value = 0;
    if (text.size() < count) return std::nullopt;
    for (std::size_t i = 0; i < count; ++i) {
        if (text[i] < '0' || text[i] > '9') return std::nullopt;
        value = value * 10 + (text[i] - '0');
    }
    text.remove_prefix(count);
    return value;
}

bool take(std::string_view& text, char c) {
    if (!text.starts_with(c)) return false;
    text.remove_prefix(1);
    return true;
}

template <typename... Numbers>
std::string print(const char* format, Numbers... numbers) {
    std::array<char, 64> buffer{};
    const int length = std::snprintf(buffer.data(), buffer.size(), format, numbers...);
    return std::string(buffer.data(), static_cast<std::size_t>(length));
}

std::optional<PartialDate> if_valid(const PartialDate& date) {
    if (date.empty() || !date.valid()) return std::nullopt;
    return date;
}

}  // namespace

bool PartialDate::valid() const {
    if (year && (int(*year) < -9999 || int(*year) > 9999)) return false;
    if (month && !month->ok()) return false;
    if (!day) return true;
    if (!month) return false;
    const chr::year checked = year.value_or(chr::year{2000});  // a leap year: 29 February may stand
    return chr::year_month_day{checked, *month, *day}.ok();
}

std::optional<Day> PartialDate::to_day() const {
    if (!complete() || !valid()) return std::nullopt;
    return Day{chr::year_month_day{*year, *month, *day}};
}

std::optional<Day> PartialDate::earliest() const {
    if (!year || !valid()) return std::nullopt;
    return Day{chr::year_month_day{
        *year, month.value_or(chr::January), month ? day.value_or(chr::day{1}) : chr::day{1}}};
}

std::uint32_t PartialDate::pack() const {
    const std::uint32_t y = year ? static_cast<std::uint32_t>(int(*year) + 10000) : 0;
    const std::uint32_t m = month ? unsigned(*month) : 0;
    const std::uint32_t d = day ? unsigned(*day) : 0;
    return y << 9 | m << 5 | d;
}

PartialDate PartialDate::unpack(std::uint32_t packed) {
    PartialDate date;
    if (const auto y = packed >> 9 & 0x7fff; y != 0) date.year = chr::year{static_cast<int>(y) - 10000};
    if (const auto m = packed >> 5 & 15; m != 0) date.month = chr::month{m};
    if (const auto d = packed & 31; d != 0) date.day = chr::day{d};
    return date;
}

std::string to_iso(const PartialDate& date) {
    std::string text = date.year ? print("%04d", int(*date.year)) : date.month ? "-" : "";
    if (date.month) text += print("-%02u", unsigned(*date.month));
    if (date.month && date.day) text += print("-%02u", unsigned(*date.day));
    return text;
}

std::string to_iso(Day day) {
    return to_iso(PartialDate{chr::year_month_day{day}});
}

std::string to_iso(Instant instant) {
    const Day day = chr::floor<chr::days>(instant);
    const chr::hh_mm_ss time{instant - day};
    return to_iso(day) +
        print("T%02d:%02d:%02d.%03dZ", int(time.hours().count()), int(time.minutes().count()),
            int(time.seconds().count()), int(time.subseconds().count()));
}

std::optional<PartialDate> parse_iso_date(std::string_view text) {
    PartialDate date;
    const bool yearless = text.starts_with("--");
    if (yearless) {
        text.remove_prefix(2);
    } else {
        const auto year = take_digits(text, 4);
        if (!year) return std::nullopt;
        date.year = chr::year{*year};
        if (text.empty()) return if_valid(date);
        take(text, '-');
    }
    const auto month = take_digits(text, 2);
    if (!month) return std::nullopt;
    date.month = chr::month{static_cast<unsigned>(*month)};
    if (text.empty()) return if_valid(date);
    take(text, '-');
    const auto day = take_digits(text, 2);
    if (!day || !text.empty()) return std::nullopt;
    date.day = chr::day{static_cast<unsigned>(*day)};
    return if_valid(date);
}

std::optional<Instant> parse_iso_instant(std::string_view text) {
    const std::size_t split = text.find_first_of("Tt ");
    if (split == std::string_view::npos) {
        const auto date = parse_iso_date(text);
        const auto day = date ? date->to_day() : std::nullopt;
        return day ? std::optional<Instant>{*day} : std::nullopt;
    }
    const auto date = parse_iso_date(text.substr(0, split));
    const auto day = date ? date->to_day() : std::nullopt;
    text.remove_prefix(split + 1);
    const auto hour = take_digits(text, 2);
    take(text, ':');
    const auto minute = take_digits(text, 2);
    if (!day || !hour || !minute || *hour > 23 || *minute > 59) return std::nullopt;
    int second = 0;
    take(text, ':');
    if (const auto read = take_digits(text, 2)) second = *read;
    if (second > 60) return std::nullopt;
    chr::milliseconds fraction{0};
    if (take(text, '.') || take(text, ',')) {
        int scale = 100;
        while (!text.empty() && text[0] >= '0' && text[0] <= '9') {
            fraction += chr::milliseconds{(text[0] - '0') * scale};
            scale /= 10;
            text.remove_prefix(1);
        }
    }
    chr::minutes offset{0};
    if (!take(text, 'Z') && !take(text, 'z') && !text.empty()) {
        const int sign = text[0] == '-' ? -1 : 1;
        if (!take(text, '+') && !take(text, '-')) return std::nullopt;
        const auto hours = take_digits(text, 2);
        take(text, ':');
        const auto minutes = text.empty() ? std::optional{0} : take_digits(text, 2);
        if (!hours || !minutes) return std::nullopt;
        offset = sign * (chr::hours{*hours} + chr::minutes{*minutes});
    }
    if (!text.empty()) return std::nullopt;
    return Instant{*day} + chr::hours{*hour} + chr::minutes{*minute} + chr::seconds{second} + fraction -
        offset;
}

std::optional<Day> next_anniversary(const PartialDate& date, Day from) {
    if (!date.month || !date.day || !date.valid()) return std::nullopt;
    for (chr::year year = chr::year_month_day{from}.year();; ++year) {
        chr::year_month_day candidate{year, *date.month, *date.day};
        if (!candidate.ok()) candidate = year / chr::February / 28;
        if (Day{candidate} >= from) return Day{candidate};
    }
}

}  // namespace kith
