// Dates as people type them: ISO, in the locale's numbers, or without their year or day. How they are said is
// in base/formatter.h.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/catalogue.h"
#include "base/dates.h"
#include "widgets/host.h"

namespace kith::ui {

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
