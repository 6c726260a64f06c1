// What is told beside the picture, asked of the engine once for each state of things and not for each frame.
#pragma once

#include <string>
#include <string_view>

#include "ui/network/screen.h"

namespace kith::ui {

/// Asks the engine anew when something was chosen or changed.
void update_network_answers(Session& session, NetworkState& state);
/// Looks for a way to whoever is called so, or the one person in the picture who is.
void aim_in_network(Session& session, NetworkState& state, std::string_view words);
/// Facts as sentences in one line.
std::string network_facts(const Session& session, const Facts& facts);

}  // namespace kith::ui
