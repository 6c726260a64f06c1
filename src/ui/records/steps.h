// What is done with a record in one step, from the row it stands in: a step ticked off, a favour moved on to
// thanks, a celebration congratulated. Each is one transaction with its way back.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "model/fields.h"
#include "ui/session/session.h"

namespace kith::ui {

/// Actions and milestones have a check box.
bool is_checkable(Kind kind);
/// Done, reached, or dropped.
bool is_done(const Workspace& workspace, RecordId record);
void toggle_done(Session& session, RecordId record);

/// The stages of a favour in the order it goes through them, and what one presses to get there.
struct FavourStep {
    enum favour::direction direction;
    enum favour::stage from, to;
    FieldId dated;         // set to today on the way; zero: none
    std::string_view key;  // catalogue: the button
};
/// The next step of a favour; null when there is none.
const FavourStep* next_step_of(const Workspace& workspace, RecordId favour);
/// Where favours of a direction go through, asked first. Those offered begin at offered instead.
std::span<const enum favour::stage> stages_of(enum favour::direction direction);

/// The button that takes a record one step on; empty if there is none.
std::string next_step_in_words(const Session& session, RecordId record);
void take_next_step(Session& session, RecordId record);

}  // namespace kith::ui
