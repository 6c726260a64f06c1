#include "planning/facts/expertise.h"

#include <algorithm>

#include "model/fields.h"
#include "workspace/names.h"

namespace kith {

namespace {

constexpr SpanKeys last_contact_span{"fact.last_contact_days", "fact.last_contact_weeks",
    "fact.last_contact_months", "fact.last_contact_years"};

bool in_industry(const Workspace& workspace, RecordId organisation, TermMatcher& field) {
    bool found = false;
    workspace.for_each_element(organisation, organisation::industries,
        [&](const Element& element) { found |= field(element.value.as_text()); });
    return found;
}

void add_affiliations(const Workspace& workspace, RecordId person, TermMatcher& field, Facts& facts) {
    for (const RecordId affiliation : affiliations_of(workspace, person)) {
        const std::string_view role = workspace.text(affiliation, affiliation::role);
        const RecordId organisation = workspace.reference(affiliation, affiliation::organisation);
        const std::string_view name = workspace.text(organisation, organisation::name);
        const bool past = is_past(workspace, affiliation);
        if (field(role) || field(workspace.text(affiliation, affiliation::department)))
            facts.push_back(
                {past ? "fact.was_in_role" : "fact.is_in_role", {std::string(role), std::string(name)}});
        else if (field(name) || in_industry(workspace, organisation, field))
            facts.push_back({past ? "fact.was_at" : "fact.is_at", {std::string(name)}});
    }
}

}  // namespace

Facts expertise_in(const Workspace& workspace, RecordId person, TermMatcher& field) {
    Facts facts;
    if (field.empty()) return facts;
    for (const FieldId source : {person::skills, person::offers}) {
        workspace.for_each_element(person, source, [&](const Element& element) {
            if (field(element.value.as_text()))
                facts.push_back({"fact.has_skill", {std::string(element.value.as_text())}});
        });
    }
    add_affiliations(workspace, person, field, facts);
    workspace.for_each_element(person, person::industries, [&](const Element& element) {
        if (field(element.value.as_text()))
            facts.push_back({"fact.in_industry", {std::string(element.value.as_text())}});
    });
    const std::string_view headline = workspace.text(person, person::headline);
    if (facts.empty() && field(headline))
        facts.push_back({"fact.says_of_themselves", {short_text(headline)}});
    return facts;
}

int guidance_from(const Workspace& workspace, RecordId person) {
    int count = 0;
    for (const RecordId favour : workspace.referrers(person, favour::person)) {
        const std::string_view kind = workspace.text(favour, favour::kind);
        const bool guiding =
            kind == "advice" || kind == "feedback" || kind == "mentoring" || kind == "support";
        const bool received = workspace.text(favour, favour::direction) != "given";
        if (guiding && received && favour_is_done(workspace, favour)) ++count;
    }
    return count;
}

bool favour_is_done(const Workspace& workspace, RecordId favour) {
    const std::string_view stage = workspace.text(favour, favour::stage);
    return stage == "done" || stage == "thanked" || stage == "told";
}

Facts decides_facts(const Workspace& workspace, RecordId person) {
    Facts facts;
    workspace.for_each_element(person, person::decides, [&](const Element& element) {
        facts.push_back({element.value.as_text() == "hiring" ? "fact.decides_hiring"
                : element.value.as_text() == "promotion"     ? "fact.decides_promotion"
                                                             : "fact.decides_funding",
            {}});
    });
    return facts;
}

bool decides(const Workspace& workspace, RecordId person, std::string_view on) {
    bool found = false;
    workspace.for_each_element(
        person, person::decides, [&](const Element& element) { found |= element.value.as_text() == on; });
    return found;
}

int circle_rank(std::string_view circle) {
    constexpr std::string_view order[] = {"5", "15", "50", "150", "beyond"};
    return static_cast<int>(std::ranges::find(order, circle) - std::begin(order));
}

void add_last_contact(Facts& facts, std::optional<Day> last, Day today) {
    if (!last || *last > today) return;
    if (*last == today)
        facts.push_back({"fact.last_contact_today", {}});
    else
        facts.push_back(spell(last_contact_span, today - *last));
}

}  // namespace kith
