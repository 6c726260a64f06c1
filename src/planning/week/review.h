// A look back: over a week in ten minutes (what was done, what slipped and what stood in its way, what comes
// next), over a month or a year (what came of it). Counts of what is recorded; no marks out of ten.
#pragma once

#include <optional>
#include <vector>

#include "planning/week/proposal.h"

namespace kith {

/// What happened in a span of days.
struct LookBack {
    Day from;
    Day to;                            // the last day
    std::vector<RecordId> steps_done;  // Actions, by day
    std::vector<RecordId> milestones_reached;
    std::vector<RecordId> contacts;       // interactions that took place
    std::vector<RecordId> people;         // with whom, each once, most often first
    std::vector<RecordId> new_people;     // met in that time
    std::vector<RecordId> given;          // favours done for others
    std::vector<RecordId> received;       // favours done by others
    std::vector<RecordId> opportunities;  // that came or moved
    std::vector<RecordId> achievements;
    int promises_kept = 0;  // mine, by their day or without one
    int promises_late = 0;  // mine, kept after it
};

/// O(records of these kinds).
LookBack look_back(const Workspace& workspace, Day from, Day to);

/// The same, kept up to date from what was touched: for a span that is looked at again and again.
class LookingBack {
public:
    /// O(what was touched, and what is in the span); all anew for another span.
    const LookBack& look(const Workspace& workspace, Day from, Day to);

private:
    /// What happened, on which day, and in which list of LookBack it stands.
    struct Entry {
        std::size_t list = 0;
        Day on;
        RecordId record;

        auto operator<=>(const Entry&) const = default;
    };
    std::vector<Entry> entries_;  // sorted
    LookBack past_;
    std::size_t cursor_ = 0;

    void read(const Workspace& workspace, RecordId record);
    void tell(const Workspace& workspace);
};

/// "5 steps done", "In touch with 7 people, 2 of them new" …; "Nothing is noted for this time" if so.
Facts look_back_facts(const LookBack& past);

/// How much of a week's hours went into each share already, as the proposal would have counted it: steps with
/// their minutes, favours given and contacts with people who have a rhythm with those of the rules. Contacts
/// and favours count up to the share meant for them, so that a day full of meetings leaves the goals their
/// time. O(what is in `past`).
std::vector<WeekShare> minutes_done(
    const Workspace& workspace, const LookBack& past, int week_minutes, const Rules& rules);

struct SlippedItem {
    RecordId record;                 // of a step the Action, else what the mark is about
    std::optional<AgendaKind> kind;  // of what the agenda lists
    ElementId element;
    Message title;
    std::vector<RecordId> people;
    Facts reasons;  // what stood in its way as far as is recorded: it waits, its day passed, its goal rests
};

/// What was taken for the week and is not done, as it stands on `today`: by title. Follow-ups and the like
/// are done when they have left the agenda.
std::vector<SlippedItem> slipped_in_week(
    const Workspace& workspace, const Agenda& agenda, Day begin, Day today);

/// What to say of a week of which nothing slipped: that all of it was done, that nothing is left open (some was
/// moved or dropped), or that nothing was planned. O(actions and their history of weeks).
Message nothing_slipped(const Workspace& workspace, Day begin);

}  // namespace kith
