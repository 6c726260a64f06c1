// The weekly review, step by step: what was done, what slipped and why, what came of it, what comes next.
#pragma once

#include "ui/week/review.h"

namespace kith::ui {

/// The four steps, within the review's scrolling page.
void draw_review_steps(Session& session, ReviewState& state, const Agenda& agenda, Flow& flow);

}  // namespace kith::ui
