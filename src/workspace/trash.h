// The trash: what goes there with a record because it says nothing without it, what comes back with it, and
// emptying it by hand. One table (trash.cpp) says what belongs to what.
#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "workspace/workspace.h"

namespace kith {

/// A record of the field's kind belongs to what the field names, and says nothing without it. `alone`: only if it
/// names nobody else.
struct Belonging {
    FieldId field;
    bool alone = false;
};
std::span<const Belonging> ways_to_belong();

/// Live records that would go with one: a person's ties, jobs, favours and the conversations they had
/// alone with them; a goal's steps. O(references to it).
std::vector<RecordId> belongings(const Workspace& workspace, RecordId record);

/// Puts a record and its belongings into the trash.
void trash_whole(Draft& draft, const Workspace& workspace, RecordId record);

/// What went to the trash with a record, in the same step, and is there still.
std::vector<RecordId> went_along(const Workspace& workspace, RecordId record);
/// Whether something went along with a record that it belongs to, and would come back with that.
bool is_along(const Workspace& workspace, RecordId record);

/// Takes a record and what went along out of the trash.
void restore_whole(Draft& draft, const Workspace& workspace, RecordId record);

/// Everything in the trash.
std::vector<RecordId> all_trashed(const Workspace& workspace);
/// The same as a person sees it: what was deleted for itself, each with what went along; the latest first.
/// O(trash log trash).
struct Deleted {
    RecordId record;
    Stamp at;
    std::vector<RecordId> along;
};
std::vector<Deleted> deleted(const Workspace& workspace);
/// Clears a record for good: nothing of it is shown any more. Only the history still knows it.
void erase(Draft& draft, const Workspace& workspace, RecordId record);

// What a person means to do, each a draft. Labels are said in the words of the screen.

/// Deletes records with all that belongs to them.
Draft delete_whole(Message label, const Workspace& workspace, std::span<const RecordId> records);
/// Deletes one alone: a step of a plan, whose notes and followers stay.
Draft delete_alone(RecordId record, std::string_view title);
Draft bring_back(const Workspace& workspace, RecordId record, std::string_view title);
/// Clears all that is in the trash.
Draft empty_trash(const Workspace& workspace);

}  // namespace kith
