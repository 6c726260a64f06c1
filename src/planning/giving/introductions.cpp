#include "planning/giving/introductions.h"

#include <algorithm>
#include <map>

#include "model/fields.h"
#include "planning/facts/acquainted.h"
#include "planning/facts/expertise.h"
#include "planning/facts/terms.h"
#include "planning/facts/turned_down.h"
#include "workspace/names.h"

namespace kith {

namespace {

constexpr std::string_view suggestion = "introduction";
constexpr std::size_t too_common = 200;  // a word that so many say picks nobody out

/// One text of a person with its words: a need, or something they have.
struct Said {
    RecordId person;
    std::string_view text;
    std::vector<std::string> terms;
};

std::vector<Said> said_by(const Workspace& workspace, std::initializer_list<FieldId> fields) {
    std::vector<Said> all;
    SubjectReader subject_of;
    workspace.for_each(Kind::person, [&](RecordId person) {
        if (workspace.flag(person, person::self)) return;
        for (const FieldId field : fields) {
            workspace.for_each_element(person, field, [&](const Element& element) {
                const std::string_view text = element.value.as_text();
                all.push_back({person, text, subject_of(text)});
            });
        }
    });
    return all;
}

/// Which texts have a word like this one: words in order, so that those that begin alike stand together.
class WordsSaid {
public:
    explicit WordsSaid(const std::vector<Said>& all) {
        for (std::size_t i = 0; i < all.size(); ++i) {
            for (const std::string& term : all[i].terms)
                words_.emplace_back(term, i);
        }
        std::ranges::sort(words_);
    }

