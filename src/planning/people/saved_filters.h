// Filters that a person kept by a name.
#pragma once

#include <string_view>
#include <vector>

#include "base/random.h"
#include "workspace/workspace.h"

namespace kith {

/// In the order in which they were kept. O(filters log filters).
std::vector<RecordId> saved_filters(const Workspace& workspace);

Draft save_filter(const Workspace& workspace, std::string_view name, std::string_view query, Random& random);
Draft forget_filter(RecordId filter, std::string_view name);

}  // namespace kith
