// What speaks for one person giving something that a goal needs. For coverage.cpp and gaps.cpp only.
#pragma once

#include <algorithm>
#include <boost/unordered/unordered_flat_map.hpp>

#include "planning/facts/terms.h"
#include "planning/goals/coverage.h"
#include "planning/goals/role_help.h"

namespace kith::goals {

/// What was found of one person.
struct PersonEvidence {
    EnumArray<NeedKind, Helper> needs;  // without evidence and asking where nothing speaks for them
    RoleProofs roles;
};

class GoalEvidence {
public:
    /// `roles` must stay, and be up to date whenever somebody is read.
    GoalEvidence(const Workspace& workspace, const RoleBook& roles, RecordId goal);

    PersonEvidence read(RecordId person);
    /// What was seen of an organisation is no longer so.
    void forget(RecordId organisation) {
        in_industry_.erase(organisation);
        finder_.forget(organisation);
    }

    /// One works there oneself.
    bool is_own(RecordId organisation) const {
        return std::ranges::contains(own_organisations_, organisation);
    }
    std::span<const RecordId> targets() const { return targets_; }
    /// The target that an organisation is, however it is spelt; none if it is no target.
    RecordId target_of(RecordId organisation) { return finder_.target_of(organisation); }

private:
    const Workspace& workspace_;
    RecordId goal_;
    RoleFinder finder_;
    std::vector<RecordId> targets_;
    std::vector<RecordId> own_organisations_;  // where one works oneself
    TermMatcher role_;
    TermMatcher industry_;
    TermMatcher skills_;
    boost::unordered_flat_map<RecordId, bool, IdHash> in_industry_;  // organisations looked at

    bool organisation_in_industry(RecordId organisation);
    void add_proofs(PersonEvidence& found) const;
    void read_affiliations(RecordId person, PersonEvidence& found);
    void read_skills(RecordId person, PersonEvidence& found);
    void read_favours(RecordId person, PersonEvidence& found);
    void read_mentorships(RecordId person, PersonEvidence& found) const;
    void read_what_they_gave(RecordId person, PersonEvidence& found) const;
    void read_closeness(RecordId person, PersonEvidence& found) const;
};

}  // namespace kith::goals
