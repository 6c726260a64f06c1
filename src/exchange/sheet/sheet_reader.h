// Kith's own CSV, back again: a person is who the UID says, every value is what it was, and columns that somebody added
// are kept under their names.
#pragma once

#include "exchange/cards/file_reading.h"
#include "exchange/cards/format.h"

namespace kith {

/// Knows a table with the columns uid, given_name and display_name, as Kith writes it.
Fit fit_kith_sheet(const FileContent& content);
Slices read_kith_sheet(FileReading& file);

}  // namespace kith
