// The Network screen: the picture, the same as a list, and beside it what it answers.
#pragma once

#include <array>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <vector>

#include "model/fields.h"
#include "ui/network/scene.h"
#include "ui/network/view.h"
#include "ui/session/session.h"
#include "widgets/table.h"

namespace kith::ui {

/// A way to somebody, as its card says it.
struct RouteCard {
    std::string way;  // "You → Ben → Jonas"
    std::string reasons;
    RecordId first;  // whom to ask …
    RecordId last;   // … for whom
    bool direct() const { return first == last; }
};

/// Whom one looks for a way to: everyone called so, at an organisation, in a role or with a skill.
struct NetworkAim {
    std::string words;  // empty: nobody
    std::vector<RecordId> people;
};

/// Somebody and why they are named, as a card says it.
struct NamedCard {
    RecordId person;
    std::string reasons;
    RecordId other = {};  // the second one of a pair
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
    enum person::circle circle = person::circle::none;
    std::string tag;
    RecordId organisation;  // affiliated now
    RecordId goal;          // helps with it, could, or is at one of its organisations
    std::optional<std::uint32_t> community;
    std::optional<std::size_t> contact;  // last contact, by the legend's ranges (network_freshness)
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
    bool with_organisations = false;  // drawn, besides their people …
    bool with_events = false;
    NetworkScene scene;
    std::optional<NetworkCamera> camera;  // none: everyone is shown
    RecordId chosen;
    std::optional<Day> day;  // looked at; none: today
    TableState table{.sort_key = "name"};
    std::vector<std::size_t> rows;  // of the list: nodes
    std::uint64_t rows_version = ~std::uint64_t{0};

    // Who is shown (filter.cpp)
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

    // What the panel says (network_answers.cpp), kept until something changes
    NetworkAim aim;
    RecordId goal;  // whose targets and gaps are shown
    std::string find_text;
    std::array<std::uint64_t, 6> answered{};
    std::string asked;  // the words of the aim that was answered
    std::vector<RouteCard> routes;
    std::vector<std::vector<RecordId>> ways;  // the same as the picture draws them, the best first
    std::vector<RecordId> targets;            // who stands out, because they are what is looked for
    std::vector<std::string> doors;
    std::vector<std::string> gaps;         // of the goal
    std::vector<NamedCard> reconnect;      // for the goal
    std::vector<NamedCard> introductions;  // that could be made
    std::vector<NamedCard> fading, redundant;
};

void draw_network(Session& session, NetworkState& state, ImRect area);

/// The picture itself (canvas.cpp).
void draw_network_canvas(Session& session, NetworkState& state, ImRect area);
/// What the network answers (panel.cpp): of somebody, of a way that was asked for or a goal
/// (ways.cpp), of those who are selected (selection.cpp), or of all (whole.cpp).
void draw_network_panel(Session& session, NetworkState& state, ImRect area);
void draw_network_ways(Session& session, NetworkState& state, Flow& flow);
void draw_network_aim(Session& session, NetworkState& state, Flow& flow);
void draw_network_goal(Session& session, NetworkState& state, Flow& flow);
void draw_network_selection(Session& session, NetworkState& state, Flow& flow);
void draw_network_whole(Session& session, NetworkState& state, Flow& flow);
/// Cards of people with their reasons, each with a button that shows them in the picture.
void draw_named_cards(Session& session, NetworkState& state, Flow& flow, std::string_view title,
    std::span<const NamedCard> cards);
/// A field in which to look for somebody or a way, with what could be meant.
void draw_network_finder(Session& session, NetworkState& state, Flow& flow);
/// Asks the engine anew when something was chosen or changed (network_answers.cpp).
void update_network_answers(Session& session, NetworkState& state);
/// Looks for a way to whoever is called so, or the one person in the picture who is.
void aim_in_network(Session& session, NetworkState& state, std::string_view words);
/// Facts as sentences in one line.
std::string network_facts(const Session& session, const Facts& facts);
/// A person in one sentence, for screen readers and the list.
std::string network_sentence(const Session& session, const NetworkState& state, std::size_t node);
void choose_in_network(Session& session, NetworkState& state, std::size_t node);

// ---- Who is shown (filter.cpp) -----------------------------------------------------------

/// Works out anew who passes the filter, if anything it rests on is another.
void update_shown(Session& session, NetworkState& state);
/// The choices, in as many rows as they need. Draws nothing while they are closed.
void draw_network_filter(Session& session, NetworkState& state, Flow& flow);
inline bool is_shown(const NetworkState& state, std::size_t node) {
    return state.shown.empty() || state.shown[node] != 0;
}

// ---- Tools (network_tools.cpp) -------------------------------------------------------------------

/// The tools at the picture's edge, and nearer, farther, everyone.
void draw_network_tools(Session& session, NetworkState& state, ImRect picture);
/// Where those tools stand: nothing else may be there.
std::vector<ImRect> network_tool_areas(const Session& session, ImRect picture);
/// Makes two people know each other; says so if they do already.
void connect_in_network(Session& session, NetworkState& state, RecordId a, RecordId b);
/// Keeps a person where they are in the picture, or lets them go.
void pin_in_network(Session& session, NetworkState& state, std::size_t node, bool pinned);
/// Takes up pins that were kept, and puts a person who was added where they were asked for.
void update_network_places(Session& session, NetworkState& state);

// ---- Files (files.cpp) -------------------------------------------------------------------

/// A button with a menu: the picture as SVG and PNG, the graph for other programs.
void draw_network_saving(Session& session, NetworkState& state, ImRect area, bool icon_only);
/// The picture of those who are shown, as it is coloured and sized.
std::string network_svg(const Session& session, const NetworkState& state, ImVec2 size);

// ---- The look of a person (look.cpp) -----------------------------------------------------

Colour network_colour(const Session& session, const NetworkState& state, std::size_t node);
/// At the normal text size, before the view is taken into account.
float network_radius(const NetworkState& state, std::size_t node);

/// Which of the ranges of freshness the last contact with somebody is in, and their words.
std::size_t network_freshness(const Session& session, const NetworkState& state, const NetworkNode& node);
std::span<const std::string_view> network_freshness_keys();
/// What the colours of the picture mean, those most used first.
std::vector<LegendEntry> network_legend(const Session& session, const NetworkState& state);

}  // namespace kith::ui
