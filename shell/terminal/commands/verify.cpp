#include <algorithm>
#include <set>

#include "base/json.h"
#include "model/labels.h"
#include "terminal/command.h"
#include "terminal/streams.h"
#include "terminal/workspace_file.h"

namespace kith::terminal {

namespace {

struct Findings {
    std::size_t transactions = 0;
    std::size_t devices = 0;
    std::size_t changes = 0;
    std::size_t unknown_fields = 0;  // values that only a newer Kith understands; they are kept
    std::size_t dangling = 0;        // references to records that are not in the file
    std::size_t trashed = 0;
    Stamp first;
    Stamp last;
};

void look_at_record(const Workspace& workspace, RecordId record, Findings& findings) {
    findings.trashed += workspace.state(record) == RecordState::trashed ? 1 : 0;
    if (!workspace.live(record)) return;
    workspace.for_each_value(record, [&](FieldId field, const Element& element) {
        findings.unknown_fields += find_field(field) == nullptr ? 1 : 0;
        const RecordId named = element.value.as_reference();
        const bool lost = kind_of(named) != Kind::none && workspace.state(named) == RecordState::absent;
        findings.dangling += lost ? 1 : 0;
    });
}

Findings look_at(const Workspace& workspace) {
    Findings findings;
    std::set<ReplicaId> devices;
    for (const TransactionInfo& transaction : workspace.transactions()) {
        devices.insert(transaction.stamp.replica);
        findings.changes += transaction.changes;
        if (findings.transactions++ == 0) findings.first = transaction.stamp;
        findings.first = std::min(findings.first, transaction.stamp);
        findings.last = std::max(findings.last, transaction.stamp);
    }
    findings.devices = devices.size();
    for (const KindSpec& kind : all_kinds()) {
        for (const RecordId record : workspace.all(kind.kind))
            look_at_record(workspace, record, findings);
    }
    return findings;
}

void print_json(
    Console& console, const WorkspaceFile& file, const Findings& findings, std::string_view name) {
    JsonWriter json;
    json.open('{')
        .key("file")
        .text(name)
        .key("sound")
        .boolean(!file.damage())
        .key("bytes")
        .number(file.size());
    json.key("sound_bytes").number(file.sound_bytes()).key("transactions").number(findings.transactions);
    json.key("devices").number(findings.devices).key("changes").number(findings.changes);
    json.key("in_trash").number(findings.trashed).key("dangling").number(findings.dangling);
    json.key("unknown_fields").number(findings.unknown_fields);
    json.key("protected").boolean(file.seal().has_value());
    if (file.seal()) json.key("iterations").number(rounds_of(file.seal()->head()));
    if (findings.transactions > 0)
        json.key("first").text(to_iso(findings.first.wall())).key("last").text(to_iso(findings.last.wall()));
    json.key("records").open('{');
    for (const KindSpec& kind : all_kinds()) {
        if (const std::size_t count = file.workspace().count(kind.kind); count > 0)
            json.key(kind.key).number(count);
    }
    json.close('}').close('}');
    console.print_line(json.result());
}

void print_text(
    Console& console, const WorkspaceFile& file, const Findings& findings, std::string_view name) {
    if (!file.damage()) console.print_line(console.text("terminal.sound", {name, file.size()}));
    if (file.workspace().packed_until() > Instant{})
        console.print_line(console.text("terminal.packed", {file.workspace().packed_until()}));
    if (file.seal()) {
        console.print_line(console.text("terminal.protected", {rounds_of(file.seal()->head())}));
    }
    console.print_line(console.text("terminal.history", {findings.transactions, findings.devices}));
    if (findings.transactions > 0) {
        console.print_line(
            console.text("terminal.history_range", {findings.first.wall(), findings.last.wall()}));
    }
    console.print_line(console.text("terminal.verify_more", {findings.changes, findings.trashed}));
    if (findings.dangling > 0) console.print_line(console.text("terminal.dangling", {findings.dangling}));
    if (findings.unknown_fields > 0)
        console.print_line(console.text("terminal.unknown_fields", {findings.unknown_fields}));
    for (const KindSpec& kind : all_kinds()) {
        const std::size_t count = file.workspace().count(kind.kind);
        if (count > 0)
            console.print_line(
                "  " + std::to_string(count) + " " + kind_name(console.catalogue(), kind.kind, count));
    }
}

ExitCode verify_file(Console& console, const Arguments& arguments) {
    const std::string& path = arguments.operands.front();
    const Result<WorkspaceFile> file = WorkspaceFile::read(path, console.keys);
    if (!file) {
        console.complain(file.error());
        return ExitCode::failed;
    }
    if (file->damage()) console.complain(*file->damage());
    if (const auto to = arguments.value("salvage")) {
        if (const auto written = write_new_file(*to, whole_file(file->workspace(), file->seal())); !written) {
            console.complain(written.error());
            return ExitCode::failed;
        }
    }
    const Findings findings = look_at(file->workspace());
    if (console.json)
        print_json(console, *file, findings, shown_name(path));
    else if (arguments.value("salvage") != "-")
        print_text(console, *file, findings, shown_name(path));
    return file->damage() ? ExitCode::failed : ExitCode::done;
}

constexpr Option options[] = {
    {.name = "salvage", .value = "NEW.kith", .help = "write what is sound to a new file"},
};

}  // namespace

extern constexpr Command verify_command = {
    .name = "verify",
    .operands = "[--salvage NEW.kith] W.kith",
    .summary = "check that a file is whole",
    .details = "Checks every checksum and reads every change, and says what is in the file.\n"
               "Exit status 1 if anything is damaged: from which byte on is told on standard\n"
               "error, and what stands before it can be kept with --salvage. The file itself\n"
               "is never changed.",
    .options = options,
    .least_operands = 1,
    .most_operands = 1,
    .run = verify_file,
};

}  // namespace kith::terminal
