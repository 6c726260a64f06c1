#include "network/layout.h"

#include "graphs.h"

using namespace kith;
using namespace kith::testing;

namespace {

std::vector<std::uint64_t> keys_for(std::size_t count) {
    std::vector<std::uint64_t> keys;
    for (std::size_t i = 0; i < count; ++i)
        keys.push_back(mix(i + 1));
    return keys;
}

void settle(Layout& layout) {
    layout.settle().finish();
}

float distance(Point a, Point b) {
    return std::hypot(a.x - b.x, a.y - b.y);
}

/// The share of each node's ten nearest that are of its own community.
double own_among_nearest(const Layout& layout, const std::vector<std::uint32_t>& community) {
    double sum = 0;
    for (NodeIndex node = 0; node < layout.size(); ++node) {
        std::vector<std::pair<float, NodeIndex>> others;
        for (NodeIndex other = 0; other < layout.size(); ++other) {
            if (other != node) others.emplace_back(distance(layout.at(node), layout.at(other)), other);
        }
        std::ranges::nth_element(others, others.begin() + 10);
        for (std::size_t i = 0; i < 10; ++i)
            sum += community[others[i].second] == community[node] ? 0.1 : 0;
    }
    return sum / static_cast<double>(layout.size());
}

}  // namespace

TEST_CASE("pushing apart by a tree is close to pushing every pair apart") {
    Random random(1);
    constexpr std::size_t count = 500;
    std::vector<float> x;
    std::vector<float> y;
    std::vector<float> mass;
    for (std::size_t i = 0; i < count; ++i) {
        x.push_back(static_cast<float>(100 * uniform(random)));
        y.push_back(static_cast<float>(100 * uniform(random)));
        mass.push_back(static_cast<float>(1 + uniform(random)));
    }
    std::vector<float> force_x(count, 0);
    std::vector<float> force_y(count, 0);
    Quadtree tree;
    tree.take(x, y, mass);
    for (std::size_t at = 0; at < count;) {
        const std::size_t next = tree.push_apart(at, 100, 0.5F, 0.6F, force_x, force_y);
        REQUIRE(next > at);
        at = next;
    }
    double error = 0;
    double size = 0;
    for (std::size_t i = 0; i < count; ++i) {
        double fx = 0;
        double fy = 0;
        for (std::size_t j = 0; j < count; ++j) {
            if (i == j) continue;
            const double dx = x[i] - x[j];
            const double dy = y[i] - y[j];
            const double push = 0.5 * mass[i] * mass[j] / (dx * dx + dy * dy);
            fx += dx * push;
            fy += dy * push;
        }
        error += std::hypot(fx - force_x[i], fy - force_y[i]);
        size += std::hypot(fx, fy);
    }
    CHECK(error / size < 0.01);
}

TEST_CASE("bodies in one place don't upset the tree") {
    const std::vector<float> same(100, 3);
    const std::vector<float> mass(100, 1);
    std::vector<float> force_x(100, 0);
    std::vector<float> force_y(100, 0);
    Quadtree tree;
    tree.take(same, same, mass);
    CHECK(tree.push_apart(0, 100, 1, 0.9F, force_x, force_y) == 100);
    CHECK(std::ranges::all_of(force_x, [](float force) { return force == 0; }));
}

TEST_CASE("communities stand together, already when the layout opens") {
    Random random(2);
    std::vector<std::uint32_t> planted;
    const WeightedGraph graph = planted_graph(800, random, &planted);
    Layout layout;
    layout.begin(graph, keys_for(800));
    CHECK(own_among_nearest(layout, planted) > 0.7);
    settle(layout);
    CHECK(own_among_nearest(layout, planted) > 0.7);
    CHECK(layout.settled());
}

TEST_CASE("the same network looks the same tomorrow") {
    Random random(3);
    const WeightedGraph graph = planted_graph(300, random);
    Layout today;
    today.begin(graph, keys_for(300));
    settle(today);
    Layout tomorrow;
    tomorrow.begin(graph, keys_for(300));
    settle(tomorrow);
    for (NodeIndex node = 0; node < 300; ++node)
        CHECK(today.at(node) == tomorrow.at(node));
}

TEST_CASE("a new person appears near their friends, and the rest stays put") {
    Random random(4);
    const WeightedGraph graph = planted_graph(300, random);
    Layout layout;
    layout.begin(graph, keys_for(300));
    settle(layout);
    const auto before = layout.placed();

    auto edges = graph.edges();
    edges.push_back({5, 300});
    edges.push_back({6, 300});
    const WeightedGraph more(302, edges);  // and one without ties
    Layout after;
    after.begin(more, keys_for(302), before);
    settle(after);
    float radius = 0;
    for (NodeIndex node = 0; node < 300; ++node) {
        CHECK(after.at(node) == layout.at(node));
        radius = std::max(radius, std::hypot(layout.at(node).x, layout.at(node).y));
    }
    CHECK(distance(after.at(300), after.at(5)) < radius / 2);
    CHECK(std::hypot(after.at(301).x, after.at(301).y) < 3 * radius);

    Layout again;
    again.begin(graph, keys_for(300), before);
    CHECK(again.settled());
}

