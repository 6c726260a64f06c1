#include "network/communities.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <unordered_map>
#include <utility>

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

/// One run of the algorithm. `scale` is resolution / 2W: joining what has strengths s and t costs s t scale.
class Leiden {
public:
    /// `unit` is what counts as one edge: the mean weight.
    Leiden(double scale, double unit, Random& random) : scale_(scale), unit_(unit), random_(random) {}

    /// Moves nodes to the community of most gain until none gains; only neighbours of what moved are looked
    /// at again. True if any moved.
    bool move_nodes(const Level& level, Partition& of) {
        std::vector<double> strength(level.count(), 0);
        Partition unused;
        Partition members(level.count(), 0);
        for (std::uint32_t node = 0; node < level.count(); ++node) {
            strength[of[node]] += level.strength[node];
            ++members[of[node]];
        }
        for (std::uint32_t community = 0; community < level.count(); ++community) {
            if (members[community] == 0) unused.push_back(community);
        }
        // A ring holds every node once at most.
        std::vector<std::uint32_t> ring = shuffled(level.count());
        std::vector<char> waiting(level.count(), 1);
        Tally tally(level.count());
        std::size_t first = 0;
        bool any = false;
        for (std::size_t left = ring.size(); left > 0; --left) {
            const std::uint32_t node = ring[first];
            first = first + 1 == ring.size() ? 0 : first + 1;
            waiting[node] = 0;
            const std::uint32_t own = of[node];
            for (const Level::End& end : level.row(node))
                tally.add(of[end.node], end.weight);
            strength[own] -= level.strength[node];
            --members[own];
            const double cost = level.strength[node] * scale_;
            std::uint32_t best = own;
            double best_gain = tally.of(own) - strength[own] * cost;
            for (const std::uint32_t community : tally.list()) {
                const double gain = tally.of(community) - strength[community] * cost;
                if (gain > best_gain + least_gain_) {
                    best = community;
                    best_gain = gain;
                }
            }
            tally.clear();
            if (best_gain < -least_gain_ && members[own] > 0) {  // better alone
                best = unused.back();
                unused.pop_back();
            }
            strength[best] += level.strength[node];
            ++members[best];
            if (best == own) continue;
            if (members[own] == 0) unused.push_back(own);
            any = true;
            of[node] = best;
            for (const Level::End& end : level.row(node)) {
                if (waiting[end.node] || of[end.node] == best) continue;
                waiting[end.node] = 1;
                std::size_t last = first + left - 1;
                if (last >= ring.size()) last -= ring.size();
                ring[last] = end.node;
                ++left;
            }
        }
        return any;
    }

    /// Splits each community into well-connected parts: nodes join parts at random, the more gladly the more
    /// is gained, so that no good merger is out of reach later.
    Partition refine(const Level& level, const Partition& of) {
        const std::uint32_t count = level.count();
        std::vector<double> whole(count, 0);           // strength of each community
        std::vector<double> strength(level.strength);  // … of each part
        std::vector<double> outward(count, 0);         // weight from each part to the rest of its community
        for (std::uint32_t node = 0; node < count; ++node) {
            whole[of[node]] += level.strength[node];
            for (const Level::End& end : level.row(node)) {
                if (of[end.node] == of[node]) outward[node] += end.weight;
            }
        }
        Partition part(count);
        std::iota(part.begin(), part.end(), 0U);
        std::vector<char> alone(count, 1);
        Tally tally(count);
        std::vector<std::pair<std::uint32_t, double>> chances;
        for (const std::uint32_t node : shuffled(count)) {
            if (!alone[part[node]] || part[node] != node) continue;
            const double all = whole[of[node]];
            if (outward[node] < strength[node] * (all - strength[node]) * scale_) continue;
            for (const Level::End& end : level.row(node)) {
                if (of[end.node] == of[node]) tally.add(part[end.node], end.weight);
            }
            chances.clear();
            double most = 0;
            for (const std::uint32_t other : tally.list()) {
                if (other == node) continue;
                if (outward[other] < strength[other] * (all - strength[other]) * scale_) continue;
                const double gain = tally.of(other) - level.strength[node] * strength[other] * scale_;
                if (gain < 0) continue;
                most = std::max(most, gain);
                chances.emplace_back(other, gain);
            }
            double sum = 0;
            for (auto& [other, chance] : chances)
                chance = sum += std::exp((chance - most) / (randomness * unit_));
            if (!chances.empty()) {
                const double draw = sum * (static_cast<double>(random_() >> 11) * 0x1p-53);
                const auto at =
                    std::ranges::upper_bound(chances, draw, {}, [](const auto& c) { return c.second; });
                const std::uint32_t other = at == chances.end() ? chances.back().first : at->first;
                outward[other] += outward[node] - 2 * tally.of(other);
                strength[other] += strength[node];
                part[node] = other;
                alone[other] = 0;
            }
            tally.clear();
        }
        return part;
    }

private:
    static constexpr double randomness = 0.01;  // θ of the paper

