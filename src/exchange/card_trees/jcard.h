// jCard (RFC 7095): vCard 4.0 as JSON, ["vcard", [["fn", {}, "text", "Ada"], …]], one or a list of them.
#pragma once

#include "exchange/cards/file_reading.h"
#include "exchange/cards/format.h"

namespace kith {

Fit fit_jcard(const FileContent& content);
Slices read_jcard(FileReading& file);

}  // namespace kith
