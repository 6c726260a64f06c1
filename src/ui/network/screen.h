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
    explicit NetworkState(Insight& insight) : view(insight) {}

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

    // Who is shown (filter.h)
    NetworkFilter filter;
    bool filter_open = false, save_open = false;
    std::vector<char> shown;  // of every node; empty: all
    // … from the filter, the view's version and, where there is a filter, the workspace's revision
    MadeFrom<NetworkFilter, std::uint64_t, std::uint64_t> shown_from;
    std::uint64_t shown_generation = 0;  // changes when the shown set changes
    std::uint64_t rows_generation = ~std::uint64_t{0};

    // What the tools are at (tools.h)
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

    // What the panel says (answers.h), kept until something changes
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

/// A person in one sentence, for screen readers and the list.
std::string network_sentence(const Session& session, const NetworkState& state, std::size_t node);
void choose_in_network(Session& session, NetworkState& state, std::size_t node);

}  // namespace kith::ui
