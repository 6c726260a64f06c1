#include "ui/network/look.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "model/fields.h"
#include "ui/network/filter.h"
#include "ui/session/people_list.h"
#include "workspace/names.h"

namespace kith::ui {

namespace {

constexpr std::array circles{person::circle::closest_5, person::circle::closest_15,
    person::circle::closest_50, person::circle::closest_150};
constexpr std::size_t most_entries = 6;  // of the legend: there are no more colours to tell apart

/// What a colour stands for, in the order of the legend where there is one.
struct Sign {
    Colour colour = Colour::edge;
    std::string_view key;  // of the catalogue; empty: `name`
};
constexpr std::array freshness{
    Sign{Colour::accent, "network.last_quarter"},
    Sign{Colour::group_1, "network.last_year"},
    Sign{Colour::due, "network.last_long"},
    Sign{Colour::late, "network.last_dormant"},
    Sign{Colour::edge, "network.last_never"},
};

constexpr std::array freshness_keys{
    freshness[0].key, freshness[1].key, freshness[2].key, freshness[3].key, freshness[4].key};

}  // namespace

std::size_t network_freshness(const Session& session, const NetworkState& state, const NetworkNode& node) {
    const auto tie = state.view.own_tie(node);
    if (!tie || !tie->last_contact) return 4;
    const auto gap = session.ui.today() - *tie->last_contact;
    return gap <= std::chrono::days{90} ? 0 : gap <= std::chrono::days{365} ? 1 : gap < dormant_after ? 2 : 3;
}

std::span<const std::string_view> network_freshness_keys() {
    return freshness_keys;
}

Colour network_colour(const Session& session, const NetworkState& state, std::size_t index) {
    const NetworkNode& node = state.view.nodes()[index];
    const Workspace& workspace = session.workspace;
    switch (state.colour) {
        case NetworkColour::community: return group_colour(node.community);
        case NetworkColour::circle: {
            const auto found = std::ranges::find(circles, workspace.choice(node.record, person::circle));
            return found == circles.end() ? Colour::edge
                                          : group_colour(static_cast<std::uint64_t>(found - circles.begin()));
        }
        case NetworkColour::organisation: {
            const RecordId place = organisation_of(workspace, node.record);
            return place ? group_colour(place.value % 5) : Colour::edge;
        }
        case NetworkColour::freshness: return freshness[network_freshness(session, state, node)].colour;
    }
    return Colour::edge;
}

float network_radius(const NetworkState& state, std::size_t node) {
    const NetworkView& view = state.view;
    if (!view.nodes()[node].person) return 9;
    float part = 0.3F;
    if (state.size == NetworkSize::ties)
        part = std::min(1.0F, std::sqrt(static_cast<float>(view.nodes()[node].ties)) / 4);
    else if (state.size == NetworkSize::betweenness && !view.betweenness().empty() &&
        meaning_of(Measure::betweenness, view.coverage()) != Meaning::nothing)
        part = std::sqrt(view.betweenness()[node]);
    return 4 + 7 * part;
}

std::vector<LegendEntry> network_legend(const Session& session, const NetworkState& state) {
    struct Counted {
        LegendEntry entry;
        std::size_t people = 0;
        std::uint64_t key = 0;
    };
    std::vector<Counted> all;
    const auto& nodes = state.view.nodes();
    for (std::size_t i = 0; i < nodes.size(); ++i) {
        if (!nodes[i].person || !is_shown(state, i)) continue;
        std::uint64_t key = 0;
        switch (state.colour) {
            case NetworkColour::community: key = nodes[i].community; break;
            case NetworkColour::circle: {
                const auto circle = session.workspace.choice(nodes[i].record, person::circle);
                key = static_cast<std::uint64_t>(std::ranges::find(circles, circle) - circles.begin());
                break;
            }
            case NetworkColour::organisation:
                key = organisation_of(session.workspace, nodes[i].record).value;
                break;
            case NetworkColour::freshness: key = network_freshness(session, state, nodes[i]); break;
        }
        const auto found = std::ranges::find(all, key, &Counted::key);
        if (found != all.end()) {
            ++found->people;
            continue;
        }
        LegendEntry entry{.colour = network_colour(session, state, i), .words = {}};
        switch (state.colour) {
            case NetworkColour::community: {
                const auto& names = state.view.community_names();
                if (key < names.size()) entry.words = session.text(names[key]);
                break;
            }
            case NetworkColour::circle:
                entry.words = circle_name(
                    session.ui.words(), key < circles.size() ? circles[key] : person::circle::none);
                break;
            case NetworkColour::organisation:
                entry.words = key == 0 ? std::string(session.text("network.no_organisation"))
                                       : record_name(session.workspace, RecordId{key});
                break;
            case NetworkColour::freshness: entry.words = session.text(freshness[key].key); break;
        }
        all.push_back({std::move(entry), 1, key});
    }
    const bool by_order = state.colour == NetworkColour::circle || state.colour == NetworkColour::freshness;
    std::ranges::stable_sort(all,
        [&](const Counted& a, const Counted& b) { return by_order ? a.key < b.key : a.people > b.people; });
    std::vector<LegendEntry> legend;
    for (Counted& counted : all) {
        if (legend.size() >= most_entries) break;
        legend.push_back(std::move(counted.entry));
    }
    return legend;
}

}  // namespace kith::ui
