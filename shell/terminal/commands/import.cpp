#include "exchange/people/import.h"

#include <algorithm>
#include <optional>

#include "base/json.h"
#include "exchange/readers/recognise.h"
#include "planning/pursuits/pipeline.h"
#include "terminal/command.h"
#include "terminal/commands/import_rows.h"
#include "terminal/streams.h"
#include "terminal/workspace_file.h"

namespace kith::terminal {

namespace {

Result<std::vector<ImportFile>> read_files(const std::vector<std::string>& paths, Keys& keys) {
    std::vector<ImportFile> files;
    for (const std::string& path : paths) {
        Result<std::string> bytes = read_file(path);
        if (!bytes) return std::unexpected(bytes.error());
        bytes = opened(std::move(*bytes), keys, path);
        if (!bytes) {
            bytes.error().file = shown_name(path);
            return std::unexpected(bytes.error());
        }
        files.push_back({shown_name(path), std::move(*bytes)});
    }
    return files;
}

/// Another Kith's file: what happened there joins what happened here.
Result<std::size_t> merge(Workspace& workspace, const ImportFile& file) {
    const auto frames = frames_of(file.bytes);
    if (!frames) return std::unexpected(frames.error());
    const ApplyReport report = workspace.apply(std::string(*frames));
    if (report.too_new) return failure(ErrorKind::too_new, {"journal.too_new", {}});
    if (report.damaged) {
        const std::size_t sound = file.bytes.size() - frames->size() + report.bytes_read;
        return failure(ErrorKind::damaged, {"terminal.damaged", {sound, file.bytes.size()}});
    }
    return report.applied;
}

Result<ImportJob> import_contacts(Workspace& workspace, std::vector<ImportFile> files, Random& random) {
    ImportJob job(workspace, std::move(files),
        {.random = random,
            .today = std::chrono::floor<std::chrono::days>(now()),
            .stages = {.before = stages_marked(workspace, StageMark::lead),
                .applied = stages_marked(workspace, StageMark::applied)}});
    job.finish();
    if (job.stage() == ImportStage::failed) return std::unexpected(job.error());
    job.accept();
    job.finish();
    if (const auto done = job.commit(now()); !done) return std::unexpected(done.error());
    return job;
}

/// The plan's odd entries and the reasons for what it leaves out or is unsure of, by file and line.
std::vector<Error> remarks_on(const ImportPlan& plan) {
    std::vector<Error> remarks = plan.notices;
    for (const ImportItem& item : plan.items) {
        const bool is_odd = item.status == ItemStatus::skipped || item.status == ItemStatus::maybe_known;
        if (!is_odd || item.reason.key.empty()) continue;
        remarks.push_back({.kind = ErrorKind::bad_input,
            .message = item.reason,
            .file = plan.files[item.file].name,
            .line = item.line,
            .field = {}});
    }
    std::ranges::stable_sort(
        remarks, {}, [](const Error& remark) { return std::pair(remark.file, remark.line); });
    return remarks;
}

void print_json(Console& console, const ImportPlan& plan, std::size_t merged, bool written) {
    JsonWriter json;
    json.open('{').key("files").open('[');
    for (const ImportedFile& file : plan.files) {
        json.open('{')
            .key("name")
            .text(file.name)
            .key("kind")
            .text(file.key())
            .key("entries")
            .number(file.entries)
            .close('}');
    }
    const ImportCounts& counts = plan.counts;
    json.close(']');
    json.key("new")
        .number(counts.fresh)
        .key("changed")
        .number(counts.changed)
        .key("already_here")
        .number(counts.already_here);
    json.key("maybe_known")
        .number(counts.maybe_known)
        .key("skipped")
        .number(counts.skipped)
        .key("hidden")
        .number(counts.hidden);
    json.key("opportunities").number(counts.opportunities);
    json.key("joined").number(counts.joined).key("new_organisations").number(counts.new_organisations);
    json.key("merged_transactions").number(merged).key("written").boolean(written);
    json.key("notices").open('[');
    for (const Error& remark : remarks_on(plan)) {
        json.open('{')
            .key("file")
            .text(remark.file)
            .key("line")
            .number(remark.line)
            .key("field")
            .text(remark.field);
        json.key("message").text(console.text(remark.message)).close('}');
    }
    json.close(']');
    write_rows(json, console, plan, written);
    json.key("more_notices").number(plan.more_notices).close('}');
    console.print_line(json.result());
}

void print_text(Console& console, const ImportPlan& plan, std::size_t merged) {
    const Catalogue& catalogue = console.catalogue();
    for (const Error& remark : remarks_on(plan))
        console.complain(remark);
    if (plan.more_notices > 0) console.complain({"terminal.more_notices", {plan.more_notices}});
    if (!plan.files.empty()) console.print_line(console.text(plan.summary));
    if (merged > 0)
        console.print_line(console.text("terminal.merged", {merged}));
    else if (plan.files.empty())
        console.print_line(catalogue.get("terminal.nothing_new"));
}

ExitCode import_files(Console& console, const Arguments& arguments) {
    const auto into = arguments.value("into");
    if (!into || into->empty()) return misused(console, import_command, {"terminal.into_missing", {}});
    if (*into == "-") return misused(console, import_command, {"terminal.into_no_stream", {}});
    const auto fail = [&](Error error, std::string_view file) {
        if (error.file.empty()) error.file = file;
        console.complain(error);
        return ExitCode::failed;
    };

    Result<std::vector<ImportFile>> files = read_files(arguments.operands, console.keys);
    if (!files) return fail(files.error(), {});
    Result<WorkspaceFile> target = WorkspaceFile::open(*into, console.keys);
    if (!target) return fail(target.error(), {});

    Random random(fresh_seed());
    std::size_t merged = 0;             // transactions that came from other .kith files
    std::optional<ImportJob> contacts;  // of the other files, if there are any
    const auto others = std::ranges::stable_partition(
        *files, [](const ImportFile& file) { return is_workspace(file.bytes); });
    for (auto file = files->begin(); file != others.begin(); ++file) {
        const Result<std::size_t> fresh = merge(target->workspace(), *file);
        if (!fresh) return fail(fresh.error(), file->name);
        merged += *fresh;
    }
    if (!others.empty()) {
        Result<ImportJob> job = import_contacts(target->workspace(),
            {std::move_iterator(others.begin()), std::move_iterator(others.end())}, random);
        if (!job) return fail(job.error(), {});
        contacts = std::move(*job);
    }
    const bool dry = arguments.has("dry-run");
    if (!dry) {
        if (const auto saved = target->save(); !saved) return fail(saved.error(), {});
    }
    const ImportPlan nothing;
    const ImportPlan& plan = contacts ? contacts->plan() : nothing;
    if (console.json)
        print_json(console, plan, merged, !dry);
    else
        print_text(console, plan, merged);
    return ExitCode::done;
}

constexpr Option options[] = {
    {.name = "into", .value = "W.kith", .help = "the file to import into; made if there is none"},
    {.name = "dry-run", .letter = 'n', .value = {}, .help = "say what would happen, and write nothing"},
};

}  // namespace

extern constexpr Command import_command = {
    .name = "import",
    .operands = "[--dry-run] FILE... --into W.kith",
    .summary = "bring contacts in from files",
    .details = "Reads LinkedIn's connections, job applications and saved jobs or the whole\n"
               "archive, contacts of Google and Outlook (CSV), vCard 2.1 to 4.0, jCard, xCard,\n"
               "JSContact, what kith export wrote, and other tables of contacts, told apart\n"
               "by what is in them, and other .kith files, whose history joins this one's. Jobs become "
               "opportunities. All\n"
               "files together are one step that can be undone, or nothing happens. Importing\n"
               "the same file again changes nothing; what was written by hand is kept. What\n"
               "was odd in a file is told on standard error, with file and line.",
    .options = options,
    .least_operands = 1,
    .most_operands = 10'000,
    .run = import_files,
};

}  // namespace kith::terminal
