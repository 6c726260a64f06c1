#include "network/paths.h"

#include "graphs.h"

using namespace kith;
using namespace kith::testing;

namespace {

std::vector<double> costs_of(const WeightedGraph& graph) {
    std::vector<double> costs(graph.edge_count());
    for (NodeIndex node = 0; node < graph.node_count(); ++node) {
        for (const Neighbour& next : graph.neighbours(node))
            costs[next.edge] = next.weight;
    }
    return costs;
}

/// Every loopless way, tried out.
std::vector<Path> all_paths(
    const WeightedGraph& graph, NodeIndex source, const std::vector<NodeIndex>& targets) {
    std::vector<Path> found;
    Path path{{source}, 0};
    const auto go = [&](auto& self) -> void {
        if (std::ranges::contains(targets, path.nodes.back())) {
            found.push_back(path);
            return;
        }
        for (const Neighbour& next : graph.neighbours(path.nodes.back())) {
            if (std::ranges::contains(path.nodes, next.node)) continue;
            const double before = path.cost;
            path.nodes.push_back(next.node);
            path.cost += next.weight;
            self(self);
            path.nodes.pop_back();
            path.cost = before;
        }
    };
    go(go);
    std::ranges::sort(found, {}, &Path::cost);
    return found;
}

}  // namespace

TEST_CASE("the cheapest paths are those found by trying all") {
    Random random(8);
    for (int round = 0; round < 60; ++round) {
        const WeightedGraph graph =
            random_graph(8, 0.25 + 0.05 * static_cast<double>(random.below(8)), random);
        std::vector<NodeIndex> targets{static_cast<NodeIndex>(1 + random.below(7))};
        if (round % 2 == 0) targets.push_back(static_cast<NodeIndex>(1 + random.below(7)));
        const std::size_t count = 1 + random.below(12);
        const auto expected = all_paths(graph, 0, targets);
        const auto found = cheapest_paths(graph, costs_of(graph), 0, targets, count);
        REQUIRE(found.size() == std::min(count, expected.size()));
        for (std::size_t i = 0; i < found.size(); ++i) {
            CHECK(near(found[i].cost, expected[i].cost));
            CHECK(found[i].nodes == expected[i].nodes);
        }
    }
}

TEST_CASE("there is no path to nowhere, to oneself or to someone apart") {
    const WeightedGraph graph(3, std::vector<WeightedEdge>{{0, 1}});
    const std::vector<double> costs{1};
    CHECK(cheapest_paths(graph, costs, 0, {}, 3).empty());
    CHECK(cheapest_paths(graph, costs, 0, std::vector<NodeIndex>{0}, 3).empty());
    CHECK(cheapest_paths(graph, costs, 0, std::vector<NodeIndex>{2}, 3).empty());
    CHECK(cheapest_paths(graph, costs, 0, std::vector<NodeIndex>{1, 1, 2}, 3).size() == 1);
}

TEST_CASE("on a large graph the best path is as cheap as one search from one end finds") {
    Random random(6);
    const WeightedGraph graph = planted_graph(2000, random);
    std::vector<double> costs(graph.edge_count());
    for (double& cost : costs)
        cost = 1 + 2 * uniform(random);
    for (int round = 0; round < 20; ++round) {
        const auto from = static_cast<NodeIndex>(random.below(2000));
        const auto to = static_cast<NodeIndex>(random.below(2000));
        std::vector<double> best(2000, 1e9);
        best[from] = 0;
        for (bool changed = true; changed;) {  // Bellman and Ford
            changed = false;
            for (NodeIndex node = 0; node < 2000; ++node) {
                for (const Neighbour& next : graph.neighbours(node)) {
                    if (best[node] + costs[next.edge] >= best[next.node]) continue;
                    best[next.node] = best[node] + costs[next.edge];
                    changed = true;
                }
            }
        }
        const auto found = cheapest_paths(graph, costs, from, std::vector<NodeIndex>{to}, 2);
        if (from == to || best[to] == 1e9) continue;
        REQUIRE(found.size() == 2);
        CHECK(near(found[0].cost, best[to]));
        CHECK(found[1].cost >= found[0].cost);
    }
}
