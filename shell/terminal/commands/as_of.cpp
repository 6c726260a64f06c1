#include "base/json.h"
#include "model/labels.h"
#include "terminal/command.h"
#include "terminal/streams.h"
#include "terminal/workspace_file.h"
#include "workspace/looking_back.h"

namespace kith::terminal {

namespace {

/// The end of a day, or a moment of it. A whole month or year means its first day.
std::optional<Instant> parse_moment(std::string_view text) {
    if (const auto instant = parse_iso_instant(text)) return instant;
    const auto date = parse_iso_date(text);
    const auto day = date ? date->earliest() : std::nullopt;
    if (!day) return std::nullopt;
    return Instant{*day} + std::chrono::days(1) - std::chrono::milliseconds(1);
}

ExitCode show_past(Console& console, const Arguments& arguments) {
    const auto moment = parse_moment(arguments.operands[1]);
    if (!moment) return misused(console, as_of_command, {"terminal.no_date", {arguments.operands[1]}});
    const Result<WorkspaceFile> file = WorkspaceFile::read(arguments.operands.front(), console.keys);
    if (!file) {
        console.complain(file.error());
        return ExitCode::failed;
    }
    if (file->damage()) console.complain(*file->damage());
    if (*moment < file->workspace().packed_until())
        console.complain({"terminal.packed", {file->workspace().packed_until()}});
    const Workspace past = as_of(file->workspace(), *moment);
    if (const auto to = arguments.value("output")) {
        if (const auto written = write_new_file(*to, whole_file(past, file->seal())); !written) {
            console.complain(written.error());
            return ExitCode::failed;
        }
        if (*to == "-") return file->damage() ? ExitCode::failed : ExitCode::done;
    }
    JsonWriter json;
    json.open('{').key("as_of").text(to_iso(*moment)).key("records").open('{');
    if (!console.json) console.print_line(console.text("terminal.as_of", {*moment}));
    for (const KindSpec& kind : all_kinds()) {
        const std::size_t count = past.count(kind.kind);
        if (count == 0) continue;
        json.key(kind.key).number(count);
        if (!console.json)
            console.print_line(
                "  " + std::to_string(count) + " " + kind_name(console.catalogue(), kind.kind, count));
    }
    if (console.json) console.print_line(json.close('}').close('}').result());
    return file->damage() ? ExitCode::failed : ExitCode::done;
}

constexpr Option options[] = {
    {.name = "output", .letter = 'o', .value = "OLD.kith", .help = "write that state to a new file"},
};

}  // namespace

extern constexpr Command as_of_command = {
    .name = "as-of",
    .operands = "[-o OLD.kith] W.kith DATE",
    .summary = "what was there on an earlier day",
    .details = "DATE is a day (2026-11-20: its end, UTC) or a moment (2026-11-20T09:30:00Z).\n"
               "Says how much of what there was; with -o the whole state goes to a file that\n"
               "`show` and `export` read.",
    .options = options,
    .least_operands = 2,
    .most_operands = 2,
    .run = show_past,
};

}  // namespace kith::terminal
