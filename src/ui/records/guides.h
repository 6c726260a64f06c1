// The playbook's guides on the screen: which one is of use where, and the dialog that shows it.
#pragma once

#include "planning/messages/guides.h"
#include "ui/session/session.h"

namespace kith::ui {

struct GuideDialog {
    bool open = false;
    const Guide* guide = nullptr;
};
void draw_guide(Session& session, GuideDialog& dialog);

/// The guide for the page of a record, and for a kind of record or message that is about to be made; empty:
/// none.
std::string_view guide_for(const Workspace& workspace, RecordId record);
std::string_view guide_for(Kind kind);
std::string_view guide_for(DraftKind kind);

/// The quiet button that opens one.
Button how_to_button(const Session& session);

}  // namespace kith::ui
