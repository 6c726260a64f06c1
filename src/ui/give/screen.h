// Give & ask: what waits on the person, what waits on others, favours under way, what is done, and the year
// in counts both ways. No score (EVIDENCE.md, "Reciprocity").
#pragma once

#include <array>
#include <string>
#include <vector>

#include "ui/give/give_and_ask.h"
#include "ui/give/suggestions.h"
#include "ui/records/page.h"

namespace kith::ui {

struct FavoursState {
    RecordPageState page;  // dialogs and what is shown to the end
    Kept<GiveAndAsk, Moment> shown;
    SuggestionState suggestions;  // introductions one could make
};
void draw_favours(Session& session, FavoursState& state, ImRect area, RecordForm& add);

}  // namespace kith::ui
