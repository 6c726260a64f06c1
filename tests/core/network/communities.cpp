#include "network/communities.h"

#include "graphs.h"
#include "network/measures.h"

using namespace kith;
using namespace kith::testing;

namespace {

bool each_is_connected(const WeightedGraph& graph, const Communities& found) {
    for (std::uint32_t community = 0; community < found.sizes.size(); ++community) {
        std::vector<NodeIndex> members;
        for (NodeIndex node = 0; node < graph.node_count(); ++node) {
            if (found.of[node] == community) members.push_back(node);
        }
        if (members.size() != found.sizes[community]) return false;
        if (components_of(subgraph(graph, members)).sizes.size() != 1) return false;
    }
    return true;
}

/// The best modularity over all partitions of a small graph.
double best_of_all(const WeightedGraph& graph) {
    std::vector<std::uint32_t> of(graph.node_count(), 0);
    double best = -1;
    const auto go = [&](auto& self, NodeIndex node, std::uint32_t used) -> void {
        if (node == graph.node_count()) {
            best = std::max(best, modularity(graph, of));
            return;
        }
        for (std::uint32_t community = 0; community <= used; ++community) {
            of[node] = community;
            self(self, node + 1, std::max(used, community + 1));
        }
    };
    go(go, 0, 0);
    return best;
}

}  // namespace

TEST_CASE("the communities of the karate club are the best there are, whatever the seed") {
    const WeightedGraph club = graph_in("karate_club.txt");
    for (std::uint64_t seed = 0; seed < 20; ++seed) {
        const Communities found = find_communities(club, {}, Random(seed));
        CHECK(found.modularity >= 0.41978);
        CHECK(near(found.modularity, modularity(club, found.of)));
        CHECK(found.sizes.size() == 4);
        CHECK(each_is_connected(club, found));
    }
}

TEST_CASE("the communities of Les Misérables reach the best known modularity, with weights and without") {
    const Communities weighted = find_communities(graph_in("les_miserables.txt"), {}, Random(1));
    CHECK(weighted.modularity >= 0.5666);
    const Communities plain = find_communities(graph_in("les_miserables.txt", false), {}, Random(1));
    CHECK(plain.modularity >= 0.5600);
}

TEST_CASE("on small graphs the communities are as good as the best of all partitions") {
    Random random(4);
    for (int round = 0; round < 12; ++round) {
        const WeightedGraph graph = random_graph(9, 0.35, random);
        if (graph.edge_count() == 0) continue;
        const Communities found = find_communities(graph, {}, random);
        CHECK(found.modularity >= best_of_all(graph) - 1e-6);
        CHECK(each_is_connected(graph, found));
    }
}

TEST_CASE("planted communities are found again") {
    Random random(2);
    std::vector<std::uint32_t> planted;
    const WeightedGraph graph = planted_graph(3000, random, &planted);
    const Communities found = find_communities(graph, {}, random);
    CHECK(found.modularity >= modularity(graph, planted) - 0.002);
    CHECK(each_is_connected(graph, found));
}

TEST_CASE("a higher resolution gives more communities; the same seed gives the same") {
    const WeightedGraph graph = graph_in("les_miserables.txt");
    const Communities coarse = find_communities(graph, {.resolution = 0.5}, Random(7));
    const Communities fine = find_communities(graph, {.resolution = 2}, Random(7));
    CHECK(coarse.sizes.size() < fine.sizes.size());
    CHECK(std::ranges::is_sorted(fine.sizes, std::ranges::greater{}));
    CHECK(find_communities(graph, {.resolution = 2}, Random(7)).of == fine.of);
    const Communities apart = find_communities(graph, {.resolution = 1000}, Random(7));
    CHECK(apart.sizes.size() == 77);
    CHECK(near(apart.modularity, modularity(graph, apart.of, 1000)));
}

TEST_CASE("without ties everyone is a community of their own") {
    const Communities found = find_communities(WeightedGraph(3, {}), {}, Random(1));
    CHECK(found.of == std::vector<std::uint32_t>{0, 1, 2});
    CHECK(found.modularity == 0);
    CHECK(find_communities(WeightedGraph(), {}, Random(1)).of.empty());
}

TEST_CASE("communities keep their numbers when people come and go") {
    const std::vector<std::uint32_t> before{4, 4, 4, 1, 1, no_index, 7};
    const std::vector<std::uint32_t> now{0, 0, 1, 1, 1, 2, 2};
    CHECK(keep_numbers(now, before) == std::vector<std::uint32_t>{4, 4, 1, 1, 1, 7, 7});
    const std::vector<std::uint32_t> split{0, 0, 1, 2, 2, 3, 3};
    CHECK(keep_numbers(split, before) == std::vector<std::uint32_t>{4, 4, 0, 1, 1, 7, 7});
}
