// All places that show records other than people: lists, boards, the ledger, and the page of each record.
// App gives them one line; what they draw follows from the address.
#pragma once

#include <map>

#include "ui/give/screen.h"
#include "ui/goals/profile.h"
#include "ui/goals/start.h"
#include "ui/opportunities/screen.h"
#include "ui/records/list.h"
#include "ui/records/page.h"

namespace kith::ui {

struct RecordsState {
    std::map<Kind, RecordListState> lists;
    RecordPageState page;
    FavoursState favours;
    OpportunitiesState opportunities;
    MentorSearch mentors;
    GoalStart goal_start;
    ProfileDialog profile;
    RecordForm add;
};

/// The numbers beside the places in the rail.
struct RecordCounts {
    std::size_t people = 0;         // but for oneself
    std::size_t goals = 0;          // active
    std::size_t opportunities = 0;  // all on the board
    std::size_t favours = 0;        // waiting on the person: promised, asked of them, thanks to give
};
RecordCounts count_records(const Workspace& workspace);

/// The place where one is, which is one of these.
void draw_records(Session& session, RecordsState& state, ImRect area);
/// The dialogs that belong to them; drawn whatever is shown.
void draw_records_dialogs(Session& session, RecordsState& state);

}  // namespace kith::ui
