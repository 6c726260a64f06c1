#include "planning/log/dates.h"

#include <algorithm>
#include <charconv>

#include "base/text.h"

namespace kith {

namespace {

namespace chr = std::chrono;

int number_of(std::string_view digits) {
    int value = -1;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
    return error == std::errc{} && end == digits.data() + digits.size() ? value : -1;
}

/// "3", "3rd", "21st".
int ordinal_of(std::string_view word) {
    for (const std::string_view ending : {"st", "nd", "rd", "th"}) {
        if (word.ends_with(ending)) return number_of(word.substr(0, word.size() - 2));
    }
    return number_of(word);
}

/// Years that a person may mean; other numbers are something else.
bool may_be_meant(int year) {
    return year >= 1900 && year < 2200;
}

PartialDate whole(Day day) {
    return PartialDate{chr::year_month_day{day}};
}

class DateReader {
public:
    DateReader(const LogWords& table, std::span<const Word> words, Day today, DateDirection direction,
        bool month_first)
        : table_(table),
          words_(words),
          today_(today),
          future_(direction == DateDirection::future),
          month_first_(month_first) {}

    DatePhrase read(std::size_t at) const {
        DatePhrase best;
        const auto take = [&](DatePhrase phrase) {
            if (phrase.length > best.length) best = std::move(phrase);
        };
        take(relative_day(at));
        take(counted(at));
        take(weekday(at));
        take(named_span(at));
        take(end_of(at));
        take(day_and_month(at));
        take(month_alone(at));
        take(numbers(at));
        take(day_of_month(at));
        if (!best || at == 0) return with_on(at, best);
        return best;
    }

private:
    const LogWords& table_;
    std::span<const Word> words_;
    Day today_;
    bool future_;
    bool month_first_;

    bool inside(std::size_t at) const { return at < words_.size(); }
    bool continues(std::size_t at) const { return inside(at) && words_[at].before <= Gap::space; }
    int value(LogWords::Found found) const { return number_of(found.value); }

    /// "on Tuesday": the date behind the "on".
    DatePhrase with_on(std::size_t at, DatePhrase best) const {
        if (best || !table_.is(WordRole::on, words_, at) || !continues(at + 1)) return best;
        DatePhrase behind = DateReader(*this).read(at + 1);
        if (behind) ++behind.length;
        return behind;
    }

    DatePhrase relative_day(std::size_t at) const {
        const auto found = table_.match(WordRole::day, words_, at);
        if (!found) return {};
        return {found.length, whole(today_ + chr::days{value(found)}), {}};
    }

    /// "two days ago", "a week ago", "in two weeks".
    DatePhrase counted(std::size_t at) const {
        std::size_t next = at;
        const auto lead = table_.match(WordRole::from_now, words_, at);
        if (lead) next += lead.length;
        int count = -1;
        if (const auto number = table_.match(WordRole::number, words_, next)) {
            count = value(number);
            next += number.length;
        } else if (inside(next)) {
            count = number_of(words_[next].folded);
            ++next;
        }
        const auto unit = continues(next) ? table_.match(WordRole::unit, words_, next) : LogWords::Found{};
        if (count < 0 || count > 500 || !unit || unit.value == "weekend") return {};
        next += unit.length;
        const auto ago = continues(next) ? table_.match(WordRole::ago, words_, next) : LogWords::Found{};
        if (static_cast<bool>(lead) == static_cast<bool>(ago)) return {};
        const Day then = moved(unit.value, lead ? count : -count);
        if (!may_be_meant(static_cast<int>(chr::year_month_day{then}.year()))) return {};
        return {next + ago.length - at, whole(then), {}};
    }

    Day moved(std::string_view unit, int count) const {
        if (unit == "day") return today_ + chr::days{count};
        if (unit == "week") return today_ + chr::weeks{count};
        const chr::year_month_day now{today_};
        auto then = unit == "year" ? now + chr::years{count} : now + chr::months{count};
        if (!then.ok()) then = then.year() / then.month() / chr::last;
        return Day{then};
    }