    template <typename Visit>
    void for_each_like(std::string_view term, Visit visit) const {
        // Words alike share their first four bytes at least, or are the same.
        const std::string_view start = term.substr(0, 4);
        auto at = std::ranges::lower_bound(words_, start, {}, [](const auto& one) { return one.first; });
        std::vector<std::size_t> found;
        for (; at != words_.end() && at->first.starts_with(start); ++at) {
            if (alike(term, at->first)) found.push_back(at->second);
        }
        if (found.size() > too_common) return;
        for (const std::size_t text : found)
            visit(text);
    }

private:
    std::vector<std::pair<std::string_view, std::size_t>> words_;
};

bool introduced(const Workspace& workspace, RecordId a, RecordId b) {
    for (const auto& [one, other] : {std::pair{a, b}, std::pair{b, a}}) {
        for (const RecordId favour : workspace.referrers(one, favour::person)) {
            if (workspace.reference(favour, favour::introduced) == other) return true;
        }
    }
    return false;
}

bool worth_suggesting(const Workspace& workspace, RecordId a, RecordId b) {
    return !acquainted(workspace, a, b) && !introduced(workspace, a, b) &&
        !was_turned_down(workspace, suggestion, a, b);
}

struct Pairing {
    std::size_t need = 0;
    std::size_t offer = 0;
    std::size_t words = 0;  // in common
    Day last;               // contact with the one who needs
    bool same_place = false;
};

bool in_same_place(const Workspace& workspace, RecordId a, RecordId b) {
    const std::string_view place = workspace.text(a, person::place);
    return !place.empty() && place == workspace.text(b, person::place);
}

/// Every need with everything that answers it, best first; only pairs that `accept` accepts.
template <typename Accept>
std::vector<Introduction> pair_up(
    const Workspace& workspace, const ContactBook& contacts, Day today, std::size_t most, Accept accept) {
    const auto needs = said_by(workspace, {person::needs});
    const auto offers = said_by(workspace, {person::offers, person::skills});
    const WordsSaid words(offers);
    std::map<std::pair<RecordId, RecordId>, Pairing> best;
    for (std::size_t need = 0; need < needs.size(); ++need) {
        std::map<std::size_t, std::size_t> common;
        for (const std::string& term : needs[need].terms)
            words.for_each_like(term, [&](std::size_t offer) { ++common[offer]; });
        for (const auto& [offer, count] : common) {
            const RecordId a = needs[need].person;
            const RecordId b = offers[offer].person;
            if (a == b || !accept(a, b)) continue;
            Pairing& pairing = best[{a, b}];
            if (count > pairing.words) pairing = {need, offer, count, {}, false};
        }
    }
    std::vector<Pairing> order;
    for (auto& [pair, pairing] : best) {
        pairing.last = summarise(contacts.of(pair.first), today).last.value_or(Day::min());
        pairing.same_place = in_same_place(workspace, pair.first, pair.second);
        order.push_back(pairing);
    }
    std::ranges::stable_sort(order, std::ranges::greater{},
        [](const Pairing& pairing) { return std::tuple(pairing.words, pairing.last, pairing.same_place); });
    std::vector<Introduction> found;
    for (const Pairing& pairing : order) {
        if (found.size() == most) break;
        const Said& need = needs[pairing.need];
        const Said& offer = offers[pairing.offer];
        if (!worth_suggesting(workspace, need.person, offer.person)) continue;
        Introduction one{.needs = need.person,
            .offers = offer.person,
            .need = std::string(need.text),
            .offer = std::string(offer.text),
            .reasons = {}};
        one.reasons.push_back({"fact.looks_for", {named(workspace, one.needs), one.need}});
        one.reasons.push_back({"fact.can_offer", {named(workspace, one.offers), one.offer}});
        if (pairing.same_place)
            one.reasons.push_back({"fact.both_in_place", {workspace.text(one.needs, person::place)}});
        found.push_back(std::move(one));
    }
    return found;
}

}  // namespace

std::vector<Introduction> introductions(
    const Workspace& workspace, const ContactBook& contacts, Day today, std::size_t most) {
    return pair_up(workspace, contacts, today, most, [](RecordId, RecordId) { return true; });
}

std::vector<Introduction> introductions_of(
    const Workspace& workspace, const ContactBook& contacts, RecordId person, Day today, std::size_t most) {
    return pair_up(workspace, contacts, today, most,
        [&](RecordId needs, RecordId offers) { return needs == person || offers == person; });
}

RecordId plan_introduction(Draft& draft, const Introduction& introduction, Day today, Random& random) {
    const RecordId favour = draft.create(Kind::favour, random);
    draft.set(favour, favour::direction, favour::direction::given);
    draft.set(favour, favour::kind, favour::kind::introduction);
    draft.set(favour, favour::person, Value::reference(introduction.needs));
    draft.set(favour, favour::introduced, Value::reference(introduction.offers));
    draft.set_text(favour, favour::about, introduction.need);
    draft.set(favour, favour::stage, favour::stage::offered);
    draft.set(favour, favour::asked_on, Value::date(PartialDate{std::chrono::year_month_day{today}}));
    return favour;
}

void turn_down_introduction(
    Draft& draft, const Introduction& introduction, std::string_view title, Day today, Random& random) {
    turn_down(draft, suggestion, introduction.needs, introduction.offers, title, today, random);
}

Made begin_introduction(const Introduction& introduction, std::string_view needs, std::string_view offers,
    Day today, Random& random) {
    Draft draft({"change.introduction", {std::string(needs), std::string(offers)}});
    const RecordId favour = plan_introduction(draft, introduction, today, random);
    return {std::move(draft), favour};
}

Draft refuse_introduction(
    const Introduction& introduction, std::string_view title, Day today, Random& random) {
    Draft draft({"change.not_suggested", {std::string(title)}});
    turn_down_introduction(draft, introduction, title, today, random);
    return draft;
}

void record_consent(Draft& draft, RecordId favour, RecordId person) {
    draft.add(favour, favour::consents, person);
}

bool both_agreed(const Workspace& workspace, RecordId favour) {
    bool one = false;
    bool other = false;
    workspace.for_each_element(favour, favour::consents, [&](const Element& element) {
        one |= element.value.as_reference() == workspace.reference(favour, favour::person);
        other |= element.value.as_reference() == workspace.reference(favour, favour::introduced);
    });
    return one && other;
}

}  // namespace kith
