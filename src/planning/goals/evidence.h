// What speaks for one person giving something that a goal needs. For coverage.cpp and gaps.cpp only.
#pragma once

#include <boost/unordered/unordered_flat_map.hpp>

#include "planning/facts/terms.h"
#include "planning/goals/coverage.h"

namespace kith::goals {

/// What was found of one person, need by need; without evidence and asking where nothing speaks for them.
using PersonEvidence = EnumArray<NeedKind, Helper>;

class GoalEvidence {
public:
    GoalEvidence(const Workspace& workspace, RecordId goal);

    PersonEvidence read(RecordId person);
    /// What was seen of an organisation is no longer so.
    void forget(RecordId organisation) { in_industry_.erase(organisation); }

    std::span<const RecordId> targets() const { return targets_; }
    bool is_target(RecordId organisation) const;

private:
    const Workspace& workspace_;
    RecordId goal_;
    std::vector<RecordId> targets_;
    std::vector<RecordId> own_organisations_;  // where one works oneself
    TermMatcher role_;
    TermMatcher industry_;
    TermMatcher skills_;
    boost::unordered_flat_map<RecordId, bool, IdHash> in_industry_;  // organisations looked at

    bool organisation_in_industry(RecordId organisation);
    void read_affiliations(RecordId person, PersonEvidence& found);
    void read_skills(RecordId person, PersonEvidence& found);
    void read_favours(RecordId person, PersonEvidence& found);
    void read_mentorships(RecordId person, PersonEvidence& found) const;
    void read_what_they_gave(RecordId person, PersonEvidence& found) const;
    void read_closeness(RecordId person, PersonEvidence& found) const;
};

}  // namespace kith::goals