    double scale_;
    double unit_;
    double least_gain_ = unit_ * 1e-9;  // less is rounding, and could go round in circles
    Random& random_;

    std::vector<std::uint32_t> shuffled(std::uint32_t count) {
        std::vector<std::uint32_t> order(count);
        std::iota(order.begin(), order.end(), 0U);
        for (std::size_t i = count; i > 1; --i)
            std::swap(order[i - 1], order[random_.below(i)]);
        return order;
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

/// One pass from the nodes upwards, starting from `of` and improving it. True if it did.
bool run_once(const Level& bottom, Partition& of, Leiden& leiden) {
    Level level;
    const Level* current = &bottom;
    Partition above = of;             // community of each node of the current level
    Partition place(bottom.count());  // node of the current level for each of the bottom
    std::iota(place.begin(), place.end(), 0U);
    bool any = false;
    while (true) {
        const bool moved = leiden.move_nodes(*current, above);
        any = any || moved;
        Partition counted = above;
        if (close_gaps(counted) == current->count() || (!moved && current != &bottom)) break;
        Partition part = leiden.refine(*current, above);
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
        level = aggregate(*current, part, parts);
        current = &level;
        for (std::uint32_t& p : place)
            p = part[p];
        above = std::move(community);
    }
    for (std::uint32_t node = 0; node < bottom.count(); ++node)
        of[node] = above[place[node]];
    close_gaps(of);
    return any;
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

Communities find_communities(const WeightedGraph& graph, const CommunityOptions& options, Random random) {
    constexpr int most_passes = 8;  // the second pass changes little, the third hardly ever anything
    const Level bottom = level_of(graph);
    const double total = std::accumulate(bottom.strength.begin(), bottom.strength.end(), 0.0);
    Partition alone(graph.node_count());
    std::iota(alone.begin(), alone.end(), 0U);
    if (total == 0) return numbered_by_size(std::move(alone), 0);

    const double mean_weight = total / static_cast<double>(2 * graph.edge_count());
    Leiden leiden(options.resolution / total, mean_weight, random);
    Partition best;
    double best_quality = 0;
    const std::size_t tries = options.tries > 0 ? options.tries : tries_at(graph.edge_count());
    for (std::size_t i = 0; i < tries; ++i) {
        Partition of = i * 3 < tries ? alone : loosened(best, random);
        double quality = modularity(graph, of, options.resolution);
        for (int pass = 0; pass < most_passes; ++pass) {
            if (!run_once(bottom, of, leiden)) break;
            const double now = modularity(graph, of, options.resolution);
            const bool better = now > quality + 1e-4;
            quality = now;
            if (!better) break;
        }
        if (best.empty() || quality > best_quality) {
            best = std::move(of);
            best_quality = quality;
        }
    }
    return numbered_by_size(std::move(best), best_quality);
}

std::vector<std::uint32_t> keep_numbers(
    std::span<const std::uint32_t> communities, std::span<const std::uint32_t> before) {
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
