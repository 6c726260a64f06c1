// What speaks for and against two entries being one person, as JSON.
#pragma once

#include "base/json.h"
#include "identity/comparing.h"

namespace kith::terminal {

/// "evidence": what the two have in common and what contradicts, in bits for (positive) or against, and their sum.
void write_evidence(JsonWriter& json, const identity::Comparison& comparison);

}  // namespace kith::terminal
