// `kith route`: the best ways to somebody, as the network screen shows them.
#include "network/routes.h"

#include "base/json.h"
#include "insight/insight.h"
#include "terminal/command.h"
#include "terminal/workspace_file.h"
#include "workspace/names.h"

namespace kith::terminal {

namespace {

std::string names_of(const Workspace& workspace, const Route& route, const Catalogue& catalogue) {
    std::string way(catalogue.get("network.you"));
    for (const RecordId person : route.people)
        way += " → " + person_name(workspace, person);
    return way;
}

ExitCode route(Console& console, const Arguments& arguments) {
    std::string words;
    for (const std::string& word : std::span(arguments.operands).subspan(1))
        words += (words.empty() ? "" : " ") + word;
    const auto today = day_asked(console, route_command, arguments);
    if (!today) return ExitCode::misused;
    const Result<WorkspaceFile> file = WorkspaceFile::read(arguments.operands.front(), console.keys);
    if (!file) {
        console.complain(file.error());
        return ExitCode::failed;
    }
    const Workspace& workspace = file->workspace();
    const std::vector<RecordId> targets = people_called(workspace, words);
    Insight insight(workspace);
    const ContactGraph& contacts = insight.graph();
    const GraphSnapshot snapshot = graph_on(contacts, {.day = *today});
    const std::vector<Route> routes =
        targets.empty() ? std::vector<Route>{} : find_routes(contacts, snapshot, targets);
    if (console.json) {
        JsonWriter json;
        json.open('[');
        for (const Route& way : routes) {
            json.open('{').key("people").open('[');
            for (const RecordId person : way.people)
                json.text(person_name(workspace, person));
            json.close(']').key("reasons").open('[');
            for (const Facts& facts : reasons_of(workspace, contacts, way, *today)) {
                json.open('[');
                for (const Message& fact : facts)
                    json.text(console.text(fact));
                json.close(']');
            }
            json.close(']').close('}');
        }
        console.print_line(json.close(']').result());
    } else {
        for (const Route& way : routes) {
            console.print_line(names_of(workspace, way, console.catalogue()));
            const std::vector<Facts> reasons = reasons_of(workspace, contacts, way, *today);
            for (std::size_t step = 0; step < reasons.size(); ++step) {
                std::string line = "  " + person_name(workspace, way.people[step]) + ":";
                for (const Message& fact : reasons[step])
                    line += " " + console.text(fact) + ".";
                console.print_line(line);
            }
        }
    }
    if (!routes.empty()) return ExitCode::done;
    console.complain({.kind = ErrorKind::not_found,
        .message = targets.empty() ? Message{"terminal.nobody_called", {words}}
                                   : Message{"terminal.no_route", {words}},
        .file = {},
        .line = 0,
        .field = {}});
    return ExitCode::failed;
}

constexpr Option options[] = {
    {.name = "on", .value = "DATE", .help = "as on this day, 2026-11-20; else today"},
};

}  // namespace

const Command route_command{.name = "route",
    .operands = "W.kith NAME...",
    .summary = "how to reach someone, and why this way",
    .details = "The best ways from you to a person of that name; else to anyone at an organisation of\n"
               "it, in a role, or with a skill. Each step comes with its reasons.",
    .options = options,
    .least_operands = 2,
    .most_operands = 100,
    .run = route};

}  // namespace kith::terminal
