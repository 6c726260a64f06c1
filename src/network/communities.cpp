#include "network/communities.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <unordered_map>
#include <utility>

#include "base/assertion.h"

namespace kith {

namespace {

/// A graph whose nodes stand for groups of nodes: with weight inside, which WeightedGraph has no place for.
struct Level {
    struct End {
        std::uint32_t node;
        double weight;
    };
    std::vector<std::uint32_t> starts{0};
    std::vector<End> ends;
    std::vector<double> strength;  // sum of the weights at each node, inside counted twice

    std::uint32_t count() const { return static_cast<std::uint32_t>(strength.size()); }
    std::span<const End> row(std::uint32_t node) const {
        return {ends.data() + starts[node], ends.data() + starts[node + 1]};
    }
};

using Partition = std::vector<std::uint32_t>;

/// Sums of weights by community, emptied in the time it took to fill.
class Tally {
public:
    explicit Tally(std::size_t communities) : sums_(communities, 0), seen_(communities, false) {}

    void add(std::uint32_t community, double weight) {
        if (!seen_[community]) {
            seen_[community] = true;
            list_.push_back(community);
        }
        sums_[community] += weight;
    }
    double of(std::uint32_t community) const { return sums_[community]; }
    std::span<const std::uint32_t> list() const { return list_; }
    void clear() {
        for (const std::uint32_t community : list_) {
            sums_[community] = 0;
            seen_[community] = false;
        }
        list_.clear();
    }

private:
    std::vector<double> sums_;
    std::vector<char> seen_;
    std::vector<std::uint32_t> list_;
};

Level level_of(const WeightedGraph& graph) {
    Level level;
    level.starts.reserve(graph.node_count() + 1);
    level.ends.reserve(graph.edge_count() * 2);
    level.strength.reserve(graph.node_count());
    for (NodeIndex node = 0; node < graph.node_count(); ++node) {
        double sum = 0;
        for (const Neighbour& next : graph.neighbours(node)) {
            level.ends.push_back({next.node, next.weight});
            sum += next.weight;
        }
        level.starts.push_back(static_cast<std::uint32_t>(level.ends.size()));
        level.strength.push_back(sum);
    }
    return level;
}

/// Numbers a partition from 0 without gaps, in order of first node. Returns how many there are.
std::uint32_t close_gaps(Partition& of) {
    Partition number(of.size(), no_index);
    std::uint32_t count = 0;
    for (std::uint32_t& community : of) {
        if (number[community] == no_index) number[community] = count++;
        community = number[community];
    }
    return count;
}

constexpr std::uint32_t slice = 1024;  // nodes between pauses

std::vector<std::uint32_t> shuffled(std::uint32_t count, Random& random) {
    std::vector<std::uint32_t> order(count);
    std::iota(order.begin(), order.end(), 0U);
    for (std::size_t i = count; i > 1; --i)
        std::swap(order[i - 1], order[random.below(i)]);
    return order;
}

/// What the steps of the algorithm go by. `scale` is resolution / 2W: joining what has strengths s and t
/// costs s t scale.
struct Rules {
    double scale;
    double unit;  // what counts as one edge: the mean weight
    Random& random;

    double least_gain() const { return unit * 1e-9; }  // less is rounding, and could go round in circles
};

/// Moves nodes to the community of most gain until none gains; only neighbours of what moved are looked at
/// again.
class Moving {
public:
    Moving(const Level& level, Partition& of, const Rules& rules)
        : level_(level),
          of_(of),
          rules_(rules),
          strength_(level.count(), 0),
          members_(level.count(), 0),
          ring_(shuffled(level.count(), rules.random)),
          waiting_(level.count(), 1),
          tally_(level.count()),
          left_(ring_.size()) {
        for (std::uint32_t node = 0; node < level.count(); ++node) {
            strength_[of[node]] += level.strength[node];
            ++members_[of[node]];
        }
        for (std::uint32_t community = 0; community < level.count(); ++community) {
            if (members_[community] == 0) unused_.push_back(community);
        }
    }

    /// Looks at some nodes. False when done.
    bool go_on() {
        for (std::uint32_t i = 0; i < slice && left_ > 0; ++i, --left_)
            look_at_next();
        return left_ > 0;
    }
    bool any() const { return any_; }

private:
    const Level& level_;
    Partition& of_;
    const Rules& rules_;
    std::vector<double> strength_;  // of each community
    Partition unused_;
    Partition members_;
    std::vector<std::uint32_t> ring_;  // holds every node once at most
    std::vector<char> waiting_;
    Tally tally_;
    std::size_t first_ = 0;  // of the ring
    std::size_t left_ = 0;   // in it
    bool any_ = false;

