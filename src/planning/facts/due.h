// Facts about days due, and short texts; what facts are is in workspace/facts.h.
#pragma once

#include <array>

#include "base/dates.h"
#include "workspace/facts.h"

namespace kith {

/// "Due in 3 days", "Due today", "Due 2 weeks ago".
Message due_fact(Day due, Day today);

/// A text on one line: white space becomes single spaces, and what is longer than `limit` user-perceived
/// characters is cut there, with "…" behind it. O(text).
std::string short_text(std::string_view text, std::size_t limit = 80);

}  // namespace kith
