#include "planning/pursuits/yields.h"

#include <algorithm>
#include <set>

#include "model/fields.h"
#include "model/meanings.h"

namespace kith {

namespace {

struct ByKey {
    bool operator()(const Effort& a, const Effort& b) const { return a.key() < b.key(); }
};

/// Everything one opportunity can be traced to, each once.
class Trace {
public:
    Trace(const Workspace& workspace, RecordId opportunity) : workspace_(workspace) {
        workspace.for_each_element(opportunity, opportunity::came_of,
            [&](const Element& element) { follow(element.value.as_reference()); });
        follow(workspace.reference(opportunity, opportunity::source));
        follow(workspace.reference(opportunity, opportunity::referrer));
        for (const RecordId favour : workspace.referrers(opportunity, favour::opportunity))
            follow(favour);
        add({.known = workspace.choice(opportunity, opportunity::advertised)});
    }

    std::set<RecordId> people;
    std::set<RecordId> events;
    std::set<RecordId> organisations;
    std::set<Effort, ByKey> efforts;
    std::vector<RecordId> found;

private:
    const Workspace& workspace_;
    std::set<RecordId> seen_;

    void add(const Effort& effort) {
        if (!effort.key().empty()) efforts.insert(effort);
    }

    void follow(RecordId record) {
        if (!record || !workspace_.live(record) || !seen_.insert(record).second) return;
        found.push_back(record);
        switch (kind_of(record)) {
            case Kind::person:
                if (workspace_.flag(record, person::self)) return;
                people.insert(record);
                follow(workspace_.reference(record, person::met_at));
                break;
            case Kind::favour:
                // Given ones lead to things as well; what counts as an effort is what was asked for.
                if (workspace_.choice(record, favour::direction) != favour::direction::given)
                    add({.favour = workspace_.choice(record, favour::kind)});
                follow(workspace_.reference(record, favour::person));
                follow(workspace_.reference(record, favour::led_from));
                break;
            case Kind::interaction: follow(workspace_.reference(record, interaction::event)); break;
            case Kind::event:
                events.insert(record);
                follow(workspace_.reference(record, event::organisation));
                break;
            case Kind::organisation: follow_organisation(record); break;
            case Kind::project:
                follow_organisation(workspace_.reference(record, project::organisation));
                break;
            default: break;
        }
    }

    void follow_organisation(RecordId organisation) {
        if (is_membership(workspace_.choice(organisation, organisation::kind)))
            organisations.insert(organisation);
    }
};

void count(Yield& yield, StageMark furthest) {
    ++yield.leads;
    if (furthest >= StageMark::talks) ++yield.talks;
    if (furthest >= StageMark::offer) ++yield.offers;
    if (furthest == StageMark::won) ++yield.won;
}

template <typename Key>
void count_for(std::vector<Yield>& yields, Key key, auto Yield::* member, StageMark furthest) {
    auto at = std::ranges::find(yields, key, member);
    if (at == yields.end()) {
        Yield fresh;
        fresh.*member = key;
        at = yields.insert(yields.end(), fresh);
    }
    count(*at, furthest);
}

void most_first(std::vector<Yield>& yields) {
    std::ranges::stable_sort(yields, std::ranges::greater{},
        [](const Yield& yield) { return std::tuple(yield.offers, yield.talks, yield.leads); });
}

}  // namespace

std::string_view Effort::key() const {
    return favour != favour::kind::none ? favour::kind.key(favour) : opportunity::advertised.key(known);
}

Yields what_led_to_what(const Workspace& workspace) {
    Yields yields;
    workspace.for_each(Kind::opportunity, [&](RecordId opportunity) {
        const StageMark furthest = furthest_mark(workspace, opportunity);
        count(yields.all, furthest);
        const Trace trace(workspace, opportunity);
        for (const RecordId person : trace.people)
            count_for(yields.people, person, &Yield::source, furthest);
        for (const RecordId event : trace.events)
            count_for(yields.events, event, &Yield::source, furthest);
        for (const RecordId organisation : trace.organisations)
            count_for(yields.organisations, organisation, &Yield::source, furthest);
        for (const Effort& effort : trace.efforts)
            count_for(yields.efforts, effort, &Yield::effort, furthest);
    });
    for (auto* list : {&yields.people, &yields.events, &yields.organisations, &yields.efforts})
        most_first(*list);
    return yields;
}

std::vector<RecordId> traced_to(const Workspace& workspace, RecordId opportunity) {
    return Trace(workspace, opportunity).found;
}

Facts yield_facts(const Yield& yield) {
    Facts facts;
    facts.push_back({"yield.leads", {yield.leads}});
    // What came further came through what stands before that: the same number is not said twice.
    if (yield.talks > yield.offers) facts.push_back({"yield.talks", {yield.talks}});
    if (yield.offers > yield.won) facts.push_back({"yield.offers", {yield.offers}});
    if (yield.won > 0) facts.push_back({"yield.won", {yield.won}});
    return facts;
}

Message too_few_fact(const Yields& yields) {
    return {"yield.too_few", {yields.all.leads}};
}

}  // namespace kith
