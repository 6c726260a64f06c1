// Deleting records: what would go to the trash with them is said first, when there is anything.
#pragma once

#include <span>

#include "ui/session/session.h"

namespace kith::ui {

/// Deletes at once what nothing belongs to, else asks.
void ask_removal(Session& session, std::span<const RecordId> records);
void draw_removal(Session& session);

/// Takes a record out of the trash, with what went along.
void bring_back(Session& session, RecordId record);

}  // namespace kith::ui
