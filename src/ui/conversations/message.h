// Writing to somebody: a beginning filled with what the two share, to be edited, then opened in the mail
// program, copied or kept. Kith sends nothing; noting that it was sent is offered after.
#pragma once

#include <optional>
#include <string>

#include "planning/agenda/agenda.h"
#include "planning/messages/drafts.h"
#include "ui/session/session.h"

namespace kith::ui {

struct MessageDialog {
    bool open = false;
    MessageRequest request;
    std::optional<AgendaItem> item;  // what is done by sending it
    std::string item_title;
    RecordId tells, asks_for;  // what else is noted by sending it: see WriteWish
    enum favour::kind favour_kind = favour::kind::none;
    MessageDraft draft;
    MessageDraft begun;  // as it was filled: nothing written by hand is thrown away unasked
    RecordId kept;       // the action that keeps it, if it was kept before
    std::string warning;
    bool handed_over = false;  // opened or copied: was it sent?
};

void open_message(Session& session, MessageDialog& dialog, WriteWish wish);
void draw_message(Session& session, MessageDialog& dialog);

}  // namespace kith::ui
