// Many records in few words: how many there are of each kind, and who.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "ui/session/session.h"

namespace kith::ui {

/// "3 contacts, 2 ties and 1 favour", in the order of the schema; empty for none.
std::string counts_in_words(const Session& session, std::span<const RecordId> records);

/// One line for each kind: "3 people: Ana Núñez, Ben Okafor and 1 more". Names are those in `workspace`.
std::vector<std::string> lines_by_kind(const Session& session, const Workspace& workspace,
    std::span<const RecordId> records, std::size_t most_names);

}  // namespace kith::ui
