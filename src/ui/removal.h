// Deleting records: what would go to the trash with them is said first, when there is anything.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "base/ids.h"

namespace kith::ui {

class Session;

struct Removal {
    bool open = false;
    std::vector<RecordId> records;
    std::string name;   // of the one, or how many
    std::string along;  // what goes with them, in words
};

/// Deletes at once what nothing belongs to, else asks.
void ask_removal(Session& session, std::span<const RecordId> records);
void draw_removal(Session& session);

/// Takes a record out of the trash, with what went along.
void bring_back(Session& session, RecordId record);

}  // namespace kith::ui
