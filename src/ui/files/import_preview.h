// What an import will do: a table of who is new, changed, already here or skipped and why, a dialog for one
// of them, and what is wrong with the file.
#pragma once

#include <string>
#include <string_view>

#include "ui/files/files_state.h"

namespace kith::ui {

/// "3 people and 2 opportunities imported from archive.zip"
std::string say_imported(Session& session, const ImportTaken& taken, std::string_view file);
/// What the import that is open will do, before it does it, and its progress.
void draw_import(Session& session, FilesState& state, ImRect area);

}  // namespace kith::ui
