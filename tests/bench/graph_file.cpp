#include "graph_file.h"

#include <cstdio>
#include <cstdlib>

#include "planted_graph.h"

namespace kith::testing {

namespace {

std::FILE* opened(const std::string& path, const char* mode) {
    std::FILE* file = std::fopen(path.c_str(), mode);
    if (file != nullptr) return file;
    std::perror(path.c_str());
    std::exit(1);
}

}  // namespace

void write_graph_file(const std::string& path, NodeIndex nodes) {
    constexpr int pairs = 100;
    Random random(1);
    std::vector<std::uint32_t> planted;
    const std::vector<WeightedEdge> edges = planted_graph(nodes, random, &planted).edges();
    std::FILE* file = opened(path, "w");
    std::fprintf(file, "%u %zu %d\n", nodes, edges.size(), pairs);
    for (const std::uint32_t community : planted)
        std::fprintf(file, "%u\n", community);
    for (const WeightedEdge& edge : edges)
        std::fprintf(file, "%u %u %.6f\n", edge.a, edge.b, 1 + 2 * uniform(random));
    for (int i = 0; i < pairs; ++i) {
        const auto from = static_cast<NodeIndex>(random.below(nodes));
        std::fprintf(file, "%u %u\n", from, static_cast<NodeIndex>(random.below(nodes)));
    }
    std::fclose(file);
}

GraphFile read_graph_file(const std::string& path) {
    std::FILE* file = opened(path, "r");
    const auto wrong = [&] {
        std::fprintf(stderr, "%s: not a network of kith_bench\n", path.c_str());
        std::exit(1);
    };
    GraphFile read;
    std::size_t nodes = 0, edges = 0, pairs = 0;
    if (std::fscanf(file, "%zu %zu %zu", &nodes, &edges, &pairs) != 3) wrong();
    read.planted.resize(nodes);
    for (std::uint32_t& community : read.planted)
        if (std::fscanf(file, "%u", &community) != 1) wrong();
    std::vector<WeightedEdge> list(edges);
    read.costs.resize(edges);
    for (std::size_t i = 0; i < edges; ++i)
        if (std::fscanf(file, "%u %u %lf", &list[i].a, &list[i].b, &read.costs[i]) != 3) wrong();
    read.pairs.resize(pairs);
    for (auto& [from, to] : read.pairs)
        if (std::fscanf(file, "%u %u", &from, &to) != 2) wrong();
    std::fclose(file);
    read.graph = WeightedGraph(nodes, list);
    return read;
}

}  // namespace kith::testing
