// How a person looks in the picture, and what that means in words.
#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "ui/network/screen.h"

namespace kith::ui {

Colour network_colour(const Session& session, const NetworkState& state, std::size_t node);
/// At the normal text size, before the view is taken into account.
float network_radius(const NetworkState& state, std::size_t node);

/// Which of the ranges of freshness the last contact with somebody is in, and their words.
std::size_t network_freshness(const Session& session, const NetworkState& state, const NetworkNode& node);
std::span<const std::string_view> network_freshness_keys();
/// What the colours of the picture mean, those most used first.
std::vector<LegendEntry> network_legend(const Session& session, const NetworkState& state);

}  // namespace kith::ui
