#include <algorithm>

#include "base/json.h"
#include "base/text.h"
#include "insight/insight.h"
#include "journal/transaction.h"
#include "model/fields.h"
#include "model/meanings.h"
#include "planning/goals/closest.h"
#include "planning/goals/coverage.h"
#include "terminal/command.h"
#include "terminal/commands/role_lists.h"
#include "terminal/streams.h"
#include "terminal/workspace_file.h"
#include "workspace/names.h"

namespace kith::terminal {

namespace {

/// Active goals by priority, or those of that name whatever their stage.
std::vector<RecordId> goals_called(const Workspace& workspace, const std::optional<std::string>& name) {
    std::vector<RecordId> goals;
    workspace.for_each(Kind::goal, [&](RecordId goal) {
        const auto stage = workspace.choice(goal, goal::stage);
        if (name ? fold(workspace.text(goal, goal::wish)).contains(fold(*name)) : is_pursued(stage))
            goals.push_back(goal);
    });
    std::ranges::stable_sort(
        goals, {}, [&](RecordId goal) { return workspace.integer(goal, goal::priority); });
    return goals;
}

void print_goal(Console& console, const Workspace& workspace, const GoalCoverage& coverage) {
    const Catalogue& words = console.catalogue();
    console.print_line(record_name(workspace, coverage.goal));
    print_role_lists(console, workspace, coverage);
    if (coverage.gaps.empty()) console.print_line("  " + std::string(words.get("goal_gaps.none")));
    for (const GoalGap& gap : coverage.gaps) {
        console.print_line("  " + std::string(words.get("need." + std::string(key_of(gap.need)))) + ": " +
            console.text(gap.sentence));
        for (const Message& fact : gap.more)
            console.print_line("    " + console.text(fact));
        for (const GapStep& step : gap.steps)
            console.print_line("    - " + console.text(step.what));
    }
}

void write_gap(JsonWriter& json, const Workspace& workspace, Console& console, const GoalGap& gap) {
    json.open('{').key("need").text(key_of(gap.need)).key("gap").text(console.text(gap.sentence));
    if (gap.organisation) json.key("organisation").text(record_name(workspace, gap.organisation));
    if (!gap.more.empty()) json.key("closest").text(console.text(gap.more.front()));
    json.key("steps").open('[');
    for (const GapStep& step : gap.steps) {
        json.open('{').key("what").text(console.text(step.what)).key("people").open('[');
        for (const RecordId person : step.people)
            json.text(person_name(workspace, person));
        json.close(']').key("minutes").number(step.minutes).close('}');
    }
    json.close(']').close('}');
}

void write_goal(
    JsonWriter& json, const Workspace& workspace, Console& console, const GoalCoverage& coverage) {
    json.open('{').key("goal").text(record_name(workspace, coverage.goal)).key("needs").open('[');
    for (const NeedCoverage& need : coverage.needs) {
        json.open('{').key("need").text(key_of(need.need)).key("wanted").boolean(need.wanted);
        json.key("give").number(need.givers).key("could").number(need.candidates);
        json.key("proved").number(need.proved).close('}');
    }
    json.close(']').key("gaps").open('[');
    for (const GoalGap& gap : coverage.gaps)
        write_gap(json, workspace, console, gap);
    json.close(']');
    write_role_lists(json, workspace, console, coverage);
    json.close('}');
}

ExitCode gaps(Console& console, const Arguments& arguments) {
    const auto asked = day_asked(console, gaps_command, arguments);
    if (!asked) return ExitCode::misused;
    const Day today = *asked;
    const Result<WorkspaceFile> file = WorkspaceFile::read(arguments.operands.front(), console.keys);
    if (!file) {
        console.complain(file.error());
        return ExitCode::failed;
    }
    if (file->damage()) console.complain(*file->damage());
    const Workspace& workspace = file->workspace();
    const auto name = arguments.value("goal");
    const auto goals = goals_called(workspace, name);
    if (goals.empty()) {
        const std::string shown = shown_name(arguments.operands.front());
        console.complain(
            name ? Message{"terminal.no_such_goal", {*name, shown}} : Message{"terminal.no_goal", {shown}});
        return ExitCode::failed;
    }
    Insight insight(workspace);
    const ContactGraph& graph = insight.graph();
    const GraphSnapshot people = graph_on(graph, {.day = today});
    const ClosestTo closest = [&](RecordId target) { return closest_way(workspace, graph, people, target); };
    JsonWriter json;
    json.open('[');
    for (const RecordId goal : goals) {
        const GoalCoverage coverage = cover_goal(
            workspace, insight.contacts(), insight.roles(), goal, today, rules_of(workspace), closest);
        if (console.json)
            write_goal(json, workspace, console, coverage);
        else
            print_goal(console, workspace, coverage);
    }
    if (console.json) console.print_line(json.close(']').result());
    return ExitCode::done;
}

constexpr Option options[] = {
    {.name = "goal", .letter = 'g', .value = "NAME", .help = "only goals whose wish has this in it"},
    {.name = "on", .value = "DATE", .help = "as on this day, 2026-11-20; else today"},
};

}  // namespace

extern constexpr Command gaps_command = {
    .name = "gaps",
    .operands = "W.kith [--goal NAME] [--on DATE]",
    .summary = "who can help with the goals, what they lack, and next steps",
    .details = "For each active goal, first priority first: the first of those who decide, could\n"
               "guide, have the role, are at a target or recruit for it, with reasons; the kinds\n"
               "of help that nobody gives yet, the closest way to somebody where ties are known,\n"
               "and steps to take. With --goal also goals that rest or are over. With --json the\n"
               "lists whole, and how many give and could give each kind of help.",
    .options = options,
    .least_operands = 1,
    .most_operands = 1,
    .run = gaps,
};

}  // namespace kith::terminal
