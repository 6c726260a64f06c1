// The stages an opportunity goes through: the person's own, kept as a setting, with five to begin with. An
// opportunity keeps the stage's name, so renaming a stage never loses one: what is on no list has a column of
// its own.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "ui/session.h"

namespace kith::ui {

/// In order; the last is where it ends, whatever came of it.
std::vector<std::string> board_stages(const Session& session);
/// The stage it is in: the first for one that says none.
std::string stage_of(const Session& session, RecordId opportunity, const std::vector<std::string>& stages);
/// Moves it there and notes the day. One undo step.
void move_to_stage(Session& session, RecordId opportunity, std::string_view stage);

/// What an opportunity still lacks, in words for its card: "find who decides"; empty when it lacks nothing.
std::string what_is_missing(const Session& session, RecordId opportunity);
/// Its first open step by date; zero: none.
RecordId next_step_for(const Workspace& workspace, RecordId opportunity);

}  // namespace kith::ui
