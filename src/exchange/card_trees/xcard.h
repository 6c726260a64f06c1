// xCard (RFC 6351): vCard 4.0 as XML, <vcards><vcard><fn><text>Ada</text></fn>…</vcard></vcards>.
#pragma once

#include "exchange/cards/file_reading.h"
#include "exchange/cards/format.h"

namespace kith {

Fit fit_xcard(const FileContent& content);
/// Memory: the tree of the file, some times its size.
Slices read_xcard(FileReading& file);

}  // namespace kith
