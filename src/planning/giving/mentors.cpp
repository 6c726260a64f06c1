#include "planning/giving/mentors.h"

#include <algorithm>

#include "model/fields.h"
#include "planning/facts/cadence.h"
#include "planning/facts/expertise.h"
#include "planning/facts/ledger.h"

namespace kith {

namespace {

struct Ranked {
    Candidate candidate;
    std::size_t ways = 0;  // in which they know the field
    bool senior = false;
    int guidance = 0;  // given before
    std::optional<Day> last;
};

/// Whether the two are mentor and mentee as it is: such a person needs no finding.
bool already_guides(const Workspace& workspace, RecordId person) {
    return std::ranges::any_of(workspace.referrers(person, mentorship::person), [&](RecordId mentorship) {
        const auto stage = workspace.choice(mentorship, mentorship::stage);
        return workspace.choice(mentorship, mentorship::side) != mentorship::side::mentee &&
            (stage == mentorship::stage::active || stage == mentorship::stage::paused ||
                stage == mentorship::stage::asked);
    });
}

void add_what_speaks(Ranked& one, const Workspace& workspace, std::span<const Contact> contacts, Day today,
    const Rules& rules) {
    const RecordId person = one.candidate.person;
    Facts& reasons = one.candidate.reasons;
    one.senior = workspace.choice(person, person::standing) == person::standing::senior;
    if (one.senior) reasons.push_back({"fact.senior_to_you", {}});
    std::ranges::move(decides_facts(workspace, person), std::back_inserter(reasons));
    one.guidance = guidance_from(workspace, person);
    if (one.guidance > 0) reasons.push_back({"fact.guided_you", {one.guidance}});
    const Cadence cadence = cadence_of(workspace, person, contacts, today, rules);
    one.last = cadence.contacts.last;
    add_last_contact(reasons, one.last, today);
    Facts& cautions = one.candidate.cautions;
    if (auto caution = asked_recently(workspace, person, today, rules))
        cautions.push_back(std::move(*caution));
    if (cadence.dormant) cautions.push_back({"fact.dormant_tie", {}});
}

}  // namespace

std::vector<Candidate> find_mentors(const Workspace& workspace, const ContactBook& contacts,
    std::string_view field, Day today, const Rules& rules, std::size_t most) {
    TermMatcher matcher(subject_of(field));
    if (matcher.empty()) return {};
    std::vector<Ranked> ranked;
    workspace.for_each(Kind::person, [&](RecordId person) {
        if (workspace.flag(person, person::self)) return;
        Ranked one;
        one.candidate.person = person;
        one.candidate.reasons = expertise_in(workspace, person, matcher);
        one.ways = one.candidate.reasons.size();
        if (one.ways == 0 || already_guides(workspace, person)) return;
        add_what_speaks(one, workspace, contacts.of(person), today, rules);
        ranked.push_back(std::move(one));
    });
    std::ranges::stable_sort(ranked, [](const Ranked& a, const Ranked& b) {
        const auto key = [](const Ranked& one) {
            return std::tuple(one.ways, one.senior, one.guidance, one.last);
        };
        return key(a) > key(b);
    });
    return first_candidates(std::move(ranked), most);
}

Made ask_for_mentorship(
    RecordId person, std::string_view field, std::string_view name, Day today, Random& random) {
    Draft draft({"change.mentorship", {std::string(name)}});
    const RecordId made = draft.create(Kind::mentorship, random);
    draft.set(made, mentorship::person, Value::reference(person));
    draft.set(made, mentorship::side, mentorship::side::mentor);
    draft.set_text(made, mentorship::field, field);
    draft.set(made, mentorship::stage, mentorship::stage::asked);
    draft.set(made, mentorship::from, Value::day(today));
    return {std::move(draft), made};
}

}  // namespace kith
