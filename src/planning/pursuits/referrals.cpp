#include "planning/pursuits/referrals.h"

#include <algorithm>
#include <map>

#include "model/fields.h"
#include "planning/facts/cadence.h"
#include "planning/facts/expertise.h"
#include "planning/facts/ledger.h"
#include "planning/facts/terms.h"
#include "workspace/names.h"

namespace kith {

namespace {

enum class Place : std::uint8_t { inside, was_inside, knows_inside };

struct Ranked {
    Place place = Place::knows_inside;
    bool decides = false;
    bool like_role = false;
    int circle = 5;  // 0 is the innermost
    std::optional<Day> last;
    Candidate candidate;
};

class ReferralFinder {
public:
    ReferralFinder(const Workspace& workspace, RecordId organisation, std::string_view role)
        : workspace_(workspace), organisation_(organisation), wanted_(terms_of(role)) {}

    std::map<RecordId, Ranked> find() {
        const std::string name = record_name(workspace_, organisation_);
        for (const RecordId affiliation : workspace_.referrers(organisation_, affiliation::organisation)) {
            const RecordId person = workspace_.reference(affiliation, affiliation::person);
            if (!workspace_.live(person) || workspace_.flag(person, person::self)) continue;
            const bool past = is_past(workspace_, affiliation);
            const std::string role(workspace_.text(affiliation, affiliation::role));
            Ranked& one = found_[person];
            one.candidate.person = person;
            one.place = std::min(one.place, past ? Place::was_inside : Place::inside);
            if (role.empty())
                one.candidate.reasons.push_back({past ? "fact.was_at" : "fact.is_at", {name}});
            else
                one.candidate.reasons.push_back(
                    {past ? "fact.was_in_role" : "fact.is_in_role", {role, name}});
            one.like_role |= has_all_terms(wanted_, role);
        }
        std::vector<RecordId> insiders;
        for (const auto& [person, one] : found_) {
            if (one.place == Place::inside) insiders.push_back(person);
        }
        for (const RecordId insider : insiders)
            add_who_knows(insider);
        return std::move(found_);
    }

private:
    const Workspace& workspace_;
    RecordId organisation_;
    std::vector<std::string> wanted_;
    std::map<RecordId, Ranked> found_;

    void add_who_knows(RecordId insider) {
        for (const auto [from, to] : {std::pair{tie::a, tie::b}, std::pair{tie::b, tie::a}}) {
            for (const RecordId tie : workspace_.referrers(insider, from)) {
                const RecordId person = workspace_.reference(tie, to);
                const bool over = !workspace_.date(tie, tie::until).empty();
                if (over || !workspace_.live(person) || workspace_.flag(person, person::self)) continue;
                Ranked& one = found_[person];
                one.candidate.person = person;
                if (one.place != Place::inside)
                    one.candidate.reasons.push_back({"fact.knows_inside", {named(workspace_, insider)}});
            }
        }
    }
};

}  // namespace

std::vector<Candidate> whom_to_ask_for_referral(const Workspace& workspace, const ContactBook& contacts,
    RecordId organisation, std::string_view role, Day today, const Rules& rules, std::size_t most) {
    std::vector<Ranked> ranked;
    for (auto& [person, one] : ReferralFinder(workspace, organisation, role).find()) {
        Facts& reasons = one.candidate.reasons;
        one.decides = workspace.has(person, person::decides, person::decides::hiring);
        if (one.decides) reasons.push_back({"fact.decides_hiring", {}});
        one.circle = circle_rank(workspace.choice(person, person::circle));
        const Cadence cadence = cadence_of(workspace, person, contacts.of(person), today, rules);
        one.last = cadence.contacts.last;
        add_last_contact(reasons, one.last, today);
        const Ledger ledger = ledger_with(workspace, person, today);
        if (ledger.received.done > 0) reasons.push_back({"fact.they_gave", {ledger.received.done}});
        if (ledger.given.done > 0) reasons.push_back({"fact.you_gave", {ledger.given.done}});
        if (auto caution = asked_recently(workspace, person, today, rules))
            one.candidate.cautions.push_back(std::move(*caution));
        if (cadence.dormant) one.candidate.cautions.push_back({"fact.dormant_tie", {}});
        if (!one.last) one.candidate.cautions.push_back({"fact.never_in_touch", {}});
        ranked.push_back(std::move(one));
    }
    std::ranges::stable_sort(ranked, [](const Ranked& a, const Ranked& b) {
        if (a.place != b.place) return a.place < b.place;
        const auto fits = [](const Ranked& one) { return one.decides || one.like_role; };
        if (fits(a) != fits(b)) return fits(a);
        return a.circle != b.circle ? a.circle < b.circle : a.last > b.last;
    });
    return first_candidates(std::move(ranked), most);
}

}  // namespace kith
