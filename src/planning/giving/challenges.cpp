#include "planning/giving/challenges.h"

#include <algorithm>

#include "model/fields.h"
#include "planning/facts/cadence.h"
#include "planning/facts/expertise.h"
#include "planning/facts/ledger.h"
#include "workspace/names.h"

namespace kith {

namespace {

constexpr int close_circle = 1;  // the circles of 5 and 15

struct Ranked {
    Candidate candidate;
    bool helped_before = false;
    std::size_t ways = 0;
    int guidance = 0;
    bool guides_now = false;
    int circle = 5;
    std::optional<Day> last;
};

class HelpFinder {
public:
    HelpFinder(const Workspace& workspace, const ContactBook& contacts, std::string_view matter,
        RecordId challenge, Day today, const Rules& rules)
        : workspace_(workspace),
          contacts_(contacts),
          matter_(subject_of(matter)),
          challenge_(challenge),
          today_(today),
          rules_(rules) {
        if (challenge_) similar_ = similar_challenges(workspace, challenge_);
    }

    std::vector<Candidate> find(std::size_t most) {
        std::vector<Ranked> ranked;
        workspace_.for_each(Kind::person, [&](RecordId person) {
            if (workspace_.flag(person, person::self) || names(challenge_, person)) return;
            if (auto one = rank(person)) ranked.push_back(std::move(*one));
        });
        std::ranges::stable_sort(ranked, [](const Ranked& a, const Ranked& b) {
            const auto key = [](const Ranked& one) {
                return std::tuple(
                    one.helped_before, one.ways, one.guidance + one.guides_now, -one.circle, one.last);
            };
            return key(a) > key(b);
        });
        return first_candidates(std::move(ranked), most);
    }

private:
    const Workspace& workspace_;
    const ContactBook& contacts_;
    TermMatcher matter_;
    RecordId challenge_;
    Day today_;
    const Rules& rules_;
    std::vector<RecordId> similar_;

    bool names(RecordId challenge, RecordId person) const {
        bool found = false;
        workspace_.for_each_element(challenge, challenge::people,
            [&](const Element& element) { found |= element.value.as_reference() == person; });
        return found;
    }

    std::optional<Ranked> rank(RecordId person) {
        Ranked one;
        one.candidate.person = person;
        Facts& reasons = one.candidate.reasons;
        for (const RecordId before : similar_) {
            if (!names(before, person)) continue;
            one.helped_before = true;
            reasons.push_back({"fact.turned_to_before", {named(workspace_, before)}});
        }
        Facts expertise = expertise_in(workspace_, person, matter_);
        one.ways = expertise.size();
        std::ranges::move(expertise, std::back_inserter(reasons));
        add_guidance(one);
        one.circle = circle_rank(workspace_.choice(person, person::circle));
        const bool kin = workspace_.flag(person, person::kin);
        if (one.circle <= close_circle)
            reasons.push_back({"fact.in_close_circle", {workspace_.text(person, person::circle)}});
        if (kin) reasons.push_back({"fact.family", {}});
        if (reasons.empty()) return std::nullopt;
        const Cadence cadence = cadence_of(workspace_, person, contacts_.of(person), today_, rules_);
        one.last = cadence.contacts.last;
        add_last_contact(reasons, one.last, today_);
        if (auto caution = asked_recently(workspace_, person, today_, rules_))
            one.candidate.cautions.push_back(std::move(*caution));
        if (cadence.dormant) one.candidate.cautions.push_back({"fact.dormant_tie", {}});
        return one;
    }

    void add_guidance(Ranked& one) const {
        const RecordId person = one.candidate.person;
        one.guidance = guidance_from(workspace_, person);
        if (one.guidance > 0) one.candidate.reasons.push_back({"fact.guided_you", {one.guidance}});
        for (const RecordId mentorship : workspace_.referrers(person, mentorship::person)) {
            if (workspace_.choice(mentorship, mentorship::side) == mentorship::side::mentee ||
                workspace_.choice(mentorship, mentorship::stage) != mentorship::stage::active)
                continue;
            one.guides_now = true;
            one.candidate.reasons.push_back({"fact.is_your_mentor", {}});
        }
    }
};

std::string matter_of(const Workspace& workspace, RecordId challenge) {
    return std::string(workspace.text(challenge, challenge::title)) + "\n" +
        std::string(workspace.text(challenge, challenge::notes));
}

}  // namespace

std::vector<Candidate> whom_to_turn_to(const Workspace& workspace, const ContactBook& contacts,
    RecordId challenge, Day today, const Rules& rules, std::size_t most) {
    return HelpFinder(workspace, contacts, matter_of(workspace, challenge), challenge, today, rules)
        .find(most);
}

std::vector<Candidate> whom_to_turn_to(const Workspace& workspace, const ContactBook& contacts,
    std::string_view matter, Day today, const Rules& rules, std::size_t most) {
    return HelpFinder(workspace, contacts, matter, {}, today, rules).find(most);
}

std::vector<RecordId> similar_challenges(const Workspace& workspace, RecordId challenge) {
    const auto wanted = terms_of(workspace.text(challenge, challenge::title));
    std::vector<RecordId> found;
    workspace.for_each(Kind::challenge, [&](RecordId other) {
        if (other == challenge || workspace.text(other, challenge::helped).empty()) return;
        if (shares_term(wanted, matter_of(workspace, other))) found.push_back(other);
    });
    std::ranges::stable_sort(found, std::ranges::greater{}, [&](RecordId other) {
        return workspace.date(other, challenge::from).earliest().value_or(Day::min());
    });
    return found;
}

Draft turn_to(RecordId challenge, RecordId person, std::string_view name, std::string_view title) {
    Draft draft({"change.add_to", {std::string(name), std::string(title)}});
    draft.add(challenge, challenge::people, person);
    return draft;
}

}  // namespace kith
