#include "network/measures.h"

#include "graphs.h"
#include "network/communities.h"

using namespace kith;
using namespace kith::testing;

namespace {

/// Betweenness by walking every shortest path, one by one: slow, and nothing to get wrong.
std::vector<double> betweenness_by_hand(const WeightedGraph& graph) {
    std::vector<double> on_path(graph.node_count(), 0);
    for (NodeIndex from = 0; from < graph.node_count(); ++from) {
        const auto steps = steps_from(graph, from);
        for (NodeIndex to = from + 1; to < graph.node_count(); ++to) {
            if (steps[to] == no_index) continue;
            std::vector<std::vector<NodeIndex>> paths{{to}};
            for (std::uint32_t left = steps[to]; left-- > 0;) {
                std::vector<std::vector<NodeIndex>> longer;
                for (const auto& path : paths) {
                    for (const Neighbour& next : graph.neighbours(path.back())) {
                        if (steps[next.node] != left) continue;
                        longer.push_back(path);
                        longer.back().push_back(next.node);
                    }
                }
                paths = std::move(longer);
            }
            for (const auto& path : paths) {
                for (std::size_t i = 1; i + 1 < path.size(); ++i)
                    on_path[path[i]] += 1.0 / static_cast<double>(paths.size());
            }
        }
    }
    return on_path;
}

/// Burt's formula as it is printed.
double constraint_by_hand(const WeightedGraph& graph, NodeIndex i) {
    const auto share = [&](NodeIndex a, NodeIndex b) {
        const Neighbour* found = graph.find(a, b);
        return found != nullptr ? found->weight / graph.weight_at(a) : 0.0;
    };
    double sum = 0;
    for (const Neighbour& j : graph.neighbours(i)) {
        double inner = share(i, j.node);
        for (NodeIndex q = 0; q < graph.node_count(); ++q) {
            if (q != i && q != j.node) inner += share(i, q) * share(q, j.node);
        }
        sum += inner * inner;
    }
    return sum;
}

WeightedGraph without(const WeightedGraph& graph, NodeIndex node) {
    std::vector<NodeIndex> rest;
    for (NodeIndex other = 0; other < graph.node_count(); ++other) {
        if (other != node) rest.push_back(other);
    }
    return subgraph(graph, rest);
}

void check_against_networkx(const std::string& name) {
    const WeightedGraph graph = graph_in(name + ".txt", false);
    const WeightedGraph weighted = graph_in(name + ".txt");
    const auto cores = core_numbers(graph);
    const auto cuts = articulation_points(graph);
    const auto holes = structural_holes(graph);
    const auto weighted_holes = structural_holes(weighted);
    PathMeasures paths(graph, Random(1));
    paths.finish();
    const auto betweenness = paths.betweenness();
    CHECK(paths.exact());
    CHECK(paths.error_bound() == 0);
    for (const auto& line : numbers_in(name + "_measures.txt")) {
        const auto node = static_cast<NodeIndex>(line[0]);
        CAPTURE(node);
        CHECK(graph.degree(node) == line[1]);
        CHECK(cores[node] == line[2]);
        CHECK(std::ranges::binary_search(cuts, node) == (line[3] != 0));
        CHECK(near(*paths.closeness(node), line[4]));
        CHECK(near(betweenness[node], line[5]));
        CHECK(near(*holes[node].constraint, line[6]));
        CHECK(near(*holes[node].effective_size, line[7]));
        CHECK(near(*holes[node].efficiency, line[7] / line[1]));
        CHECK(near(*weighted_holes[node].constraint, line[8]));
        CHECK(structural_holes_of(weighted, node) == weighted_holes[node]);
    }
}

}  // namespace

TEST_CASE("every measure of the karate club is NetworkX's") {
    check_against_networkx("karate_club");
}

TEST_CASE("every measure of Les Misérables is NetworkX's") {
    check_against_networkx("les_miserables");
}

TEST_CASE("a graph keeps its edges, sorted, and their numbers") {
    const std::vector<WeightedEdge> edges{{2, 0, 0.5}, {1, 2, 2}, {1, 1, 9}};
    const WeightedGraph graph(4, edges);
    CHECK(graph.node_count() == 4);
    CHECK(graph.edge_count() == 2);
    CHECK(graph.degree(2) == 2);
    CHECK(graph.degree(3) == 0);
    CHECK(graph.neighbours(2)[0].node == 0);
    CHECK(graph.neighbours(2)[1].edge == 1);
    CHECK(graph.find(0, 2)->weight == 0.5);
    CHECK_FALSE(graph.connected(0, 1));
    CHECK(graph.weight_at(2) == 2.5);
    const std::vector<NodeIndex> some{2, 1};
    CHECK(subgraph(graph, some).find(0, 1)->weight == 2);
    CHECK(WeightedGraph().node_count() == 0);
}

