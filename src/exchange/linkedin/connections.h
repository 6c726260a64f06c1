// LinkedIn's Connections.csv: a table of contacts below a note. Members who hide their name have a row with
// nothing but the date; they are counted.
#pragma once

#include "exchange/cards/file_reading.h"
#include "exchange/cards/format.h"

namespace kith {

Fit fit_connections(const FileContent& content);
Slices read_connections(FileReading& file);

}  // namespace kith
