// From vCard properties to what Kith models. One to one where the schema's vCard column names a property;
// by hand where the shapes differ (names, work, dates, addresses). What is left is kept as it came.
#pragma once

#include <string>
#include <vector>

#include "exchange/cards/card.h"
#include "exchange/vcard/reader.h"

namespace kith {

/// A card of KIND:group: a label for its members, not a person.
struct VcardGroup {
    std::string name;
    std::vector<std::string> members;  // UIDs, as uid_key gives them
};

enum class VcardOutcome : std::uint8_t { card, group, nothing };

/// Reads the reader's card into the builder (begun by this function), or into `group`.
VcardOutcome read_vcard(const VcardReader& reader, CardBuilder& builder, VcardGroup& group);

}  // namespace kith
