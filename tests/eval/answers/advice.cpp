#include <cstdio>
#include <vector>

#include "answers.h"
#include "base/json.h"
#include "exchange/people/import.h"
#include "model/fields.h"
#include "planning/facts/expertise.h"
#include "planning/giving/mentors.h"
#include "planning/goals/coverage.h"
#include "workspace/names.h"

namespace kith::eval {

namespace {

bool decides_hiring(const Workspace& workspace, RecordId person) {
    bool found = false;
    workspace.for_each_element(person, person::decides, [&](const Element& element) {
        found = found || person::decides.option(element.value) == person::decides::hiring;
    });
    return found;
}

/// As the set names people: by their LinkedIn profile, else by name.
std::string shown(const Workspace& workspace, RecordId person) {
    const auto links = workspace.elements(person, person::links);
    return links.empty() ? person_name(workspace, person) : std::string(row_part(links.front().value, 0));
}

void write(JsonWriter& json, std::string_view list, const Workspace& workspace,
    const std::vector<RecordId>& people) {
    json.key(list).open('[');
    for (const RecordId person : people)
        json.text(shown(workspace, person));
    json.close(']');
}

bool is_inside(const Workspace& workspace, RecordId person, RecordId goal) {
    for (const RecordId affiliation : workspace.referrers(person, affiliation::person)) {
        if (is_past(workspace, affiliation)) continue;
        const RecordId organisation = workspace.reference(affiliation, affiliation::organisation);
        bool aimed_at = false;
        workspace.for_each_element(goal, goal::organisations,
            [&](const Element& element) { aimed_at |= element.value.as_reference() == organisation; });
        if (aimed_at) return true;
    }
    return false;
}

}  // namespace

int advice(Arguments arguments) {
    Workspace workspace(ReplicaId{1});
    Random random(7);
    const Day today = std::chrono::sys_days{std::chrono::year{2026} / 11 / 27};
    tell(workspace, read_file(arguments[1]), today, random);
    ImportJob job(workspace, {{"Connections.csv", read_file(arguments[0])}}, {random, today});
    job.finish();
    if (job.stage() != ImportStage::planned) give_up("the contacts can't be imported");
    job.accept();
    job.finish();
    if (!job.commit(Instant{today} + std::chrono::minutes{1})) give_up("the contacts can't be committed");

    const RecordId goal = workspace.all(Kind::goal).front();
    ContactBook contacts;
    contacts.update(workspace);
    const GoalCoverage coverage = cover_goal(workspace, contacts, goal, today, {}, {}, 1000);
    std::vector<RecordId> deciders, insiders, mentors, peers;
    for (const Helper& helper : coverage.of(NeedKind::openings).helpers) {
        if (!is_inside(workspace, helper.person, goal)) continue;
        insiders.push_back(helper.person);
        if (decides_hiring(workspace, helper.person)) deciders.push_back(helper.person);
    }
    for (const Candidate& candidate :
        find_mentors(workspace, contacts, workspace.text(goal, goal::target_role), today, {}, 100))
        mentors.push_back(candidate.person);
    for (const Helper& helper : coverage.of(NeedKind::collaboration).helpers)
        peers.push_back(helper.person);

    JsonWriter json;
    json.open('{');
    write(json, "decides", workspace, deciders);
    write(json, "mentors", workspace, mentors);
    write(json, "peers", workspace, peers);
    write(json, "insiders", workspace, insiders);
    write(json, "recruiters", workspace, {});  // nothing reads who recruits from a title
    std::puts(json.close('}').result().c_str());
    return 0;
}

}  // namespace kith::eval
