// Sets, changes and removes the passphrase of a file.
#include "base/json.h"
#include "terminal/command.h"
#include "terminal/streams.h"
#include "terminal/workspace_file.h"

namespace kith::terminal {

namespace {

ExitCode set_passphrase(Console& console, const Arguments& arguments) {
    const std::string& path = arguments.operands.front();
    const auto fail = [&](Error error) {
        if (error.file.empty()) error.file = shown_name(path);
        console.complain(error);
        return ExitCode::failed;
    };
    if (path == "-") return misused(console, passphrase_command, {"terminal.into_no_stream", {}});
    Result<WorkspaceFile> file = WorkspaceFile::open(path, console.keys);
    if (!file) return fail(file.error());
    if (file->is_new()) return fail({.kind = ErrorKind::not_found, .message = {"files.not_there", {path}}});
    if (arguments.has("remove")) {
        if (!file->seal()) return fail({.message = {"terminal.not_protected", {}}});
        file->protect(std::nullopt);
    } else {
        const auto from = arguments.value("new-passphrase-file");
        const auto passphrase = from ? first_line(*from) : new_passphrase(path);
        if (!passphrase) return fail(passphrase.error());
        Random random = fresh_random();
        file->protect(Seal(*passphrase, random));
    }
    if (const auto saved = file->save(); !saved) return fail(saved.error());
    const bool is_sealed = file->seal().has_value();
    if (console.json) {
        JsonWriter json;
        json.open('{').key("file").text(path).key("protected").boolean(is_sealed);
        console.print_line(json.close('}').result());
    } else {
        console.print_line(
            console.text(is_sealed ? "terminal.now_protected" : "terminal.no_longer_protected", {path}));
    }
    return ExitCode::done;
}

constexpr Option options[] = {
    {.name = "remove", .value = {}, .help = "take the passphrase away: anybody can read the file then"},
    {.name = "new-passphrase-file",
        .value = "FILE",
        .help = "its first line is the new passphrase, instead of the prompt"},
};

}  // namespace

extern constexpr Command passphrase_command = {
    .name = "passphrase",
    .operands = "[--remove] W.kith",
    .summary = "protect a file with a passphrase",
    .details = "Sets the passphrase of a file, changes it, or takes it away. The file is written\n"
               "anew, all or nothing. The passphrase is asked for at the prompt and not shown.\n"
               "Nobody can open the file without it: there is no other way in.",
    .options = options,
    .least_operands = 1,
    .most_operands = 1,
    .run = set_passphrase,
};

}  // namespace kith::terminal
