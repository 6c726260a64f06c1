// The nearest way to an organisation or a person in one sentence, as a goal's gaps say it ("Closest: Maja
// Lindqvist, two steps away through Ben"). The network room finds the way (routes.h).
#pragma once

#include <optional>

#include "network/routes.h"
#include "planning/facts/due.h"

namespace kith {

/// To an organisation: to somebody who is there now, or else was. Nothing if no known tie leads there.
/// `snapshot` must have the user in it. O(people + ties) at worst.
std::optional<Message> closest_way(
    const Workspace& workspace, const ContactGraph& contacts, const GraphSnapshot& snapshot, RecordId target);

/// The best way to one person, from the first to ask on; empty where no known tie leads there.
std::vector<RecordId> way_to(const ContactGraph& contacts, const GraphSnapshot& snapshot, RecordId person);

}  // namespace kith
