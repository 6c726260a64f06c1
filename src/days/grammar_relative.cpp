// Days by their distance from another one: "tomorrow", "in 3 weeks", "10 days after 5 December".
#include <algorithm>
#include <cmath>

#include "days/grammar.h"

namespace kith {

namespace chr = std::chrono;

/// "tomorrow", "yesterday evening".
DayRead DayGrammar::relative(std::size_t at) const {
    const auto found = match(DayRole::day, at);
    if (!found) return {};
    std::size_t end = at + found.length;
    end = skip(DayRole::part, end);
    return sure(end, one_day(today_ + chr::days{to_number(found.value)}));
}

/// "3 weeks", "a fortnight", "a couple of days".
DayGrammar::Amount DayGrammar::amount(std::size_t at) const {
    if (!inside(at)) return {};
    Amount read;
    std::size_t next = at;
    if (const auto word = match(DayRole::number, at)) {
        read.count = word.value == "0.5" ? 0.5 : to_number(word.value);
        next += word.length;
    } else if (const int digits = to_number(tokens_[at].folded); digits >= 0 && digits <= 500) {
        read.count = digits;
        ++next;
    } else {
        return {};
    }
    const auto unit = go_on(DayRole::unit, next);
    if (!unit) return {};
    read.unit = unit.value;
    read.end = next + unit.length;
    return read;
}

std::optional<Day> DayGrammar::moved(Day from, const Amount& amount, int sign) const {
    const bool half = amount.count == 0.5;
    const int count = half ? 0 : static_cast<int>(amount.count) * sign;
    if (half && amount.unit == "year") return moved(from, {.end = 1, .count = 6, .unit = "month"}, sign);
    if (half && amount.unit == "month") return from + chr::days{15 * sign};
    if (half) return std::nullopt;
    if (amount.unit == "day") return from + chr::days{count};
    if (amount.unit == "week") return from + chr::weeks{count};
    if (amount.unit == "fortnight") return from + chr::weeks{2 * count};
    if (amount.unit == "weekday") {
        Day day = from;
        for (int left = std::abs(count); left > 0;) {
            day += chr::days{sign};
            const unsigned weekday = chr::weekday{day}.iso_encoding();
            if (weekday < 6) --left;
        }
        return day;
    }
    if (amount.unit == "weekend") return std::nullopt;
    const chr::year_month_day start{from};
    const int months = amount.unit == "year" ? 12 * count : amount.unit == "quarter" ? 3 * count : count;
    chr::year_month_day then = start + chr::months{months};
    if (!then.ok()) then = then.year() / then.month() / chr::last;
    return Day{then};
}

/// "in two weeks", "3 weeks from today", "two days ago", "10 days after 5 December", "a week on Tuesday".
DayRead DayGrammar::counted(std::size_t at) const {
    const auto found = [&](std::size_t end, std::optional<Day> day) {
        return day ? sure(end, one_day(*day)) : DayRead{};
    };
    if (const auto lead = match(DayRole::ago_lead, at); lead && continues(at + lead.length)) {
        if (const Amount much = amount(at + lead.length)) return found(much.end, moved(today_, much, -1));
    }
    const auto in = match(DayRole::in, at);
    std::size_t from = at;
    if (in && continues(at + in.length)) {
        from = at + in.length;
        const Amount much = amount(from);
        if (!much) return {};
        if (is(DayRole::ago, much.end)) return {};
        // "In two weeks from Monday" counts from Monday.
        const DayRead rest = counted(from);
        if (rest.end > much.end) return rest;
        return found(skip(DayRole::time, much.end), moved(today_, much, 1));
    }
    Amount much = amount(at);
    if (!much && is(DayRole::the, at)) {  // "the day after Christmas"
        const std::size_t next = at + match(DayRole::the, at).length;
        if (const auto unit = go_on(DayRole::unit, next)) much = {next + unit.length, 1, unit.value};
        if (!go_on(DayRole::after, much.end) && !go_on(DayRole::before, much.end)) return {};
    }
    if (!much) return {};
    if (const auto time = go_on(DayRole::time, much.end);
        time && time.value.empty() && tokens_[much.end].folded.ends_with("time"))
        return found(much.end + time.length, moved(today_, much, 1));
    if (const auto ago = go_on(DayRole::ago, much.end)) {
        std::size_t end = much.end + ago.length;
        Day base = today_;
        // "A week ago today", "a week ago on Friday".
        const std::size_t next = skip(DayRole::on, end);
        const bool continued = continues(next);
        if (const auto day = continued ? relative(next) : DayRead{}; day) {
            base = day.days.first;
            end = day.end;
        } else if (const auto weekday = continued ? match(DayRole::weekday, next) : DayWords::Found{};
            weekday && much.unit == "week") {
            const chr::weekday wanted{static_cast<unsigned>(to_number(weekday.value)) % 7};
            base = today_ - (chr::weekday{today_} - wanted);
            end = next + weekday.length;
        }
        return found(end, moved(base, much, -1));
    }
    if (const auto now = go_on(DayRole::from_now, much.end))
        return found(much.end + now.length, moved(today_, much, 1));
    DayRead best;
    const auto count_from = [&](DayRole role, int sign) {
        const auto word = go_on(role, much.end);
        if (!word || !continues(much.end + word.length)) return;
        DayRead base = ahead().day_at(much.end + word.length);
        if (!base) return;
        const Day day = sign > 0 ? base.days.last : base.days.first;
        DayRead read = found(base.end, moved(day, much, sign));
        if (base.doubt != DayDoubt::none && read) {
            read.doubt = base.doubt;
            for (const DaySpan& other : base.others) {
                if (const auto then = moved(other.first, much, sign)) read.others.push_back(one_day(*then));
            }
        }
        take_longer(best, std::move(read));
    };
    count_from(DayRole::on_base, 1);
    count_from(DayRole::after, 1);
    count_from(DayRole::from, 1);
    count_from(DayRole::before, -1);
    if (best) return best;
    // "A week today", "a week tomorrow".
    if (much.unit != "week" && much.unit != "fortnight") return {};
    if (const auto day = continues(much.end) ? relative(much.end) : DayRead{};
        day && day.days.first >= today_)
        return found(day.end, moved(day.days.first, much, 1));
    return {};
}

/// "this time last year".
DayRead DayGrammar::same_time(std::size_t at) const {
    const auto lead = match(DayRole::same_time, at);
    if (!lead || !continues(at + lead.length)) return {};
    const Turned turn = turn_before(at + lead.length);
    if (turn.turn == Turn::none || turn.turn == Turn::this_) {
        const DayRead day = relative(at + lead.length);
        return day;
    }
    const auto unit = match(DayRole::unit, turn.end);
    if (!unit || unit.value == "day" || unit.value == "weekday" || unit.value == "weekend") return {};
    const auto day =
        moved(today_, {.end = 1, .count = 1, .unit = unit.value}, turn.turn == Turn::last ? -1 : 1);
    if (!day) return {};
    const chr::year_month_day date{*day};
    const bool year = unit.value == "year";
    return sure(turn.end + unit.length, year ? month_of({date.year(), date.month()}) : one_day(*day));
}

}  // namespace kith
