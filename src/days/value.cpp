#include "days/value.h"

#include <array>
#include <string_view>

namespace kith {

namespace chr = std::chrono;

std::optional<PartialDate> DaySpan::kept() const {
    const chr::year_month_day from{first};
    const chr::year_month_day to{last};
    if (first == last) return PartialDate{from};
    if (from.year() != to.year()) return std::nullopt;
    const bool one_month = from.month() == to.month();
    if (precision == DayPrecision::month || (one_month && precision == DayPrecision::days))
        return PartialDate{from.year(), from.month(), std::nullopt};
    if (precision >= DayPrecision::quarter) return PartialDate{from.year(), std::nullopt, std::nullopt};
    return std::nullopt;
}

DaySpan one_day(Day day) {
    return {day, day, DayPrecision::day};
}

DaySpan months_from(chr::year_month first, int count, DayPrecision precision) {
    return {Day{first / chr::day{1}}, Day{(first + chr::months{count - 1}) / chr::last}, precision};
}

DaySpan month_of(chr::year_month month) {
    return months_from(month, 1, DayPrecision::month);
}

DaySpan year_of(chr::year year) {
    return months_from(year / chr::January, 12, DayPrecision::year);
}

DaySpan week_of(Day day, chr::weekday first) {
    const Day begins = day - (chr::weekday{day} - first);
    return {begins, begins + chr::days{6}, DayPrecision::week};
}

std::string to_iso(const DaySpan& span) {
    const bool whole = span.precision == DayPrecision::day || span.precision == DayPrecision::month ||
        span.precision == DayPrecision::year;
    if (const auto kept = span.kept(); kept && whole) return to_iso(*kept);
    return span.first == span.last ? to_iso(span.first) : to_iso(span.first) + "/" + to_iso(span.last);
}

std::string to_rule(const Recurrence& rhythm) {
    static constexpr std::array<std::string_view, 4> units = {"DAILY", "WEEKLY", "MONTHLY", "YEARLY"};
    static constexpr std::array<std::string_view, 7> names = {"MO", "TU", "WE", "TH", "FR", "SA", "SU"};
    std::string rule = "FREQ=" + std::string(units[static_cast<std::size_t>(rhythm.unit)]);
    if (rhythm.every != 1) rule += ";INTERVAL=" + std::to_string(rhythm.every);
    std::string days;
    for (std::size_t i = 0; i < names.size(); ++i) {
        if ((rhythm.weekdays >> i & 1) == 0) continue;
        days += (days.empty() ? "" : ",") + (rhythm.nth != 0 ? std::to_string(rhythm.nth) : "") +
            std::string(names[i]);
    }
    if (!days.empty()) rule += ";BYDAY=" + days;
    if (rhythm.on_day) rule += ";BYMONTHDAY=" + std::to_string(*rhythm.on_day);
    if (rhythm.until) {
        std::string day = to_iso(*rhythm.until);
        std::erase(day, '-');
        rule += ";UNTIL=" + day;
    }
    return rule;
}

}  // namespace kith
