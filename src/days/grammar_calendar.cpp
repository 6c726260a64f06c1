// Days by their place in the calendar: "3 May", "December 12, 1979", "in March", "the 12th".
#include <algorithm>

#include "base/text.h"
#include "days/grammar.h"

namespace kith {

namespace chr = std::chrono;

DayRead DayGrammar::no_such_day(std::size_t end, chr::year_month month) const {
    const Day last{month / chr::last};
    return {.end = end,
        .days = one_day(last),
        .others = {one_day(last + chr::days{1})},
        .doubt = DayDoubt::no_such_day};
}

DayRead DayGrammar::dated(std::size_t end, int year, int month, int day) const {
    if (month < 1 || month > 12 || day < 1 || day > 31) return {};
    const chr::year_month in{chr::year{year}, chr::month{static_cast<unsigned>(month)}};
    const chr::year_month_day date = in / chr::day{static_cast<unsigned>(day)};
    DayRead read = date.ok() ? DayRead{.end = end, .days = one_day(Day{date})} : no_such_day(end, in);
    read.year_said = true;
    read.own_sense = true;
    return read;
}

/// The year that makes a day of the year past or to come, as looked for; the other is an alternative.
DayRead DayGrammar::dated(std::size_t end, int month, int day) const {
    if (month < 1 || month > 12 || day < 1 || day > 31) return {};
    const chr::month the_month{static_cast<unsigned>(month)};
    const chr::day the_day{static_cast<unsigned>(day)};
    const chr::year now = chr::year_month_day{today_}.year();
    if (!chr::year_month_day{chr::year{2000}, the_month, the_day}.ok()) {
        chr::year_month in{now, the_month};
        if (future_ && Day{in / chr::last} < today_) in += chr::years{1};
        if (!future_ && Day{in / chr::day{1}} > today_) in -= chr::years{1};
        return no_such_day(end, in);
    }
    std::optional<Day> past;
    std::optional<Day> coming;
    bool skipped = false;
    for (int step = -8; step <= 8; ++step) {
        const chr::year_month_day date{now + chr::years{step}, the_month, the_day};
        if (!date.ok()) {
            skipped = true;
            continue;
        }
        if (Day{date} <= today_) past = Day{date};
        if (Day{date} >= today_ && !coming) coming = Day{date};
    }
    if (!past || !coming) return {};
    DayRead read{.end = end, .days = one_day(future_ ? *coming : *past)};
    if (*past != *coming) read.others = {one_day(future_ ? *past : *coming)};
    const auto far = chr::abs(read.days.first - today_) > chr::days{366};
    if (skipped && far) {  // 29 February in a common year
        read.doubt = DayDoubt::no_such_day;
        chr::year year = now;
        if (future_ && Day{year / chr::February / chr::last} < today_) year += chr::years{1};
        if (future_)
            read.others = {one_day(Day{year / chr::February / 28}), one_day(Day{year / chr::March / 1})};
        else
            read.others.clear();
    }
    return read;
}

/// "3 May", "3rd of May 2025", "May 3", "tenth of December", "3–5 December", "3. Dez.".
DayRead DayGrammar::day_and_month(std::size_t at) const {
    const std::size_t the = match(DayRole::the, at).length;
    const std::size_t start = the > 0 && continues(at + the) ? at + the : at;
    const auto after_dot = [&](std::size_t next) {
        return continues(next) ||
            (inside(next) && next > at && tokens_[next - 1].dot_behind &&
                tokens_[next].before == Break::stop);
    };
    const auto whole = [&](std::size_t end, int month, int day) {
        if (inside(end) && after_dot(end)) {
            const std::size_t of = is(DayRole::of, end) && continues(end + 1) ? end + 1 : end;
            if (const YearNumber year = year_at(of); year.end > 0)
                return dated(year.end, year.year, month, day);
        } else if (const YearNumber year = year_at(end);
            year.end > 0 && inside(end) && tokens_[end].before == Break::comma) {
            return dated(year.end, year.year, month, day);
        }
        return dated(end, month, day);
    };
    const auto month_at = [&](std::size_t next) {
        return after_dot(next) ? match(DayRole::month, next) : DayWords::Found{};
    };
    DayRead best;
    if (const DayNumber day = day_number(start)) {
        const std::size_t of = skip(DayRole::of, day.end);
        if (const auto month = month_at(of)) best = whole(of + month.length, to_number(month.value), day.day);
    }
    // "3–5 December"
    if (inside(start) && tokens_[start].folded.contains('-')) {
        const auto parts = split(tokens_[start].folded, '-');
        const auto month = parts.size() == 2 ? month_at(skip(DayRole::of, start + 1)) : DayWords::Found{};
        const int first = to_number(parts[0]);
        const int last = parts.size() == 2 ? to_number(parts[1]) : -1;
        if (month && first >= 1 && first < last && last <= 31) {
            DayRead read = whole(skip(DayRole::of, start + 1) + month.length, to_number(month.value), first);
            if (read && read.doubt == DayDoubt::none) {
                read.days.last = read.days.first + chr::days{last - first};
                read.days.precision = DayPrecision::days;
                read.others.clear();
                return read;
            }
        }
    }
    if (best) return best;
    const auto month = start == at ? match(DayRole::month, at) : DayWords::Found{};
    if (!month) return {};
    const std::size_t next = skip(DayRole::the, at + month.length);
    if (!after_dot(next)) return {};
    if (const DayNumber day = day_number(next)) {
        // "December 10:30" is no day, nor is "May 20 min".
        if (const auto unit = go_on(DayRole::minutes, day.end); unit && !day.ordinal) return {};
        return whole(day.end, to_number(month.value), day.day);
    }
    return {};
}

chr::year DayGrammar::year_of_month(chr::month month) const {
    const chr::year_month_day now{today_};
    if (future_ && month < now.month()) return now.year() + chr::years{1};
    if (!future_ && month > now.month()) return now.year() - chr::years{1};
    return now.year();
}

/// "in March", "March 2027", "next March"; a bare month is plain.
DayRead DayGrammar::month_alone(std::size_t at) const {
    const Turned before = turn_before(at);
    const std::size_t next = before.end > 0 ? before.end : at;
    const auto name = match(DayRole::month, next);
    if (!name) return {};
    std::size_t end = next + name.length;
    const chr::month month{static_cast<unsigned>(to_number(name.value))};
    const std::size_t of = skip(DayRole::of, end);
    if (const YearNumber year = year_at(of); before.end == 0 && year.end > 0 &&
        (continues(of) || tokens_[of].before == Break::comma || tokens_[end - 1].dot_behind)) {
        DayRead read{.end = year.end,
            .days = month_of({chr::year{year.year}, month}),
            .year_said = true,
            .own_sense = true};
        return read;
    }
    Turned turned = before;
    if (turned.turn == Turn::none) {
        turned = turn_behind(end);
        if (turned.end > 0) end = turned.end;
    }
    const chr::year_month_day now{today_};
    chr::year year = year_of_month(month);
    const auto of_year = [&](chr::year in) { return month_of({in, month}); };
    if (turned.turn == Turn::next) year = month > now.month() ? now.year() : now.year() + chr::years{1};
    if (turned.turn == Turn::last) year = month < now.month() ? now.year() : now.year() - chr::years{1};
    DayRead read{.end = end, .days = of_year(year)};
    read.own_sense = turned.turn == Turn::next || turned.turn == Turn::last;
    if (!read.own_sense && month != now.month())
        read.others = {of_year(future_ ? year - chr::years{1} : year + chr::years{1})};
    // "March of next year"
    const std::size_t behind = skip(DayRole::of, end);
    if (turned.turn == Turn::none && continues(behind)) {
        const DayRead in_year = turned_span(behind);
        if (in_year && in_year.days.precision == DayPrecision::year)
            return {.end = in_year.end,
                .days = of_year(chr::year_month_day{in_year.days.first}.year()),
                .year_said = true,
                .own_sense = true};
    }
    read.plain = turned.turn == Turn::none;
    return read;
}

/// "the 12th", "the 12th of next month".
DayRead DayGrammar::day_of_month(std::size_t at) const {
    const std::size_t the = match(DayRole::the, at).length;
    if (the > 0 && !continues(at + the)) return {};
    const DayNumber number = day_number(at + the);
    if (!number || !number.ordinal) return {};
    const bool word = is(DayRole::ordinal, at + the);
    const std::size_t of = skip(DayRole::of, number.end);
    if (of > number.end && continues(of)) {
        const DayRead span = turned_span(of);
        const std::size_t the_unit = skip(DayRole::the, of);
        const auto unit = go_on(DayRole::unit, the_unit);
        const chr::year_month_day now{today_};
        std::optional<chr::year_month> month;
        std::size_t end = 0;
        if (span && span.days.precision == DayPrecision::month) {
            const chr::year_month_day first{span.days.first};
            month = chr::year_month{first.year(), first.month()};
            end = span.end;
        } else if (unit && unit.value == "month") {
            month = chr::year_month{now.year(), now.month()};
            end = the_unit + unit.length;
        }
        if (!month) return {};
        DayRead read = dated(end, static_cast<int>(month->year()),
            static_cast<int>(static_cast<unsigned>(month->month())), number.day);
        read.year_said = false;
        return read;
    }
    if (word) return {};  // "the third" of something else
    const chr::year_month_day now{today_};
    std::vector<DaySpan> found;
    for (int step = 0; step <= 12 && found.size() < 2; ++step) {
        const auto month = chr::year_month{now.year(), now.month()} + chr::months{future_ ? step : -step};
        const chr::year_month_day date = month / chr::day{static_cast<unsigned>(number.day)};
        if (!date.ok() || (future_ ? Day{date} < today_ : Day{date} > today_)) continue;
        found.push_back(one_day(Day{date}));
    }
    if (found.size() < 2) return {};
    DayRead read{.end = number.end, .days = found[0], .others = {found[1]}};
    if (!future_) {  // the coming one, too
        for (int step = 0; step <= 2; ++step) {
            const auto month = chr::year_month{now.year(), now.month()} + chr::months{step};
            const chr::year_month_day date = month / chr::day{static_cast<unsigned>(number.day)};
            if (date.ok() && Day{date} > today_) {
                read.others.insert(read.others.begin(), one_day(Day{date}));
                break;
            }
        }
    }
    if (future_ && found[0].first == today_) read.doubt = DayDoubt::this_or_next;
    read.plain = the == 0;
    return read;
}

/// "2027": plain, since numbers mean much else.
DayRead DayGrammar::year_alone(std::size_t at) const {
    const std::string& text = tokens_[at].folded;
    if (text.size() != 4 || !all_digits(text) || !may_be_meant(to_number(text))) return {};
    return {.end = at + 1,
        .days = year_of(chr::year{to_number(text)}),
        .plain = true,
        .year_said = true,
        .own_sense = true};
}

/// "Monday to Wednesday", "3 December – 5 January": from the one to the other.
DayRead DayGrammar::range(DayRead from) const {
    const bool clear = from.doubt == DayDoubt::none || from.doubt == DayDoubt::this_or_next;
    if (!from.days.is_day() || !clear || from.plain) return from;
    const auto to = go_on(DayRole::to, from.end);
    if (!to || !continues(from.end + to.length)) return from;
    const std::size_t next = from.end + to.length;
    DayRead until = weekday(next);
    if (!until) until = day_and_month(next);
    if (!until || !until.days.is_day() || until.doubt != DayDoubt::none) return from;
    Day last = until.days.first;
    while (last < from.days.first)
        last += chr::weeks{1};
    if (last - from.days.first > chr::days{60}) return from;
    from.end = until.end;
    from.days = {from.days.first, last, DayPrecision::days};
    from.others.clear();
    from.doubt = DayDoubt::none;
    return from;
}

}  // namespace kith
