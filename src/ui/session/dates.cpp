#include "ui/session/dates.h"

#include <algorithm>
#include <array>
#include <utility>

#include "base/text.h"

namespace kith::ui {

using namespace std::chrono;

DateOrder date_order(std::string_view tag) {
    if (tag == "en-US" || tag == "en-PH" || tag == "fil-PH") return DateOrder::month_first;
    constexpr std::array year_first{std::string_view{"zh"}, std::string_view{"ja"}, std::string_view{"ko"},
        std::string_view{"hu"}, std::string_view{"lt"}, std::string_view{"sv"}, std::string_view{"mn"},
        std::string_view{"en-CA"}, std::string_view{"en-ZA"}};
    for (std::string_view prefix : year_first) {
        if (tag.starts_with(prefix)) return DateOrder::year_first;
    }
    return DateOrder::day_first;
}

std::string date_to_edit(const PartialDate& date, std::string_view locale_tag) {
    const DateOrder order = date_order(locale_tag);
    if (!date.complete() || order == DateOrder::year_first)
        return date.empty() ? std::string{} : to_iso(date);
    const auto two = [](unsigned n) { return (n < 10 ? "0" : "") + std::to_string(n); };
    const std::string day = two(static_cast<unsigned>(*date.day)),
                      month = two(static_cast<unsigned>(*date.month));
    const std::string year = std::to_string(static_cast<int>(*date.year));
    return order == DateOrder::day_first ? day + "/" + month + "/" + year : month + "/" + day + "/" + year;
}

std::string_view date_pattern_key(std::string_view locale_tag) {
    switch (date_order(locale_tag)) {
        case DateOrder::month_first: return "date.pattern_month_first";
        case DateOrder::year_first: return "date.pattern_year_first";
        case DateOrder::day_first: break;
    }
    return "date.pattern_day_first";
}

DayContext day_context(std::string_view locale_tag, Day today) {
    return {.today = today, .order = date_order(locale_tag), .locale = locale_tag};
}

FieldWants wanted_in(std::string_view field_key) {
    constexpr std::pair<std::string_view, FieldWants> wanted[] = {{"birthday", FieldWants::birthday},
        {"due", FieldWants::future}, {"deadline", FieldWants::future}, {"remind_on", FieldWants::future},
        {"by", FieldWants::future}, {"on", FieldWants::past}, {"met_on", FieldWants::past},
        {"done_on", FieldWants::past}, {"since", FieldWants::past}};
    const auto found = std::ranges::find(wanted, field_key, [](const auto& one) { return one.first; });
    return found == std::end(wanted) ? FieldWants::any : found->second;
}

std::optional<PartialDate> parse_typed_date(
    std::string_view text, std::string_view locale_tag, Day today, FieldWants wants) {
    return read_day_field(text, day_context(locale_tag, today), wants).date;
}

}  // namespace kith::ui
