// Steps of a history at a prompt: by their ids, or the first digits of them.
#pragma once

#include <optional>
#include <string>

#include "terminal/console.h"
#include "workspace/looking_back.h"

namespace kith::terminal {

std::string id_of_step(const TransactionInfo& step);

/// The step that is meant; nothing, and a complaint, if there is none of that id or more than one.
std::optional<HistoryEntry> step_asked(Console& console, const Workspace& workspace, const std::string& id);

}  // namespace kith::terminal
