// What became of every row and card that an import read, as JSON.
#pragma once

#include "base/json.h"
#include "exchange/people/import_plan.h"
#include "terminal/console.h"

namespace kith::terminal {

/// "rows": an object for each entry, in the order of the plan: where it stands, its `outcome` ("new", "joined",
/// "asked", "skipped"), the record that it went into, whom it was joined with or is asked about, and why. Records
/// that are only planned have no id.
void write_rows(JsonWriter& json, Console& console, const ImportPlan& plan, bool written);

}  // namespace kith::terminal
