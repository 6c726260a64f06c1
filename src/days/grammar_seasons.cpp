// Quarters, seasons and holidays.
#include <algorithm>

#include "days/grammar.h"

namespace kith {

namespace chr = std::chrono;

namespace {

/// Sunday of Easter by the Gregorian reckoning (Meeus, Jones, Butcher).
Day easter(int year) {
    const int a = year % 19, b = year / 100, c = year % 100;
    const int d = b / 4, e = b % 4, f = (b + 8) / 25, g = (b - f + 1) / 3;
    const int h = (19 * a + b - d - g + 15) % 30;
    const int i = c / 4, k = c % 4;
    const int l = (32 + 2 * e + 2 * i - h - k) % 7;
    const int m = (a + 11 * h + 22 * l) / 451;
    const int n = h + l - 7 * m + 114;
    return Day{chr::year{year} / chr::month{static_cast<unsigned>(n / 31)} /
        chr::day{static_cast<unsigned>(n % 31 + 1)}};
}

}  // namespace

/// "Q1", "Q4 2026", "the third quarter of 2027".
DayRead DayGrammar::quarter(std::size_t at) const {
    const std::size_t start = at + match(DayRole::the, at).length;
    const auto name = start == at ? match(DayRole::quarter, at) : go_on(DayRole::quarter, start);
    if (!name) return {};
    std::size_t end = start + name.length;
    const unsigned first = static_cast<unsigned>(to_number(name.value)) * 3 - 2;
    const chr::year_month_day now{today_};
    chr::year year = now.year();
    DayRead read;
    if (const YearNumber said = year_at(skip(DayRole::of, end)); said.end > 0) {
        year = chr::year{said.year};
        end = said.end;
        read.year_said = read.own_sense = true;
    } else {
        const DaySpan this_year = months_from(year / chr::month{first}, 3, DayPrecision::quarter);
        if (future_ && this_year.last < today_) year += chr::years{1};
        if (!future_ && this_year.first > today_) year -= chr::years{1};
    }
    read.end = end;
    read.days = months_from(year / chr::month{first}, 3, DayPrecision::quarter);
    return read;
}

/// "last summer", "in spring 2027". Where the seasons begin is a doubt: they are said by whole months of the North.
DayRead DayGrammar::season(std::size_t at) const {
    const Turned turn = turn_before(at);
    const std::size_t start = turn.end > 0 ? turn.end : at + match(DayRole::the, at).length;
    const auto name =
        start == at || turn.end > 0 ? match(DayRole::season, start) : go_on(DayRole::season, start);
    if (!name) return {};
    std::size_t end = start + name.length;
    const chr::month month{static_cast<unsigned>(to_number(name.value))};
    const chr::year now = chr::year_month_day{today_}.year();
    const auto of = [&](chr::year year) { return months_from(year / month, 3, DayPrecision::season); };
    DayRead read{.doubt = DayDoubt::season, .plain = turn.turn == Turn::none};
    if (const YearNumber said = year_at(skip(DayRole::of, end)); said.end > 0) {
        read.days = of(chr::year{said.year});
        read.end = said.end;
        read.year_said = read.own_sense = true;
        read.plain = false;
        return read;
    }
    chr::year year = now - chr::years{1};
    const bool ahead = turn.turn == Turn::next || (turn.turn != Turn::last && future_);
    if (ahead) {
        while (of(year).last < today_ || (turn.turn == Turn::next && of(year).first <= today_))
            year += chr::years{1};
    } else {
        year += chr::years{1};
        while (of(year).first > today_ || (turn.turn == Turn::last && of(year).last >= today_))
            year -= chr::years{1};
    }
    read.days = of(year);
    read.end = end;
    read.own_sense = turn.turn != Turn::none;
    return read;
}

/// "Christmas", "New Year's Day 2028", "Thanksgiving", "Easter Monday".
DayRead DayGrammar::holiday(std::size_t at) const {
    const auto name = match(DayRole::holiday, at);
    if (!name) return {};
    std::size_t end = at + name.length;
    const auto in_year = [&](int year) -> Day {
        if (name.value == "thanksgiving")
            return Day{chr::year{year} / chr::November / chr::weekday_indexed{chr::Thursday, 4}};
        if (name.value.starts_with("easter")) {
            return easter(year) +
                chr::days{to_number(name.value.substr(name.value[6] == '-' ? 7 : 6)) *
                    (name.value[6] == '-' ? -1 : 1)};
        }
        return Day{chr::year{year} / chr::month{static_cast<unsigned>(to_number(name.value.substr(0, 2)))} /
            chr::day{static_cast<unsigned>(to_number(name.value.substr(3, 2)))}};
    };
    const int now = static_cast<int>(chr::year_month_day{today_}.year());
    if (const YearNumber said = year_at(end); said.end > 0 && continues(end))
        return {.end = said.end, .days = one_day(in_year(said.year)), .year_said = true, .own_sense = true};
    const Turned turn = turn_behind(end);
    const Day this_year = in_year(now);
    int year = now;
    if (future_ && this_year < today_) ++year;
    if (!future_ && this_year > today_) --year;
    if (turn.end > 0) end = turn.end;
    DayRead read{.end = end, .days = one_day(in_year(year))};
    if (this_year != today_) read.others = {one_day(in_year(future_ ? year - 1 : year + 1))};
    return read;
}

}  // namespace kith
