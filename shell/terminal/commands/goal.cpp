// `kith goal`: a goal begun in a few words, as the page's guided start writes it.
#include "base/json.h"
#include "base/random.h"
#include "base/text.h"
#include "insight/insight.h"
#include "model/fields.h"
#include "planning/goals/beginning.h"
#include "planning/goals/coverage.h"
#include "terminal/changing.h"
#include "terminal/commands/role_lists.h"

namespace kith::terminal {

namespace {

/// The names for which there is no organisation yet.
std::vector<std::string_view> new_ones(
    const Workspace& workspace, const std::vector<std::string_view>& organisations) {
    std::vector<std::string_view> fresh = organisations;
    workspace.for_each(Kind::organisation, [&](RecordId organisation) {
        const std::string name = fold(workspace.text(organisation, organisation::name));
        std::erase_if(fresh, [&](std::string_view one) { return fold(collapse_spaces(one)) == name; });
    });
    return fresh;
}

ExitCode begin(Console& console, const Arguments& arguments) {
    const std::string wish = collapse_spaces(arguments.value("wish").value_or(""));
    if (wish.empty()) return misused(console, goal_command, {"terminal.wish_missing", {}});
    PartialDate by;
    if (const auto text = arguments.value("by")) {
        const auto date = parse_iso_date(*text);
        if (!date) return misused(console, goal_command, {"terminal.no_such_day", {*text}});
        by = *date;
    }
    std::vector<std::string_view> organisations = arguments.values("organisation");
    std::erase_if(organisations, [](std::string_view name) { return trim(name).empty(); });
    auto file = open_to_change(console, arguments.operands.front(), IfMissing::make);
    if (!file) return ExitCode::failed;
    const auto fresh = new_ones(file->workspace(), organisations);
    const std::string role = arguments.value("role").value_or("");
    const std::string industry = arguments.value("industry").value_or("");
    const std::string place = arguments.value("place").value_or("");
    const std::string why = arguments.value("why").value_or("");
    Random random(fresh_seed());
    Made made = begin_goal(file->workspace(),
        beginning_of({.wish = wish,
            .role = role,
            .organisations = organisations,
            .industry = industry,
            .place = place,
            .why = why,
            .by = by}),
        random);
    if (!write_step(console, *file, std::move(made.draft))) return ExitCode::failed;
    Insight insight(file->workspace());
    const GoalCoverage coverage = cover_goal(file->workspace(), insight.contacts(), insight.roles(),
        made.record, std::chrono::floor<std::chrono::days>(now()), rules_of(file->workspace()));
    if (console.json) {
        JsonWriter json;
        json.open('{').key("goal").text(to_string(made.record)).key("wish").text(wish);
        json.key("new_organisations").open('[');
        for (const std::string_view name : fresh)
            json.text(name);
        json.close(']');
        write_role_lists(json, file->workspace(), console, coverage);
        console.print_line(json.close('}').result());
        return ExitCode::done;
    }
    console.print_line(console.text("goal_start.kept", {wish}));
    for (const std::string_view name : fresh)
        console.print_line("  " + console.text("terminal.new_organisation", {name}));
    print_role_lists(console, file->workspace(), coverage);
    return ExitCode::done;
}

constexpr Option options[] = {
    {.name = "wish", .value = "TEXT", .help = "what is to be achieved"},
    {.name = "role", .value = "TEXT", .help = "the role that is wanted"},
    {.name = "organisation", .value = "NAME", .help = "where; can be given several times"},
    {.name = "industry", .value = "TEXT", .help = "in which field"},
    {.name = "place", .value = "TEXT", .help = "in which town or region"},
    {.name = "why", .value = "TEXT", .help = "why it matters"},
    {.name = "by", .value = "DATE", .help = "by when: YYYY-MM-DD, YYYY-MM or YYYY"},
};

}  // namespace

extern constexpr Command goal_command = {
    .name = "goal",
    .operands = "W.kith --wish TEXT [--role TEXT] [--organisation NAME]... [--by DATE]",
    .summary = "begin a goal",
    .details = "Adds an active goal behind those there are. An organisation of that name is the\n"
               "one meant; if there is none, it is added. Who decides, could guide, has the role,\n"
               "is at a target or recruits for it is told at once, with --json the whole lists;\n"
               "what the goal lacks, by kith gaps. The file is made if there is none.",
    .options = options,
    .least_operands = 1,
    .most_operands = 1,
    .run = begin,
};

}  // namespace kith::terminal
