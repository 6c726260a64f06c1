// A person or organisation as a vCard, 3.0 or 4.0. What vCard has no property for goes out as X-KITH- properties, which
// other programs keep or pass over; what Kith does not model goes out as it came in.
#pragma once

#include <string>

#include "exchange/out/export.h"
#include "exchange/vcard/reader.h"

namespace kith {

/// Appends the card. References to other records are left out: ids mean nothing elsewhere.
void append_vcard(std::string& out, const Workspace& workspace, RecordId record, VcardVersion version,
    const ExportOptions& options);

/// Whether there is more to an organisation than that people work there: numbers, addresses, what its card said.
bool has_card_of_its_own(const Workspace& workspace, RecordId organisation);

}  // namespace kith
