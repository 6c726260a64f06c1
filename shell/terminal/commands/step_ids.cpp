#include "terminal/commands/step_ids.h"

namespace kith::terminal {

std::string id_of_step(const TransactionInfo& step) {
    return to_hex(step.stamp.ticks) + to_hex(step.stamp.replica.value);
}

std::optional<HistoryEntry> step_asked(Console& console, const Workspace& workspace, const std::string& id) {
    std::optional<HistoryEntry> found;
    bool several = false;
    for (const HistoryEntry& entry : history_entries(workspace)) {
        if (id.empty() || !id_of_step(workspace.transactions()[entry.transaction]).starts_with(id)) continue;
        several = several || found;
        found = entry;
    }
    if (found && !several) return found;
    console.complain({found ? "terminal.which_step" : "terminal.no_such_step", {id}});
    return {};
}

}  // namespace kith::terminal
