// Where a person stands in a list that goes by names: by the given or the family name, as the person who keeps it likes.
//
// Titles and degrees count for nothing. A family name is sorted by what stands behind its particles ("van den Berg"
// under B, as in the Netherlands and in most directories), and in Chinese, Japanese and Korean writing the family name
// comes first in either order, as it does in the name.
#pragma once

#include <string>

#include "workspace/workspace.h"

namespace kith {

enum class NameOrder : std::uint8_t { given_first, family_first };

/// What was chosen: given names first, until somebody chooses.
NameOrder name_order(const Workspace& workspace);
/// What the setting is written as.
std::string_view name_order_text(NameOrder order);

/// Folded, to compare byte by byte; a name as shown is taken apart first. What has no name of a person is sorted as it
/// is called. O(name).
std::string sorting_name(const Workspace& workspace, RecordId person, NameOrder order);

}  // namespace kith
