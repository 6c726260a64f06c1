// The past: what there was on an earlier day, and which transactions still count; and what would be.
#pragma once

#include <vector>

#include "workspace/workspace.h"

namespace kith {

/// The workspace as it was at `end`: all transactions stamped until then, by whatever device. It is a copy of
/// its own, to be read. O(journal).
Workspace as_of(const Workspace& workspace, Instant end);

/// The workspace as it would be with a draft committed, as a copy of its own: for what is shown before it is
/// written. O(journal).
Result<Workspace> as_if(const Workspace& workspace, Draft draft, Instant now);

/// One entry of a history page.
struct HistoryEntry {
    std::uint32_t transaction = 0;  // index into Workspace::transactions()
    bool undone = false;            // taken back, and not done again since
};

/// All that was done, the latest first. Undo and redo are not listed: they show at what they were about. What was
/// undone with an import is marked as well, and that step is listed.
/// O(transactions log transactions).
std::vector<HistoryEntry> history_entries(const Workspace& workspace);

/// What one transaction did to one register.
struct PastChange {
    RecordId record;
    FieldId field;
    ElementId element;
    Value before, after;  // empty: nothing there
};
/// The first `most` changes of a transaction in the order of its records, those of hidden fields left out but
/// for records that came or went; of a merge also those that came in with it. O(its changes + history of
/// those shown; of a merge also transactions).
std::vector<PastChange> changes_of(const Workspace& workspace, std::uint32_t transaction, std::size_t most);

}  // namespace kith
