// What is done with a record in one step, from the row it stands in: a step ticked off, a favour moved on to
// thanks, a celebration congratulated. Each is one transaction with its way back.
#pragma once

#include <string>

#include "planning/giving/favours.h"
#include "planning/goals/steps.h"
#include "ui/session/session.h"

namespace kith::ui {

/// Ticks off a step or milestone, or not after all (planning/goals/steps.h).
void toggle_done(Session& session, RecordId record);

/// The button that takes a record one step on; empty if there is none.
std::string next_step_in_words(const Session& session, RecordId record);
void take_next_step(Session& session, RecordId record);

}  // namespace kith::ui
