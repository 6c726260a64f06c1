#include "planning/facts/expertise.h"

#include <algorithm>

#include "model/fields.h"
#include "model/meanings.h"
#include "titles/reading.h"
#include "workspace/names.h"

namespace kith {

namespace {

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
            facts.push_back({past ? "fact.was_in_role" : "fact.is_in_role", {role, name}});
        else if (field(name) || in_industry(workspace, organisation, field))
            facts.push_back({past ? "fact.was_at" : "fact.is_at", {name}});
    }
}

bool says_only_a_level(const std::string& word) {
    const TitleReading reading = read_title(word);
    if (reading.roles.empty()) return false;
    const JobRole& role = reading.roles.front();
    const bool of_no_field = role.function == JobFunction::none || role.function == JobFunction::general;
    return of_no_field && role.level >= JobLevel::lead;
}

}  // namespace

std::vector<std::string> SubjectReader::operator()(std::string_view text) {
    std::vector<std::string> words = terms_of(text);
    std::erase_if(words, [&](const std::string& word) {
        const auto [entry, fresh] = levels_.try_emplace(word, false);
        if (fresh) entry->second = says_only_a_level(word);
        return entry->second;
    });
    return words;
}

std::vector<std::string> subject_of(std::string_view matter) {
    return SubjectReader()(matter);
}

Facts expertise_in(const Workspace& workspace, RecordId person, TermMatcher& field) {
    Facts facts;
    if (field.empty()) return facts;
    for (const FieldId source : {person::skills, person::offers}) {
        workspace.for_each_element(person, source, [&](const Element& element) {
            if (field(element.value.as_text()))
                facts.push_back({"fact.has_skill", {element.value.as_text()}});
        });
    }
    add_affiliations(workspace, person, field, facts);
    workspace.for_each_element(person, person::industries, [&](const Element& element) {
        if (field(element.value.as_text())) facts.push_back({"fact.in_industry", {element.value.as_text()}});
    });
    const std::string_view headline = workspace.text(person, person::headline);
    if (facts.empty() && field(headline))
        facts.push_back({"fact.says_of_themselves", {short_text(headline)}});
    return facts;
}

int guidance_from(const Workspace& workspace, RecordId person) {
    int count = 0;
    for (const RecordId favour : workspace.referrers(person, favour::person)) {
        const auto kind = workspace.choice(favour, favour::kind);
        const bool guiding = kind == favour::kind::advice || kind == favour::kind::feedback ||
            kind == favour::kind::mentoring || kind == favour::kind::support;
        const bool received = workspace.choice(favour, favour::direction) != favour::direction::given;
        if (guiding && received && favour_is_done(workspace, favour)) ++count;
    }
    return count;
}

bool favour_is_done(const Workspace& workspace, RecordId favour) {
    return is_done(workspace.choice(favour, favour::stage));
}

Facts decides_facts(const Workspace& workspace, RecordId person) {
    Facts facts;
    workspace.for_each_element(person, person::decides, [&](const Element& element) {
        switch (person::decides.option(element.value)) {
            case person::decides::hiring: facts.push_back({"fact.decides_hiring", {}}); break;
            case person::decides::promotion: facts.push_back({"fact.decides_promotion", {}}); break;
            case person::decides::funding: facts.push_back({"fact.decides_funding", {}}); break;
            case person::decides::none:
            case person::decides::unknown: break;
        }
    });
    return facts;
}

int circle_rank(enum person::circle circle) {
    const bool chosen = known(circle) != person::circle::none;
    return chosen ? static_cast<int>(circle) - static_cast<int>(person::circle::closest_5) : 5;
}

void add_last_contact(Facts& facts, std::optional<Day> last, Day today) {
    if (!last || *last > today) return;
    facts.push_back({"fact.last_contact", {today - *last}});
}

}  // namespace kith
