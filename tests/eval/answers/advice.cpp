#include <cstdio>
#include <vector>

#include "answers.h"
#include "base/enums.h"
#include "base/json.h"
#include "exchange/people/import.h"
#include "insight/insight.h"
#include "model/fields.h"
#include "planning/goals/coverage.h"
#include "workspace/names.h"

namespace kith::eval {

namespace {

/// As the set names people: by their LinkedIn profile, else by name.
std::string shown(const Workspace& workspace, RecordId person) {
    const auto links = workspace.elements(person, person::links);
    return links.empty() ? person_name(workspace, person) : std::string(row_part(links.front().value, 0));
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
    Insight insight(workspace);
    const GoalCoverage coverage =
        cover_goal(workspace, insight.contacts(), insight.roles(), goal, today, {}, {}, 0);
    JsonWriter json;
    json.open('{');
    for (const RoleHelp help : enumerators<RoleHelp>) {
        json.key(key_of(help)).open('[');
        for (const RoleHelper& one : coverage.by_role[help])
            json.text(shown(workspace, one.person));
        json.close(']');
    }
    std::puts(json.close('}').result().c_str());
    return 0;
}

}  // namespace kith::eval
