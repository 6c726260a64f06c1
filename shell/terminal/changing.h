// What every command that changes a .kith file does before and after: it opens the file, and writes one step.
#pragma once

#include <optional>
#include <string>

#include "terminal/command.h"
#include "terminal/workspace_file.h"

namespace kith::terminal {

/// Whether a command may begin a file.
enum class IfMissing : std::uint8_t { fail, make };

/// The file to change, held until the program ends; nothing, and a complaint, if it can't be had.
std::optional<WorkspaceFile> open_to_change(Console& console, const std::string& path, IfMissing missing);

/// Writes a draft as one step, and the file. False, and a complaint, if that fails; nothing was changed then.
bool write_step(Console& console, WorkspaceFile& file, Draft draft);

}  // namespace kith::terminal
