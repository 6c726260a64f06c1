// What planning and the network say about one goal: who helps with what, what is missing, the closest way
// there. Read once for each state of the workspace, each day and each goal, never per frame; the contact
// graph behind the ways and the titles are kept up to date from what was touched, and read in slices the first
// time.
#pragma once

#include "network/snapshot.h"
#include "planning/goals/first_contacts.h"
#include "ui/session/session.h"

namespace kith::ui {

class GoalSight {
public:
    /// Valid until the next call for another goal or after a change. Nobody helps until the titles are read, and
    /// gaps name ways once these are known.
    const GoalCoverage& look(Insight& insight, RecordId goal, Day today);
    /// Whom to get to know for the goal that was looked at; nobody until the ways are known.
    const std::vector<FirstContact>& first_contacts() const { return first_; }
    /// Reads on for some milliseconds. True while there is more to read.
    bool reading() const { return reading_; }
    /// Changes when the result of look() changes.
    std::uint64_t version() const { return version_; }

private:
    GraphSnapshot people_;
    MadeFrom<std::uint64_t, Day> people_from_;  // the graph's revision, and the day
    GoalCover cover_;
    GoalCoverage coverage_;
    std::vector<FirstContact> first_;
    std::uint64_t version_ = 0;
    MadeFrom<RecordId, std::uint64_t, Day> coverage_from_;
    enum class Known : std::uint8_t { nothing, helpers, ways };
    Known known_ = Known::nothing;  // what coverage_ was read with
    Slices titles_;                 // being read, which comes before everything else
    bool reading_ = false;

    bool read_ways(Insight& insight, Day today);
};

/// The one of the session.
GoalSight& sight_of(Session& session);

}  // namespace kith::ui
