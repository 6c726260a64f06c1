#include "network/paths.h"

#include <algorithm>
#include <limits>
#include <set>

#include "base/assertion.h"

namespace kith {

namespace {

constexpr double infinite = std::numeric_limits<double>::infinity();

struct Waiting {
    double cost;
    NodeIndex node;
    bool operator>(const Waiting& other) const {
        return cost != other.cost ? cost > other.cost : node > other.node;
    }
};

/// One of the two fronts of a search; emptied in the time it took to fill.
struct Front {
    std::vector<double> cost;
    std::vector<NodeIndex> before;
    std::vector<NodeIndex> touched;
    std::vector<Waiting> heap;

    explicit Front(std::size_t nodes) : cost(nodes, infinite), before(nodes, no_index) {}

    void reach(NodeIndex node, double at, NodeIndex from) {
        if (cost[node] == infinite) touched.push_back(node);
        cost[node] = at;
        before[node] = from;
        heap.push_back({at, node});
        std::ranges::push_heap(heap, std::greater{});
    }
    /// Drops what was reached more cheaply since. Infinite when nothing waits.
    double next_cost() {
        while (!heap.empty() && heap.front().cost > cost[heap.front().node])
            pop();
        return heap.empty() ? infinite : heap.front().cost;
    }
    NodeIndex pop() {
        std::ranges::pop_heap(heap, std::greater{});
        const NodeIndex node = heap.back().node;
        heap.pop_back();
        return node;
    }
    void clear() {
        for (const NodeIndex node : touched) {
            cost[node] = infinite;
            before[node] = no_index;
        }
        touched.clear();
        heap.clear();
    }
};

/// Paths are looked for from the targets to the source: the source of a contact graph knows nearly everyone,
/// and a search that begins there looks at everyone.
class Search {
public:
    Search(const WeightedGraph& graph, std::span<const double> costs, NodeIndex goal)
        : graph_(graph),
          costs_(costs),
          goal_(goal),
          forward_(graph.node_count()),
          backward_(graph.node_count()),
          closed_(graph.node_count(), 0) {}

    /// Closed nodes are not gone through.
    void close(NodeIndex node) { ++closed_[node]; }
    void open(NodeIndex node) { --closed_[node]; }
    bool closed(NodeIndex node) const { return closed_[node] != 0; }

    /// The cheapest path from one of `starts` to the goal that does not go from the only start straight to
    /// one of `not_to`; empty if there is none.
    Path find(std::span<const NodeIndex> starts, std::span<const NodeIndex> not_to) {
        for (const NodeIndex start : starts)
            forward_.reach(start, 0, no_index);
        backward_.reach(goal_, 0, no_index);
        const NodeIndex only = starts.size() == 1 ? starts[0] : no_index;
        double best = infinite;
        NodeIndex meeting = no_index;
        const auto forbidden = [&](NodeIndex a, NodeIndex b) {
            return (a == only && std::ranges::contains(not_to, b)) ||
                (b == only && std::ranges::contains(not_to, a));
        };
        const auto expand = [&](Front& mine, const Front& other) {
            const NodeIndex node = mine.pop();
            for (const Neighbour& next : graph_.neighbours(node)) {
                KITH_ASSERT(costs_[next.edge] > 0);
                const double cost = mine.cost[node] + costs_[next.edge];
                if (cost >= mine.cost[next.node]) continue;
                const bool is_end = other.cost[next.node] == 0;
                if ((closed(next.node) && !is_end) || forbidden(node, next.node)) continue;
                mine.reach(next.node, cost, node);
                if (cost + other.cost[next.node] < best) {
                    best = cost + other.cost[next.node];
                    meeting = next.node;
                }
            }
        };
        while (true) {
            const double ahead = forward_.next_cost();
            const double behind = backward_.next_cost();
            if (ahead + behind >= best || ahead == infinite || behind == infinite) break;
            // The end that has reached fewer goes on: a source who knows everyone is best left alone.
            if (forward_.touched.size() <= backward_.touched.size())
                expand(forward_, backward_);
            else
                expand(backward_, forward_);
        }
        Path path;
        if (meeting != no_index) {
            for (NodeIndex node = meeting; node != no_index; node = forward_.before[node])
                path.nodes.push_back(node);
            std::ranges::reverse(path.nodes);
            for (NodeIndex node = backward_.before[meeting]; node != no_index; node = backward_.before[node])
                path.nodes.push_back(node);
            path.cost = best;
        }
        forward_.clear();
        backward_.clear();
        return path;
    }

private:
    const WeightedGraph& graph_;
    std::span<const double> costs_;
    NodeIndex goal_;
    Front forward_;
    Front backward_;
    std::vector<std::uint32_t> closed_;
};

struct ByCost {
    bool operator()(const Path& a, const Path& b) const {
        return a.cost != b.cost ? a.cost < b.cost : a.nodes < b.nodes;
    }
};

/// Summed from the source on, so that the same path costs the same to the last bit however it was found.
double cost_of(const WeightedGraph& graph, std::span<const double> costs, const Path& path) {
    double sum = 0;
    for (std::size_t i = path.nodes.size() - 1; i > 0; --i)
        sum += costs[graph.find(path.nodes[i], path.nodes[i - 1])->edge];
    return sum;
}

}  // namespace

std::vector<Path> cheapest_paths(const WeightedGraph& graph, std::span<const double> costs, NodeIndex source,
    std::span<const NodeIndex> targets, std::size_t count) {
    KITH_ASSERT(source < graph.node_count() && costs.size() >= graph.edge_count());
    std::vector<Path> found;  // from target to source, until the end
    Search search(graph, costs, source);
    std::vector<NodeIndex> open_targets;
    for (const NodeIndex target : targets) {
        if (target != source && !search.closed(target)) {
            search.close(target);
            open_targets.push_back(target);
        }
    }
    if (count == 0 || open_targets.empty()) return found;

    std::set<Path, ByCost> candidates;
    const auto propose = [&](std::span<const NodeIndex> root, Path spur) {
        if (spur.nodes.empty()) return;
        spur.nodes.insert(spur.nodes.begin(), root.begin(), root.end());
        spur.cost = cost_of(graph, costs, spur);
        candidates.insert(std::move(spur));
    };
    propose({}, search.find(open_targets, {}));
    while (!candidates.empty() && found.size() < count) {
        found.push_back(candidates.extract(candidates.begin()).value());
        if (found.size() == count) break;
        const std::vector<NodeIndex> last = found.back().nodes;
        // Another target altogether …
        const std::size_t same_target = static_cast<std::size_t>(
            std::ranges::count_if(found, [&](const Path& path) { return path.nodes[0] == last[0]; }));
        if (same_target == 1) {
            std::erase(open_targets, last[0]);
            if (!open_targets.empty()) propose({}, search.find(open_targets, {}));
        }
        // … or the same way up to a node, and on from there by a step that none took yet.
        for (std::size_t i = 0; i + 1 < last.size(); ++i) {
            const std::span<const NodeIndex> root(last.data(), i);
            std::vector<NodeIndex> taken;
            for (const Path& path : found) {
                if (path.nodes.size() > i + 1 &&
                    std::ranges::equal(std::span(path.nodes).first(i + 1), std::span(last).first(i + 1)))
                    taken.push_back(path.nodes[i + 1]);
            }
            for (const NodeIndex node : root)
                search.close(node);
            propose(root, search.find({{last[i]}}, taken));
            for (const NodeIndex node : root)
                search.open(node);
        }
    }
    for (Path& path : found)
        std::ranges::reverse(path.nodes);
    return found;
}

}  // namespace kith
