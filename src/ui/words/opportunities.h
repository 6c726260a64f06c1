// Opportunities as the screens need them: stages in words, and the one door through which a card moves.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "planning/pursuits/pipeline.h"
#include "ui/session/session.h"

namespace kith::ui {

/// A stage as it is called on the screen: those Kith comes with are translated, others are the person's
/// words.
std::string stage_label(const Session& session, std::string_view stage);
/// The place of the stage an opportunity is in, among those there are; without one it is in the first.
std::size_t stage_index(const Workspace& workspace, RecordId opportunity, const std::vector<Stage>& stages);
/// Moves it and notes the day. One undo step.
void move_card(Session& session, RecordId opportunity, const Stage& stage);

/// The next step where the opportunity itself is named already.
std::string next_there_in_words(const Session& session, const OpportunityStep& next);

}  // namespace kith::ui
