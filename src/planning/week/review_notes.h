// What a person writes in the review of a week. There is no kind of record for it: it is a setting named after the
// week, which travels with backups and to other devices like all others.
#pragma once

#include <string>
#include <vector>

#include "workspace/workspace.h"

namespace kith {

/// One review.
struct ReviewNotes {
    Day week{};        // its first day
    std::string why;   // what stood in the way of what slipped
    std::string came;  // what came of the week
};
/// What was written of a week so far.
ReviewNotes review_notes(const Workspace& workspace, Day week);
/// Those that were finished, the latest first. O(settings).
std::vector<ReviewNotes> finished_reviews(const Workspace& workspace);
bool is_week_reviewed(const Workspace& workspace, Day week);

/// Writes what is new in it; `finished`: the week is reviewed.
Draft keep_review_notes(const Workspace& workspace, const ReviewNotes& notes, bool finished, Day today);

}  // namespace kith
