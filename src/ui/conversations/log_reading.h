// From the line into the form, and from the form into changes.
#pragma once

#include <optional>

#include "ui/conversations/log_dialog.h"

namespace kith::ui {

/// Reads the line anew if it changed, and fills what was not set by hand.
void read_line(Session& session, LogDialog& dialog, const LogContext& context);
/// Everything as one draft; nothing, and the errors beside their fields, if something is wrong.
std::optional<Draft> write_log(Session& session, LogDialog& dialog, const LogContext& context);

}  // namespace kith::ui
