// What speaks for and against two entries being one person, in words.
#pragma once

#include <string>
#include <vector>

#include "identity/comparing.h"
#include "ui/session/session.h"

namespace kith::ui {

/// Up to three lines: what they have in common, what is alike, what differs; each in the order of
/// identity::Reason.
std::vector<std::string> evidence_in_words(const Session& session, const identity::Comparison& comparison);

}  // namespace kith::ui
