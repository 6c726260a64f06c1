// Days in numbers: "3/4", "3.5.2026", "2026-05-03", "2026年12月3日".
#include <algorithm>
#include <array>

#include "base/text.h"
#include "days/grammar.h"

namespace kith {

namespace chr = std::chrono;

/// "2026-05-03", "3.5.", "3.5.2026", "3/5", "5/3/26", "20261204", "10/2026".
DayRead DayGrammar::numeric(std::size_t at) const {
    if (!inside(at)) return {};
    std::string_view text = tokens_[at].folded;
    if (text.size() > 11 && text[4] == '-' && text[10] == 't')
        text = text.substr(0, 10);  // with a time behind
    if (text.empty() || text[0] < '0' || text[0] > '9') return {};
    if (const auto iso = parse_iso_date(text); iso && (text.size() == 10 || text.size() == 8)) {
        if (const auto day = iso->to_day(); day && may_be_meant(static_cast<int>(*iso->year)))
            return {.end = at + 1, .days = one_day(*day), .year_said = true, .own_sense = true};
        return {};
    }
    if (text.size() == 7 && text[4] == '-') {
        if (const auto iso = parse_iso_date(text); iso && iso->month && iso->year)
            return {.end = at + 1,
                .days = month_of({*iso->year, *iso->month}),
                .year_said = true,
                .own_sense = true};
    }
    const char mark = text.contains('/') ? '/' : text.contains('.') ? '.' : '-';
    const auto parts = split(text, mark);
    if (parts.size() < 2 || parts.size() > 3) return {};
    std::array<int, 3> numbers{};
    for (std::size_t i = 0; i < parts.size(); ++i) {
        if (!all_digits(parts[i]) || parts[i].size() > 4) return {};
        numbers[i] = to_number(parts[i]);
    }
    if (parts.size() == 2) {
        if (parts[1].size() == 4 && mark != '-' && may_be_meant(numbers[1]) && numbers[0] >= 1 &&
            numbers[0] <= 12)
            return {.end = at + 1,
                .days = month_of({chr::year{numbers[1]}, chr::month{static_cast<unsigned>(numbers[0])}}),
                .plain = true,
                .year_said = true,
                .own_sense = true};
        if (parts[0].size() > 2 || parts[1].size() > 2) return {};
        if (mark == '-') return {};  // a range as often
        if (mark == '.' && !context_.field && !tokens_[at].dot_behind &&
            !(parts[0].size() == 2 && parts[1].size() == 2))
            return {};
        const bool day_first = mark == '.' || context_.order == DayOrder::day_first;
        const auto read = [&](bool day_leads) {
            return dated(at + 1, numbers[day_leads ? 1 : 0], numbers[day_leads ? 0 : 1]);
        };
        DayRead best = read(day_first);
        DayRead other = mark == '.' ? DayRead{} : read(!day_first);
        if (!best || (best.doubt != DayDoubt::none && other && other.doubt == DayDoubt::none))
            best = std::exchange(other, {});
        if (!best) return {};
        if (other && other.doubt == DayDoubt::none && other.days != best.days)
            best.others.push_back(other.days);
        best.plain = true;
        return best;
    }
    if (parts[0].size() == 4) return dated(at + 1, numbers[0], numbers[1], numbers[2]);
    if (parts[0].size() > 2 || parts[1].size() > 2 || (parts[2].size() != 2 && parts[2].size() != 4))
        return {};
    const bool year_leads = context_.order == DayOrder::year_first && parts[2].size() == 2 && mark != '.';
    if (year_leads) std::swap(numbers[0], numbers[2]);
    const int now = static_cast<int>(chr::year_month_day{today_}.year());
    int year = numbers[2];
    if (year < 100) {
        year += now / 100 * 100;
        if (year > now + (future_ || !context_.field ? 20 : 0)) year -= 100;
    }
    if (!may_be_meant(year)) return {};
    const bool day_first = year_leads || mark == '.' || context_.order != DayOrder::month_first;
    const auto read = [&](bool day_leads) {
        return dated(at + 1, year, numbers[day_leads ? 1 : 0], numbers[day_leads ? 0 : 1]);
    };
    DayRead best = read(day_first);
    DayRead other = mark == '.' ? DayRead{} : read(!day_first);
    if (!best || (best.doubt != DayDoubt::none && other && other.doubt == DayDoubt::none))
        best = std::exchange(other, {});
    if (!best) return {};
    if (other && other.doubt == DayDoubt::none && other.days != best.days) best.others.push_back(other.days);
    return best;
}

/// "2026年12月3日", "12月3日", "2026년 12월 3일".
DayRead DayGrammar::ideographic(std::size_t at) const {
    std::array<int, 3> numbers = {-1, -1, -1};  // year, month, day
    std::size_t next = at;
    for (; inside(next) && next < at + 3 && (next == at || continues(next)); ++next) {
        std::string_view text = tokens_[next].folded;
        bool any = false;
        while (!text.empty()) {
            const std::size_t digits = std::min(text.find_first_not_of("0123456789"), text.size());
            if (digits == 0 || digits > 4 || digits == text.size()) return {};
            const int value = to_number(text.substr(0, digits));
            const auto [sign, length] = decode_utf8(text.substr(digits));
            // Folding divides Hangul into its letters: 년 begins with ᄂ, 월 with ᄋ and ᅯ, 일 with ᄋ and ᅵ.
            std::string_view rest = text.substr(digits + length);
            std::size_t part = 3;
            if (sign == U'年')
                part = 0;
            else if (sign == U'月')
                part = 1;
            else if (sign == U'日' || sign == U'号' || sign == U'號')
                part = 2;
            else if (sign == U'\u1102')
                part = 0;
            else if (sign == U'\u110B' && !rest.empty())
                part = decode_utf8(rest).point == U'\u116F' ? 1 : 2;
            if (part == 3 || numbers[part] >= 0) return {};
            while (!rest.empty() && sign >= U'\u1100' && sign <= U'\u1112') {
                const auto [letter, size] = decode_utf8(rest);
                if (letter < U'\u1161' || letter > U'\u11FF') break;
                rest.remove_prefix(size);
            }
            numbers[part] = value;
            text = rest;
            any = true;
        }
        if (!any) break;
        if (numbers[2] >= 0) {
            ++next;
            break;
        }
    }
    if (numbers[1] < 1 || numbers[1] > 12) return {};
    if (numbers[2] < 0) {
        if (numbers[0] < 0 || !may_be_meant(numbers[0])) return {};
        return {.end = next,
            .days = month_of({chr::year{numbers[0]}, chr::month{static_cast<unsigned>(numbers[1])}}),
            .year_said = true,
            .own_sense = true};
    }
    return numbers[0] >= 0 ? dated(next, numbers[0], numbers[1], numbers[2])
                           : dated(next, numbers[1], numbers[2]);
}

}  // namespace kith
