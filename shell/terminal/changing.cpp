#include "terminal/changing.h"

#include "terminal/streams.h"

namespace kith::terminal {

std::optional<WorkspaceFile> open_to_change(Console& console, const std::string& path, IfMissing missing) {
    if (path == "-") {
        console.complain({"terminal.no_stream", {}});
        return {};
    }
    Result<WorkspaceFile> file = WorkspaceFile::open(path, console.keys);
    if (!file) {
        console.complain(file.error());
        return {};
    }
    if (file->is_new() && missing == IfMissing::fail) {
        console.complain({"files.not_there", {shown_name(path)}});
        return {};
    }
    return std::move(*file);
}

bool write_step(Console& console, WorkspaceFile& file, Draft draft) {
    if (const auto done = file.workspace().commit(std::move(draft), now()); !done) {
        console.complain(done.error());
        return false;
    }
    if (const auto saved = file.save(); !saved) {
        console.complain(saved.error());
        return false;
    }
    return true;
}

}  // namespace kith::terminal
