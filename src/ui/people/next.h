// What is due with a person, as Today has it, and the rhythm of the tie: what was chosen, what is usual, and
// when one was last in touch.
#pragma once

#include "ui/people/person.h"

namespace kith::ui {

/// What is due with them and why, each with its step; and how often one is in touch.
void draw_what_is_next(Session& session, const PersonState& state, Flow& flow, RecordId person);

}  // namespace kith::ui
