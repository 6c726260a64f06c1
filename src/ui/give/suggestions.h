// What planning suggests, on the pages where it is of use: introductions one could make, whom to turn to, who
// could mentor, who seems to know whom. Each says why, is taken up with one press, and is not made again
// after a no.
#pragma once

#include <string>
#include <vector>

#include "planning/giving/challenges.h"
#include "planning/giving/introductions.h"
#include "planning/people/suggested_ties.h"
#include "planning/pursuits/pipeline.h"
#include "ui/records/page.h"

namespace kith::ui {

/// Suggestions as of one state of the workspace and one day; made anew when either changes.
struct SuggestionState {
    MadeFrom<Moment, RecordId, std::string> made;  // what follows, about a record or with some words
    std::vector<Introduction> introductions;
    std::vector<Candidate> candidates;
    std::vector<SuggestedTie> ties;
    OpportunityView opportunity;
};

/// What planning says about an opportunity.
const OpportunityView& opportunity_view(Session& session, SuggestionState& state, RecordId opportunity);

/// Facts as one line.
std::string facts_in_words(const Session& session, const Facts& facts, std::size_t most = 3);

/// Introductions one could make, in Give & ask. Nothing is drawn when there are none.
void draw_introductions(Session& session, SuggestionState& state, Flow& flow);
/// Whom to turn to in a challenge, on its page.
void draw_whom_to_turn_to(Session& session, SuggestionState& state, Flow& flow, RecordId challenge);
/// Who seems to know a person, on theirs; in the panel's own rows.
void draw_suggested_ties(Session& session, SuggestionState& state, Flow& flow, RecordId person);

/// The dialog that looks for a mentor among one's own contacts.
struct MentorSearch {
    bool open = false;
    std::string field;
    SuggestionState found;
};
void draw_mentor_search(Session& session, MentorSearch& search);

}  // namespace kith::ui
