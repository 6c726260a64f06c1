#include "ui/network/scene.h"

#include <algorithm>
#include <numeric>

#include "base/ids.h"
#include "ui/network/filter.h"
#include "ui/network/look.h"
#include "ui/network/screen.h"

namespace kith::ui {

namespace {

/// Which component each node is in while edges are taken up one by one.
class Pieces {
public:
    explicit Pieces(std::size_t nodes) : above_(nodes) { std::iota(above_.begin(), above_.end(), 0U); }

    /// True if that joined two pieces.
    bool join(NodeIndex a, NodeIndex b) {
        a = top(a);
        b = top(b);
        above_[a] = b;
        return a != b;
    }

private:
    std::vector<NodeIndex> above_;

    NodeIndex top(NodeIndex node) {
        while (above_[node] != node)
            node = above_[node] = above_[above_[node]];
        return node;
    }
};

/// Chance that goes with an edge, so that a part of many is spread evenly, and the same tomorrow.
std::uint64_t chance_of(const std::vector<NetworkNode>& nodes, const SceneEdge& edge) {
    return mix(nodes[edge.a].record.value ^ nodes[edge.b].record.value * 3);
}

void find_lines(NetworkState& state) {
    NetworkScene& scene = state.scene;
    const WeightedGraph& graph = state.view.graph();
    const auto& nodes = state.view.nodes();
    struct Ranked {
        SceneEdge edge;
        float weight;
        std::uint64_t chance;
    };
    std::vector<Ranked> all;
    std::vector<std::uint64_t> pairs;  // of communities, for each tie between two
    for (NodeIndex a = 0; a < graph.node_count(); ++a) {
        if (!is_drawn(state, a)) continue;
        for (const Neighbour& next : graph.neighbours(a)) {
            if (next.node < a || !is_drawn(state, next.node)) continue;
            SceneEdge edge{.a = a, .b = next.node};
            const auto [low, high] = std::minmax(nodes[a].community, nodes[next.node].community);
            edge.within = low == high;
            edge.member = !nodes[a].person || !nodes[next.node].person;
            if (!edge.within) pairs.push_back(std::uint64_t{low} << 32 | high);
            all.push_back({edge, static_cast<float>(next.weight), chance_of(nodes, edge)});
        }
    }
    // The strongest ties that hold all together come first; the others in the order of chance.
    std::ranges::sort(all, [](const Ranked& x, const Ranked& y) {
        return x.weight != y.weight ? x.weight > y.weight : x.chance < y.chance;
    });
    Pieces pieces(graph.node_count());
    std::vector<SceneEdge> others;
    scene.edges.clear();
    for (const Ranked& one : all)
        (pieces.join(one.edge.a, one.edge.b) ? scene.edges : others).push_back(one.edge);
    std::ranges::sort(others, {}, [&](const SceneEdge& edge) { return chance_of(nodes, edge); });
    scene.edges.insert(scene.edges.end(), others.begin(), others.end());

    std::ranges::sort(pairs);
    scene.bundles.clear();
    for (const std::uint64_t pair : pairs) {
        const auto a = static_cast<std::uint32_t>(pair >> 32), b = static_cast<std::uint32_t>(pair);
        if (!scene.bundles.empty() && scene.bundles.back().a == a && scene.bundles.back().b == b)
            ++scene.bundles.back().count;
        else
            scene.bundles.push_back({a, b, 1});
    }
    std::ranges::stable_sort(scene.bundles, std::ranges::greater{}, &SceneBundle::count);

    scene.groups.assign(state.view.community_names().size(), {});
    for (NodeIndex node = 0; node < nodes.size(); ++node) {
        if (nodes[node].person && is_shown(state, node)) scene.groups[nodes[node].community].push_back(node);
    }
}

}  // namespace

bool is_drawn(const NetworkState& state, std::size_t node) {
    const Kind kind = state.view.nodes()[node].kind;
    if (kind == Kind::organisation && !state.with_organisations) return false;
    return is_shown(state, node);
}

void update_scene(const Session& session, NetworkState& state) {
    NetworkScene& scene = state.scene;
    const std::array<std::uint64_t, 3> lines{
        state.view.version(), state.shown_generation, state.with_organisations ? 1U : 0U};
    if (scene.line_key != lines) {
        scene.line_key = lines;
        find_lines(state);
    }
    const std::array<std::uint64_t, 7> look{state.view.version(), state.shown_generation,
        static_cast<std::uint64_t>(state.colour), static_cast<std::uint64_t>(state.size),
        state.view.betweenness().empty() ? 0U : 1U, session.workspace.revision(),
        static_cast<std::uint64_t>(session.ui.today().time_since_epoch().count())};
    if (scene.look_key == look) return;
    scene.look_key = look;
    const std::size_t count = state.view.nodes().size();
    scene.colours.resize(count);
    scene.radii.resize(count);
    for (std::size_t i = 0; i < count; ++i) {
        scene.colours[i] = network_colour(session, state, i);
        scene.radii[i] = network_radius(state, i);
    }
    scene.legend = network_legend(session, state);
}

}  // namespace kith::ui
