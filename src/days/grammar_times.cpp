// Times of day and lengths of time: "10:30", "3pm", "at half past ten"; "20 min", "1.5 h", "for half an hour".
#include <algorithm>
#include <charconv>
#include <cmath>

#include "base/text.h"
#include "days/grammar.h"

namespace kith {

namespace {

struct Clock {
    int hour = -1;
    int minute = 0;
    bool exact = false;  // with minutes
    char mark = 0;
    std::size_t length = 0;  // of the text
};

/// "10:30", "10.30", "10h30", "10" at the front of a word.
Clock clock_of(std::string_view text) {
    Clock clock;
    const std::size_t digits = std::min(text.find_first_not_of("0123456789"), text.size());
    if (digits == 0 || digits > 2) return clock;
    std::from_chars(text.data(), text.data() + digits, clock.hour);
    clock.length = digits;
    if (text.size() > digits + 2 && (text[digits] == ':' || text[digits] == '.' || text[digits] == 'h')) {
        const std::string_view minutes = text.substr(digits + 1, 2);
        const bool two = minutes.find_first_not_of("0123456789") == std::string_view::npos;
        const bool over = text.size() == digits + 3 || text[digits + 3] < '0' || text[digits + 3] > '9';
        if (two && over) {
            std::from_chars(minutes.data(), minutes.data() + 2, clock.minute);
            clock.exact = true;
            clock.mark = text[digits];
            clock.length = digits + 3;
        }
    }
    if (clock.hour > 24 || clock.minute > 59) clock.hour = -1;
    return clock;
}

/// Whom one meets "at 3" one doesn't meet in the night.
int by_day(int hour) {
    return hour >= 1 && hour <= 6 ? hour + 12 : hour;
}

}  // namespace

TimeRead DayGrammar::time_at(std::size_t at) const {
    const auto lead = match(DayRole::at, at);
    const std::size_t start = lead && continues(at + lead.length) ? at + lead.length : at;
    const bool led = start > at;
    if (const auto word = led ? go_on(DayRole::clock, start) : match(DayRole::clock, at)) {
        int minute = 0;
        std::from_chars(word.value.data(), word.value.data() + word.value.size(), minute);
        return {start + word.length, minute};
    }
    // "half past ten", "quarter to three", "halb elf"
    const auto hour_at = [&](std::size_t next) -> std::pair<std::size_t, int> {
        if (!continues(next)) return {};
        if (const auto word = match(DayRole::number, next)) {
            const int hour = to_number(word.value);
            return hour >= 1 && hour <= 24 ? std::pair{next + word.length, hour}
                                           : std::pair<std::size_t, int>{};
        }
        const int hour = to_number(tokens_[next].folded);
        return hour >= 1 && hour <= 24 ? std::pair{next + 1, hour} : std::pair<std::size_t, int>{};
    };
    const auto with_half = [&](std::size_t end, int hour, bool& said) {
        said = true;
        if (const auto pm = go_on(DayRole::pm, end); pm && hour <= 12)
            return std::pair{end + pm.length, hour % 12 + 12};
        if (const auto am = go_on(DayRole::am, end); am && hour <= 12)
            return std::pair{end + am.length, hour % 12};
        said = false;
        return std::pair{end, hour};
    };
    if (!inside(start)) return {};
    for (const DayRole role : {DayRole::past, DayRole::half_to}) {
        const auto word = match(role, start);
        const auto [next, named] = word ? hour_at(start + word.length) : std::pair<std::size_t, int>{};
        if (next == 0) continue;
        bool said = false;
        auto [end, hour] = with_half(next, named, said);
        if (!said) hour = by_day(hour);
        int shift = 0;
        std::from_chars(word.value.data(), word.value.data() + word.value.size(), shift);
        const int minute = hour * 60 + (role == DayRole::half_to ? -30 : shift);
        return {end, (minute + 24 * 60) % (24 * 60)};
    }
    std::string_view text = tokens_[start].folded;
    // "10:30-11:30", "2-3pm": when it begins.
    std::string_view tail;
    if (const std::size_t dash = text.find('-'); dash != std::string_view::npos) {
        tail = text.substr(dash + 1);
        text = text.substr(0, dash);
        const Clock last = clock_of(tail);
        if (last.hour < 0 || (!last.exact && last.length == tail.size())) return {};
        tail.remove_prefix(last.length);
    }
    const Clock clock = clock_of(text);
    if (clock.hour < 0) {
        // "0730", "1430" stand for a time only beside a day.
        const int digits = text.size() == 4 && text.find_first_not_of("0123456789") == std::string_view::npos
            ? to_number(text)
            : -1;
        if (digits < 0 || digits / 100 > 23 || digits % 100 > 59 || (may_be_meant(digits) && !led)) return {};
        return {start + 1, digits / 100 * 60 + digits % 100, !led};
    }
    std::string_view rest = text.substr(clock.length);
    if (rest.empty()) rest = tail;
    if (clock.mark == 'h' && !led) {  // "1h30" is a time where one says "14h30"
        const std::vector<Token> hour = {Token{.folded = "h"}};
        if (!words_.match(DayRole::oclock, hour, 0)) return {};
    }
    std::size_t end = start + 1;
    int hour = clock.hour;
    bool said = false;
    if (rest == "am" || rest == "pm" || rest == "a" || rest == "p") {
        if (hour > 12) return {};
        said = true;
        hour = hour % 12 + (rest[0] == 'p' ? 12 : 0);
    } else if (const std::vector<Token> one = {Token{.folded = std::string(rest)}};
        !rest.empty() && words_.match(DayRole::oclock, one, 0)) {
        said = true;
    } else if (!rest.empty()) {
        return {};
    }
    // "At half past ten tonight": "tonight" is the day.
    if (!said && !is(DayRole::day, end)) std::tie(end, hour) = with_half(end, hour, said);
    if (!said) {
        if (const auto oclock = go_on(DayRole::oclock, end)) {
            end += oclock.length;
            said = true;
            // "10 Uhr 30"
            if (continues(end) && tokens_[end].folded.size() == 2) {
                const int more = to_number(tokens_[end].folded);
                if (more >= 0 && more < 60 && !clock.exact) return {end + 1, hour * 60 + more};
            }
            bool half = false;
            std::tie(end, hour) = with_half(end, hour, half);
        }
    }
    if (!said && !clock.exact && !led) return {};
    if (!said && hour <= 6 && !(clock.exact && text.starts_with('0'))) hour = by_day(hour);
    const bool only_led = led && !said && !clock.exact;
    if (only_led) {  // "at 3 people", "around 20 of them"
        const std::string_view word = tokens_[at].folded;
        if (word != "at" && word != "@" && lead.value.empty() && !is(DayRole::clock, at)) {
            const bool hour_word = word == "um" || word == "a" || word == "alle" || word == "om" ||
                word == "o" || word == "as" || word == "las";
            if (!hour_word) return {};
        }
        if (continues(end) && !is(DayRole::day, end) && !is(DayRole::on, end) && !is(DayRole::weekday, end) &&
            !is(DayRole::part_word, end) && !is(DayRole::month, end) && tokens_[end].folded != "with" &&
            tokens_[end].folded != "about")
            return {};
    }
    return {end, hour % 24 * 60 + clock.minute, clock.mark == '.' && !led && !said};
}

LengthRead DayGrammar::length_at(std::size_t at) const {
    if (!inside(at)) return {};
    std::size_t start = at;
    if (const auto lead = match(DayRole::for_, at); lead && continues(at + lead.length))
        start = at + lead.length;
    if (const auto words = start == at ? match(DayRole::length, at) : go_on(DayRole::length, start)) {
        const int minutes = to_number(words.value);
        return {start + words.length, minutes};
    }
    if (!inside(start)) return {};
    std::string_view text = tokens_[start].folded;
    double count = -1;
    std::size_t end = start;
    std::string_view unit;
    int per = 0;
    const auto unit_of = [&](std::string_view word) {
        const std::vector<Token> one = {Token{.folded = std::string(word)}};
        const auto found = words_.match(DayRole::minutes, one, 0);
        return found ? to_number(found.value) : 0;
    };
    if (const auto word = match(DayRole::number, start)) {
        count = to_number(word.value);
        end = start + word.length;
    } else {
        const std::size_t letters = std::min(text.find_first_not_of("0123456789.,"), text.size());
        if (letters == 0 || letters > 5) return {};
        std::string digits(text.substr(0, letters));
        std::ranges::replace(digits, ',', '.');
        const auto [stop, error] = std::from_chars(digits.data(), digits.data() + digits.size(), count);
        if (error != std::errc{} || stop != digits.data() + digits.size()) return {};
        end = start + 1;
        unit = text.substr(letters);
        // "1h30"
        if (unit.size() == 3 && unit[0] == 'h') {
            const int more = to_number(unit.substr(1));
            return more >= 0 && more < 60 ? LengthRead{end, static_cast<int>(count) * 60 + more}
                                          : LengthRead{};
        }
    }
    if (unit.empty()) {
        const auto word = go_on(DayRole::minutes, end);
        if (!word || tokens_[end].folded == "m") return {};  // "5 m" are metres
        per = to_number(word.value);
        end += word.length;
    } else {
        per = unit_of(unit);
        if (unit == "m" && (count < 5 || std::fmod(count, 5) != 0 || count > 90)) return {};
    }
    if (per == 0 || !(count > 0) || count * per > 6000) return {};
    double minutes = count * per;
    if (const auto half = go_on(DayRole::minutes_and_half, end)) {
        minutes += per / 2.0;
        end += half.length;
    } else if (per == 60) {  // "1 hour 30 minutes", "2 h and 15 min"
        const std::size_t next = skip(DayRole::and_, end);
        if (continues(next) && tokens_[next].folded[0] >= '0' && tokens_[next].folded[0] <= '9') {
            const LengthRead more = length_at(next);
            if (more && more.minutes < 60)
                return {more.end, static_cast<int>(std::lround(minutes)) + more.minutes};
        }
    }
    return {end, static_cast<int>(std::lround(minutes))};
}

}  // namespace kith
