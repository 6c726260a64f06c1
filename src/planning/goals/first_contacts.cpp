#include "planning/goals/first_contacts.h"

#include <algorithm>

#include "workspace/names.h"

namespace kith {

namespace {

struct Found {
    FirstContact first;
    std::size_t needs = 0;  // wanted ones that they could help with
};

/// Those who are proved to be able to, and have neither helped nor been asked, nor ever been spoken to.
std::vector<Found> who_could(const ContactBook& contacts, const GoalCoverage& coverage) {
    std::vector<Found> found;
    for (const NeedCoverage& need : coverage.needs) {
        if (!need.wanted) continue;
        for (const Helper& helper : need.proved_helpers()) {
            if (helper.gives || helper.waiting || !helper.asked.empty() ||
                !contacts.of(helper.person).empty())
                continue;
            auto at =
                std::ranges::find(found, helper.person, [](const Found& one) { return one.first.person; });
            if (at == found.end())
                at = found.insert(found.end(),
                    Found{
                        .first = {.person = helper.person, .need = need.need, .reasons = {}, .through = {}}});
            ++at->needs;
            for (const Message& fact : helper.evidence) {
                if (!std::ranges::contains(at->first.reasons, fact)) at->first.reasons.push_back(fact);
            }
        }
    }
    return found;
}

}  // namespace

std::vector<FirstContact> first_contacts(const Workspace& workspace, const ContactBook& contacts,
    const GoalCoverage& coverage, const WayTo& way, std::size_t most) {
    std::vector<Found> found = who_could(contacts, coverage);
    std::ranges::stable_sort(found, std::ranges::greater{}, &Found::needs);
    if (found.size() > most) found.resize(most);
    std::vector<FirstContact> firsts;
    for (Found& one : found) {
        std::vector<RecordId> people = way(one.first.person);
        if (people.size() > 1) {
            one.first.through = people.front();
            people.pop_back();
            one.first.reasons.push_back({"first.through", {names_of(workspace, people)}});
        } else if (people.empty()) {
            one.first.reasons.push_back({"first.no_way", {}});
        }
        firsts.push_back(std::move(one.first));
    }
    return firsts;
}

RecordId take_into_plan(
    Draft& draft, const FirstContact& first, RecordId goal, std::string_view title, Random& random) {
    GapStep step{.what = {}, .people = {first.person}, .minutes = 20};
    if (first.through) step.people.push_back(first.through);
    return take_into_plan(draft, step, goal, title, random);
}

Draft plan_first_contact(const FirstContact& first, RecordId goal, std::string_view title,
    std::string_view goal_title, Random& random) {
    Draft draft({"change.add_to", {std::string(title), std::string(goal_title)}});
    take_into_plan(draft, first, goal, title, random);
    return draft;
}

}  // namespace kith