    void look_at_next() {
        const std::uint32_t node = ring_[first_];
        first_ = first_ + 1 == ring_.size() ? 0 : first_ + 1;
        waiting_[node] = 0;
        const std::uint32_t own = of_[node];
        for (const Level::End& end : level_.row(node))
            tally_.add(of_[end.node], end.weight);
        strength_[own] -= level_.strength[node];
        --members_[own];
        const double cost = level_.strength[node] * rules_.scale;
        const double least_gain = rules_.least_gain();
        std::uint32_t best = own;
        double best_gain = tally_.of(own) - strength_[own] * cost;
        for (const std::uint32_t community : tally_.list()) {
            const double gain = tally_.of(community) - strength_[community] * cost;
            if (gain > best_gain + least_gain) {
                best = community;
                best_gain = gain;
            }
        }
        tally_.clear();
        if (best_gain < -least_gain && members_[own] > 0) {  // better alone
            best = unused_.back();
            unused_.pop_back();
        }
        strength_[best] += level_.strength[node];
        ++members_[best];
        if (best == own) return;
        if (members_[own] == 0) unused_.push_back(own);
        any_ = true;
        of_[node] = best;
        for (const Level::End& end : level_.row(node)) {
            if (waiting_[end.node] || of_[end.node] == best) continue;
            waiting_[end.node] = 1;
            std::size_t last = first_ + left_ - 1;
            if (last >= ring_.size()) last -= ring_.size();
            ring_[last] = end.node;
            ++left_;
        }
    }
};

/// Splits each community into well-connected parts: nodes join parts at random, the more gladly the more is
/// gained, so that no good merger is out of reach later.
class Refining {
public:
    Refining(const Level& level, const Partition& of, const Rules& rules)
        : part(level.count()),
          level_(level),
          of_(of),
          rules_(rules),
          whole_(level.count(), 0),
          strength_(level.strength),
          outward_(level.count(), 0),
          alone_(level.count(), 1),
          tally_(level.count()),
          order_(shuffled(level.count(), rules.random)) {
        std::iota(part.begin(), part.end(), 0U);
        for (std::uint32_t node = 0; node < level.count(); ++node) {
            whole_[of[node]] += level.strength[node];
            for (const Level::End& end : level.row(node)) {
                if (of[end.node] == of[node]) outward_[node] += end.weight;
            }
        }
    }

    Partition part;

    /// Looks at some nodes. False when done.
    bool go_on() {
        for (std::uint32_t i = 0; i < slice && next_ < order_.size(); ++i)
            look_at(order_[next_++]);
        return next_ < order_.size();
    }

private:
    static constexpr double randomness = 0.01;  // θ of the paper

    const Level& level_;
    const Partition& of_;
    const Rules& rules_;
    std::vector<double> whole_;     // strength of each community
    std::vector<double> strength_;  // … of each part
    std::vector<double> outward_;   // weight from each part to the rest of its community
    std::vector<char> alone_;
    Tally tally_;
    std::vector<std::pair<std::uint32_t, double>> chances_;
    std::vector<std::uint32_t> order_;
    std::size_t next_ = 0;

