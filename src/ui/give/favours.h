// What was given and asked, as the screens need it: counts and dates both ways, never a score.
#pragma once

#include "ui/session/session.h"
#include "widgets/widgets.h"

namespace kith::ui {

bool is_given(const Workspace& workspace, RecordId favour);
/// Asked, offered or agreed: somebody still has something to do before it is done.
bool is_open_favour(const Workspace& workspace, RecordId favour);
/// Received and done, but not thanked for, or thanked without the outcome told.
bool owes_thanks(const Workspace& workspace, RecordId favour);

/// It is the person's own turn: to answer, to do, to thank, to tell; not theirs.
bool waits_on_me(const Workspace& workspace, RecordId favour);

/// What one person was given, gave and was asked for (planning/facts/ledger.h), in sentences, with a note when
/// they were asked not long ago.
void draw_both_ways(Session& session, Flow& flow, RecordId person);

}  // namespace kith::ui
