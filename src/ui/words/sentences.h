// Sentences of planning, and days that are waited for, as a person reads them.
#pragma once

#include <string>

#include "ui/session/session.h"

namespace kith::ui {

/// A sentence of planning, the ISO dates in it as the locale writes them.
std::string in_words(const Session& session, Message message);

/// A day that is waited for: "tomorrow", "27 November".
std::string awaited_day(const Session& session, Day day);

}  // namespace kith::ui
