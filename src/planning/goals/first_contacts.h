// Whom to get to know for a goal: people who are proved to be able to help with what it needs, and with whom there
// was no contact yet, each with what speaks for it and whom to ask for an introduction. Nobody is written to by Kith.
#pragma once

#include <functional>
#include <string_view>
#include <vector>

#include "planning/goals/coverage.h"

namespace kith {

struct FirstContact {
    RecordId person;
    NeedKind need = NeedKind::openings;  // the first wanted one that they could help with
    Facts reasons;
    RecordId through;  // who could introduce one; none: one writes to them oneself
};

/// The people from the first to ask to the one to reach; empty where the network knows no way.
using WayTo = std::function<std::vector<RecordId>(RecordId)>;

/// Those who could help with most of the needs first, then by the order of the coverage. O(helpers) and one
/// question for a way each.
std::vector<FirstContact> first_contacts(const Workspace& workspace, const ContactBook& contacts,
    const GoalCoverage& coverage, const WayTo& way, std::size_t most = 5);

/// Makes it a step of the goal: "Introduction to Karin Holm through Maja Lindqvist", in words as the person
/// sees them.
RecordId take_into_plan(
    Draft& draft, const FirstContact& first, RecordId goal, std::string_view title, Random& random);

/// The same as what a person means to do. `goal_title`: the goal's.
Draft plan_first_contact(const FirstContact& first, RecordId goal, std::string_view title,
    std::string_view goal_title, Random& random);

}  // namespace kith
