// What begins at a word: the longest of all rules, and what they share.
#include <algorithm>
#include <charconv>

#include "days/grammar.h"

namespace kith {

namespace chr = std::chrono;

int to_number(std::string_view digits) {
    int value = -1;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
    return error == std::errc{} && end == digits.data() + digits.size() ? value : -1;
}

bool all_digits(std::string_view text) {
    return !text.empty() && std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
}

void take_longer(DayRead& best, DayRead read) {
    if (read.end > best.end) best = std::move(read);
}

DayRead sure(std::size_t end, DaySpan days) {
    return {.end = end, .days = days, .own_sense = true};
}

DayGrammar DayGrammar::ahead() const {
    DayGrammar grammar = *this;
    grammar.future_ = true;
    return grammar;
}

/// Past one word of a role, if it stands there.
std::size_t DayGrammar::skip(DayRole role, std::size_t at) const {
    const auto found = go_on(role, at);
    return at + found.length;
}

DayRead DayGrammar::day_at(std::size_t at) const {
    if (!inside(at) || is(DayRole::no_day, at)) return {};
    DayRead best;
    take_longer(best, relative(at));
    take_longer(best, counted(at));
    take_longer(best, weekday(at));
    take_longer(best, nth_weekday(at));
    take_longer(best, turned_span(at));
    take_longer(best, part_of_span(at));
    take_longer(best, week_said(at));
    take_longer(best, same_time(at));
    take_longer(best, day_and_month(at));
    take_longer(best, month_alone(at));
    take_longer(best, day_of_month(at));
    take_longer(best, numeric(at));
    take_longer(best, ideographic(at));
    take_longer(best, quarter(at));
    take_longer(best, season(at));
    take_longer(best, holiday(at));
    take_longer(best, year_alone(at));
    if (!best) return best;
    best = range(std::move(best));
    const int year = static_cast<int>(chr::year_month_day{best.days.first}.year());
    return may_be_meant(year) || (context_.field && year >= 1800) ? best : DayRead{};
}

DayGrammar::Turned DayGrammar::turn_before(std::size_t at) const {
    Turned best;
    const auto consider = [&](DayRole role, Turn turn) {
        const auto found = match(role, at);
        if (found && at + found.length > best.end && continues(at + found.length))
            best = {at + found.length, turn};
    };
    consider(DayRole::last, Turn::last);
    consider(DayRole::next, Turn::next);
    consider(DayRole::this_, Turn::this_);
    return best;
}

DayGrammar::Turned DayGrammar::turn_behind(std::size_t at) const {
    if (const auto found = go_on(DayRole::last_behind, at)) return {at + found.length, Turn::last};
    if (const auto found = go_on(DayRole::next_behind, at)) return {at + found.length, Turn::next};
    return {};
}

/// "3", "3rd", "21st", "tenth", "1er".
DayGrammar::DayNumber DayGrammar::day_number(std::size_t at) const {
    if (!inside(at)) return {};
    if (const auto word = match(DayRole::ordinal, at); word && to_number(word.value) > 0)
        return {at + word.length, to_number(word.value), true};
    std::string_view text = tokens_[at].folded;
    const std::size_t letters = text.find_first_not_of("0123456789");
    if (letters == 0 || text.empty()) return {};
    bool ordinal = false;
    if (letters != std::string_view::npos) {
        const std::vector<Token> ending = {Token{.folded = std::string(text.substr(letters))}};
        if (!words_.match(DayRole::ordinal_ending, ending, 0)) return {};
        text = text.substr(0, letters);
        ordinal = true;
    }
    const int day = text.size() <= 2 ? to_number(text) : -1;
    return day >= 1 && day <= 31 ? DayNumber{at + 1, day, ordinal} : DayNumber{};
}

/// A year behind a day and month: "2027", ", 2027", "'27" and, where only a day is looked for, "79".
DayGrammar::YearNumber DayGrammar::year_at(std::size_t at) const {
    if (!inside(at) || (tokens_[at].before > Break::comma && !(at > 0 && tokens_[at - 1].dot_behind)))
        return {};
    const std::string& text = tokens_[at].folded;
    if (!all_digits(text)) return {};
    const int year = to_number(text);
    if (text.size() == 4)
        return may_be_meant(year) || (context_.field && year >= 1800) ? YearNumber{at + 1, year}
                                                                      : YearNumber{};
    if (text.size() != 2 || !context_.field) return {};
    const int now = static_cast<int>(chr::year_month_day{today_}.year());
    const int whole = now / 100 * 100 + year;
    return {at + 1, whole > now + (future_ ? 20 : 0) ? whole - 100 : whole};
}

}  // namespace kith
