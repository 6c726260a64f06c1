// People as the room that tells who is who takes them: cards from files, and records here.
#pragma once

#include "exchange/cards/card.h"
#include "identity/entry.h"
#include "workspace/workspace.h"

namespace kith {

/// What a card says about who somebody is. `source` is the card's file, counted from `first_file`.
identity::Entry identity_entry(const Card& card, std::uint32_t first_file);

/// The same of a record. It knows its own exports by the UID that they have.
identity::Entry identity_entry(const Workspace& workspace, RecordId person, std::uint32_t source);

}  // namespace kith
