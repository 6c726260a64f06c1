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

void open_preparation(Session& session, MeetingState& state, const ContactBook& contacts, RecordId record);
void open_review(Session& session, MeetingState& state, RecordId interaction);
void draw_meeting_dialogs(Session& session, MeetingState& state);

/// Each of the two (meeting_prepare.cpp, meeting_review.cpp).
void draw_preparation(Session& session, PreparationDialog& dialog);
void draw_review(Session& session, ReviewDialog& dialog);

/// "Coffee · in 3 days · How the new roster works".
std::string meeting_in_words(const Session& session, RecordId record);
/// "Tove Åkesson", or the event's name.
std::string meeting_with(const Session& session, RecordId record);

}  // namespace kith::ui
