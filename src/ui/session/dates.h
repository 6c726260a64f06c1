// Dates as people read and type them. Near days are relative, others in the locale's words from the host;
// what is typed may be ISO, the locale's numbers, or lack its year or day.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/catalogue.h"
#include "base/dates.h"
#include "widgets/host.h"

namespace kith::ui {

/// "today", "yesterday", "3 days ago", "2 weeks ago", "in 3 days"; from a month away "6 October", with the
/// year when it is another one.
std::string relative_day(const Catalogue& words, WidgetHost& host, Day day, Day today);

/// "20 November 2026", and for dates with gaps "20 November", "November 2026", "2026".
std::string exact_date(const Catalogue& words, WidgetHost& host, const PartialDate& date);

/// A complete date relative to today, one with gaps as exact_date says it.
std::string relative_date(const Catalogue& words, WidgetHost& host, const PartialDate& date, Day today);

/// The moment in the person's time zone: "20 November 2026, 10:30".
std::string exact_moment(const Catalogue& words, WidgetHost& host, Instant instant);

/// A time of day from its minute: "09:30".
std::string time_in_words(int minute_of_day);

/// In which order a locale writes day, month and year in numbers.
enum class DateOrder : std::uint8_t { day_first, month_first, year_first };
DateOrder date_order(std::string_view locale_tag);

/// A date to edit: the locale's numbers ("20/11/2026", "11/20/2026", "2026-11-20"), without what is not
/// known.
std::string date_to_edit(const PartialDate& date, std::string_view locale_tag);
/// What stands in an empty date field: "dd/mm/yyyy".
std::string_view date_pattern_key(std::string_view locale_tag);

/// Reads what a person types: ISO with gaps, numbers in the locale's order with any of "./- " between, a
/// year alone, and the catalogue's words for today and yesterday. Nothing if no date or an impossible one.
std::optional<PartialDate> parse_typed_date(
    std::string_view text, std::string_view locale_tag, const Catalogue& words, Day today);

}  // namespace kith::ui
