// The two-minute review after a meeting: did it take place, what was said, and what each of the two promised.
#pragma once

#include "ui/conversations/meeting.h"

namespace kith::ui {

void open_review(Session& session, MeetingState& state, RecordId interaction);

void draw_review(Session& session, ReviewDialog& dialog);

}  // namespace kith::ui