    void look_at(std::uint32_t node) {
        if (!alone_[part[node]] || part[node] != node) return;
        const double all = whole_[of_[node]];
        if (outward_[node] < strength_[node] * (all - strength_[node]) * rules_.scale) return;
        for (const Level::End& end : level_.row(node)) {
            if (of_[end.node] == of_[node]) tally_.add(part[end.node], end.weight);
        }
        chances_.clear();
        double most = 0;
        for (const std::uint32_t other : tally_.list()) {
            if (other == node) continue;
            if (outward_[other] < strength_[other] * (all - strength_[other]) * rules_.scale) continue;
            const double gain = tally_.of(other) - level_.strength[node] * strength_[other] * rules_.scale;
            if (gain < 0) continue;
            most = std::max(most, gain);
            chances_.emplace_back(other, gain);
        }
        double sum = 0;
        for (auto& [other, chance] : chances_)
            chance = sum += std::exp((chance - most) / (randomness * rules_.unit));
        if (!chances_.empty()) {
            const double draw = sum * (static_cast<double>(rules_.random() >> 11) * 0x1p-53);
            const auto at =
                std::ranges::upper_bound(chances_, draw, {}, [](const auto& c) { return c.second; });
            const std::uint32_t other = at == chances_.end() ? chances_.back().first : at->first;
            outward_[other] += outward_[node] - 2 * tally_.of(other);
            strength_[other] += strength_[node];
            part[node] = other;
            alone_[other] = 0;
        }
        tally_.clear();
    }
};

/// The graph of the parts; part numbers have no gaps.
Level aggregate(const Level& level, const Partition& part, std::uint32_t parts) {
    std::vector<std::uint32_t> starts(parts + 1, 0);
    for (const std::uint32_t p : part)
        ++starts[p + 1];
    std::partial_sum(starts.begin(), starts.end(), starts.begin());
    std::vector<std::uint32_t> members(part.size());
    std::vector<std::uint32_t> next(starts.begin(), starts.end() - 1);
    for (std::uint32_t node = 0; node < part.size(); ++node)
        members[next[part[node]]++] = node;

    Level above;
    above.starts.reserve(parts + 1);
    above.strength.reserve(parts);
    Tally tally(parts);
    for (std::uint32_t p = 0; p < parts; ++p) {
        double strength = 0;
        for (std::uint32_t i = starts[p]; i < starts[p + 1]; ++i) {
            strength += level.strength[members[i]];
            for (const Level::End& end : level.row(members[i])) {
                if (part[end.node] != p) tally.add(part[end.node], end.weight);
            }
        }
        for (const std::uint32_t other : tally.list())
            above.ends.push_back({other, tally.of(other)});
        tally.clear();
        above.starts.push_back(static_cast<std::uint32_t>(above.ends.size()));
        above.strength.push_back(strength);
    }
    return above;
}

/// One pass from the nodes upwards, starting from `of` and improving it; says whether it did.
Slices run_once(const Level& bottom, Partition& of, const Rules& rules, bool& any) {
    Level level;
    const Level* current = &bottom;
    Partition above = of;             // community of each node of the current level
    Partition place(bottom.count());  // node of the current level for each of the bottom
    std::iota(place.begin(), place.end(), 0U);
    any = false;
    while (true) {
        bool moved = false;
        {
            Moving moving(*current, above, rules);
            while (moving.go_on())
                co_await next_slice;
            moved = moving.any();
        }
        any = any || moved;
        Partition counted = above;
        if (close_gaps(counted) == current->count() || (!moved && current != &bottom)) break;
        co_await next_slice;
        Refining refining(*current, above, rules);
        while (refining.go_on())
            co_await next_slice;
        Partition part = std::move(refining.part);
        const std::uint32_t parts = close_gaps(part);
        if (parts == current->count()) break;
        // Each part begins in the community it was split off from, named by the first of its parts.
        Partition community(parts);
        Partition first_part(current->count(), no_index);
        for (std::uint32_t node = 0; node < current->count(); ++node) {
            std::uint32_t& first = first_part[above[node]];
            if (first == no_index) first = part[node];
            community[part[node]] = first;
        }
        co_await next_slice;
        level = aggregate(*current, part, parts);
        current = &level;
        for (std::uint32_t& p : place)
            p = part[p];
        above = std::move(community);
        co_await next_slice;
    }
    for (std::uint32_t node = 0; node < bottom.count(); ++node)
        of[node] = above[place[node]];
    close_gaps(of);
}

Communities numbered_by_size(Partition of, double quality) {
    const std::uint32_t count = close_gaps(of);
    Communities found;
    found.modularity = quality;
    std::vector<std::uint32_t> sizes(count, 0);
    for (const std::uint32_t community : of)
        ++sizes[community];
    std::vector<std::uint32_t> by_size(count);
    std::iota(by_size.begin(), by_size.end(), 0U);
    std::ranges::stable_sort(by_size, std::ranges::greater{}, [&](std::uint32_t c) { return sizes[c]; });
    std::vector<std::uint32_t> number(count);
    for (std::uint32_t i = 0; i < count; ++i) {
        number[by_size[i]] = i;
        found.sizes.push_back(sizes[by_size[i]]);
    }
    for (std::uint32_t& community : of)
        community = number[community];
    found.of = std::move(of);
    return found;
}

/// Some communities, up to a quarter of them, taken apart: to begin from there finds more than to begin anew.
Partition loosened(Partition of, Random& random) {
    const std::uint32_t count = close_gaps(of);
    std::vector<char> loose(count, 0);
    for (std::size_t left = 1 + random.below(count / 4 + 2); left > 0; --left)
        loose[random.below(count)] = 1;
    // Who is loose takes the number of their own place, the others that of their community's first place.
    Partition first(count, no_index);
    for (std::uint32_t node = 0; node < of.size(); ++node) {
        std::uint32_t& place = first[of[node]];
        if (place == no_index || loose[of[node]]) place = node;
        of[node] = place;
    }
    return of;
}

std::size_t tries_at(std::size_t edges) {
    // About 50,000 edges' worth of work: some 20 ms. One try is as good as one of igraph's; on graphs without
    // clear communities a dozen differ in the third digit.
    return std::clamp<std::size_t>(50'000 / (edges + 1), 1, 200);
}

}  // namespace

double modularity(const WeightedGraph& graph, std::span<const std::uint32_t> of, double resolution) {
    KITH_ASSERT(of.size() == graph.node_count());
    std::vector<double> strength(graph.node_count(), 0);
    double within = 0;  // twice the weight inside communities
    double total = 0;   // twice the weight of all
    for (NodeIndex node = 0; node < graph.node_count(); ++node) {
        for (const Neighbour& next : graph.neighbours(node)) {
            strength[of[node]] += next.weight;
            total += next.weight;
            if (of[node] == of[next.node]) within += next.weight;
        }
    }
    if (total == 0) return 0;
    double expected = 0;
    for (const double s : strength)
        expected += s / total * (s / total);
    return within / total - resolution * expected;
}

Slices find_communities(
    const WeightedGraph& graph, CommunityOptions options, Random random, Communities& found) {
    constexpr int most_passes = 8;  // the second pass changes little, the third hardly ever anything
    const Level bottom = level_of(graph);
    const double total = std::accumulate(bottom.strength.begin(), bottom.strength.end(), 0.0);
    Partition alone(graph.node_count());
    std::iota(alone.begin(), alone.end(), 0U);
    if (total == 0) {
        found = numbered_by_size(std::move(alone), 0);
        co_return;
    }
    co_await next_slice;
    const Rules rules{.scale = options.resolution / total,
        .unit = total / static_cast<double>(2 * graph.edge_count()),
        .random = random};
    Partition best;
    double best_quality = 0;
    const std::size_t tries = options.tries > 0 ? options.tries : tries_at(graph.edge_count());
    for (std::size_t i = 0; i < tries; ++i) {
        Partition of = i * 3 < tries ? alone : loosened(best, random);
        double quality = modularity(graph, of, options.resolution);
        for (int pass = 0; pass < most_passes; ++pass) {
            bool any = false;
            co_await run_once(bottom, of, rules, any);
            if (!any) break;
            const double now = modularity(graph, of, options.resolution);
            const bool better = now > quality + 1e-4;
            quality = now;
            if (!better) break;
            co_await next_slice;
        }
        if (best.empty() || quality > best_quality) {
            best = std::move(of);
            best_quality = quality;
        }
        co_await next_slice;
    }
    found = numbered_by_size(std::move(best), best_quality);
}

Communities find_communities(const WeightedGraph& graph, const CommunityOptions& options, Random random) {
    Communities found;
    find_communities(graph, options, random, found).finish();
    return found;
}

std::vector<std::uint32_t> keep_numbers(
    std::span<const std::uint32_t> communities, std::span<const std::uint32_t> before) {
    KITH_ASSERT(communities.size() == before.size());
    struct Overlap {
        std::uint32_t now;
        std::uint32_t then;
        std::uint32_t nodes;
    };
    std::vector<std::pair<std::uint32_t, std::uint32_t>> pairs;
    std::uint32_t count = 0;
    for (std::size_t node = 0; node < communities.size(); ++node) {
        count = std::max(count, communities[node] + 1);
        if (before[node] != no_index) pairs.emplace_back(communities[node], before[node]);
    }
    std::ranges::sort(pairs);
    std::vector<Overlap> overlaps;
    for (const auto& [now, then] : pairs) {
        if (overlaps.empty() || overlaps.back().now != now || overlaps.back().then != then)
            overlaps.push_back({now, then, 0});
        ++overlaps.back().nodes;
    }
    std::ranges::stable_sort(overlaps, std::ranges::greater{}, &Overlap::nodes);

    std::vector<std::uint32_t> number(count, no_index);
    std::unordered_map<std::uint32_t, bool> taken;
    for (const Overlap& overlap : overlaps) {
        if (number[overlap.now] != no_index || taken[overlap.then]) continue;
        number[overlap.now] = overlap.then;
        taken[overlap.then] = true;
    }
    std::uint32_t fresh = 0;
    for (std::uint32_t& n : number) {
        if (n != no_index) continue;
        while (taken[fresh])
            ++fresh;
        n = fresh;
        taken[fresh] = true;
    }
    std::vector<std::uint32_t> kept(communities.begin(), communities.end());
    for (std::uint32_t& community : kept)
        community = number[community];
    return kept;
}

}  // namespace kith
