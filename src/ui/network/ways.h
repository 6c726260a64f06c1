// Ways through the network: to somebody, to anyone at an organisation, in a role or with a skill, and to
// where a goal leads. Each is a card with its reasons, from which the introduction is asked for or planned.
#pragma once

#include <span>
#include <string_view>

#include "ui/network/screen.h"

namespace kith::ui {

void draw_network_ways(Session& session, NetworkState& state, Flow& flow);
void draw_network_aim(Session& session, NetworkState& state, Flow& flow);
void draw_network_goal(Session& session, NetworkState& state, Flow& flow);

/// Cards of people with their reasons, each with a button that shows them in the picture.
void draw_named_cards(Session& session, NetworkState& state, Flow& flow, std::string_view title,
    std::span<const NamedCard> cards);
/// A field in which to look for somebody or a way, with what could be meant.
void draw_network_finder(Session& session, NetworkState& state, Flow& flow);

}  // namespace kith::ui
