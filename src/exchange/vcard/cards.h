// From vCard properties to what Kith models. One to one where the schema's vCard column names a property;
// by hand where the shapes differ (names, work, dates, addresses). What is left is kept as it came.
#pragma once

#include "exchange/cards/file_reading.h"
#include "exchange/cards/format.h"

namespace kith {

/// Knows a text in which a line begins a card, whatever stands before it.
Fit fit_vcards(const FileContent& content);
Slices read_vcards(FileReading& file);
/// Cards that were written otherwise (jCard, xCard, JSContact) and that `lines` says as vCard 4.0 would. `line`: where
/// in the file they begin.
Slices read_card_lines(FileReading& file, std::string lines, std::size_t line);

}  // namespace kith
