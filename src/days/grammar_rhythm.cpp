// What comes round again: "every second Friday", "every month on the 5th", "quarterly", "Tuesdays and Thursdays".
#include <algorithm>
#include <bit>

#include "days/grammar.h"

namespace kith {

namespace chr = std::chrono;

namespace {

constexpr std::uint8_t workdays = 0b0011111;
constexpr std::uint8_t weekend = 0b1100000;

std::optional<RecurrenceUnit> unit_of(std::string_view unit, int& every) {
    if (unit == "day") return RecurrenceUnit::day;
    if (unit == "week") return RecurrenceUnit::week;
    if (unit == "month") return RecurrenceUnit::month;
    if (unit == "year") return RecurrenceUnit::year;
    if (unit == "fortnight") every *= 2;
    if (unit == "quarter") every *= 3;
    if (unit == "fortnight") return RecurrenceUnit::week;
    if (unit == "quarter") return RecurrenceUnit::month;
    return std::nullopt;
}

}  // namespace

/// "Monday, Wednesday and Friday", "Monday to Friday"; 0 if none stands there.
std::uint8_t DayGrammar::weekday_list(std::size_t at, DayRole role, std::size_t& end) const {
    std::uint8_t days = 0;
    std::size_t last = 0;
    for (std::size_t next = at; inside(next);) {
        if (next > at && tokens_[next].before > Break::comma) break;
        const auto name = match(role, next);
        if (!name) break;
        const auto day = static_cast<std::size_t>(to_number(name.value)) - 1;
        days = static_cast<std::uint8_t>(days | 1U << day);
        last = day;
        end = next + name.length;
        next = end;
        const auto to = go_on(DayRole::to, next);
        const auto until = to ? go_on(role, next + to.length) : DayWords::Found{};
        if (until) {
            const auto stop = static_cast<std::size_t>(to_number(until.value)) - 1;
            for (std::size_t one = last; one != stop; one = (one + 1) % 7)
                days = static_cast<std::uint8_t>(days | 1U << one);
            days = static_cast<std::uint8_t>(days | 1U << stop);
            end = next + to.length + until.length;
            break;
        }
        const auto also = inside(next) && tokens_[next].before <= Break::comma ? match(DayRole::and_, next)
                                                                               : DayWords::Found{};
        if (also) next += also.length;
        next += match(DayRole::every, next) && !is(DayRole::rhythm, next) ? match(DayRole::every, next).length
                                                                          : 0;
    }
    return days;
}

/// When it first comes: on or after today.
void DayGrammar::begin_rhythm(RhythmRead& read) const {
    const Recurrence& rhythm = *read.rhythm;
    if (rhythm.weekdays != 0 && rhythm.nth == 0) {
        for (Day day = today_; day < today_ + chr::days{7}; day += chr::days{1}) {
            if ((rhythm.weekdays >> (chr::weekday{day}.iso_encoding() - 1) & 1) == 0) continue;
            read.first = one_day(day);
            return;
        }
    }
    const chr::year_month_day now{today_};
    for (int step = 0; step < 12; ++step) {
        const auto month = chr::year_month{now.year(), now.month()} + chr::months{step};
        std::optional<Day> day;
        if (rhythm.nth != 0) {
            const chr::weekday weekday{(static_cast<unsigned>(std::countr_zero(rhythm.weekdays)) + 1) % 7};
            if (rhythm.nth < 0)
                day = Day{month / chr::weekday_last{weekday}};
            else if (const auto date =
                         month / chr::weekday_indexed{weekday, static_cast<unsigned>(rhythm.nth)};
                date.ok())
                day = Day{date};
        } else if (rhythm.on_day) {
            if (const chr::year_month_day date = month / chr::day{*rhythm.on_day}; date.ok()) day = Day{date};
        }
        if (!day || *day < today_) continue;
        read.first = one_day(*day);
        return;
    }
}

/// "every 2 weeks", "every second Friday", "every month on the 5th", "each Monday and Thursday".
RhythmRead DayGrammar::every(std::size_t at) const {
    Recurrence rhythm;
    RhythmRead read;
    std::size_t next = 0;
    int nth = 0;
    if (const auto other = match(DayRole::every_other, at)) {
        rhythm.every = 2;
        nth = 2;
        next = at + other.length;
    } else if (const auto each = match(DayRole::every, at)) {
        next = at + each.length;
        if (!continues(next)) return {};
        if (const auto ordinal = match(DayRole::ordinal, next)) {
            nth = to_number(ordinal.value);
            if (ordinal.value == "-1") nth = -1;
            rhythm.every = std::max(nth, 1);
            next += ordinal.length;
        } else if (const DayNumber digits = day_number(next); digits && digits.ordinal) {
            // "every 2nd Friday", but "every 1st of the month"
            nth = digits.day;
            rhythm.every = digits.day;
            next = digits.end;
        } else if (const auto word = match(DayRole::number, next);
            word && word.value != "1" && word.value != "0.5") {
            rhythm.every = to_number(word.value);
            next += word.length;
        } else if (const int digits_only = to_number(tokens_[next].folded);
            digits_only >= 1 && digits_only <= 999) {
            // "Every 3 May" is a day of the year.
            if (go_on(DayRole::month, next + 1)) {
                const DayRead day = ahead().day_and_month(next);
                if (!day || day.year_said) return {};
                rhythm.unit = RecurrenceUnit::year;
                return {.end = day.end, .rhythm = rhythm, .first = day.days};
            }
            rhythm.every = digits_only;
            ++next;
        }
    } else {
        return {};
    }
    if (!continues(next)) return {};
    if (nth != 0 && is(DayRole::each_month, next) && nth > 0) {
        rhythm.every = 1;
        rhythm.unit = RecurrenceUnit::month;
        rhythm.on_day = static_cast<unsigned>(nth);
        read = {.end = next + match(DayRole::each_month, next).length, .rhythm = rhythm};
        begin_rhythm(read);
        return read;
    }
    std::size_t end = 0;
    if (const std::uint8_t days = weekday_list(next, DayRole::weekday, end); days != 0) {
        rhythm.weekdays = days;
        read.end = skip(DayRole::part, end);
        const auto of_month = go_on(DayRole::each_month, end);
        if (nth != 0 && of_month && std::popcount(days) == 1) {
            rhythm.every = 1;
            rhythm.unit = RecurrenceUnit::month;
            rhythm.nth = nth;
            read.end = end + of_month.length;
        } else if (nth < 0) {
            return {};
        }
        read.rhythm = rhythm;
        begin_rhythm(read);
        return read;
    }
    const auto unit = match(DayRole::unit, next);
    if (!unit) return {};
    end = next + unit.length;
    if (unit.value == "weekday" || unit.value == "weekend") {
        if (rhythm.every != 1) return {};
        rhythm.weekdays = unit.value == "weekday" ? workdays : weekend;
        return {.end = end, .rhythm = rhythm, .first = {}};
    }
    const auto known = unit_of(unit.value, rhythm.every);
    if (!known || nth < 0) return {};
    rhythm.unit = *known;
    read.end = end;
    read.rhythm = rhythm;
    return read;
}

/// "on the 1st of every month", "the first Monday of each month", "on Tuesdays and Thursdays".
RhythmRead DayGrammar::on_each(std::size_t at) const {
    std::size_t next = at;
    if (const auto on = match(DayRole::on, at); on && continues(at + on.length)) next += on.length;
    std::size_t end = 0;
    if (const std::uint8_t days = weekday_list(next, DayRole::weekdays, end); days != 0) {
        RhythmRead read{.end = skip(DayRole::part, end), .rhythm = Recurrence{.weekdays = days}, .first = {}};
        begin_rhythm(read);
        return read;
    }
    if (const auto the = match(DayRole::the, next); the && continues(next + the.length)) next += the.length;
    int nth = 0;
    if (const auto word = inside(next) ? match(DayRole::ordinal, next) : DayWords::Found{}) {
        nth = word.value == "-1" ? -1 : to_number(word.value);
        next += word.length;
    } else if (const DayNumber digits = day_number(next); digits && digits.ordinal) {
        nth = digits.day;
        next = digits.end;
    }
    if (nth == 0 || !continues(next)) return {};
    Recurrence rhythm{.unit = RecurrenceUnit::month};
    if (const auto weekday = match(DayRole::weekday, next)) {
        rhythm.weekdays = static_cast<std::uint8_t>(1U << (to_number(weekday.value) - 1));
        rhythm.nth = nth;
        next += weekday.length;
    } else if (nth > 0) {
        rhythm.on_day = static_cast<unsigned>(nth);
        if (const auto word = match(DayRole::day_word, next)) next += word.length;
    } else if (const auto unit = match(DayRole::unit, next); unit && unit.value == "day") {
        rhythm.on_day = 31;
        next += unit.length;
    } else {
        return {};
    }
    const auto each = go_on(DayRole::each_month, next);
    // "The 5th of the month" is one day; "of every month" is many.
    if (!each || (!is(DayRole::every, next + 1) && !is(DayRole::every, next) && !is(DayRole::rhythm, next)))
        return {};
    RhythmRead read{.end = next + each.length, .rhythm = rhythm, .first = {}};
    begin_rhythm(read);
    return read;
}

RhythmRead DayGrammar::rhythm_at(std::size_t at) const {
    if (!inside(at)) return {};
    if (const auto vague = match(DayRole::every_vague, at))
        return {.end = at + vague.length, .rhythm = {}, .first = {}};
    RhythmRead best = on_each(at);
    if (const auto word = match(DayRole::rhythm, at); word && at + word.length > best.end) {
        const std::size_t space = word.value.find(' ');
        Recurrence rhythm{.every = to_number(word.value.substr(0, space))};
        const std::string_view unit = word.value.substr(space + 1);
        if (unit == "workday")
            rhythm.weekdays = workdays;
        else if (unit == "weekend")
            rhythm.weekdays = weekend;
        else if (const auto known = unit_of(unit, rhythm.every))
            rhythm.unit = *known;
        best = {.end = at + word.length, .rhythm = rhythm, .first = {}};
    }
    if (RhythmRead read = every(at); read.end > best.end) best = std::move(read);
    if (!best || !best.rhythm) return best;
    Recurrence& rhythm = *best.rhythm;
    // What narrows it: "every month on the 5th", "weekly on Tuesday", "every 2 weeks on Monday".
    if (const auto on = go_on(DayRole::every_on, best.end); rhythm.weekdays == 0 && !rhythm.on_day) {
        std::size_t next = best.end + on.length;
        std::size_t end = 0;
        if (on && rhythm.unit == RecurrenceUnit::week && continues(next)) {
            std::uint8_t days = weekday_list(next, DayRole::weekday, end);
            if (days == 0) days = weekday_list(next, DayRole::weekdays, end);
            if (days != 0) {
                rhythm.weekdays = days;
                best.end = end;
                begin_rhythm(best);
            }
        } else if (on && rhythm.unit == RecurrenceUnit::month && continues(next)) {
            if (const auto the = match(DayRole::the, next)) next += the.length;
            const auto word = go_on(DayRole::day_word, next);
            if (word) next += word.length;
            const DayNumber day = day_number(next);
            const auto ordinal = go_on(DayRole::ordinal, next);
            const auto weekday = ordinal ? go_on(DayRole::weekday, next + ordinal.length) : DayWords::Found{};
            if (weekday) {
                rhythm.nth = ordinal.value == "-1" ? -1 : to_number(ordinal.value);
                rhythm.weekdays = static_cast<std::uint8_t>(1U << (to_number(weekday.value) - 1));
                best.end = next + ordinal.length + weekday.length;
                begin_rhythm(best);
            } else if (day && continues(next) && (word || day.ordinal)) {
                rhythm.on_day = static_cast<unsigned>(day.day);
                best.end = day.end;
                begin_rhythm(best);
            }
        } else if (on && rhythm.unit == RecurrenceUnit::year && continues(next)) {
            const auto word = match(DayRole::day_word, next);
            const DayNumber number = word ? day_number(next + word.length) : DayNumber{};
            if (const DayRead day = ahead().day_and_month(next); day && !day.year_said) {
                best.first = day.days;
                best.end = day.end;
            } else if (number && word.value.empty() && tokens_[next].folded == "day") {
                rhythm.on_day = static_cast<unsigned>(number.day);
                best.end = number.end;
            }
        }
    }
    // "until the end of March"
    if (const auto to = go_on(DayRole::to, best.end); to && continues(best.end + to.length)) {
        const DayRead last = ahead().day_at(best.end + to.length);
        if (last && last.doubt == DayDoubt::none) {
            rhythm.until = last.days.last;
            best.end = last.end;
        }
    }
    return best;
}

}  // namespace kith
