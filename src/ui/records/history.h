// What a record said before.
#pragma once

#include "ui/session/session.h"
#include "widgets/layout.h"

namespace kith::ui {

/// Every earlier value of the record, each to be brought back.
void draw_history(Session& session, Flow& flow, RecordId record);

}  // namespace kith::ui
