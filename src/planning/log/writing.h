// What a line that was read, and corrected by hand, changes.
#pragma once

#include <string_view>

#include "base/random.h"
#include "planning/log/line.h"

namespace kith {

/// New people, the interaction, the promises as Actions that came of it. What was not understood becomes the
/// summary, or notes if there is a topic. One undo step, called after the people.
Draft to_draft(const LogReading& reading, const LogContext& context, Random& random);

/// What a form says of the contact besides. It stands as it was written, and a kind that was not said is
/// none.
struct LogDetails {
    std::string_view summary;
    std::string_view notes;
    std::string_view follow_up;
};
Draft to_draft(
    const LogReading& reading, const LogDetails& details, const LogContext& context, Random& random);

}  // namespace kith
