// What Kith answers today to the sets of tests/eval, where `kith --json` doesn't say it: asked of the same
// functions that the screens ask, with nothing decided here. See tests/eval/README.md.
#pragma once

#include <fstream>
#include <iterator>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "base/dates.h"
#include "base/random.h"
#include "workspace/workspace.h"

namespace kith::eval {

using Arguments = std::span<const std::string_view>;

/// WORLD LINES: people and organisations as record text; a line of LINES is id, set (log, steps, dates), locale,
/// day, what a date field wants and what was typed, divided by tabs. A line of JSON for each.
int sentences(Arguments arguments);
/// CONNECTIONS GOAL: a LinkedIn export and the goal as record text. The people whom Kith would name for it.
int advice(Arguments arguments);

/// What a program under test can't go on without. Ends it with a sentence if it isn't there.
std::string read_file(std::string_view path);
void commit(Workspace& workspace, Draft draft, Instant now);
/// Blocks as in assets/sample/network.txt, committed.
void tell(Workspace& workspace, std::string_view story, Day today, Random& random);
[[noreturn]] void give_up(std::string_view why);

}  // namespace kith::eval
