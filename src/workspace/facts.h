// Reasons, said as facts. A suggestion carries sentences ("Last contact 6 weeks ago"), never a score. Each
// is a Message, so that it can be translated; dates among the arguments are ISO (2026-11-20) for the screen
// to write as its locale does; names of people are joined by commas.
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
/// years, else years. The number is {0}; `more` follows it.
Message spell(const SpanKeys& keys, std::chrono::days span, std::vector<std::string> more = {});

/// "Ben Okafor, Priya Sharma" – the first `most` of them, then "+2".
std::string names_of(const Workspace& workspace, std::span<const RecordId> people, std::size_t most = 3);

}  // namespace kith
