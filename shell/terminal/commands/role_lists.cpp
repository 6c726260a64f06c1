#include "terminal/commands/role_lists.h"

#include <algorithm>
#include <span>
#include <string>

#include "base/enums.h"
#include "model/fields.h"
#include "workspace/names.h"

namespace kith::terminal {

namespace {

constexpr std::size_t most_printed = 3;

/// Their profile, which tells two people of one name apart, or else their name.
std::string address_of(const Workspace& workspace, RecordId person) {
    const auto links = workspace.elements(person, person::links);
    if (links.empty()) return person_name(workspace, person);
    return std::string(row_part(links.front().value, place_in_row(person::links::url)));
}

}  // namespace

void write_role_lists(
    JsonWriter& json, const Workspace& workspace, Console& console, const GoalCoverage& coverage) {
    for (const RoleHelp help : enumerators<RoleHelp>) {
        json.key(key_of(help)).open('[');
        for (const RoleHelper& one : coverage.by_role[help])
            json.text(address_of(workspace, one.person));
        json.close(']');
    }
    json.key("helpers").open('{');
    for (const RoleHelp help : enumerators<RoleHelp>) {
        json.key(key_of(help)).open('[');
        for (const RoleHelper& one : coverage.by_role[help]) {
            json.open('{').key("name").text(person_name(workspace, one.person));
            json.key("person").text(to_string(one.person));
            if (help == RoleHelp::decides) json.key("decides").text(one.proof.certain ? "certain" : "likely");
            if (one.proof.target) json.key("target").text(record_name(workspace, one.proof.target));
            json.key("reasons").open('[');
            for (const Message& reason : one.proof.reasons)
                json.text(console.text(reason));
            json.close(']').close('}');
        }
        json.close(']');
    }
    json.close('}');
}

void print_role_lists(Console& console, const Workspace& workspace, const GoalCoverage& coverage) {
    for (const RoleHelp help : enumerators<RoleHelp>) {
        const std::vector<RoleHelper>& list = coverage.by_role[help];
        if (list.empty()) continue;
        console.print_line("  " +
            std::string(console.catalogue().get("role_help.list." + std::string(key_of(help)))) + " (" +
            std::to_string(list.size()) + "):");
        for (const RoleHelper& one : std::span(list).first(std::min(list.size(), most_printed))) {
            std::string line = "    " + person_name(workspace, one.person) + ": ";
            for (std::size_t i = 0; i < one.proof.reasons.size(); ++i)
                line += (i == 0 ? "" : " · ") + console.text(one.proof.reasons[i]);
            console.print_line(line);
        }
    }
}

}  // namespace kith::terminal
