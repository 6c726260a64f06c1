// "Same person?": people, and organisations, that may be here twice, looked at one after the other; and any two that
// somebody wants to be one. They are joined, told apart for good, or left for later, as the person says.
#pragma once

#include "exchange/people/joining.h"
#include "ui/session/session.h"
#include "widgets/layout.h"

namespace kith::ui {

/// Goes on looking, a few milliseconds a frame. True while there is more to do.
bool look_for_duplicates(Session& session);
/// Whether all were looked through, and some pairs found.
bool has_duplicates(const Session& session);
/// One line that says how many pairs there are and opens them; nothing when there are none.
void duplicates_line(Session& session, Flow& flow);

/// Shows two of one kind, to be joined if the person still wants it then.
void open_pair(Session& session, RecordId a, RecordId b);
/// Asks with whom a person, or an organisation, is to be joined; then shows the two.
void ask_merge_with(Session& session, RecordId record);

/// Whether the questions are open here.
bool shows_duplicates(Session& session);
/// The screen of them, in the place of the one that opened it.
void draw_duplicates(Session& session, ImRect area);
/// The dialog of ask_merge_with.
void draw_merge_with(Session& session);

}  // namespace kith::ui
