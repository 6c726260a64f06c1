// One cell of the matrix: what speaks for the person, what was asked and came of it, and what to do next.
#pragma once

#include <string>

#include "ui/goals/goal_page.h"

namespace kith::ui {

/// What a goal is after, in a message: the role, or the wish.
std::string sought(const Session& session, RecordId goal);

/// Opens the dialog of a cell.
void open_need(GoalPageState& state, RecordId person, NeedKind need);
void draw_need_dialog(Session& session, RecordPageState& state);

}  // namespace kith::ui
