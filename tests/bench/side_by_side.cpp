#include "side_by_side.h"

#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <initializer_list>
#include <string_view>
#include <utility>

#include "base/ids.h"
#include "base/json.h"
#include "generate.h"
#include "graph_file.h"
#include "measure.h"
#include "network/communities.h"
#include "network/measures.h"
#include "network/paths.h"
#include "quality.h"

namespace kith::testing {

namespace {

std::vector<std::uint64_t> keys_for(const WeightedGraph& graph) {
    std::vector<std::uint64_t> keys;
    for (NodeIndex node = 0; node < graph.node_count(); ++node)
        keys.push_back(mix(node + 1));
    return keys;
}

/// One object of JSON on a line.
void print(std::initializer_list<std::pair<std::string_view, double>> figures) {
    JsonWriter json;
    json.open('{');
    for (const auto& [name, value] : figures)
        json.key(name).number(value);
    std::printf("%s\n", json.close('}').result().c_str());
}

bool one_slice() {
    return true;
}

void judge(const GraphFile& file, const char* path) {
    std::FILE* places = std::fopen(path, "r");
    std::vector<Point> at(file.graph.node_count());
    for (Point& point : at) {
        if (places == nullptr || std::fscanf(places, "%f %f", &point.x, &point.y) != 2) {
            std::fprintf(stderr, "%s: no place for every node\n", path);
            std::exit(1);
        }
    }
    std::fclose(places);
    const Quality quality = quality_of(file.graph, at, file.planted);
    print({{"neighbours", quality.neighbours}, {"community", quality.community}, {"stress", quality.stress}});
}

/// The mean of at least thirty, and of a second's: the processor's clock is coarse in Node.
void iteration(const GraphFile& file) {
    Layout layout;
    layout.begin(file.graph, keys_for(file.graph));
    std::size_t count = 0;
    Slices settling = layout.settle();
    const double begun = processor_time();
    while (count < 30 || processor_time() - begun < 1000) {
        if (layout.settled()) {
            layout.stir();
            settling = layout.settle();
        }
        for (const std::size_t before = layout.rounds(); layout.rounds() == before;)
            settling.step(one_slice);
        ++count;
    }
    print({{"ms", (processor_time() - begun) / static_cast<double>(count)}});
}

void lay_out(const GraphFile& file, double seconds, const char* path) {
    const double end = processor_time() + seconds * 1000;
    const double begun = processor_time();
    Layout layout;
    layout.begin(file.graph, keys_for(file.graph));
    const double first = processor_time() - begun;
    if (processor_time() < end) {
        Slices settling = layout.settle();
        settling.step([&] { return processor_time() >= end; });
    }
    std::FILE* places = std::fopen(path, "w");
    for (NodeIndex node = 0; node < layout.size(); ++node)
        std::fprintf(places, "%.3f %.3f\n", layout.at(node).x, layout.at(node).y);
    std::fclose(places);
    print({{"begin", first}, {"rounds", static_cast<double>(layout.rounds())},
        {"ms", processor_time() - begun}, {"settled", layout.settled() ? 1.0 : 0.0}});
}

void communities(const GraphFile& file) {
    constexpr int runs = 9;
    double least = 1;
    const double all = milliseconds([&] {
        for (std::uint64_t seed = 0; seed < runs; ++seed)
            least = std::min(least, find_communities(file.graph, {.tries = 1}, Random(seed)).modularity);
    });
    print({{"ms", all / runs}, {"modularity", least}, {"planted", modularity(file.graph, file.planted)}});
}

void betweenness(const GraphFile& file) {
    double first = 0;
    double bound = 0;
    const double all = milliseconds([&] {
        PathMeasures paths(file.graph, Random(1));
        const double begun = processor_time();
        Slices measuring = paths.measure();
        measuring.step([&] { return processor_time() - begun >= 250; });
        (void)paths.betweenness();
        first = processor_time() - begun;
        bound = paths.error_bound();
        paths.finish();
    });
    print({{"ms", all}, {"first", first}, {"off_by", bound}});
}

void constraint(const GraphFile& file) {
    constexpr int runs = 20;
    const double all = milliseconds([&] {
        for (int i = 0; i < runs; ++i)
            (void)structural_holes(file.graph);
    });
    print({{"ms", all / runs}});
}

/// Each the best of five, by the clock on the wall: what disturbs them seldom does so five times.
void routes(const GraphFile& file) {
    std::vector<double> times;
    double cost = 0;
    for (const auto& [from, to] : file.pairs) {
        const NodeIndex target[] = {to};
        std::vector<Path> found;
        double best = 1e9;
        for (int i = 0; i < 5; ++i) {
            const auto begun = std::chrono::steady_clock::now();
            found = cheapest_paths(file.graph, file.costs, from, target, 1);
            const std::chrono::duration<double, std::milli> took = std::chrono::steady_clock::now() - begun;
            best = std::min(best, took.count());
        }
        times.push_back(best);
        cost += found.empty() ? 0 : found[0].cost;
    }
    std::ranges::sort(times);
    print({{"ms", times[times.size() / 2]}, {"p99", times[times.size() - 2]}, {"cost", cost}});
}

}  // namespace

bool is_side_by_side(const char* argument) {
    constexpr std::string_view works[] = {"workspace", "graph", "judge", "iteration", "layout", "communities",
        "betweenness", "constraint", "routes"};
    return std::ranges::contains(works, std::string_view(argument));
}

int side_by_side(std::span<char*> arguments) {
    const std::string_view work = arguments[0];
    if (work == "graph" && arguments.size() == 3) {
        write_graph_file(arguments[2], static_cast<NodeIndex>(std::strtoul(arguments[1], nullptr, 10)));
        return 0;
    }
    if (work == "workspace" && arguments.size() == 3) {
        std::FILE* file = std::fopen(arguments[2], "wb");
        if (file == nullptr) return 1;
        const std::string bytes = planted_file(std::strtoul(arguments[1], nullptr, 10));
        const bool written = std::fwrite(bytes.data(), 1, bytes.size(), file) == bytes.size();
        return std::fclose(file) == 0 && written ? 0 : 1;
    }
    if (arguments.size() < 2) return 2;
    const GraphFile file = read_graph_file(arguments[1]);
    if (work == "judge" && arguments.size() == 3)
        judge(file, arguments[2]);
    else if (work == "layout" && arguments.size() == 4)
        lay_out(file, std::strtod(arguments[2], nullptr), arguments[3]);
    else if (work == "iteration")
        iteration(file);
    else if (work == "communities")
        communities(file);
    else if (work == "betweenness")
        betweenness(file);
    else if (work == "constraint")
        constraint(file);
    else if (work == "routes")
        routes(file);
    else
        return 2;
    return 0;
}

}  // namespace kith::testing
