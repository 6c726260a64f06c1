// Putting off what the agenda lists until a day, without touching what it is about: a promise keeps its date
// and stays late, it only leaves Today for a while. Each is kept as a setting named after the item, so that
// it is undone like everything else and holds on every device.
#pragma once

#include <optional>

#include "planning/agenda/agenda.h"

namespace kith {

/// Hides an item until a day; today brings it back. A due contact is snoozed on the person's own record
/// (cadence.h).
void put_off(Draft& draft, const Workspace& workspace, const AgendaItem& item, Day until);

/// Whether anything is hidden today at all. O(settings): asked once before asking for each item.
bool anything_put_off(const Workspace& workspace, Day today);

/// The day an item comes back, if it is hidden today. O(1).
std::optional<Day> put_off_until(const Workspace& workspace, const AgendaItem& item, Day today);

}  // namespace kith
