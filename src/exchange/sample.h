// Records as text: the form in which assets/sample/network.txt tells the sample network. Driven by the
// schema, so anyone can edit or translate the story without touching code.
#pragma once

#include <string_view>

#include "base/random.h"
#include "workspace/workspace.h"

namespace kith {

/// Reads blocks `[kind name]` with `field = value` lines into one draft. References name other blocks,
/// before or after, by kind and name where any kind will do ("interaction coffee"); dates are ISO or counted
/// from `today` ("today-14", "today-2y", "today+2-52y": in two days, fifty-two years ago). Every record is
/// marked as part of the sample. The error names line and field.
Result<Draft> read_record_text(std::string_view text, Day today, Random& random);

/// The sample network that comes with Kith, as one transaction.
Result<Draft> sample_network(Day today, Random& random);

/// Whether anything of a sample is there, and the draft that takes all of it away. Somebody who noted
/// something of their own about themselves keeps their own record, without what the sample said of it.
bool has_sample(const Workspace& workspace);
Draft remove_sample(const Workspace& workspace);

}  // namespace kith
