#include <algorithm>

#include "base/text.h"
#include "model/fields.h"
#include "network/advice.h"
#include "network/routes.h"
#include "workspace/names.h"

namespace kith {

namespace {

/// What a goal asks of people, read once.
struct Wanted {
    std::vector<RecordId> organisations;
    std::vector<RecordId> insiders;  // who work at them now, sorted
    std::vector<RecordId> in_role;   // sorted
    std::string role;
    std::string industry;  // folded
    std::string_view industry_text;
    std::vector<std::string> skills;  // folded
    bool openings = false;
};

Wanted wanted_by(const Workspace& workspace, RecordId goal) {
    Wanted wanted;
    workspace.for_each_element(goal, goal::organisations,
        [&](const Element& element) { wanted.organisations.push_back(element.value.as_reference()); });
    for (const RecordId organisation : wanted.organisations)
        wanted.insiders.append_range(people_at(workspace, organisation));
    std::ranges::sort(wanted.insiders);
    wanted.role = workspace.text(goal, goal::target_role);
    wanted.in_role = people_in_role(workspace, wanted.role);
    wanted.industry_text = workspace.text(goal, goal::industry);
    wanted.industry = fold(wanted.industry_text);
    for (const std::string_view skill : workspace.texts(goal, goal::skills))
        wanted.skills.push_back(fold(skill));
    wanted.openings = workspace.has(goal, goal::needs, goal::needs::openings);
    return wanted;
}

bool in_industry(const Workspace& workspace, RecordId person, std::string_view folded) {
    const auto is_it = [&](RecordId record, FieldId field) {
        return std::ranges::any_of(
            workspace.texts(record, field), [&](std::string_view text) { return fold(text) == folded; });
    };
    if (is_it(person, person::industries)) return true;
    return std::ranges::any_of(workspace.referrers(person, affiliation::person), [&](RecordId record) {
        return is_it(workspace.reference(record, affiliation::organisation), organisation::industries);
    });
}

/// What ties a person to a goal.
Facts facts_for(const Workspace& workspace, const ContactGraph& contacts, const GraphSnapshot& snapshot,
    const Wanted& wanted, RecordId person) {
    Facts facts;
    for (const RecordId record : workspace.referrers(person, affiliation::person)) {
        const RecordId where = workspace.reference(record, affiliation::organisation);
        if (!std::ranges::contains(wanted.organisations, where)) continue;
        facts.push_back({is_past(workspace, record) ? "advice.was_at_target" : "advice.at_target",
            {named(workspace, where)}});
    }
    if (facts.empty()) {
        for (const Neighbour& next : snapshot.graph.neighbours(snapshot.place(contacts, person))) {
            const RecordId other = snapshot.record(contacts, next.node);
            if (next.node == snapshot.self || !std::ranges::binary_search(wanted.insiders, other)) continue;
            const auto job = main_affiliation(workspace, other);
            facts.push_back({"advice.knows_someone_at",
                {named(workspace, other),
                    named(workspace, workspace.reference(job, affiliation::organisation))}});
            break;
        }
    }
    if (std::ranges::binary_search(wanted.in_role, person))
        facts.push_back({"advice.in_role", {wanted.role}});
    if (!wanted.industry.empty() && in_industry(workspace, person, wanted.industry))
        facts.push_back({"advice.in_industry", {wanted.industry_text}});
    for (const std::string_view skill : workspace.texts(person, person::skills)) {
        if (std::ranges::contains(wanted.skills, fold(skill))) facts.push_back({"advice.has_skill", {skill}});
    }
    if (wanted.openings && !facts.empty() && workspace.has(person, person::decides, person::decides::hiring))
        facts.push_back({"advice.decides", {}});
    return facts;
}

/// Contacts that the user and the person have in common.
std::size_t mutual_contacts(const GraphSnapshot& snapshot, NodeIndex person) {
    return static_cast<std::size_t>(
        std::ranges::count_if(snapshot.graph.neighbours(person), [&](const Neighbour& next) {
            return next.node != snapshot.self && snapshot.graph.connected(snapshot.self, next.node);
        }));
}

struct Ranked {
    Reconnect advice;
    bool senior = false;
    bool helped = false;       // either way
    bool some_mutual = false;  // some, but not many
    std::size_t contact = 0;   // days ever in touch

    auto order() const {
        return std::tuple(advice.serves, senior, helped, some_mutual, -static_cast<long>(contact));
    }
};

}  // namespace

std::vector<Reconnect> whom_to_reconnect(const Workspace& workspace, const ContactGraph& contacts,
    const GraphSnapshot& snapshot, RecordId goal, std::size_t count) {
    constexpr std::size_t many_mutual = 10;  // where the inverted U is well past its top
    const Day day = snapshot.options.day;
    const Wanted wanted = wanted_by(workspace, goal);
    std::vector<Ranked> all;
    for (const Neighbour& next : snapshot.graph.neighbours(snapshot.self)) {
        const ContactEdge& edge = contacts.edge(snapshot.edges[next.edge]);
        const TieStrength tie = strength_of(edge, day);
        const bool dormant = tie.last_contact && day - *tie.last_contact >= dormant_after && !tie.kin;
        const bool weak = tie.strength <= StrengthClass::weak && !tie.kin;
        if (!dormant && !weak) continue;
        const RecordId person = snapshot.record(contacts, next.node);
        if (contacts.kind(snapshot.nodes[next.node]) != Kind::person) continue;
        Ranked ranked{.advice = {.person = person, .dormant = dormant}};
        Facts& reasons = ranked.advice.reasons;
        reasons = facts_for(workspace, contacts, snapshot, wanted, person);
        if (reasons.empty()) continue;
        ranked.advice.serves = reasons.size();
        ranked.senior = workspace.choice(person, person::standing) == person::standing::senior;
        ranked.helped = tie.given + tie.received > 0;
        const std::size_t mutual = mutual_contacts(snapshot, next.node);
        ranked.some_mutual = mutual > 0 && mutual <= many_mutual;
        ranked.contact =
            static_cast<std::size_t>(std::ranges::count(edge.evidence, Basis::met, &Evidence::basis));
        if (ranked.senior) reasons.push_back({"advice.senior", {}});
        reasons.push_back(last_contact_fact(tie, day));
        if (tie.given > 0) reasons.push_back({"strength.favours_given", {tie.given}});
        if (tie.received > 0) reasons.push_back({"strength.favours_received", {tie.received}});
        if (mutual > 0) reasons.push_back({"advice.mutual", {mutual}});
        reasons.push_back({dormant ? "advice.dormant" : "advice.weak", {}});
        all.push_back(std::move(ranked));
    }
    std::ranges::sort(all, [](const Ranked& a, const Ranked& b) {
        return a.order() != b.order() ? a.order() > b.order() : a.advice.person < b.advice.person;
    });
    std::vector<Reconnect> advice;
    for (std::size_t i = 0; i < std::min(count, all.size()); ++i)
        advice.push_back(std::move(all[i].advice));
    return advice;
}

}  // namespace kith
