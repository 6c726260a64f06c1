// The Network screen: the picture, the same as a list, and beside it what it answers.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "ui/network_view.h"
#include "ui/session.h"
#include "ui/table.h"

namespace kith::ui {

/// A way to somebody, as its card says it.
struct RouteCard {
    std::string way;  // "You → Ben → Jonas"
    std::string reasons;
    RecordId first;  // whom to ask
};

struct NetworkState {
    NetworkView view;
    NetworkColour colour = NetworkColour::community;
    NetworkSize size = NetworkSize::ties;
    bool as_list = false;
    std::optional<NetworkCamera> camera;  // none: everyone is shown
    RecordId chosen;
    bool dragging = false;
    std::optional<Day> day;  // looked at; none: today
    TableState table{.sort_key = "name"};
    std::vector<std::size_t> rows;  // of the list: nodes
    std::uint64_t rows_version = ~std::uint64_t{0};

    // What the panel says, kept until something changes
    RecordId answered;
    std::uint64_t answered_revision = ~std::uint64_t{0};
    Day answered_day = Day::min();
    std::vector<RouteCard> routes;
    std::vector<RecordId> way;  // the best of them, as the picture draws it
    std::vector<std::string> doors;
};

void draw_network(Session& session, NetworkState& state, ImRect area);

/// The picture itself (network_canvas.cpp).
void draw_network_canvas(Session& session, NetworkState& state, ImRect area);
/// What the network answers (network_panel.cpp).
void draw_network_panel(Session& session, NetworkState& state, ImRect area);
/// A person in one sentence, for screen readers and the list.
std::string network_sentence(const Session& session, const NetworkState& state, std::size_t node);
void choose_in_network(Session& session, NetworkState& state, std::size_t node);

}  // namespace kith::ui
