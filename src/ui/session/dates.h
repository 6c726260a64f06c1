// Dates as people type them: ISO, in the locale's numbers, or without their year or day. How they are said is
// in base/formatter.h.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/dates.h"
#include "days/field.h"
#include "widgets/host.h"

namespace kith::ui {

/// In which order a locale writes day, month and year in numbers.
using DateOrder = DayOrder;
DateOrder date_order(std::string_view locale_tag);
/// How days in a line are read there.
DayContext day_context(std::string_view locale_tag, Day today);

/// A date to edit: the locale's numbers ("20/11/2026", "11/20/2026", "2026-11-20"), without what is not
/// known.
std::string date_to_edit(const PartialDate& date, std::string_view locale_tag);
/// What stands in an empty date field: "dd/mm/yyyy".
std::string_view date_pattern_key(std::string_view locale_tag);

/// Reads what a person types, in every form of days/field.h. Nothing if no date or an impossible one.
std::optional<PartialDate> parse_typed_date(
    std::string_view text, std::string_view locale_tag, Day today, FieldWants wants = FieldWants::any);
/// What a field of the schema is for: a day to come, one that was, a birthday.
FieldWants wanted_in(std::string_view field_key);

}  // namespace kith::ui
