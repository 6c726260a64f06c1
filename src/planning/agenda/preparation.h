// What to know of people before one meets them: how one knows them, what one shared last, what each owes the
// other, which goals they could help with, and what to ask. Read off the records; the wording is the
// screen's. O(records with the person + goals).
#pragma once

#include <optional>
#include <vector>

#include "planning/facts/cadence.h"
#include "planning/facts/due.h"

namespace kith {

/// Something open between the two.
struct OpenMatter {
    RecordId record;  // an action or a favour
    Message what;
    std::optional<Day> due;
};

/// A goal that the person could help with, and why it seems so.
struct GoalHelp {
    RecordId goal;
    bool told = false;  // they know of it
    Facts reasons;
};

struct PersonBrief {
    RecordId person;
    Facts who;                     // how you met, what is new with them
    std::vector<RecordId> shared;  // interactions that took place, the latest first
    std::vector<OpenMatter> mine;  // what you owe them
    std::vector<OpenMatter> theirs;
    std::vector<GoalHelp> goals;
    Facts ask;
};

PersonBrief brief_of(const Workspace& workspace, const ContactBook& contacts, RecordId person, Day today,
    std::size_t most_shared = 4);

/// Whom a planned meeting or event is about: who takes part, or whom one means to meet there; not oneself.
std::vector<RecordId> people_to_prepare_for(const Workspace& workspace, RecordId record);

}  // namespace kith
