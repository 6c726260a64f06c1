// History: every step there was, each to be looked at, taken back, or seen as it was then.
#pragma once

#include <string>
#include <vector>

#include "ui/history/undoing_import.h"
#include "ui/session/session.h"
#include "widgets/table.h"
#include "workspace/looking_back.h"

namespace kith::ui {

struct HistoryState {
    std::string filter, listed_for;
    MadeFrom<std::uint64_t, std::string> entries_from;  // the workspace's revision, and the filter
    std::vector<HistoryEntry> entries;
    TableState table;
    bool open = false;  // one step in a dialog …
    HistoryEntry step;
    std::vector<std::string> changes;       // … what it changed, in words
    std::vector<std::uint32_t> dependents;  // … what stands in the way of taking it back
    UndoingImportPtr import;                // … or, of an import, what goes back with it
};
void draw_history_screen(Session& session, HistoryState& state, ImRect area);

}  // namespace kith::ui
