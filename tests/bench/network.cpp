#include "network.h"

#include <cstdio>
#include <cstdlib>

#include "model/fields.h"
#include "network/communities.h"
#include "network/layout.h"
#include "network/measures.h"
#include "network/routes.h"
#include "planted_graph.h"
#include "quality.h"

namespace kith::testing {

namespace {

std::string share(double value) {
    char text[32];
    std::snprintf(text, sizeof text, "%.4f", value);
    return text;
}

void measure_layout(
    const WeightedGraph& graph, const std::vector<std::uint32_t>& planted, std::vector<Row>& rows) {
    std::vector<std::uint64_t> keys;
    for (NodeIndex node = 0; node < graph.node_count(); ++node)
        keys.push_back(mix(node + 1));
    Layout layout;
    const auto tell = [&](const char* when) {
        std::vector<Point> at;
        for (NodeIndex node = 0; node < graph.node_count(); ++node)
            at.push_back(layout.at(node));
        const Quality quality = quality_of(graph, at, planted);
        rows.push_back({std::string("  ") + when + ": neighbours, community, stress",
            {share(quality.neighbours) + " " + share(quality.community) + " " + share(quality.stress)}});
    };
    rows.push_back({"layout: begin", {in_milliseconds(milliseconds([&] { layout.begin(graph, keys); }))}});
    tell("at once");
    std::vector<double> rounds;
    double spent = 0;
    Slices settling = layout.settle();
    while (!layout.settled() && spent < 2000) {
        rounds.push_back(milliseconds([&] {
            for (const std::size_t before = layout.rounds(); layout.rounds() == before;)
                settling.step([] { return true; });
        }));
        spent += rounds.back();
    }
    rows.push_back({"  a round", {in_milliseconds(spread_of(rounds).median)}});
    rows.push_back({"  rounds until settled or two seconds", {std::to_string(rounds.size())}});
    tell("then");
}

void measure_routes(const WeightedGraph& graph, std::vector<Row>& rows) {
    Random random(4);
    std::vector<double> costs(graph.edge_count());
    for (double& cost : costs)
        cost = 1 + 2 * uniform(random);
    std::vector<double> times;
    for (int i = 0; i < 100; ++i) {
        const auto from = static_cast<NodeIndex>(random.below(graph.node_count()));
        const std::vector<NodeIndex> to{static_cast<NodeIndex>(random.below(graph.node_count()))};
        times.push_back(milliseconds([&] { (void)cheapest_paths(graph, costs, from, to, 1); }));
    }
    std::ranges::sort(times);
    rows.push_back({"paths: cheapest, median of 100", {in_milliseconds(times[50])}});
    rows.push_back({"  the slowest but one", {in_milliseconds(times[98])}});
}

}  // namespace

std::vector<Row> measure_graph(std::size_t nodes) {
    std::vector<Row> rows;
    Random random(1);
    std::vector<std::uint32_t> planted;
    const WeightedGraph graph = planted_graph(static_cast<NodeIndex>(nodes), random, &planted);
    Communities communities;
    rows.push_back({"communities", {in_milliseconds(milliseconds([&] {
                        communities = find_communities(graph, {.tries = 1}, random);
                    }))}});
    rows.push_back({"  modularity (planted)",
        {share(communities.modularity) + " (" + share(modularity(graph, planted)) + ")"}});
    rows.push_back(
        {"constraint of everyone", {in_milliseconds(milliseconds([&] { (void)structural_holes(graph); }))}});
    PathMeasures paths(graph, random);
    double first = 0;
    const double all = milliseconds([&] {
        const double end = processor_time() + 300;
        const double begin = processor_time();
        Slices measuring = paths.measure();
        measuring.step([&] { return processor_time() >= end; });
        first = processor_time() - begin;
        if (nodes <= 20'000) paths.finish();
    });
    rows.push_back({nodes <= PathMeasures::exact_limit ? "betweenness, exact" : "betweenness, sampled",
        {nodes <= 20'000 ? in_milliseconds(all) : in_milliseconds(first)}});
    rows.push_back({"  may be off by, of all pairs", {share(paths.error_bound())}});
    measure_routes(graph, rows);
    measure_layout(graph, planted, rows);
    return rows;
}

std::vector<Row> measure_network(Workspace& workspace, Day today) {
    std::vector<Row> rows;
    ContactGraph contacts;
    rows.push_back(
        {"contact graph: all", {in_milliseconds(milliseconds([&] { contacts.update(workspace); }))}});
    Random random(3);
    Draft draft({"test.edit", {}});
    const RecordId record = draft.create(Kind::interaction, random);
    draft.set(record, interaction::on, Value::date(PartialDate{std::chrono::year_month_day{today}}));
    draft.add(record, interaction::people, workspace.all(Kind::person).front());
    if (!workspace.commit(std::move(draft), Instant{today})) std::abort();
    rows.push_back({"  after an edit", {in_milliseconds(milliseconds([&] { contacts.update(workspace); }))}});
    GraphSnapshot snapshot;
    rows.push_back({"  as on a day",
        {in_milliseconds(milliseconds([&] { snapshot = graph_on(contacts, {.day = today}); }))}});
    const std::vector<RecordId> target{workspace.all(Kind::person).back()};
    rows.push_back({"  the three best ways to somebody",
        {in_milliseconds(milliseconds([&] { (void)find_routes(contacts, snapshot, target); }))}});
    std::ranges::move(measure_graph(workspace.all(Kind::person).size()), std::back_inserter(rows));
    return rows;
}

}  // namespace kith::testing
