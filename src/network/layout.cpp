#include "network/layout.h"

#include <algorithm>
#include <cmath>
#include <numbers>

#include "base/assertion.h"
#include "base/ids.h"

namespace kith {

namespace {

constexpr std::size_t small = 150;    // below, forces alone shape a graph as well as communities do
constexpr std::size_t large = 8'000;  // above, there is no time to gather everyone first

/// A number from 0 to 1 that goes with a key.
float chance_of(std::uint64_t key) {
    return static_cast<float>(mix(key + 0x9e3779b97f4a7c15U) >> 40) * 0x1p-24F;
}

/// The i-th of points that fill a disc evenly (Vogel 1979), `apart` from each other.
Point on_spiral(std::size_t i, float apart, float turn) {
    constexpr float golden = 2.39996323F;
    const float distance = apart * 0.56F * std::sqrt(static_cast<float>(i) + 0.5F);
    const float angle = static_cast<float>(i) * golden + turn;
    return {distance * std::cos(angle), distance * std::sin(angle)};
}

/// The graph of the communities: between two, the sum of the weights between their nodes.
WeightedGraph between_communities(const WeightedGraph& graph, const Communities& communities) {
    std::vector<WeightedEdge> edges;
    for (NodeIndex node = 0; node < graph.node_count(); ++node) {
        const NodeIndex a = communities.of[node];
        for (const Neighbour& next : graph.neighbours(node)) {
            const NodeIndex b = communities.of[next.node];
            if (a < b) edges.push_back({a, b, next.weight});
        }
    }
    add_up(edges);
    return {communities.sizes.size(), edges};
}

double mean_weight_of(const WeightedGraph& graph) {
    double sum = 0;
    for (NodeIndex node = 0; node < graph.node_count(); ++node)
        sum += graph.weight_at(node);
    return sum > 0 ? sum / static_cast<double>(2 * graph.edge_count()) : 1;
}

/// Slower cooling finds better places; so many rounds take about a second up to 20,000 nodes.
std::size_t rounds_for(std::size_t nodes) {
    return std::clamp<std::size_t>(8'000'000 / (nodes + 1), 400, 1500);
}

}  // namespace

void Layout::take(const WeightedGraph& graph, std::span<const std::uint64_t> keys, double mean_weight) {
    const std::size_t count = graph.node_count();
    keys_.assign(keys.begin(), keys.end());
    x_.assign(count, 0);
    y_.assign(count, 0);
    force_x_.assign(count, 0);
    force_y_.assign(count, 0);
    last_x_.assign(count, 0);
    last_y_.assign(count, 0);
    gain_.assign(count, 1);
    mass_.assign(count, 1);  // so that who has no ties takes room too
    state_.assign(count, State::free);
    pulls_.clear();
    pulls_.reserve(graph.edge_count());
    for (NodeIndex node = 0; node < count; ++node) {
        for (const Neighbour& next : graph.neighbours(node)) {
            const auto weight = static_cast<float>(next.weight / mean_weight);
            mass_[node] += weight;
            if (node < next.node) pulls_.push_back({node, next.node, weight});
        }
    }
    // A node's ties pull it with the sum of their weights; at the distance radius_ all others together push
    // it as hard. So the picture comes out about that large, whatever the graph.
    double mass = 0;
    for (const float m : mass_)
        mass += m;
    radius_ = options_.spacing * 0.6F * std::sqrt(static_cast<float>(count) + 1);
    push_ = radius_ / static_cast<float>(std::max(mass, 1.0));
    rounds_ = 0;
    most_rounds_ = options_.rounds > 0 ? options_.rounds : rounds_for(count);
    calm_rounds_ = 0;
    settled_ = count == 0;
    across_ = gathers() ? 0.4F : 0.8F;
}

void Layout::begin(const WeightedGraph& graph, std::span<const std::uint64_t> keys,
    std::span<const Placed> known, const Communities* communities) {
    begin_in_slices(graph, keys, known, communities).finish();
}

Slices Layout::begin_in_slices(const WeightedGraph& graph, std::span<const std::uint64_t> keys,
    std::span<const Placed> known, const Communities* communities) {
    KITH_ASSERT(keys.size() == graph.node_count());
    KITH_ASSERT(communities == nullptr || communities->of.size() == graph.node_count());
    take(graph, keys, mean_weight_of(graph));
    co_await next_slice;
    std::vector<std::pair<std::uint64_t, const Placed*>> by_key;
    by_key.reserve(known.size());
    for (const Placed& one : known)
        by_key.emplace_back(one.key, &one);
    std::ranges::sort(by_key);
    std::vector<const Placed*> found(keys.size(), nullptr);
    std::size_t count = 0;
    for (std::size_t i = 0; i < keys.size(); ++i) {
        const auto at =
            std::ranges::lower_bound(by_key, keys[i], {}, [](const auto& entry) { return entry.first; });
        if (at == by_key.end() || at->first != keys[i]) continue;
        found[i] = at->second;
        ++count;
    }
    const bool mostly_known = count * 2 >= keys.size() && count > 0;
    co_await next_slice;
    if (!mostly_known) co_await place_by_communities(graph, communities);
    if (!mostly_known && gathers()) co_await gather();
    std::vector<bool> placed(keys.size(), false);
    for (std::size_t i = 0; i < keys.size(); ++i) {
        if (found[i] == nullptr || (!mostly_known && !found[i]->pinned)) continue;
        x_[i] = found[i]->at.x;
        y_[i] = found[i]->at.y;
        state_[i] = found[i]->pinned ? State::pinned : State::resting;
        placed[i] = true;
    }
    if (mostly_known) {
        place_beside_neighbours(graph, std::move(placed));
        rounds_ = most_rounds_ * 3 / 4;  // small steps: little is left to do
        settled_ = count == keys.size();
    }
}

Slices Layout::place_by_communities(const WeightedGraph& graph, const Communities* known) {
    const std::size_t count = graph.node_count();
    if (count <= small) {
        place_on_spiral();
        co_await relax(count < 3 ? 0 : 100);
        co_return;
    }
    Communities communities;
    if (known != nullptr) {
        communities = *known;
    } else {
        // Of all chance, only the keys decide.
        std::uint64_t seed = count;
        for (const std::uint64_t key : keys_)
            seed ^= mix(key);
        co_await find_communities(graph, {.tries = 1}, Random(seed), communities);
    }
    const std::size_t groups = communities.sizes.size();
    if (groups * 10 > count * 9) {  // communities that are no part of larger ones, or next to no ties
        place_on_spiral();
        co_await relax(count <= 20 * small ? 100 : 0);
        co_return;
    }
    co_await next_slice;
    const WeightedGraph above = between_communities(graph, communities);
    std::vector<std::uint64_t> keys(groups, 0);
    std::vector<float> mass(groups, 0);
    for (NodeIndex node = 0; node < count; ++node) {
        keys[communities.of[node]] += mix(keys_[node]);
        mass[communities.of[node]] += mass_[node];
    }
    Layout coarse(options_);
    coarse.take(above, keys, pulls_.empty() ? 1 : mean_weight_of(graph));
    coarse.mass_ = std::move(mass);
    coarse.radius_ = radius_;
    coarse.push_ = push_;
    co_await coarse.place_by_communities(above, nullptr);

    // Each community fills a disc around its place, in an order that chance decides.
    std::vector<std::vector<NodeIndex>> members(groups);
    for (NodeIndex node = 0; node < count; ++node)
        members[communities.of[node]].push_back(node);
    for (std::size_t group = 0; group < groups; ++group) {
        const float turn = chance_of(keys[group]) * 2 * std::numbers::pi_v<float>;
        std::ranges::sort(members[group], {}, [&](NodeIndex node) { return mix(keys_[node]); });
        for (std::size_t i = 0; i < members[group].size(); ++i) {
            const Point offset = on_spiral(i, options_.spacing * 0.5F, turn);
            x_[members[group][i]] = coarse.x_[group] + offset.x;
            y_[members[group][i]] = coarse.y_[group] + offset.y;
        }
    }
    co_await next_slice;
    if (count <= 20 * small) co_await relax(60);
}

void Layout::place_on_spiral() {
    std::vector<NodeIndex> order(keys_.size());
    for (NodeIndex i = 0; i < order.size(); ++i)
        order[i] = i;
    std::ranges::sort(order, {}, [&](NodeIndex node) { return mix(keys_[node]); });
    for (std::size_t i = 0; i < order.size(); ++i) {
        const Point at = on_spiral(i, 2 * radius_ / std::sqrt(static_cast<float>(order.size())), 0);
        x_[order[i]] = at.x;
        y_[order[i]] = at.y;
    }
}

void Layout::place_beside_neighbours(const WeightedGraph& graph, std::vector<bool> placed) {
    float edge = 0;
    for (NodeIndex node = 0; node < graph.node_count(); ++node) {
        if (placed[node]) edge = std::max(edge, std::hypot(x_[node], y_[node]));
    }
    // Those with placed neighbours first, then those beside these, and so on; who has none goes to the edge.
    std::vector<NodeIndex> waiting;
    for (NodeIndex node = 0; node < graph.node_count(); ++node) {
        if (!placed[node]) waiting.push_back(node);
    }
    while (!waiting.empty()) {
        std::vector<NodeIndex> still;
        std::vector<NodeIndex> now;
        for (const NodeIndex node : waiting) {
            float x = 0;
            float y = 0;
            float weight = 0;
            for (const Neighbour& next : graph.neighbours(node)) {
                if (!placed[next.node]) continue;
                const auto w = static_cast<float>(next.weight);
                x += x_[next.node] * w;
                y += y_[next.node] * w;
                weight += w;
            }
            if (weight == 0) {
                still.push_back(node);
                continue;
            }
            const float angle = chance_of(keys_[node]) * 2 * std::numbers::pi_v<float>;
            x_[node] = x / weight + options_.spacing * 0.6F * std::cos(angle);
            y_[node] = y / weight + options_.spacing * 0.6F * std::sin(angle);
            now.push_back(node);
        }
        if (now.empty()) {
            const NodeIndex node = still.back();
            still.pop_back();
            const float angle = chance_of(keys_[node]) * 2 * std::numbers::pi_v<float>;
            x_[node] = (edge + options_.spacing) * std::cos(angle);
            y_[node] = (edge + options_.spacing) * std::sin(angle);
            now.push_back(node);
        }
        for (const NodeIndex node : now)
            placed[node] = true;
        waiting = std::move(still);
    }
}

bool Layout::gathers() const {
    return x_.size() > small && x_.size() <= large;
}

/// First ties pull the harder the longer they are, so that the whole is as wide as its distances in steps
/// say; then they let go of it by and by, and communities close up within. In the other order communities
/// would be set too far apart, and never find back.
Slices Layout::gather() {
    constexpr std::size_t rounds = 300;
    constexpr float most = 2'000;
    const float least = across_;
    for (std::size_t i = 0; i < rounds; ++i) {
        const float left = 1 - static_cast<float>(i) / static_cast<float>(rounds);
        across_ = least + (most - least) * left;
        round(options_.spacing * (20 * left * left + 0.3F));
        co_await next_slice;
    }
    across_ = least;
    rounds_ = most_rounds_ * 65 / 100;  // the large steps are done
}

Slices Layout::relax(std::size_t rounds) {
    for (std::size_t i = 0; i < rounds; ++i) {
        const float left = 1 - static_cast<float>(i) / static_cast<float>(rounds);
        round(radius_ * 0.1F * left * left);
        co_await next_slice;
    }
}

float Layout::step_at(std::size_t round) const {
    const float left = 1 - static_cast<float>(round) / static_cast<float>(most_rounds_);
    return options_.spacing * (2 * left * left + 0.02F);
}

/// The forces of the middle and of the ties.
void Layout::pull_together() {
    const std::size_t count = x_.size();
    // Towards the middle, the more the farther: holds apart what nothing ties together from flying off.
    const float gravity = 0.4F / radius_;
    for (std::size_t i = 0; i < count; ++i) {
        force_x_[i] = -gravity * mass_[i] * x_[i];
        force_y_[i] = -gravity * mass_[i] * y_[i];
    }
    const float soft = options_.spacing * 0.3F;  // below, ties pull less: so that two come to rest
    const float soft_squared = soft * soft;
    const float across = across_ / (radius_ * radius_);
    for (const Pull& pull : pulls_) {
        const float dx = x_[pull.b] - x_[pull.a];
        const float dy = y_[pull.b] - y_[pull.a];
        const float squared = dx * dx + dy * dy + soft_squared;
        const float force = pull.weight * (1 + across * squared) / std::sqrt(squared);
        force_x_[pull.a] += dx * force;
        force_y_[pull.a] += dy * force;
        force_x_[pull.b] -= dx * force;
        force_y_[pull.b] -= dy * force;
    }
}

/// The forces of the middle and of the ties, and all bodies where they push from.
void Layout::begin_round() {
    pull_together();
    tree_.take(x_, y_, mass_);
}

/// The forces of all upon some, from one body on. The first of those who are left.
std::size_t Layout::push_some(std::size_t from) {
    constexpr std::size_t at_once = 32 * Quadtree::lanes;
    return std::max(from + 1, tree_.push_apart(from, at_once, push_, options_.accuracy, force_x_, force_y_));
}

/// By the forces that there are, each at most `step`. How far on average.
float Layout::move(float step) {
    const std::size_t count = x_.size();
    double moved = 0;
    std::size_t movers = 0;
    for (std::size_t i = 0; i < count; ++i) {
        const float ax = force_x_[i] / mass_[i];
        const float ay = force_y_[i] / mass_[i];
        // Who is pushed to and fro takes smaller steps, who is pushed on takes larger ones again.
        const bool turned = ax * last_x_[i] + ay * last_y_[i] < 0;
        gain_[i] = turned ? std::max(0.02F, gain_[i] * 0.6F) : std::min(1.0F, gain_[i] * 1.1F);
        last_x_[i] = ax;
        last_y_[i] = ay;
        if (state_[i] != State::free) continue;
        const float size = std::sqrt(ax * ax + ay * ay);
        const float length = gain_[i] * step * std::min(size, 1.0F);
        if (size > 1e-6F) {
            x_[i] += ax / size * length;
            y_[i] += ay / size * length;
        }
        moved += length;
        ++movers;
    }
    return movers > 0 ? static_cast<float>(moved / static_cast<double>(movers)) : 0;
}

float Layout::round(float step) {
    begin_round();
    for (std::size_t pushed = 0; pushed < size();)
        pushed = push_some(pushed);
    return move(step);
}

Slices Layout::settle() {
    constexpr std::size_t calm_enough = 5;
    while (!settled_) {
        begin_round();
        for (std::size_t pushed = 0; pushed < size();) {
            if (pushed > 0) co_await next_slice;
            pushed = push_some(pushed);
        }
        const float moved = move(step_at(rounds_++));
        calm_rounds_ = moved < options_.spacing * 0.002F ? calm_rounds_ + 1 : 0;
        settled_ = calm_rounds_ >= calm_enough || rounds_ >= most_rounds_;
        if (!settled_) co_await next_slice;
    }
}

std::vector<Placed> Layout::placed() const {
    std::vector<Placed> all;
    all.reserve(keys_.size());
    for (std::size_t i = 0; i < keys_.size(); ++i)
        all.push_back({keys_[i], {x_[i], y_[i]}, state_[i] == State::pinned});
    return all;
}

void Layout::pin(NodeIndex node, Point at) {
    KITH_ASSERT(node < size());
    x_[node] = at.x;
    y_[node] = at.y;
    state_[node] = State::pinned;
}

void Layout::unpin(NodeIndex node) {
    KITH_ASSERT(node < size());
    state_[node] = State::free;
}

void Layout::stir() {
    for (State& state : state_) {
        if (state == State::resting) state = State::free;
    }
    rounds_ = std::min(rounds_, most_rounds_ * 3 / 4);
    calm_rounds_ = 0;
    settled_ = x_.empty();
}

}  // namespace kith
