// Reasons, said as facts. A suggestion carries sentences ("Last contact 6 weeks ago"), never a score. Each
// is a Message (base/message.h), so that it can be said in any language.
#pragma once

#include <chrono>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/error.h"
#include "workspace/workspace.h"

namespace kith {

/// Short sentences that stand beside each other.
using Facts = std::vector<Message>;

/// The same sentence for a length of time in days, weeks, months and years: four keys.
struct SpanKeys {
    std::string_view days;
    std::string_view weeks;
    std::string_view months;
    std::string_view years;
};

/// Says a length of time as people do: days below two weeks, weeks below two months, months below two
/// years, else years. The number is the first argument; `more` follow it.
Message spell(const SpanKeys& keys, std::chrono::days span, std::vector<Argument> more = {});

/// The people as a list to be said: the first `most` of them, then how many more. "Ben, Priya and 2 more".
std::vector<Argument> names_of(
    const Workspace& workspace, std::span<const RecordId> people, std::size_t most = 3);

}  // namespace kith
