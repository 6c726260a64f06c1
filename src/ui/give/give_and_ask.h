#pragma once

#include <vector>

#include "workspace/workspace.h"

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

}  // namespace kith::ui
