// Give & ask: what waits on the person, what waits on others, favours under way, what is done, and the year
// in counts both ways. No score (EVIDENCE.md, "Reciprocity").
#pragma once

#include <array>
#include <string>
#include <vector>

#include "ui/give/suggestions.h"
#include "ui/records/page.h"

namespace kith::ui {

/// Everything the screen shows, from the favours and promises there are. O(favours and actions).
struct GiveAndAsk {
    std::vector<RecordId> mine;      // favours and promises that wait on me: late, due, then without a day
    std::vector<RecordId> theirs;    // … on others
    std::vector<RecordId> underway;  // received, agreed to but not told the outcome of: shown with their path
    std::vector<RecordId> past;      // done, declined or told, the latest first
    int given = 0, received = 0;     // done within a year
    RecordId asked_most;             // within a year, at least twice
    int asked_most_times = 0;
    struct Promises {
        int kept = 0, late = 0, open = 0;
    };
    Promises my_promises, their_promises;
};
GiveAndAsk give_and_ask(const Workspace& workspace, Day today);

struct FavoursState {
    RecordPageState page;  // dialogs and what is shown to the end
    std::uint64_t revision = ~std::uint64_t{0};
    Day today{};
    GiveAndAsk shown;
    SuggestionState suggestions;  // introductions one could make
};
void draw_favours(Session& session, FavoursState& state, ImRect area, RecordForm& add);

}  // namespace kith::ui