TEST_CASE("a pinned node stays, and others make room") {
    const WeightedGraph graph = graph_in("karate_club.txt");
    Layout layout;
    layout.begin(graph, keys_for(34));
    settle(layout);
    layout.pin(7, {500, 500});
    const Point friends = layout.at(0);
    layout.stir();
    settle(layout);
    CHECK(layout.at(7) == Point{500, 500});
    CHECK(layout.pinned(7));
    CHECK(distance(layout.at(0), {500, 500}) < distance(friends, {500, 500}));
    const auto kept = layout.placed();
    Layout next;
    next.begin(graph, keys_for(34), kept);
    CHECK(next.pinned(7));
    next.unpin(7);
    next.stir();
    settle(next);
    CHECK(distance(next.at(7), {500, 500}) > 10);
}

TEST_CASE("a layout works in slices and ends") {
    Random random(5);
    const WeightedGraph graph = planted_graph(200, random);
    Layout layout;
    layout.begin(graph, keys_for(200));
    const std::size_t begun = layout.rounds();
    std::size_t slices = 1;
    Slices work = layout.settle();
    while (work.step([] { return true; }))
        ++slices;
    CHECK(begun + slices == layout.rounds());
    CHECK(layout.rounds() <= layout.most_rounds());
    for (NodeIndex node = 0; node < 200; ++node)
        CHECK(std::isfinite(layout.at(node).x));
}

TEST_CASE("a round that is done in parts comes to what it comes to in one go") {
    Random random(6);
    const WeightedGraph graph = planted_graph(3000, random);
    Layout whole({.rounds = 20}), parts({.rounds = 20});
    whole.begin(graph, keys_for(3000));
    parts.begin(graph, keys_for(3000));
    settle(whole);
    std::size_t pauses = 0;
    Slices work = parts.settle();
    while (work.step([] { return true; }))
        ++pauses;
    CHECK(pauses > parts.rounds() - 20 * 65 / 100);
    for (NodeIndex node = 0; node < 3000; ++node)
        REQUIRE(whole.at(node) == parts.at(node));
}

TEST_CASE("settling that is thrown away, or stirred on the way, goes on from where it was") {
    Random random(6);
    const WeightedGraph graph = planted_graph(300, random);
    Layout whole({.rounds = 20}), parts({.rounds = 20});
    whole.begin(graph, keys_for(300));
    parts.begin(graph, keys_for(300));
    settle(whole);
    while (!parts.settled()) {
        Slices work = parts.settle();
        (void)work.step([asked = 0]() mutable { return ++asked == 5; });
    }
    for (NodeIndex node = 0; node < 300; ++node)
        CHECK(distance(whole.at(node), parts.at(node)) == 0);

    Slices work = parts.settle();
    CHECK_FALSE(work.step([] { return true; }));
    parts.pin(7, {500, 500});
    parts.stir();
    CHECK_FALSE(parts.settled());
    work = parts.settle();
    REQUIRE(work.step([] { return true; }));
    parts.stir();
    work.finish();
    CHECK(parts.settled());
    CHECK(parts.at(7) == Point{500, 500});
}

TEST_CASE("nobody, one person and people without ties have a layout too") {
    for (const NodeIndex count : {0U, 1U, 2U, 200U}) {
        Layout layout;
        layout.begin(WeightedGraph(count, {}), keys_for(count));
        settle(layout);
        for (NodeIndex node = 0; node < count; ++node)
            CHECK(std::isfinite(layout.at(node).x));
        if (count == 2) CHECK(distance(layout.at(0), layout.at(1)) > 1);
    }
}

TEST_CASE("people on a ring don't overlap, and groups stand together") {
    std::vector<std::uint32_t> ring{0};
    std::vector<std::uint32_t> group{0};
    for (std::uint32_t i = 0; i < 60; ++i) {
        ring.push_back(i < 5 ? 1 : i < 20 ? 2 : 4);
        group.push_back(i % 3);
    }
    const auto at = ring_layout(ring, group, 10);
    CHECK(at[0] == Point{0, 0});
    for (std::size_t i = 0; i < at.size(); ++i) {
        for (std::size_t j = 0; j < i; ++j)
            CHECK(distance(at[i], at[j]) > 8);
    }
    CHECK(std::hypot(at[1].x, at[1].y) < std::hypot(at[6].x, at[6].y));
    CHECK(ring_layout({}, {}, 10).empty());
}

TEST_CASE("rings by steps put each person outside of who leads to them") {
    const WeightedGraph graph(6, std::vector<WeightedEdge>{{0, 1}, {0, 2}, {1, 3}, {2, 3, 3}, {3, 4}});
    const StepLayout layout = step_layout(graph, 0, 10);
    CHECK(layout.steps == std::vector<std::uint32_t>{0, 1, 1, 2, 3, no_index});
    CHECK(distance(layout.at[3], layout.at[2]) < distance(layout.at[3], layout.at[1]));
    CHECK(std::hypot(layout.at[5].x, layout.at[5].y) > std::hypot(layout.at[4].x, layout.at[4].y));
}
