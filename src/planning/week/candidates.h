// What could be done this week, before anything is chosen. For proposal.cpp and review.cpp only.
#pragma once

#include <boost/unordered/unordered_flat_map.hpp>

#include "planning/week/proposal.h"

namespace kith::week {

struct Candidate {
    WeekItem item;
    bool must = false;
    bool pressing = false;
    bool asks = false;        // something of its people
    bool later = false;       // moved to a later week, or left out of this one
    int closeness = 5;        // of its first person: circle_rank
    std::size_t in_plan = 0;  // place among the steps of its goal
    std::size_t goal_rank = 0;
};

/// What was said of an item in a week: a mark's week, and whether it was accepted or left out.
struct Mark {
    RecordId action;
    Day week;
    bool left_out = false;
};
using Marks = boost::unordered_flat_map<std::string, Mark>;

/// By mark_key; the latest week counts. O(actions).
Marks read_marks(const Workspace& workspace);
/// "week:agenda.follow_up:<record>:<element>"
std::string mark_key(const WeekItem& item);
/// As it stands in action.settles.
std::string mark_settles(const WeekItem& item);

/// Everything from the agenda, the plans of active goals and their "if … then" plans, musts first, then
/// pressing ones, then by day. O(agenda + actions).
std::vector<Candidate> read_candidates(
    const Workspace& workspace, const Agenda& agenda, Day today, Day begin, const Rules& rules);

/// The active goals, by priority (1 first, none last), then id.
std::vector<RecordId> goals_by_priority(const Workspace& workspace);

}  // namespace kith::week