TEST_CASE("betweenness and constraint are what their definitions say, on any graph") {
    Random random(5);
    for (int round = 0; round < 30; ++round) {
        const auto nodes = static_cast<NodeIndex>(2 + random.below(14));
        const WeightedGraph graph =
            random_graph(nodes, 0.1 + 0.05 * static_cast<double>(random.below(10)), random);
        PathMeasures paths(graph, random);
        paths.finish();
        const auto expected = betweenness_by_hand(graph);
        const auto found = paths.betweenness();
        for (NodeIndex node = 0; node < nodes; ++node) {
            CHECK(near(found[node], expected[node]));
            const auto holes = structural_holes_of(graph, node);
            CHECK(holes.constraint.has_value() == (graph.degree(node) > 0));
            if (holes.constraint) CHECK(near(*holes.constraint, constraint_by_hand(graph, node)));
        }
    }
}

TEST_CASE("with no ties among contacts, constraint is one over their number") {
    std::vector<WeightedEdge> star;
    for (NodeIndex node = 1; node <= 8; ++node)
        star.push_back({0, node});
    const auto holes = structural_holes_of(WeightedGraph(9, star), 0);
    CHECK(near(*holes.constraint, 1.0 / 8));
    CHECK(near(*holes.effective_size, 8));
    CHECK(near(*holes.efficiency, 1));
}

TEST_CASE("an articulation point is a node without which there are more components") {
    Random random(11);
    for (int round = 0; round < 30; ++round) {
        const WeightedGraph graph = random_graph(12, 0.14, random);
        const auto cuts = articulation_points(graph);
        const auto parts = components_of(graph).sizes.size();
        for (NodeIndex node = 0; node < 12; ++node) {
            const auto after = components_of(without(graph, node)).sizes.size();
            CHECK(std::ranges::binary_search(cuts, node) == (after > parts));
        }
    }
}

TEST_CASE("components are numbered by size") {
    const std::vector<WeightedEdge> edges{{1, 2}, {3, 4}, {4, 5}};
    const Components parts = components_of(WeightedGraph(6, edges));
    CHECK(parts.sizes == std::vector<std::uint32_t>{3, 2, 1});
    CHECK(parts.of == std::vector<std::uint32_t>{2, 1, 1, 0, 0, 0});
}

TEST_CASE("taking edges out and putting them back, or new ones in and out, restores every measure") {
    Random random(3);
    const auto measures = [](const WeightedGraph& of) {
        PathMeasures paths(of, Random(1));
        paths.finish();
        std::vector<std::optional<double>> closeness;
        for (NodeIndex node = 0; node < of.node_count(); ++node)
            closeness.push_back(paths.closeness(node));
        const Components parts = components_of(of);
        const Communities communities = find_communities(of, {}, Random(1));
        return std::tuple(paths.betweenness(), closeness, structural_holes(of), core_numbers(of),
            articulation_points(of), parts.of, parts.sizes, communities.of, communities.modularity);
    };
    for (int round = 0; round < 20; ++round) {
        const auto nodes = static_cast<NodeIndex>(5 + random.below(40));
        const WeightedGraph graph = random_graph(nodes, 0.02 + 0.2 * uniform(random), random);
        const auto before = measures(graph);
        std::vector<WeightedEdge> edges = graph.edges();
        if (edges.empty()) continue;
        for (int step = 0; step < 4; ++step) {
            const std::size_t at = random.below(edges.size());
            const WeightedEdge taken = edges[at];
            edges.erase(edges.begin() + static_cast<std::ptrdiff_t>(at));
            CHECK(measures(WeightedGraph(nodes, edges)) != before);
            edges.insert(edges.begin(), taken);  // elsewhere in the list: its number is another
            const auto a = static_cast<NodeIndex>(random.below(nodes));
            const auto b = static_cast<NodeIndex>(random.below(nodes));
            if (a != b && !graph.connected(a, b)) {
                edges.push_back({a, b, 0.5});
                CHECK(measures(WeightedGraph(nodes, edges)) != before);
                edges.pop_back();
            }
            CHECK(measures(WeightedGraph(nodes, edges)) == before);
        }
    }
}

TEST_CASE("betweenness comes in slices, and a sample keeps within the error it states") {
    Random random(9);
    const WeightedGraph graph = planted_graph(600, random);
    PathMeasures exact(graph, random);
    std::size_t slices = 0;
    Slices work = exact.measure();
    while (work.step([] { return true; }))
        ++slices;
    CHECK(slices == 599);
    const auto truth = exact.betweenness();

    PathMeasures sampled(graph, random, 100, 80);
    CHECK(sampled.error_bound() == 1);
    sampled.finish();
    CHECK_FALSE(sampled.exact());
    const double bound = sampled.error_bound();
    CHECK(bound > 0.1);
    CHECK(bound < 0.4);
    const auto estimate = sampled.betweenness();
    const double pairs = 599.0 * 598 / 2;
    for (NodeIndex node = 0; node < 600; ++node)
        CHECK(std::abs(estimate[node] - truth[node]) / pairs <= bound);
}

TEST_CASE("a chain of 100,000 people is measured without deep recursion") {
    const WeightedGraph chain = path_graph(100'000);
    CHECK(articulation_points(chain).size() == 99'998);
    CHECK(core_numbers(chain)[50'000] == 1);
    CHECK(steps_from(chain, 0)[99'999] == 99'999);
}
