// JSContact (RFC 9553): {"@type": "Card", "version": "1.0", "uid": …}, one or a list of them. What its members are in a
// vCard is RFC 9555's word; what has no place there is kept under its name.
#pragma once

#include "exchange/cards/file_reading.h"
#include "exchange/cards/format.h"

namespace kith {

Fit fit_jscontact(const FileContent& content);
Slices read_jscontact(FileReading& file);

}  // namespace kith
