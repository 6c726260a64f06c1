#include <charconv>

#include "base/json.h"
#include "terminal/command.h"
#include "terminal/commands/step_ids.h"
#include "terminal/streams.h"
#include "terminal/workspace_file.h"
#include "workspace/looking_back.h"

namespace kith::terminal {

namespace {

ExitCode print_history(Console& console, const Arguments& arguments) {
    std::size_t most = SIZE_MAX;
    if (const auto wanted = arguments.value("number")) {
        const auto [end, error] = std::from_chars(wanted->data(), wanted->data() + wanted->size(), most);
        if (error != std::errc() || end != wanted->data() + wanted->size())
            return misused(console, history_command, {"terminal.no_number", {*wanted}});
    }
    const Result<WorkspaceFile> file = WorkspaceFile::read(arguments.operands.front(), console.keys);
    if (!file) {
        console.complain(file.error());
        return ExitCode::failed;
    }
    if (file->damage()) console.complain(*file->damage());
    JsonWriter json;
    json.open('[');
    std::size_t shown = 0;
    for (const HistoryEntry& entry : history_entries(file->workspace())) {
        if (shown++ == most) break;
        const TransactionInfo& step = file->workspace().transactions()[entry.transaction];
        const std::string label = console.text(Workspace::label_of(step));
        const Instant when = step.stamp.wall();
        if (console.json) {
            json.open('{').key("id").text(id_of_step(step));
            json.key("when").text(to_iso(when)).key("what").text(label);
            json.key("device").text(to_hex(step.stamp.replica.value)).key("changes").number(step.changes);
            json.key("undone").boolean(entry.undone).close('}');
        } else {
            const std::string_view key = entry.undone ? "terminal.history_undone" : "terminal.history_line";
            const std::string id = arguments.has("ids") ? id_of_step(step) + "  " : "";
            console.print_line(id + console.text(key, {when, label, step.changes}));
        }
    }
    if (console.json) console.print_line(json.close(']').result());
    return file->damage() ? ExitCode::failed : ExitCode::done;
}

constexpr Option options[] = {
    {.name = "number", .letter = 'n', .value = "N", .help = "only the latest N"},
    {.name = "ids", .value = {}, .help = "with the ids that kith undo takes"},
};

}  // namespace

extern constexpr Command history_command = {
    .name = "history",
    .operands = "[--ids] [-n N] W.kith",
    .summary = "list what was done, the latest first",
    .details = "One line for each step: when (UTC), what it was called, and how many values it\n"
               "changed. Steps that were undone are marked.",
    .options = options,
    .least_operands = 1,
    .most_operands = 1,
    .run = print_history,
};

}  // namespace kith::terminal
