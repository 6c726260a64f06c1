// What becomes of a message that was begun: kept for later, or sent, with all that is done by sending it. A
// message that is kept is an Action whose notes are its text.
#pragma once

#include <optional>
#include <string_view>

#include "planning/agenda/agenda.h"
#include "planning/giving/favours.h"
#include "planning/messages/drafts.h"

namespace kith {

bool is_kept_message(const Workspace& workspace, RecordId action);
/// The kind, subject and body of one that is kept. To whom is for the caller to know.
MessageDraft kept_message(const Workspace& workspace, RecordId action);

/// Keeps a message for later, due today; `kept`: the action that keeps it already, or zero. `about`: what it
/// is about, or zero. `name`: the person's; `title`: what its step is called.
struct MessageToKeep {
    const MessageDraft& message;
    RecordId kept;
    RecordId about;
};
Draft keep_message(
    const MessageToKeep& keeping, std::string_view name, std::string_view title, Day today, Random& random);

/// A message that was sent, and what that does besides.
struct MessageSent {
    const MessageDraft& message;
    const AgendaItem* item = nullptr;  // done by it …
    std::string_view item_title;       // … as the person sees it
    RecordId tells;                    // the goal or achievement that they know of now
    std::optional<AskedFor> asked;     // the favour that they were asked for by it
    RecordId kept;                     // the action that kept it: done
};
/// One undo step. `name`: the person's.
Draft note_sent(
    const Workspace& workspace, const MessageSent& sent, std::string_view name, Day today, Random& random);

}  // namespace kith
