#include <algorithm>

#include "base/json.h"
#include "terminal/command.h"
#include "terminal/streams.h"
#include "terminal/workspace_file.h"

namespace kith::terminal {

namespace {

struct Part {
    std::string name;
    std::size_t transactions = 0;
    std::size_t fresh = 0;  // that those before it did not have
};

ExitCode merge_files(Console& console, const Arguments& arguments) {
    const auto to = arguments.value("output");
    if (!to || to->empty()) return misused(console, merge_command, {"terminal.output_missing", {}});
    Workspace joined{ReplicaId{1}};  // writes nothing of its own
    std::vector<Part> parts;
    std::optional<Seal> seal;
    for (const std::string& path : arguments.operands) {
        const Result<WorkspaceFile> file = WorkspaceFile::read(path, console.keys);
        if (!file) {
            console.complain(file.error());
            return ExitCode::failed;
        }
        if (file->damage()) {
            console.complain(*file->damage());
            return ExitCode::failed;
        }
        std::string frames;
        for (const TransactionInfo& transaction : file->workspace().transactions())
            frames += transaction.frame;
        if (!seal) seal = file->seal();
        const ApplyReport report = joined.apply(std::move(frames));
        parts.push_back({shown_name(path), file->workspace().transactions().size(), report.applied});
    }
    if (const auto written = write_new_file(*to, whole_file(joined, seal)); !written) {
        console.complain(written.error());
        return ExitCode::failed;
    }
    if (*to == "-") return ExitCode::done;  // the result is the file
    if (console.json) {
        JsonWriter json;
        json.open('{').key("file").text(*to).key("transactions").number(joined.transactions().size());
        json.key("from").open('[');
        for (const Part& part : parts) {
            json.open('{').key("file").text(part.name);
            json.key("transactions").number(part.transactions).key("new").number(part.fresh).close('}');
        }
        console.print_line(json.close(']').close('}').result());
        return ExitCode::done;
    }
    for (const Part& part : parts)
        console.print_line(console.text("terminal.merge_part", {part.name, part.transactions, part.fresh}));
    console.print_line(console.text("terminal.merge_whole", {*to, joined.transactions().size()}));
    return ExitCode::done;
}

constexpr Option options[] = {
    {.name = "output", .letter = 'o', .value = "C.kith", .help = "the new file; never one that is there"},
};

}  // namespace

extern constexpr Command merge_command = {
    .name = "merge",
    .operands = "A.kith B.kith... -o C.kith",
    .summary = "make one file of several devices'",
    .details = "Joins the histories of all files into a new one. Where two changed the same\n"
               "field the later change counts, and the other stays in the history; what was\n"
               "added on either side is there. The order of the files makes no difference.\n"
               "Nothing is written if any of them is damaged. If any is protected by a\n"
               "passphrase, so is the new one, by that of the first of them.",
    .options = options,
    .least_operands = 2,
    .most_operands = 100,
    .run = merge_files,
};

}  // namespace kith::terminal