    /// "Tuesday", "last Tuesday", "next Tuesday", "this Tuesday".
    DatePhrase weekday(std::size_t at) const {
        std::size_t next = at;
        const auto last = table_.match(WordRole::last, words_, at);
        const auto following = table_.match(WordRole::next, words_, at);
        const auto coming = table_.match(WordRole::this_, words_, at);
        next += std::max({last.length, following.length, coming.length});
        const bool qualified = next > at;
        if (qualified && !continues(next)) return {};
        const auto found = table_.match(WordRole::weekday, words_, next);
        if (!found) return {};
        const chr::weekday wanted{static_cast<unsigned>(value(found)) % 7};
        const Day before = today_ - (chr::weekday{today_} - wanted);  // today or before
        const Day strictly_before = before == today_ ? today_ - chr::weeks{1} : before;
        const Day after = strictly_before + chr::weeks{before == today_ ? 2 : 1};  // after today
        DatePhrase phrase{next + found.length - at, {}, {}};
        if (last) {
            phrase.date = whole(strictly_before);
        } else if (following) {
            const Day monday = today_ - (chr::weekday{today_} - chr::Monday) + chr::weeks{1};
            phrase.date = whole(monday + (wanted - chr::Monday));
            if (phrase.date != whole(after)) phrase.alternatives = {whole(after)};
        } else if (coming || future_) {
            phrase.date = whole(coming && before == today_ ? today_ : after);
            phrase.alternatives = {whole(before == today_ && !coming ? today_ : strictly_before)};
        } else {
            phrase.date = whole(before);
            phrase.alternatives = {whole(after)};
        }
        return phrase;
    }

    /// "last week", "next month", "this week", "last weekend", "next year".
    DatePhrase named_span(std::size_t at) const {
        const auto last = table_.match(WordRole::last, words_, at);
        const auto following = table_.match(WordRole::next, words_, at);
        const auto coming = table_.match(WordRole::this_, words_, at);
        const std::size_t next = at + std::max({last.length, following.length, coming.length});
        if (next == at || !continues(next)) return {};
        const auto unit = table_.match(WordRole::unit, words_, next);
        if (!unit || unit.value == "day") return {};
        const int step = last ? -1 : following ? 1 : 0;
        DatePhrase phrase{next + unit.length - at, {}, {}};
        const Day monday = today_ - (chr::weekday{today_} - chr::Monday) + chr::weeks{step};
        if (unit.value == "week") {
            phrase = week(phrase.length, monday, step);
        } else if (unit.value == "weekend") {
            phrase.date = whole(monday + chr::days{5});
            phrase.alternatives = {whole(monday + chr::days{6})};
        } else {
            const Day day = moved(unit.value, step);
            const chr::year_month_day date{day};
            if (unit.value == "year")
                phrase.date.year = date.year();
            else
                phrase.date = PartialDate{date.year(), date.month(), std::nullopt};
            if (future_) phrase.date = whole(last_day(phrase.date));
        }
        return phrase;
    }

    /// A week without a day: the same weekday for what was, its Friday for what is due; the other working
    /// days are alternatives.
    DatePhrase week(std::size_t length, Day monday, int step) const {
        DatePhrase phrase{length, {}, {}};
        const Day friday = monday + chr::days{4};
        if (future_)
            phrase.date = whole(step == 0 && friday < today_ ? monday + chr::days{6} : friday);
        else
            phrase.date = whole(step == 0 ? today_ : today_ + chr::weeks{step});
        for (int i = 0; i < 5; ++i) {
            const PartialDate day = whole(monday + chr::days{i});
            if (day != phrase.date) phrase.alternatives.push_back(day);
        }
        return phrase;
    }

    Day last_day(const PartialDate& date) const {
        const chr::month month = date.month.value_or(chr::December);
        return Day{*date.year / month / chr::last};
    }

    /// "end of the week", "the end of March", "end of the month".
    DatePhrase end_of(std::size_t at) const {
        const auto found = table_.match(WordRole::end_of, words_, at);
        if (!found) return {};
        const std::size_t next = at + found.length;
        const Day monday = today_ - (chr::weekday{today_} - chr::Monday);
        const bool short_form = found.length == 1;  // eow, eom
        if (short_form && words_[at].folded == "eow") return {1, whole(monday + chr::days{4}), {}};
        if (short_form && words_[at].folded == "eom") return {1, whole(last_day(whole(today_))), {}};
        if (!continues(next)) return {};
        if (const auto unit = table_.match(WordRole::unit, words_, next)) {
            DatePhrase phrase{next + unit.length - at, {}, {}};
            const Day friday = monday + chr::days{4};
            if (unit.value == "week")
                phrase.date = whole(friday < today_ ? friday + chr::days{2} : friday);
            else if (unit.value == "month")
                phrase.date = whole(last_day(whole(today_)));
            else if (unit.value == "year")
                phrase.date = whole(Day{chr::year_month_day{today_}.year() / chr::December / 31});
            else
                return {};
            return phrase;
        }
        DatePhrase span =
            DateReader(table_, words_, today_, DateDirection::future, month_first_).named_span(next);
        if (!span)
            span = DateReader(table_, words_, today_, DateDirection::future, month_first_).month_alone(next);
        if (!span) return {};
        if (!span.date.day) span.date = whole(last_day(span.date));
        span.length += found.length;
        return span;
    }

