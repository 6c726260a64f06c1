#include "network/measures.h"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "base/assertion.h"

namespace kith {

Components components_of(const WeightedGraph& graph) {
    Components found;
    found.of.assign(graph.node_count(), no_index);
    std::vector<NodeIndex> stack;
    for (NodeIndex start = 0; start < graph.node_count(); ++start) {
        if (found.of[start] != no_index) continue;
        const auto number = static_cast<std::uint32_t>(found.sizes.size());
        found.sizes.push_back(0);
        found.of[start] = number;
        stack.push_back(start);
        while (!stack.empty()) {
            const NodeIndex node = stack.back();
            stack.pop_back();
            ++found.sizes[number];
            for (const Neighbour& next : graph.neighbours(node)) {
                if (found.of[next.node] != no_index) continue;
                found.of[next.node] = number;
                stack.push_back(next.node);
            }
        }
    }

    std::vector<std::uint32_t> by_size(found.sizes.size());
    std::iota(by_size.begin(), by_size.end(), 0U);
    std::ranges::stable_sort(
        by_size, std::ranges::greater{}, [&](std::uint32_t c) { return found.sizes[c]; });
    std::vector<std::uint32_t> renamed(by_size.size());
    std::vector<std::uint32_t> sizes(by_size.size());
    for (std::uint32_t i = 0; i < by_size.size(); ++i) {
        renamed[by_size[i]] = i;
        sizes[i] = found.sizes[by_size[i]];
    }
    for (std::uint32_t& component : found.of)
        component = renamed[component];
    found.sizes = std::move(sizes);
    return found;
}

std::vector<NodeIndex> articulation_points(const WeightedGraph& graph) {
    // Tarjan's search, with a stack of its own: a chain of 100,000 people must not overflow the real one.
    struct Visit {
        NodeIndex node;
        NodeIndex parent;
        std::size_t next = 0;
    };
    std::vector<std::uint32_t> found(graph.node_count(), 0);  // when, from 1
    std::vector<std::uint32_t> lowest(graph.node_count(), 0);
    std::vector<bool> cuts(graph.node_count(), false);
    std::vector<Visit> stack;
    std::uint32_t time = 0;
    for (NodeIndex root = 0; root < graph.node_count(); ++root) {
        if (found[root] != 0) continue;
        std::size_t children_of_root = 0;
        found[root] = lowest[root] = ++time;
        stack.push_back({root, no_index});
        while (!stack.empty()) {
            Visit& visit = stack.back();
            const NodeIndex node = visit.node;
            const auto row = graph.neighbours(node);
            if (visit.next < row.size()) {
                const NodeIndex next = row[visit.next++].node;
                if (next == visit.parent) continue;
                if (found[next] != 0) {
                    lowest[node] = std::min(lowest[node], found[next]);
                } else {
                    found[next] = lowest[next] = ++time;
                    stack.push_back({next, node});
                }
                continue;
            }
            const NodeIndex parent = visit.parent;
            stack.pop_back();
            if (parent == no_index) break;
            lowest[parent] = std::min(lowest[parent], lowest[node]);
            if (parent == root)
                ++children_of_root;
            else if (lowest[node] >= found[parent])
                cuts[parent] = true;
        }
        if (children_of_root > 1) cuts[root] = true;
    }
    std::vector<NodeIndex> points;
    for (NodeIndex node = 0; node < graph.node_count(); ++node) {
        if (cuts[node]) points.push_back(node);
    }
    return points;
}

std::vector<std::uint32_t> core_numbers(const WeightedGraph& graph) {
    const std::size_t count = graph.node_count();
    std::vector<std::uint32_t> degree(count);
    std::uint32_t most = 0;
    for (NodeIndex node = 0; node < count; ++node) {
        degree[node] = static_cast<std::uint32_t>(graph.degree(node));
        most = std::max(most, degree[node]);
    }
    // Nodes sorted by degree in buckets; taking one away moves its neighbours down by one bucket each.
    std::vector<std::uint32_t> begin(most + 2, 0);
    for (const std::uint32_t d : degree)
        ++begin[d + 1];
    std::partial_sum(begin.begin(), begin.end(), begin.begin());
    std::vector<NodeIndex> sorted(count);
    std::vector<std::uint32_t> place(count);
    std::vector<std::uint32_t> fill(begin);
    for (NodeIndex node = 0; node < count; ++node) {
        place[node] = fill[degree[node]]++;
        sorted[place[node]] = node;
    }
    for (std::size_t i = 0; i < count; ++i) {
        const NodeIndex node = sorted[i];
        for (const Neighbour& next : graph.neighbours(node)) {
            std::uint32_t& theirs = degree[next.node];
            if (theirs <= degree[node]) continue;
            const std::uint32_t first = begin[theirs];
            const NodeIndex other = sorted[first];
            std::swap(sorted[first], sorted[place[next.node]]);
            std::swap(place[other], place[next.node]);
            ++begin[theirs];
            --theirs;
        }
    }
    return degree;
}

namespace {

/// Burt's measures of one node; `indirect` and `mark` are zero on entry and on return, one place a node.
StructuralHoles holes_around(const WeightedGraph& graph, NodeIndex node, std::span<const double> weight_at,
    std::vector<double>& indirect, std::vector<bool>& mark) {
    const auto row = graph.neighbours(node);
    if (row.empty()) return {};
    for (const Neighbour& next : row)
        mark[next.node] = true;
    std::size_t ties_among = 0;  // each counted twice
    for (const Neighbour& through : row) {
        const double share = through.weight / weight_at[node] / weight_at[through.node];
        for (const Neighbour& next : graph.neighbours(through.node)) {
            if (!mark[next.node]) continue;
            indirect[next.node] += share * next.weight;
            ++ties_among;
        }
    }
    double constraint = 0;
    for (const Neighbour& next : row) {
        const double dependence = next.weight / weight_at[node] + indirect[next.node];
        constraint += dependence * dependence;
        indirect[next.node] = 0;
        mark[next.node] = false;
    }
    const auto degree = static_cast<double>(row.size());
    const double effective = degree - static_cast<double>(ties_among) / degree;
    return {constraint, effective, effective / degree};
}

}  // namespace

StructuralHoles structural_holes_of(const WeightedGraph& graph, NodeIndex node) {
    KITH_ASSERT(node < graph.node_count());
    std::vector<double> weight_at(graph.node_count(), 0);
    weight_at[node] = graph.weight_at(node);
    for (const Neighbour& next : graph.neighbours(node))
        weight_at[next.node] = graph.weight_at(next.node);
    std::vector<double> indirect(graph.node_count(), 0);
    std::vector<bool> mark(graph.node_count(), false);
    return holes_around(graph, node, weight_at, indirect, mark);
}

std::vector<StructuralHoles> structural_holes(const WeightedGraph& graph) {
    std::vector<double> weight_at(graph.node_count());
    for (NodeIndex node = 0; node < graph.node_count(); ++node)
        weight_at[node] = graph.weight_at(node);
    std::vector<double> indirect(graph.node_count(), 0);
    std::vector<bool> mark(graph.node_count(), false);
    std::vector<StructuralHoles> all(graph.node_count());
    for (NodeIndex node = 0; node < graph.node_count(); ++node)
        all[node] = holes_around(graph, node, weight_at, indirect, mark);
    return all;
}

PathMeasures::PathMeasures(
    const WeightedGraph& graph, Random random, std::size_t exact_up_to, std::size_t samples)
    : sources_(graph.node_count()),
      betweenness_(graph.node_count(), 0),
      closeness_(graph.node_count(), -1),
      distance_(graph.node_count(), no_index),
      paths_(graph.node_count(), 0),
      share_(graph.node_count(), 0) {
    std::iota(sources_.begin(), sources_.end(), NodeIndex{0});
    order_.reserve(graph.node_count());
    starts_.push_back(0);
    targets_.reserve(2 * graph.edge_count());
    for (NodeIndex node = 0; node < graph.node_count(); ++node) {
        for (const Neighbour& next : graph.neighbours(node))
            targets_.push_back(next.node);
        starts_.push_back(static_cast<std::uint32_t>(targets_.size()));
    }
    first_step_.resize(graph.node_count());
    steps_.resize(graph.edge_count() + 1);
    // In random order even when all are taken: so that what is read half-way is a fair sample.
    for (std::size_t i = sources_.size(); i > 1; --i)
        std::swap(sources_[i - 1], sources_[random.below(i)]);
    if (sources_.size() > exact_up_to) sources_.resize(std::min(samples, sources_.size()));
}

Slices PathMeasures::measure() {
    while (!done()) {
        take(sources_[next_++]);
        if (!done()) co_await next_slice;
    }
}

void PathMeasures::take(NodeIndex source) {
    order_.clear();
    order_.push_back(source);
    distance_[source] = 0;
    paths_[source] = 1;
    double sum = 0;
    std::size_t steps = 0;
    for (std::size_t i = 0; i < order_.size(); ++i) {
        const NodeIndex node = order_[i];
        const std::uint32_t beyond = distance_[node] + 1;
        const double paths = paths_[node];
        sum += beyond - 1;
        first_step_[i] = static_cast<std::uint32_t>(steps);
        // What leads on is kept by counting, not by choosing: half of all choices here would be guessed wrong
        // by the processor.
        for (const NodeIndex next : row(node)) {
            if (distance_[next] == no_index) {
                distance_[next] = beyond;
                order_.push_back(next);
            }
            const bool leads_on = distance_[next] == beyond;
            paths_[next] += leads_on ? paths : 0.0;
            steps_[steps] = next;
            steps += leads_on ? 1 : 0;
        }
    }
    for (std::size_t i = order_.size(); i-- > 1;) {
        const NodeIndex node = order_[i];
        double shares = 0;
        for (; steps > first_step_[i]; --steps)
            shares += share_[steps_[steps - 1]];
        const double dependency = paths_[node] * shares;
        share_[node] = (1 + dependency) / paths_[node];
        betweenness_[node] += dependency;
    }
    const auto reached = static_cast<double>(order_.size() - 1);
    const auto others = static_cast<double>(betweenness_.size() - 1);
    closeness_[source] = sum > 0 ? reached / sum * (reached / others) : 0;
    for (const NodeIndex node : order_) {
        distance_[node] = no_index;
        paths_[node] = 0;
    }
}

double PathMeasures::progress() const {
    return part_done(next_, sources_.size());
}

std::vector<double> PathMeasures::betweenness() const {
    std::vector<double> scaled(betweenness_);
    if (next_ == 0) return scaled;
    // Halved because an undirected pair is met from both of its ends.
    const double scale = static_cast<double>(scaled.size()) / static_cast<double>(next_) / 2;
    for (double& value : scaled)
        value *= scale;
    return scaled;
}

double PathMeasures::error_bound() const {
    const auto nodes = static_cast<double>(betweenness_.size());
    if (exact() || nodes < 3) return 0;
    if (next_ == 0) return 1;
    // A source's dependency on a node, as a share of the n − 2 it can be, is a number from 0 to 1: its mean
    // over k draws is within √(ln(2n/δ) / 2k) of the true mean for all n nodes with certainty 1 − δ.
    const double bound = std::sqrt(std::log(2 * nodes / 0.05) / (2 * static_cast<double>(next_)));
    return std::min(1.0, bound * nodes / (nodes - 1));
}

std::optional<double> PathMeasures::closeness(NodeIndex node) const {
    KITH_ASSERT(node < closeness_.size());
    return closeness_[node] < 0 ? std::nullopt : std::optional(closeness_[node]);
}

std::vector<std::uint32_t> steps_from(const WeightedGraph& graph, NodeIndex source) {
    KITH_ASSERT(source < graph.node_count());
    std::vector<std::uint32_t> steps(graph.node_count(), no_index);
    std::vector<NodeIndex> order{source};
    steps[source] = 0;
    for (std::size_t i = 0; i < order.size(); ++i) {
        for (const Neighbour& next : graph.neighbours(order[i])) {
            if (steps[next.node] != no_index) continue;
            steps[next.node] = steps[order[i]] + 1;
            order.push_back(next.node);
        }
    }
    return steps;
}

}  // namespace kith
