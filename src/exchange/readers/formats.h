// The table of readers: every format that Kith reads, in one entry each (cards/format.h says what stands in it).
// A new one wants a folder, or a place in the folder of its family, and its entry here; everything else asks this
// table.
#pragma once

#include "exchange/cards/format.h"

namespace kith {

FileFormats all_formats();

/// What a file chooser is told to offer: ".csv,text/csv,…".
std::string accepted_files(FileFormats formats);

}  // namespace kith
