// The preparation sheet: for each person who they are, what was shared, what is open, which goals they could
// help with, what to ask; and a place for what one wants to bring up.
#pragma once

#include <string>

#include "ui/conversations/meeting.h"

namespace kith::ui {

void open_preparation(Session& session, MeetingState& state, RecordId record);
void draw_meeting_dialogs(Session& session, MeetingState& state);

/// Each of the two.
void draw_preparation(Session& session, PreparationDialog& dialog);

/// "Coffee · in 3 days · How the new roster works".
std::string meeting_in_words(const Session& session, RecordId record);
/// "Tove Åkesson", or the event's name.
std::string meeting_with(const Session& session, RecordId record);

}  // namespace kith::ui
