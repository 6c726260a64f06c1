// Asks at the terminal for what nobody should see.
#pragma once

#include <string>

#include "base/error.h"

namespace kith::terminal {

/// Shows `question` on the terminal, whatever standard input and output are, and takes a line without showing
/// it. `locked` if there is no terminal, `stopped` after Ctrl-C or Ctrl-D.
Result<std::string> ask_unseen(const std::string& question);

}  // namespace kith::terminal
