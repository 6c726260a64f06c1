// "next Friday", "Tuesday week", "Thursday 4 December", "the first Monday of February".
#include <algorithm>

#include "days/grammar.h"

namespace kith {

namespace chr = std::chrono;

/// "Tuesday", "last Tuesday", "Tuesday week", "Tuesday after next", "Tuesday of next week", "Thu 3 Dec".
DayRead DayGrammar::weekday(std::size_t at) const {
    const Turned before = turn_before(at);
    std::size_t next = before.end > 0 ? before.end : skip(DayRole::the, at);
    if (before.end == 0 && next == at && match(DayRole::the, at)) next = at + match(DayRole::the, at).length;
    const auto name = next == at ? match(DayRole::weekday, at) : go_on(DayRole::weekday, next);
    if (!name) return {};
    const chr::weekday wanted{static_cast<unsigned>(to_number(name.value)) % 7};
    const Day back = today_ - (chr::weekday{today_} - wanted);  // today or before
    const bool is_today = back == today_;
    const Day past = is_today ? today_ - chr::weeks{1} : back;
    const Day coming = is_today ? today_ + chr::weeks{1} : back + chr::weeks{1};
    const Day monday = today_ - (chr::weekday{today_} - chr::Monday);
    const Day in_next_week = monday + chr::weeks{1} + (wanted - chr::Monday);
    const Day in_last_week = in_next_week - chr::weeks{2};
    const std::size_t end = skip(DayRole::part, next + name.length);
    Turned turned = before;
    std::size_t behind = end;
    if (turned.turn == Turn::none) {
        turned = turn_behind(end);
        if (turned.end > 0) behind = skip(DayRole::part, turned.end);
    }
    if (const auto after = go_on(DayRole::after_next, end)) {
        DayRead read = sure(end + after.length, one_day(coming + chr::weeks{1}));
        read.doubt = coming == in_next_week ? DayDoubt::none : DayDoubt::which_week;
        if (read.doubt != DayDoubt::none) read.others = {one_day(in_next_week + chr::weeks{1})};
        return read;
    }
    if (const auto before_last = go_on(DayRole::before_last, end))
        return sure(end + before_last.length, one_day(past - chr::weeks{1}));
    switch (turned.turn) {
        case Turn::last: {
            DayRead read = sure(behind, one_day(past));
            if (past != in_last_week) {
                read.doubt = DayDoubt::which_week;
                read.others = {one_day(in_last_week)};
            }
            return read;
        }
        case Turn::next: {
            DayRead read = sure(behind, one_day(in_next_week));
            if (coming != in_next_week) {
                read.doubt = DayDoubt::which_week;
                read.others = {one_day(coming)};
            }
            return read;
        }
        case Turn::this_: {
            if (!future_ && past >= monday) return sure(behind, one_day(is_today ? today_ : past));
            return sure(behind, one_day(is_today ? today_ : coming));
        }
        case Turn::none: break;
    }
    if (DayRead date = weekday_and_date(at, next + name.length, wanted)) return date;
    if (const auto later = go_on(DayRole::week_later, end))
        return sure(end + later.length, one_day(coming + chr::weeks{1}));
    // "Friday of next week", "Friday next week", and with a number: "Friday in two weeks".
    const std::size_t of = skip(DayRole::of, end);
    if (continues(of)) {
        const DayRead week = turned_span(of);
        if (week && week.days.precision == DayPrecision::week) {
            const Day first = week_of(week.days.first + chr::days{3}, chr::Monday).first;
            return sure(week.end, one_day(first + (wanted - chr::Monday)));
        }
        if (is(DayRole::in, end)) {
            const Amount much = amount(end + match(DayRole::in, end).length);
            if (much && (much.unit == "week" || much.unit == "fortnight"))
                if (const auto day = moved(coming, much, 1)) return sure(much.end, one_day(*day));
        }
    }
    DayRead read{.end = end, .days = one_day(future_ ? coming : is_today ? today_ : past)};
    if (future_ && is_today) {
        read.doubt = DayDoubt::this_or_next;
        read.others = {one_day(today_)};
    } else if (!is_today) {
        read.others = {one_day(future_ ? past : coming)};
    } else {
        read.others = {one_day(past)};
    }
    const bool short_one = tokens_[next].folded.size() < 5 && !tokens_[next].capital;
    read.plain = end == next + 1 && (is(DayRole::also_word, next) || short_one);
    return read;
}

/// "Thursday 4 December", "Fri, Dec 4", "Thursday the 4th": what if they disagree.
DayRead DayGrammar::weekday_and_date(std::size_t at, std::size_t next, chr::weekday wanted) const {
    if (!inside(next) || tokens_[next].before > Break::comma) {
        // "Do. 3. Dez.": the full stop belongs to the abbreviation.
        if (!inside(next) || !tokens_[next - 1].dot_behind || next != at + 1) return {};
    }
    DayRead date = day_and_month(next);
    take_longer(date, numeric(next));
    if (!date || (date.plain && !is(DayRole::numbered, next))) take_longer(date, day_of_month(next));
    if (!date || !date.days.is_day() || date.doubt == DayDoubt::no_such_day) return date;
    date.plain = false;
    date.doubt = DayDoubt::none;
    if (chr::weekday{date.days.first} == wanted) return date;
    // Without a year the weekday tells which one is meant.
    if (!date.year_said) {
        for (const DaySpan& other : date.others) {
            const bool near = chr::abs(other.first - today_) < chr::days{200};
            if (chr::weekday{other.first} == wanted && near) {
                std::vector<DaySpan> others = {date.days};
                return {.end = date.end, .days = other, .others = others};
            }
        }
    }
    date.doubt = DayDoubt::weekday;
    Day nearest = date.days.first - (chr::weekday{date.days.first} - wanted);
    if (date.days.first - nearest > chr::days{3}) nearest += chr::weeks{1};
    date.others = {one_day(nearest)};
    return date;
}

/// "The first Monday of February", "the last Friday in January", "second Tuesday of next month".
DayRead DayGrammar::nth_weekday(std::size_t at) const {
    std::size_t next = at + match(DayRole::the, at).length;
    int nth = 0;
    if (const auto word = next == at ? match(DayRole::ordinal, at) : go_on(DayRole::ordinal, next)) {
        nth = to_number(word.value);
        next += word.length;
    } else if (const DayNumber digits = day_number(next); digits && digits.ordinal && digits.day <= 5) {
        nth = digits.day;
        next = digits.end;
    }
    if (const auto day = nth == 0 ? DayWords::Found{} : go_on(DayRole::unit, next);
        day && day.value == "day") {
        const std::size_t of = skip(DayRole::of, next + day.length);  // "the last day of February"
        DayRead span = of > next + day.length && continues(of) ? day_at(of) : DayRead{};
        if (!span || span.days.is_day() || (nth != -1 && nth != 1)) return {};
        span.days = one_day(nth < 0 ? span.days.last : span.days.first);
        span.others.clear();
        span.plain = false;
        return span;
    }
    const auto name = nth == 0 ? DayWords::Found{} : go_on(DayRole::weekday, next);
    if (!name || nth > 5) return {};
    next += name.length;
    const std::size_t of = skip(DayRole::of, next);
    if (of == next || !continues(of)) return {};
    const DayRead month = day_at(of);
    if (!month || month.days.precision != DayPrecision::month) return {};
    const chr::weekday wanted{static_cast<unsigned>(to_number(name.value)) % 7};
    const chr::year_month_day first{month.days.first};
    Day day;
    if (nth < 0) {
        day = Day{first.year() / first.month() / chr::weekday_last{wanted}};
    } else {
        const chr::year_month_weekday date =
            first.year() / first.month() / chr::weekday_indexed{wanted, static_cast<unsigned>(nth)};
        if (!date.ok()) return {};
        day = Day{date};
    }
    DayRead read = month;
    read.days = one_day(day);
    read.others.clear();
    return read;
}

}  // namespace kith
