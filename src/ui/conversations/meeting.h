// Before and after a meeting: the preparation sheet, and the two-minute review. Both are opened by a wish,
// from Today, a person's timeline or the finder.
#pragma once

#include <string>
#include <vector>

#include "planning/agenda/meetings.h"
#include "planning/agenda/preparation.h"
#include "ui/session/session.h"

namespace kith::ui {

/// The sheet of a planned interaction, or of an event ahead.
struct PreparationDialog {
    bool open = false;
    RecordId record;
    std::vector<PersonBrief> people;
    std::string bring_up;  // what one wants to say: kept in the record's own words
};

/// A promise as it is typed: what, and by when.
struct PromiseLine {
    std::string what, due, error;
};

struct ReviewDialog {
    bool open = false;
    RecordId record;
    MeetingOutcome outcome = MeetingOutcome::took_place;
    std::string about, said, moved_to, error;
    PromiseLine mine, theirs;
};

struct MeetingState {
    PreparationDialog prepare;
    ReviewDialog review;
};

}  // namespace kith::ui