    /// The year that makes a day of the year past or to come, as looked for.
    DatePhrase with_year(std::size_t length, chr::month month, chr::day day) const {
        const chr::year now = chr::year_month_day{today_}.year();
        std::optional<Day> past;
        std::optional<Day> coming;
        for (int step = -4; step <= 4; ++step) {
            const chr::year_month_day date{now + chr::years{step}, month, day};
            if (!date.ok()) continue;
            if (Day{date} <= today_) past = Day{date};
            if (Day{date} >= today_ && !coming) coming = Day{date};
        }
        if (!past || !coming) return {};
        DatePhrase phrase{length, whole(future_ ? *coming : *past), {}};
        if (*past != *coming) phrase.alternatives = {whole(future_ ? *past : *coming)};
        return phrase;
    }

    int year_at(std::size_t at) const {
        if (!inside(at) || words_[at].before > Gap::comma || words_[at].folded.size() != 4) return -1;
        const int year = number_of(words_[at].folded);
        return may_be_meant(year) ? year : -1;
    }

    DatePhrase completed(std::size_t at, std::size_t end, int month, int day) const {
        if (month < 1 || month > 12 || day < 1 || day > 31) return {};
        const chr::month the_month{static_cast<unsigned>(month)};
        const chr::day the_day{static_cast<unsigned>(day)};
        if (const int year = year_at(end); year > 0) {  // "May 3, 2025" too
            const chr::year_month_day date{chr::year{year}, the_month, the_day};
            return date.ok() ? DatePhrase{end + 1 - at, PartialDate{date}, {}} : DatePhrase{};
        }
        return with_year(end - at, the_month, the_day);
    }

    /// "3 May", "3rd of May 2025", "May 3".
    DatePhrase day_and_month(std::size_t at) const {
        std::size_t next = at;
        if (table_.is(WordRole::article, words_, next) && continues(next + 1)) ++next;
        if (!inside(next)) return {};
        if (const int day = ordinal_of(words_[next].folded); day > 0) {
            ++next;
            if (continues(next) && table_.is(WordRole::of, words_, next)) ++next;
            const auto month =
                continues(next) ? table_.match(WordRole::month, words_, next) : LogWords::Found{};
            // "May" may be a name, but not behind a number.
            return month ? completed(at, next + month.length, value(month), day) : DatePhrase{};
        }
        const auto month = next == at ? table_.match(WordRole::month, words_, at) : LogWords::Found{};
        if (!month || !continues(at + month.length)) return {};
        const int day = ordinal_of(words_[at + month.length].folded);
        return day > 0 ? completed(at, at + month.length + 1, value(month), day) : DatePhrase{};
    }

    /// "in March", "March 2025", "last March"; a bare month only behind such a word.
    DatePhrase month_alone(std::size_t at) const {
        std::size_t next = at;
        const auto lead = table_.match(WordRole::in, words_, at);
        const auto last = table_.match(WordRole::last, words_, at);
        const auto following = table_.match(WordRole::next, words_, at);
        next += std::max({lead.length, last.length, following.length});
        if (next > at && !continues(next)) return {};
        const auto found = table_.match(WordRole::month, words_, next);
        if (!found) return {};
        next += found.length;
        const chr::month month{static_cast<unsigned>(value(found))};
        if (const int year = year_at(next); year > 0)
            return {next + 1 - at, PartialDate{chr::year{year}, month, std::nullopt}, {}};
        if (next == at + found.length && at > 0) {
            const bool after_end =
                table_.is(WordRole::of, words_, at - 1) || table_.is(WordRole::by, words_, at - 1);
            if (!after_end) return {};
        } else if (next == at + found.length) {
            return {};
        }
        const chr::year_month_day now{today_};
        const bool passed = month < now.month();
        const bool ahead = following || (future_ && !last);
        chr::year year = now.year();
        if (ahead && passed) year += chr::years{1};
        if (!ahead && month > now.month()) year -= chr::years{1};
        DatePhrase phrase{next - at, PartialDate{year, month, std::nullopt}, {}};
        if (future_) phrase.date = whole(last_day(phrase.date));
        return phrase;
    }

