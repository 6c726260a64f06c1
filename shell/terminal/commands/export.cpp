#include "exchange/out/export.h"

#include "base/json.h"
#include "terminal/command.h"
#include "terminal/streams.h"
#include "terminal/workspace_file.h"

namespace kith::terminal {

namespace {

ExitCode export_file(Console& console, const Arguments& arguments) {
    const std::string wanted = arguments.value("format").value_or(console.json ? "json" : "");
    if (wanted.empty()) return misused(console, export_command, {"terminal.format_missing", {}});
    const auto format = export_format(wanted);
    if (!format) return misused(console, export_command, {"terminal.no_such_format", {wanted}});
    const Result<WorkspaceFile> file = WorkspaceFile::read(arguments.operands.front(), console.keys);
    if (!file) {
        console.complain(file.error());
        return ExitCode::failed;
    }
    // What can be read is worth having; that there was more is no success.
    if (file->damage()) console.complain(*file->damage());

    ExportJob job(
        file->workspace(), *format, {.people = {}, .sensitive = !arguments.has("without-sensitive")});
    while (job.step([] { return false; })) {}
    const std::size_t count = job.count();
    const std::string output = arguments.value("output").value_or("-");
    if (const auto written = write_file(output, job.take()); !written) {
        console.complain(written.error());
        return ExitCode::failed;
    }
    if (output != "-" && console.json) {
        JsonWriter json;
        json.open('{').key("file").text(output).key("format").text(wanted).key("records").number(count).close(
            '}');
        console.print_line(json.result());
    }
    return file->damage() ? ExitCode::failed : ExitCode::done;
}

constexpr Option options[] = {
    {.name = "format", .letter = 'f', .value = "FORMAT", .help = "vcard (4.0), vcard3, csv or json"},
    {.name = "output",
        .letter = 'o',
        .value = "FILE",
        .help = "where to (otherwise standard output); replaced if it is there"},
    {.name = "without-sensitive",
        .value = {},
        .help = "leave out private people, and what is not meant to be shared"},
};

}  // namespace

extern constexpr Command export_command = {
    .name = "export",
    .operands = "W.kith --format FORMAT [-o FILE]",
    .summary = "take contacts out: vCard, CSV, JSON",
    .details = "vCard and CSV hold the people (CSV without photos); json holds everything.\n"
               "--json alone is --format json; with -o FILE it also says what was written,\n"
               "as JSON. Of a damaged file all that can be read is written, and the exit\n"
               "status is 1.",
    .options = options,
    .least_operands = 1,
    .most_operands = 1,
    .run = export_file,
};

}  // namespace kith::terminal
