// Whether two contacts know each other, as far as is recorded.
#pragma once

#include "workspace/workspace.h"

namespace kith {

/// Whether a tie between the two is recorded, current or over.
bool acquainted(const Workspace& workspace, RecordId a, RecordId b);

}  // namespace kith
