// "last week", "end of March", "mid-January", "the week of the 14th".
#include <algorithm>

#include "days/grammar.h"

namespace kith {

namespace chr = std::chrono;

/// "last week", "next month", "this year", "la semaine prochaine", "the week after next".
DayRead DayGrammar::turned_span(std::size_t at) const {
    const Turned before = turn_before(at);
    if (before.turn != Turn::none) {
        const auto unit = match(DayRole::unit, before.end);
        if (!unit || unit.value == "day" || unit.value == "weekday") return {};
        const int step = before.turn == Turn::last ? -1 : before.turn == Turn::next ? 1 : 0;
        return unit_span(at, before.end + unit.length, unit.value, step);
    }
    const std::size_t next = at + match(DayRole::the, at).length;
    const auto unit = next == at ? match(DayRole::unit, at) : go_on(DayRole::unit, next);
    if (!unit || unit.value == "day" || unit.value == "weekday") return {};
    const std::size_t end = next + unit.length;
    if (const Turned behind = turn_behind(end); behind.turn != Turn::none)
        return unit_span(at, behind.end, unit.value, behind.turn == Turn::last ? -1 : 1);
    if (const auto after = go_on(DayRole::after_next, end))
        return unit_span(at, end + after.length, unit.value, 2);
    if (const auto before_last = go_on(DayRole::before_last, end))
        return unit_span(at, end + before_last.length, unit.value, -2);
    return {};
}

DayRead DayGrammar::unit_span(std::size_t, std::size_t end, std::string_view unit, int step) const {
    const chr::year_month_day now{today_};
    const chr::year_month month{now.year(), now.month()};
    if (unit == "week") return sure(end, week_of(today_ + chr::weeks{step}, context_.first_weekday));
    if (unit == "fortnight") {
        DaySpan days = week_of(today_ + chr::weeks{step}, context_.first_weekday);
        days.last += chr::weeks{1};
        days.precision = DayPrecision::days;
        return sure(end, days);
    }
    if (unit == "weekend") {
        const Day monday = today_ - (chr::weekday{today_} - chr::Monday) + chr::weeks{step};
        return sure(end, {monday + chr::days{5}, monday + chr::days{6}, DayPrecision::weekend});
    }
    if (unit == "month") return sure(end, month_of(month + chr::months{step}));
    if (unit == "quarter") {
        const unsigned first = (static_cast<unsigned>(now.month()) - 1) / 3 * 3 + 1;
        return sure(end,
            months_from(chr::year_month{now.year(), chr::month{first}} + chr::months{3 * step}, 3,
                DayPrecision::quarter));
    }
    return sure(end, year_of(now.year() + chr::years{step}));
}

/// "end of March", "the end of the week", "mid-January", "early next week", "beginning of 2027".
DayRead DayGrammar::part_of_span(std::size_t at) const {
    if (const auto whole = match(DayRole::this_unit_end, at)) {
        if (whole.value == "day") return sure(at + whole.length, one_day(today_));
        DaySpan days = unit_span(at, at + 1, whole.value, 0).days;
        if (whole.value == "week") {
            const Day friday = today_ - (chr::weekday{today_} - chr::Monday) + chr::days{4};
            return sure(at + whole.length, one_day(friday < today_ ? friday + chr::days{2} : friday));
        }
        return sure(at + whole.length, one_day(days.last));
    }
    const std::size_t start = match(DayRole::the, at) && !is(DayRole::end_of, at) &&
            !is(DayRole::begin_of, at) && !is(DayRole::mid, at)
        ? at + match(DayRole::the, at).length
        : at;
    struct Part {
        DayRole role;
        std::size_t length = 0;
    } part{DayRole::end_of, 0};
    for (const DayRole role :
        {DayRole::begin_of, DayRole::early, DayRole::mid, DayRole::late, DayRole::end_of}) {
        const auto found = start == at ? match(role, at) : go_on(role, start);
        if (found.length > part.length) part = {role, found.length};
    }
    if (part.length == 0) return {};
    std::size_t next = skip(DayRole::of, start + part.length);
    if (!continues(next)) return {};
    DayRead span;
    bool current = false;
    // "of the month" is this one.
    const std::size_t unit_at = skip(DayRole::the, next);
    if (const auto unit = go_on(DayRole::unit, unit_at);
        unit && unit.value != "day" && unit.value != "weekday") {
        // "week of the 14th", "month after next" say more.
        span = turned_span(next);
        if (!span) {
            if (unit_at == next && part.role != DayRole::end_of && part.role != DayRole::mid) return {};
            span = unit_span(at, unit_at + unit.length, unit.value, 0);
            current = true;
        }
    } else {
        span = turned_span(next);
        if (!span) span = month_alone(next);
        if (!span) span = quarter(next);
        if (!span) span = season(next);
        if (!span && inside(next)) {
            const YearNumber year = year_at(next);
            if (year.end > 0)
                span = {.end = year.end,
                    .days = year_of(chr::year{year.year}),
                    .year_said = true,
                    .own_sense = true};
        }
    }
    if (!span) return {};
    const DaySpan whole = span.days;
    const auto length = whole.last - whole.first + chr::days{1};
    DayRead read = span;
    read.plain = false;
    read.others.clear();
    const bool week = whole.precision == DayPrecision::week;
    const Day monday = week_of(whole.first + chr::days{3}, chr::Monday).first;
    switch (part.role) {
        case DayRole::begin_of: read.days = one_day(week ? monday : whole.first); break;
        case DayRole::mid:
            read.days = one_day(week                         ? monday + chr::days{2}
                    : whole.precision == DayPrecision::month ? whole.first + chr::days{14}
                                                             : whole.first + length / 2);
            break;
        case DayRole::early:
            read.days = {week ? monday : whole.first, week ? monday + chr::days{1} : whole.first + length / 3,
                DayPrecision::days};
            break;
        case DayRole::late:
            read.days = {week ? monday + chr::days{3} : whole.last - length / 3,
                week ? monday + chr::days{4} : whole.last, DayPrecision::days};
            break;
        default: {
            const Day friday = monday + chr::days{4};
            read.days =
                one_day(week ? (current && friday < today_ ? friday + chr::days{2} : friday) : whole.last);
            // On the last day of the month: this one, or the next?
            if (current && future_ && whole.precision == DayPrecision::month && whole.last == today_) {
                read.doubt = DayDoubt::this_or_next;
                read.others = {one_day(unit_span(at, 1, "month", 1).days.last)};
            }
        }
    }
    return read;
}

/// "the week of the 14th", "w/c 7 December", "week 50", "the second week of January".
DayRead DayGrammar::week_said(std::size_t at) const {
    const std::size_t start = at + match(DayRole::the, at).length;
    const auto go = [&](DayRole role) { return start == at ? match(role, at) : go_on(role, start); };
    if (const auto of = go(DayRole::week_of); of && continues(start + of.length)) {
        DayRead day = day_at(start + of.length);
        if (!day) return {};
        day.days = week_of(day.days.first, context_.first_weekday);
        day.others.clear();
        day.doubt = DayDoubt::none;
        day.plain = false;
        return day;
    }
    // "Week 50", "week 3 of 2027": weeks of ISO 8601, the first has 4 January.
    if (const auto word = go(DayRole::week_number)) {
        const std::size_t next = start + word.length;
        const int week = continues(next) ? to_number(tokens_[next].folded) : -1;
        if (week >= 1 && week <= 53) {
            YearNumber year = year_at(skip(DayRole::of, next + 1));
            const int now = static_cast<int>(chr::year_month_day{today_}.year());
            const auto monday_of = [&](int in_year) {
                const Day fourth{chr::year{in_year} / chr::January / 4};
                return fourth - (chr::weekday{fourth} - chr::Monday) + chr::weeks{week - 1};
            };
            int chosen = year.end > 0 ? year.year : now;
            if (year.end == 0 && future_ && monday_of(chosen) + chr::days{6} < today_) ++chosen;
            if (year.end == 0 && !future_ && monday_of(chosen) > today_) --chosen;
            DayRead read{
                .end = year.end > 0 ? year.end : next + 1, .days = week_of(monday_of(chosen), chr::Monday)};
            read.plain = year.end == 0;  // "week 3" of a course as well
            return read;
        }
    }
    int nth = 0;
    std::size_t next = start;
    if (const auto word = go(DayRole::ordinal)) {
        nth = to_number(word.value);
        next += word.length;
    } else if (const DayNumber digits = day_number(start); digits && digits.ordinal && digits.day <= 5) {
        nth = digits.day;
        next = digits.end;
    }
    const auto unit = nth == 0 || nth > 5 ? DayWords::Found{} : go_on(DayRole::unit, next);
    if (!unit || unit.value != "week") return {};
    const std::size_t of = skip(DayRole::of, next + unit.length);
    if (of == next + unit.length || !continues(of)) return {};
    DayRead month = day_at(of);
    if (!month || month.days.precision != DayPrecision::month) return {};
    // The first week is the one with the month's first Monday.
    const Day first = month.days.first + chr::days{3};
    const Day monday = week_of(first, chr::Monday).first;
    const Day begin = nth < 0 ? week_of(month.days.last, chr::Monday).first : monday + chr::weeks{nth - 1};
    month.days = {begin, begin + chr::days{6}, DayPrecision::week};
    month.others.clear();
    month.plain = false;
    return month;
}

}  // namespace kith
