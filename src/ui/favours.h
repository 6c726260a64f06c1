// What was given and asked, as the screens need it: counts and dates both ways, never a score.
#pragma once

#include <optional>
#include <vector>

#include "ui/session.h"
#include "ui/widgets.h"

namespace kith::ui {

bool is_given(const Workspace& workspace, RecordId favour);
/// Asked, offered or agreed: somebody still has something to do before it is done.
bool is_open_favour(const Workspace& workspace, RecordId favour);
/// Received and done, but not thanked for, or thanked without the outcome told.
bool owes_thanks(const Workspace& workspace, RecordId favour);

/// It is the person's own turn: to answer, to do, to thank, to tell; not theirs.
bool waits_on_me(const Workspace& workspace, RecordId favour);

/// Favours with one person, both ways, within a year before `today` where a day is known.
struct BothWays {
    int given = 0, received = 0;  // done, ever
    int asked_this_year = 0;      // by me, in the last 365 days
    std::optional<Day> last_given, last_received, last_asked;
};
/// O(favours with the person).
BothWays both_ways(const Workspace& workspace, RecordId person, Day today);
/// That in sentences, and a note when they were asked within the last 90 days.
void draw_both_ways(Session& session, Flow& flow, RecordId person);

}  // namespace kith::ui
