#include "planning/mentors.h"

#include <algorithm>

#include "model/fields.h"
#include "planning/cadence.h"
#include "planning/ledger.h"
#include "planning/terms.h"
#include "workspace/names.h"

namespace kith {

namespace {

constexpr SpanKeys last_contact_span{"fact.last_contact_days", "fact.last_contact_weeks",
    "fact.last_contact_months", "fact.last_contact_years"};

struct Ranked {
    Candidate candidate;
    int ways = 0;  // in which they know the field
    bool senior = false;
    int guidance = 0;  // given before
    std::optional<Day> last;
};

class MentorFinder {
public:
    MentorFinder(const Workspace& workspace, std::string_view field)
        : workspace_(workspace), wanted_(terms_of(field)) {}

    bool nothing_asked() const { return wanted_.empty(); }

    /// The ways in which a person knows the field, as facts.
    Facts knows_field(RecordId person) const {
        Facts facts;
        for (const FieldId field : {person::skills, person::offers}) {
            workspace_.for_each_element(person, field, [&](const Element& element) {
                if (shares_term(wanted_, element.value.as_text()))
                    facts.push_back({"fact.has_skill", {std::string(element.value.as_text())}});
            });
        }
        for (const RecordId affiliation : affiliations_of(workspace_, person)) {
            const std::string_view role = workspace_.text(affiliation, affiliation::role);
            const RecordId organisation = workspace_.reference(affiliation, affiliation::organisation);
            const std::string name = record_name(workspace_, organisation);
            const bool past = is_past(workspace_, affiliation);
            if (shares_term(wanted_, role) ||
                shares_term(wanted_, workspace_.text(affiliation, affiliation::department)))
                facts.push_back({past ? "fact.was_in_role" : "fact.is_in_role", {std::string(role), name}});
            else if (shares_term(wanted_, name) || in_industry(organisation))
                facts.push_back({past ? "fact.was_at" : "fact.is_at", {name}});
        }
        workspace_.for_each_element(person, person::industries, [&](const Element& element) {
            if (shares_term(wanted_, element.value.as_text()))
                facts.push_back({"fact.in_industry", {std::string(element.value.as_text())}});
        });
        if (facts.empty() && shares_term(wanted_, workspace_.text(person, person::headline)))
            facts.push_back(
                {"fact.says_of_themselves", {short_text(workspace_.text(person, person::headline))}});
        return facts;
    }

private:
    const Workspace& workspace_;
    std::vector<std::string> wanted_;

    bool in_industry(RecordId organisation) const {
        bool found = false;
        workspace_.for_each_element(organisation, organisation::industries,
            [&](const Element& element) { found |= shares_term(wanted_, element.value.as_text()); });
        return found;
    }
};

int guidance_from(const Workspace& workspace, RecordId person) {
    int count = 0;
    for (const RecordId favour : workspace.referrers(person, favour::person)) {
        const std::string_view kind = workspace.text(favour, favour::kind);
        const std::string_view stage = workspace.text(favour, favour::stage);
        const bool done = stage == "done" || stage == "thanked" || stage == "told";
        const bool guiding =
            kind == "advice" || kind == "feedback" || kind == "mentoring" || kind == "support";
        if (done && guiding && workspace.text(favour, favour::direction) != "given") ++count;
    }
    return count;
}

}  // namespace

std::vector<Candidate> find_mentors(const Workspace& workspace, const ContactBook& contacts,
    std::string_view field, Day today, const Rules& rules, std::size_t most) {
    const MentorFinder finder(workspace, field);
    std::vector<Ranked> ranked;
    if (finder.nothing_asked()) return {};
    workspace.for_each(Kind::person, [&](RecordId person) {
        if (workspace.flag(person, person::self)) return;
        Ranked one;
        one.candidate = {.person = person, .reasons = finder.knows_field(person), .cautions = {}};
        one.ways = static_cast<int>(one.candidate.reasons.size());
        if (one.ways == 0) return;
        Facts& reasons = one.candidate.reasons;
        one.senior = workspace.text(person, person::standing) == "senior";
        if (one.senior) reasons.push_back({"fact.senior_to_you", {}});
        workspace.for_each_element(person, person::decides, [&](const Element& element) {
            reasons.push_back({element.value.as_text() == "hiring" ? "fact.decides_hiring"
                    : element.value.as_text() == "promotion"       ? "fact.decides_promotion"
                                                                   : "fact.decides_funding",
                {}});
        });
        one.guidance = guidance_from(workspace, person);
        if (one.guidance > 0) reasons.push_back({"fact.guided_you", {std::to_string(one.guidance)}});
        const Cadence cadence = cadence_of(workspace, person, contacts.of(person), today, rules);
        one.last = cadence.contacts.last;
        if (one.last && *one.last < today) reasons.push_back(spell(last_contact_span, today - *one.last));
        if (auto caution = asked_recently(workspace, person, today, rules))
            one.candidate.cautions.push_back(std::move(*caution));
        if (cadence.dormant) one.candidate.cautions.push_back({"fact.dormant_tie", {}});
        ranked.push_back(std::move(one));
    });
    std::ranges::stable_sort(ranked, [](const Ranked& a, const Ranked& b) {
        const auto key = [](const Ranked& one) {
            return std::tuple(one.ways, one.senior, one.guidance, one.last);
        };
        return key(a) > key(b);
    });
    std::vector<Candidate> found;
    for (Ranked& one : ranked) {
        if (found.size() == most) break;
        found.push_back(std::move(one.candidate));
    }
    return found;
}

}  // namespace kith
