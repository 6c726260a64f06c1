// Backup and restore: copies that are checked before they count.
#include "base/json.h"
#include "terminal/command.h"
#include "terminal/streams.h"
#include "terminal/workspace_file.h"
#include "workspace/merging.h"

namespace kith::terminal {

namespace {

ExitCode back_up(Console& console, const Arguments& arguments) {
    const std::string& path = arguments.operands.front();
    const Result<WorkspaceFile> file = WorkspaceFile::read(path, console.keys);
    if (!file || file->damage()) {
        console.complain(file ? *file->damage() : file.error());
        return ExitCode::failed;
    }
    const Day today = std::chrono::floor<std::chrono::days>(now());
    const std::string to = arguments.value("output").value_or("kith-" + to_iso(today) + ".kith");
    const std::string bytes = whole_file(file->workspace(), file->seal());
    if (const auto written = write_new_file(to, bytes); !written) {
        console.complain(written.error());
        return ExitCode::failed;
    }
    if (to == "-") return ExitCode::done;
    // What was written is read again: a backup that can't be read is none.
    const Result<WorkspaceFile> copy = WorkspaceFile::read(to, console.keys);
    if (!copy || copy->damage() || copy->size() != bytes.size()) {
        console.complain(copy && copy->damage() ? *copy->damage() : copy ? Error{} : copy.error());
        return ExitCode::failed;
    }
    if (console.json) {
        JsonWriter json;
        json.open('{').key("file").text(to).key("bytes").number(bytes.size());
        json.key("transactions").number(file->workspace().transactions().size());
        console.print_line(json.close('}').result());
    } else {
        console.print_line(console.text("terminal.sound", {to, bytes.size()}));
    }
    return ExitCode::done;
}

void print_restored(Console& console, const MergePlan& plan, MergeWay way, bool written) {
    const Differences& found = way == MergeWay::join ? plan.join : plan.replace;
    const bool join = way == MergeWay::join;
    const std::size_t conflicts = join ? plan.conflicts.size() : 0;
    if (console.json) {
        JsonWriter json;
        json.open('{').key("added").number(found.added.size()).key("changed").number(found.changed.size());
        json.key("gone").number(found.gone.size()).key("conflicts").number(conflicts);
        json.key("new_transactions").number(plan.fresh).key("written").boolean(written);
        console.print_line(json.close('}').result());
        return;
    }
    console.print_line(
        console.text("terminal.restored", {found.added.size(), found.changed.size(), found.gone.size()}));
    if (conflicts > 0) console.print_line(console.text("terminal.restored_conflicts", {conflicts}));
}

ExitCode restore(Console& console, const Arguments& arguments) {
    const auto into = arguments.value("into");
    if (!into || into->empty()) return misused(console, restore_command, {"terminal.into_missing", {}});
    if (*into == "-") return misused(console, restore_command, {"terminal.into_no_stream", {}});
    const std::string& path = arguments.operands.front();
    const auto fail = [&](Error error) {
        if (error.file.empty()) error.file = shown_name(path);
        console.complain(error);
        return ExitCode::failed;
    };
    Result<std::string> bytes = read_file(path);
    if (!bytes) return fail(bytes.error());
    std::optional<Seal> seal;
    bytes = opened(std::move(*bytes), console.keys, path, &seal);
    if (!bytes) return fail(bytes.error());
    Result<WorkspaceFile> target = WorkspaceFile::open(*into, console.keys);
    if (!target) return fail(target.error());
    const Result<MergePlan> plan = plan_merge(target->workspace(), *bytes);
    if (!plan) return fail(plan.error());
    if (plan->damaged) console.complain({"merge.damaged", {}});
    const std::size_t here = target->workspace().transactions().size();
    const std::size_t there = plan->there->transactions().size();
    if (plan->fresh == 0 && here > there) console.complain({"terminal.older", {here - there}});
    const MergeWay way = arguments.has("replace") ? MergeWay::replace : MergeWay::join;
    const bool dry = arguments.has("dry-run");
    if (target->is_new() && seal) target->protect(std::move(seal));
    if (!dry) {
        const bool join = way == MergeWay::join;
        carry_out(target->workspace(), *plan, way,
            {join ? "change.merge" : "change.take_place", {shown_name(path)}}, now());
        if (const auto saved = target->save(); !saved) return fail(saved.error());
    }
    print_restored(console, *plan, way, !dry);
    return plan->damaged ? ExitCode::failed : ExitCode::done;
}

constexpr Option backup_options[] = {
    {.name = "output",
        .letter = 'o',
        .value = "FILE",
        .help = "the new file, instead of kith-DATE.kith; never one that is there"},
};

constexpr Option restore_options[] = {
    {.name = "into", .value = "W.kith", .help = "the file to restore into; made if there is none"},
    {.name = "replace", .value = {}, .help = "put the backup in the place of what is there"},
    {.name = "dry-run", .letter = 'n', .value = {}, .help = "say what would happen, and write nothing"},
};

}  // namespace

extern constexpr Command backup_command = {
    .name = "backup",
    .operands = "[-o FILE] W.kith",
    .summary = "make a checked copy",
    .details = "Checks the file, writes all of it to a new one, and reads that again. A damaged\n"
               "file is refused: `verify --salvage` keeps what is sound.",
    .options = backup_options,
    .least_operands = 1,
    .most_operands = 1,
    .run = back_up,
};

extern constexpr Command restore_command = {
    .name = "restore",
    .operands = "[--replace] [--dry-run] BACKUP.kith --into W.kith",
    .summary = "bring a backup back",
    .details = "What is in the backup joins what is in W.kith, later changes first; or, with\n"
               "--replace, W.kith shows what the backup shows, and the rest stays in its\n"
               "history. Either is one step, which undo in the page takes back.",
    .options = restore_options,
    .least_operands = 1,
    .most_operands = 1,
    .run = restore,
};

}  // namespace kith::terminal
