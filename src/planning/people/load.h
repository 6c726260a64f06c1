// What the chosen rhythms promise in a year, beside the time there is and what was done: and if it is too
// much, what to relax. Nothing is relaxed without a yes.
#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "planning/facts/cadence.h"

namespace kith {

/// The people who share a rhythm's origin, and what it asks of a month (of 365.25 / 12 days).
struct LoadShare {
    enum person::circle circle = person::circle::none;  // none: people with days of their own
    std::size_t people = 0;
    double a_month = 0;
};

/// One way to ask less of oneself.
struct Relaxation {
    // Whose members follow its default; none: people seen less often anyway.
    enum person::circle circle = person::circle::none;
    std::vector<RecordId> people;
    std::vector<std::chrono::days> every;  // the rhythm proposed, for each of them
    double saves_a_month = 0;
    Message reason;
};

struct Load {
    std::vector<LoadShare> shares;
    double promised_a_month = 0;
    double made_a_month = 0;  // contacts with people who have a rhythm, over the last 90 days
    int time_for = 0;         // a month, as the person said; 0: not said
    std::vector<Relaxation>
        proposal;  // taken together they bring it within the time there is, if anything can

    bool too_much() const { return time_for > 0 && promised_a_month > time_for; }
};

/// The proposal's rule: first those who are seen less often than promised anyway get their own usual gap as
/// rhythm; then, from the outermost circle inwards, its default is doubled for those who follow it; until
/// the promise fits. O(people + contacts).
Load yearly_load(const Workspace& workspace, const ContactBook& contacts, Day today, const Rules& rules);

/// What is asked of a month beside what was done: in a sentence.
Message load_fact(const Load& load);

/// Sets the proposed rhythms.
void relax(Draft& draft, const Relaxation& relaxation);
Draft relax_rhythms(std::span<const Relaxation> chosen);
/// For how many contacts a month there is time; 0: not said.
Draft set_time_for_contacts(const Workspace& workspace, int a_month);

}  // namespace kith
