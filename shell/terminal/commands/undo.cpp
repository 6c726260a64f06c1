// `kith undo`: one step of the history, or an import with what was built on it.
#include <algorithm>
#include <span>

#include "base/json.h"
#include "terminal/changing.h"
#include "terminal/commands/step_ids.h"
#include "workspace/import_undo.h"
#include "workspace/names.h"

namespace kith::terminal {

namespace {

constexpr std::size_t most_lines = 20;  // of one kind of thing, as text

/// What becomes of records that something was done with since.
struct Fate {
    std::string_view key;    // of the JSON
    std::string_view title;  // a key of the catalogue
    const std::vector<RecordId>& records;
};

std::vector<Fate> fates(const ImportUndo& plan) {
    return {{"edited", "history.goes_edited", plan.edited}, {"along", "history.goes_along", plan.along},
        {"loosened", "history.stays_loosened", plan.loosened}, {"kept", "history.stays_edited", plan.kept},
        {"used", "history.stays_used", plan.used}};
}

std::string_view key_of_kind(RecordId record) {
    return find_kind(kind_of(record))->key;
}

/// Who goes and who stays, while their names can be read.
std::string text_of(const Console& console, const Workspace& workspace, const ImportUndo& plan) {
    std::string text;
    if (!plan.joined.empty()) text += console.text("history.goes_merges", {plan.joined.size()}) + "\n";
    for (const Fate& fate : fates(plan)) {
        if (fate.records.empty()) continue;
        text += console.text(fate.title, {}) + ":\n";
        for (const RecordId record : std::span(fate.records).first(std::min(fate.records.size(), most_lines)))
            text += "  " + std::string(key_of_kind(record)) + " " + record_name(workspace, record) + "\n";
        if (fate.records.size() > most_lines)
            text += "  " + console.text("history.more", {fate.records.size() - most_lines}) + "\n";
    }
    return text;
}

std::string json_of(
    const Console& console, const Workspace& workspace, const ImportUndo& plan, bool is_written) {
    const auto label = [&](std::uint32_t step) {
        return console.text(Workspace::label_of(workspace.transactions()[step]));
    };
    JsonWriter json;
    json.open('{').key("undone").text(label(plan.import)).key("written").boolean(is_written);
    json.key("merges").open('[');
    for (const std::uint32_t step : plan.joined) {
        json.open('{').key("id").text(id_of_step(workspace.transactions()[step]));
        json.key("what").text(label(step)).close('}');
    }
    json.close(']');
    for (const Fate& fate : fates(plan)) {
        json.key(fate.key).open('[');
        for (const RecordId record : fate.records) {
            json.open('{').key("kind").text(key_of_kind(record)).key("id").text(to_string(record));
            json.key("name").text(record_name(workspace, record)).close('}');
        }
        json.close(']');
    }
    return json.close('}').result();
}

ExitCode undo_import(Console& console, WorkspaceFile& file, const HistoryEntry& entry, bool dry) {
    Workspace& workspace = file.workspace();
    if (!is_import_to_undo(workspace, entry)) {
        const TransactionKind kind = workspace.transactions()[entry.transaction].kind;
        console.complain({kind != TransactionKind::import ? "terminal.no_import"
                : entry.undone                            ? "terminal.is_undone"
                                                          : "undo.packed",
            {}});
        return ExitCode::failed;
    }
    ImportUndo plan = plan_import_undo(workspace, entry.transaction);
    const Message label = Workspace::label_of(workspace.transactions()[entry.transaction]);
    const std::string result = console.json
        ? json_of(console, workspace, plan, !dry) + "\n"
        : console.text("toast.undone", {console.text(label)}) + "\n" + text_of(console, workspace, plan);
    if (!dry && !write_step(console, file, std::move(plan.draft))) return ExitCode::failed;
    console.print(result);
    return ExitCode::done;
}

ExitCode undo_alone(Console& console, WorkspaceFile& file, const HistoryEntry& entry, bool dry) {
    Workspace& workspace = file.workspace();
    if (entry.undone) {
        console.complain({"terminal.is_undone", {}});
        return ExitCode::failed;
    }
    const auto done = workspace.undo_one(entry.transaction, now());
    if (!done) {
        console.complain(done.error());
        return ExitCode::failed;
    }
    if (const auto saved = dry ? Result<>{} : file.save(); !saved) {
        console.complain(saved.error());
        return ExitCode::failed;
    }
    const std::string label = console.text(done->label);
    if (console.json) {
        JsonWriter json;
        json.open('{').key("undone").text(label).key("written").boolean(!dry);
        json.key("changes").number(done->changed).close('}');
        console.print_line(json.result());
    } else {
        console.print_line(console.text("toast.undone", {label}));
    }
    return ExitCode::done;
}

ExitCode undo(Console& console, const Arguments& arguments) {
    const auto import = arguments.value("import");
    const auto change = arguments.value("change");
    if (import.has_value() == change.has_value())
        return misused(console, undo_command, {"terminal.undo_what", {}});
    auto file = open_to_change(console, arguments.operands.front(), IfMissing::fail);
    if (!file) return ExitCode::failed;
    const auto entry = step_asked(console, file->workspace(), import ? *import : *change);
    if (!entry) return ExitCode::failed;
    const bool dry = arguments.has("dry-run");
    return import ? undo_import(console, *file, *entry, dry) : undo_alone(console, *file, *entry, dry);
}

constexpr Option options[] = {
    {.name = "import", .value = "ID", .help = "an import, with what was built on it"},
    {.name = "change", .value = "ID", .help = "any change that no later one depends on"},
    {.name = "dry-run", .letter = 'n', .value = {}, .help = "say what would happen, and write nothing"},
};

}  // namespace

extern constexpr Command undo_command = {
    .name = "undo",
    .operands = "[--dry-run] W.kith --import ID | --change ID",
    .summary = "undo an import, or another change",
    .details = "ID is a change's id, or the first digits of it, as kith history --ids lists them.\n"
               "With an import goes what was built on it: people who were merged with imported\n"
               "ones are apart again, and what was added since about people who go is removed\n"
               "with them. What else was edited since stays. All of that is told, is one change,\n"
               "and can be undone with --change.",
    .options = options,
    .least_operands = 1,
    .most_operands = 1,
    .run = undo,
};

}  // namespace kith::terminal
