// Reasons, said as facts. A suggestion carries sentences ("Last contact 6 weeks ago"), never a score. Each
// is a Message (base/message.h), so that it can be said in any language.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "base/error.h"
#include "workspace/workspace.h"

namespace kith {

/// Short sentences that stand beside each other.
using Facts = std::vector<Message>;

/// The people as a list to be said: the first `most` of them, then how many more. "Ben, Priya and 2 more".
std::vector<Argument> names_of(
    const Workspace& workspace, std::span<const RecordId> people, std::size_t most = 3);

}  // namespace kith
