// The Network screen: the picture, the same as a list, and beside it what it answers.
#pragma once

#include <optional>
#include <set>
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

/// What a press and a drag on the picture do.
enum class NetworkTool : std::uint8_t {
    move,     // the picture, or a person, who then stays there
    select,   // everyone within a line drawn around them
    connect,  // from one person to another: they know each other
    add,      // a new person, where one presses
};

/// Who is in the picture and the list. Empty parts let everyone pass.
struct NetworkFilter {
    std::string circle;  // option key
    std::string tag;
    RecordId organisation;  // affiliated now
    RecordId goal;          // helps with it, could, or is at one of its organisations
    std::optional<std::uint32_t> community;
    std::set<RecordId> hidden;
    std::set<RecordId> only;  // empty: everyone

    bool empty() const { return *this == NetworkFilter{}; }
    bool operator==(const NetworkFilter&) const = default;
};

struct NetworkState {
    NetworkView view;
    NetworkColour colour = NetworkColour::community;
    NetworkSize size = NetworkSize::ties;
    NetworkTool tool = NetworkTool::move;
    bool as_list = false;
    std::optional<NetworkCamera> camera;  // none: everyone is shown
    RecordId chosen;
    std::optional<Day> day;  // looked at; none: today
    TableState table{.sort_key = "name"};
    std::vector<std::size_t> rows;  // of the list: nodes
    std::uint64_t rows_version = ~std::uint64_t{0};

    // Who is shown (network_filter.cpp)
    NetworkFilter filter, shown_filter;
    bool filter_open = false, save_open = false;
    std::vector<char> shown;                           // of every node; empty: all
    std::uint64_t shown_version = ~std::uint64_t{0};   // of the view, for which that holds …
    std::uint64_t shown_revision = ~std::uint64_t{0};  // … and of the workspace
    std::uint64_t shown_generation = 0;                // another number whenever it is another
    std::uint64_t rows_generation = ~std::uint64_t{0};

    // What the tools are at (network_tools.cpp)
    std::set<RecordId> selected;
    std::vector<Point> lasso;
    bool dragging = false;     // the picture
    RecordId carried;          // the person that is dragged …
    bool carried_far = false;  // … and has left their place
    RecordId connect_from;
    std::optional<Point> place_for_new;  // of the person who is being added …
    std::size_t people_before = 0;       // … and how many there were
    std::string pins_read = "-";         // the setting that the view's pins are from
    std::uint64_t pins_version = ~std::uint64_t{0};

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
/// What the network answers (network_panel.cpp), or of those who are selected (network_selection.cpp).
void draw_network_panel(Session& session, NetworkState& state, ImRect area);
void draw_network_selection(Session& session, NetworkState& state, Flow& flow);
/// A person in one sentence, for screen readers and the list.
std::string network_sentence(const Session& session, const NetworkState& state, std::size_t node);
void choose_in_network(Session& session, NetworkState& state, std::size_t node);

// ---- Who is shown (network_filter.cpp) -----------------------------------------------------------

/// Works out anew who passes the filter, if anything it rests on is another.
void update_shown(Session& session, NetworkState& state);
/// The choices, in as many rows as they need. Draws nothing while they are closed.
void draw_network_filter(Session& session, NetworkState& state, Flow& flow);
float network_filter_height(const Session& session, const NetworkState& state);
inline bool is_shown(const NetworkState& state, std::size_t node) {
    return state.shown.empty() || state.shown[node] != 0;
}

// ---- Tools (network_tools.cpp) -------------------------------------------------------------------

/// The tools at the picture's edge, and nearer, farther, everyone.
void draw_network_tools(Session& session, NetworkState& state, ImRect picture);
/// Makes two people know each other; says so if they do already.
void connect_in_network(Session& session, NetworkState& state, RecordId a, RecordId b);
/// Keeps a person where they are in the picture, or lets them go.
void pin_in_network(Session& session, NetworkState& state, std::size_t node, bool pinned);
/// Takes up pins that were kept, and puts a person who was added where they were asked for.
void update_network_places(Session& session, NetworkState& state);

// ---- Files (network_files.cpp) -------------------------------------------------------------------

/// A button with a menu: the picture as SVG and PNG, the graph for other programs.
void draw_network_saving(Session& session, NetworkState& state, ImRect area, bool icon_only);
/// The picture of those who are shown, as it is coloured and sized.
std::string network_svg(const Session& session, const NetworkState& state, ImVec2 size);

// ---- The look of a person (network_look.cpp) -----------------------------------------------------

Colour network_colour(const Session& session, const NetworkState& state, std::size_t node);
/// At the normal text size, before the view is taken into account.
float network_radius(const NetworkState& state, std::size_t node);

struct LegendEntry {
    Colour colour = Colour::edge;
    std::string words;
};
/// What the colours of the picture mean, those most used first.
std::vector<LegendEntry> network_legend(const Session& session, const NetworkState& state);

}  // namespace kith::ui
