// Kith's own JSON (out/json.h says how it is written), back again: people as cards, so that each is looked for among
// those who are here, and all else as the records that they were.
//
// What is written is taken as it stands: it was cleaned when it first came in. A field, an option or a kind of a later
// version is kept with the person, or counted as left out.
#pragma once

#include "exchange/cards/file_reading.h"
#include "exchange/cards/format.h"

namespace kith {

/// Knows an object that begins with "kith".
Fit fit_kith_json(const FileContent& content);
/// Reads the file twice: people's work comes behind them. Memory: a record, and what work there is.
Slices read_kith_json(FileReading& file);

}  // namespace kith
