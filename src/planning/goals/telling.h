// Keeping people informed: who has been told of an achievement or a goal, and who should be, each with the
// reason. Telling is the person's: a draft is written (messages/drafts.h, share_news), and noted once it is
// sent.
#pragma once

#include <vector>

#include "base/random.h"
#include "insight/contact_book.h"
#include "model/fields.h"
#include "planning/facts/due.h"
#include "planning/facts/rules.h"
#include "planning/goals/coverage.h"
#include "workspace/edits.h"

namespace kith {

struct PersonToTell {
    RecordId person;
    Facts reasons;
};

/// For an achievement: who is noted to be told; who gives something for one of its goals; who could speak for
/// one there; one's mentors – without those who were told. In this order. O(goals × people).
std::vector<PersonToTell> whom_to_tell(const Workspace& workspace, const ContactBook& contacts,
    const RoleBook& roles, RecordId achievement, Day today, const Rules& rules = {}, std::size_t most = 12);

/// For a goal: who is noted to be told, then who gives something for it, without those who were told.
std::vector<PersonToTell> whom_to_tell(const Workspace& workspace, const GoalCoverage& coverage);

/// Achievements for a goal of which somebody who should be told has not been, latest first.
std::vector<RecordId> achievements_to_tell(const Workspace& workspace, RecordId goal);

/// Notes that a person was told of an achievement or goal; they need not be told any more.
void note_told(Draft& draft, RecordId achievement_or_goal, RecordId person);

/// How telling went: kept as an interaction with the person, from which what_they_said reads it again.
struct TellingNote {
    RecordId person;
    enum interaction::kind kind = interaction::kind::message;
    std::string_view summary;  // "Told of: Lead a cardiac ward"
    std::string_view said;     // may be empty
    Day on;
};
RecordId note_told(Draft& draft, RecordId achievement_or_goal, const TellingNote& note, Random& random);

// The same as what a person means to do. `name`: the person's; `title`: the goal's or achievement's.
Draft note_telling(RecordId achievement_or_goal, const TellingNote& note, std::string_view name,
    std::string_view title, Random& random);
/// They need to hear of it. Who is named may be new.
Draft mean_to_tell(RecordId achievement_or_goal, const Named& person, std::string_view name,
    std::string_view title, Random& random);
/// They do not know of it after all.
Draft forget_telling(const FieldWords& words, RecordId achievement_or_goal, RecordId person);

struct WasTold {
    RecordId person;
    PartialDate on;         // empty: not noted
    std::string_view said;  // likewise
};
/// Everyone who was told, in the order of the field. O(interactions with them).
std::vector<WasTold> who_was_told(const Workspace& workspace, RecordId achievement_or_goal);

}  // namespace kith
