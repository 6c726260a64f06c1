// "The same person?": pairs of people who may have been entered twice, looked at one after the other. They
// are joined, told apart for good, or left for later, as the person says.
#pragma once

#include <cstddef>
#include <vector>

#include "exchange/people/duplicates.h"
#include "ui/session/session.h"
#include "widgets/layout.h"

namespace kith::ui {

/// Goes on looking, a few milliseconds a frame. True while there is more to do.
bool look_for_duplicates(Session& session);
/// One line that says how many pairs there are and opens the first; nothing when there are none.
void duplicates_line(Session& session, Flow& flow);
void draw_duplicates(Session& session);

}  // namespace kith::ui
