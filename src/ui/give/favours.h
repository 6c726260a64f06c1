// What was given and asked, as the screens need it: counts and dates both ways, never a score.
#pragma once

#include "planning/giving/favours.h"
#include "ui/session/session.h"
#include "widgets/widgets.h"

namespace kith::ui {

/// What one person was given, gave and was asked for (planning/facts/ledger.h), in sentences, with a note when
/// they were asked not long ago.
void draw_both_ways(Session& session, Flow& flow, RecordId person);

}  // namespace kith::ui