    /// "2026-05-03", "3.5.", "3.5.2026", "3/5", "5/3/26".
    DatePhrase numbers(std::size_t at) const {
        if (!inside(at)) return {};
        const std::string& text = words_[at].folded;
        if (const auto iso = parse_iso_date(text); iso && text.size() == 10) return {1, *iso, {}};
        const char mark = text.contains('.') ? '.' : text.contains('/') ? '/' : '-';
        const auto parts = split(text, mark);
        if (parts.size() < 2 || parts.size() > 3) return {};
        const int first = number_of(parts[0]);
        const int second = number_of(parts[1]);
        int year = parts.size() == 3 ? number_of(parts[2]) : 0;
        if (first < 1 || second < 1 || year < 0 || (mark == '-' && year == 0)) return {};
        if (year > 0 && year < 100) year += 2000;
        if (year != 0 && !may_be_meant(year)) return {};
        const auto read = [&](int day, int month) -> DatePhrase {
            if (month < 1 || month > 12 || day < 1 || day > 31) return {};
            const chr::month the_month{static_cast<unsigned>(month)};
            const chr::day the_day{static_cast<unsigned>(day)};
            if (year == 0) return with_year(1, the_month, the_day);
            const chr::year_month_day date{chr::year{year}, the_month, the_day};
            return date.ok() ? DatePhrase{1, PartialDate{date}, {}} : DatePhrase{};
        };
        const bool dots = mark == '.';  // always day first
        DatePhrase day_first = read(first, second);
        DatePhrase other = dots ? DatePhrase{} : read(second, first);
        if (month_first_ && other) std::swap(day_first, other);
        if (!day_first) return other;
        if (other && other.date != day_first.date)
            day_first.alternatives.insert(day_first.alternatives.begin(), other.date);
        return day_first;
    }

    /// "the 12th": of this month or the one before or after it.
    DatePhrase day_of_month(std::size_t at) const {
        if (!table_.is(WordRole::article, words_, at) || !continues(at + 1)) return {};
        const std::string& word = words_[at + 1].folded;
        const int day = ordinal_of(word);
        if (day < 1 || day > 31 || number_of(word) == day) return {};
        const chr::year_month_day now{today_};
        for (int step = 0; step <= 12; ++step) {
            const auto month = chr::year_month{now.year(), now.month()} + chr::months{future_ ? step : -step};
            const chr::year_month_day date{month.year(), month.month(), chr::day{static_cast<unsigned>(day)}};
            if (!date.ok() || (future_ ? Day{date} < today_ : Day{date} > today_)) continue;
            return {2, PartialDate{date}, {}};
        }
        return {};
    }
};

}  // namespace

DatePhrase date_at(const LogWords& table, std::span<const Word> words, std::size_t at, Day today,
    DateDirection direction, bool month_first) {
    if (at >= words.size() || words[at].quoted) return {};
    return DateReader(table, words, today, direction, month_first).read(at);
}

TimePhrase time_at(const LogWords& table, std::span<const Word> words, std::size_t at) {
    std::size_t next = at;
    const bool lead = at < words.size() && table.is(WordRole::at, words, at);
    if (lead) ++next;
    if (next >= words.size() || (lead && words[next].before > Gap::space)) return {};
    std::string_view text = words[next].folded;
    int shift = 0;
    bool half = false;  // of the day is said
    for (const std::string_view ending : {"am", "pm"}) {
        if (!text.ends_with(ending)) continue;
        text.remove_suffix(2);
        half = true;
        shift = ending == "pm" ? 12 : 0;
    }
    std::size_t length = next + 1 - at;
    if (!half && next + 1 < words.size() &&
        (words[next + 1].folded == "am" || words[next + 1].folded == "pm")) {
        half = true;
        shift = words[next + 1].folded == "pm" ? 12 : 0;
        ++length;
    }
    const auto parts = split(text, ':');
    const int hour = number_of(parts[0]);
    const int minute = parts.size() == 2 ? number_of(parts[1]) : 0;
    const bool clock = parts.size() == 2 && parts[1].size() == 2;
    if (parts.size() > 2 || hour < 0 || hour > 24 || minute < 0 || minute > 59) return {};
    if (!clock && !half && !lead) return {};
    if (half && (hour < 1 || hour > 12)) return {};
    return {length, ((half ? hour % 12 + shift : hour % 24) * 60) + minute};
}

}  // namespace kith
