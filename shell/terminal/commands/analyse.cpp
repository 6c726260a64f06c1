// `kith analyse`: what can be measured of a network and of everyone in it, with how much of it is known.
#include <algorithm>
#include <charconv>
#include <cmath>
#include <cstdio>

#include "base/json.h"
#include "base/text.h"
#include "network/communities.h"
#include "terminal/command.h"
#include "terminal/commands/graph_input.h"
#include "terminal/workspace_file.h"

namespace kith::terminal {

namespace {

constexpr std::size_t most_named = 10;  // nodes that hold parts together

/// Chance for what is drawn from it must be the same each time.
Random fixed_chance() {
    return Random{20'261'120};
}

struct Analysis {
    Components parts;
    std::vector<NodeIndex> cuts;
    std::vector<std::uint32_t> cores;
    Communities communities;
    std::vector<StructuralHoles> holes;
    std::vector<double> betweenness;
    std::vector<std::optional<double>> closeness;
    std::size_t sampled = 0;  // sources that stand for all; 0: betweenness is exact
    double error_bound = 0;
};

Analysis analysis_of(const WeightedGraph& graph, double resolution, bool exact) {
    Analysis found;
    found.parts = components_of(graph);
    found.cuts = articulation_points(graph);
    found.cores = core_numbers(graph);
    found.communities = find_communities(graph, {.resolution = resolution}, fixed_chance());
    found.holes = structural_holes(graph);
    PathMeasures paths(graph, fixed_chance(), exact ? graph.node_count() : PathMeasures::exact_limit);
    paths.finish();
    found.betweenness = paths.betweenness();
    for (NodeIndex node = 0; node < graph.node_count(); ++node)
        found.closeness.push_back(paths.closeness(node));
    if (!paths.exact()) found.sampled = PathMeasures::sample_size;
    found.error_bound = paths.error_bound();
    return found;
}

/// Of contacts whose ties are not noted all measures but the count of ties say nothing, and are not told.
bool may_be_told(const GraphInput& input) {
    return !input.coverage || meaning_of(Measure::betweenness, *input.coverage) != Meaning::nothing;
}

/// What to say of the figures of a .kith file: how much is known, and what that means for them.
std::vector<Message> remarks_on(const GraphInput& input) {
    if (!input.coverage) return {};
    std::vector<Message> remarks{coverage_fact(*input.coverage)};
    if (const auto caveat = caveat_of(Measure::betweenness, *input.coverage)) remarks.push_back(*caveat);
    return remarks;
}

bool is_cut(const Analysis& found, NodeIndex node) {
    return std::ranges::binary_search(found.cuts, node);
}

void write_holes(JsonWriter& json, const StructuralHoles& holes, bool told) {
    const StructuralHoles shown = told ? holes : StructuralHoles{};
    json.key("constraint").number(shown.constraint);
    json.key("effective_size").number(shown.effective_size);
    json.key("efficiency").number(shown.efficiency);
}

std::string in_json(
    const Console& console, const GraphInput& input, const Analysis& found, double resolution) {
    const WeightedGraph& graph = input.graph;
    const bool told = may_be_told(input);
    const auto shown = [&](auto value) { return told ? std::optional(value) : std::nullopt; };
    JsonWriter json;
    json.open('{').key("nodes").number(graph.node_count()).key("ties").number(graph.edge_count());
    json.key("components").number(shown(found.parts.sizes.size()));
    json.key("communities").open('{').key("count").number(shown(found.communities.sizes.size()));
    json.key("modularity").number(shown(found.communities.modularity));
    json.key("resolution").number(resolution).close('}');
    json.key("betweenness").open('{').key("exact").boolean(found.sampled == 0);
    json.key("off_by_at_most").number(found.error_bound).close('}');
    if (input.coverage) {
        json.key("coverage").open('{').key("contacts").number(input.coverage->contacts);
        json.key("known_pairs").number(input.coverage->known_pairs);
        json.key("stranger_pairs").number(input.coverage->stranger_pairs);
        json.key("possible_pairs").number(input.coverage->possible_pairs).close('}');
        json.key("you").open('{');
        write_holes(json, input.own, told);
        json.close('}');
    }
    json.key("remarks").open('[');
    for (const Message& remark : remarks_on(input))
        json.text(console.text(remark));
    json.close(']').key("each").open('[');
    for (NodeIndex node = 0; node < graph.node_count(); ++node) {
        json.open('{').key("id").text(input.told.nodes[node].id);
        json.key("label").text(input.told.nodes[node].label);
        json.key("ties").number(graph.degree(node));
        json.key("component").number(shown(found.parts.of[node]));
        json.key("core").number(shown(found.cores[node]));
        json.key("holds_together").raw(!told ? "null" : is_cut(found, node) ? "true" : "false");
        json.key("community").number(shown(found.communities.of[node]));
        json.key("betweenness").number(shown(found.betweenness[node]));
        json.key("closeness").number(told ? found.closeness[node] : std::nullopt);
        write_holes(json, found.holes[node], told);
        json.close('}');
    }
    return json.close(']').close('}').result();
}

/// A number right-aligned in `width` columns; a dash where there is none.
std::string column(const std::optional<double>& value, int width, int decimals) {
    char text[48];
    if (value)
        std::snprintf(text, sizeof text, "%*.*f", width, decimals, *value);
    else
        std::snprintf(text, sizeof text, "%*s", width, "-");
    return text;
}

/// The heads of the columns below.
std::string column_heads(const Console& console) {
    constexpr std::size_t widths[] = {6, 6, 13, 12, 11, 7};
    const std::string words(console.catalogue().get("terminal.graph_columns"));
    std::string line;
    const auto heads = split(words, ',');
    for (std::size_t i = 0; i < heads.size(); ++i) {
        const std::string_view head = trim(heads[i]);
        if (i < std::size(widths)) line.append(widths[i] - std::min(widths[i], head.size()), ' ');
        line += i < std::size(widths) ? std::string(head) : "  " + std::string(head);
    }
    return line;
}

void print_whole(Console& console, const GraphInput& input, const Analysis& found) {
    const auto say = [&](std::string_view key, std::initializer_list<ArgumentView> arguments) {
        console.print_line(console.text(key, arguments));
    };
    say("terminal.graph_parts",
        {found.parts.sizes.size(), found.communities.sizes.size(),
            column(found.communities.modularity, 0, 4)});
    if (!found.cuts.empty()) {
        std::string names;
        for (std::size_t i = 0; i < std::min(found.cuts.size(), most_named); ++i)
            names += (i > 0 ? ", " : "") + input.told.nodes[found.cuts[i]].label;
        if (found.cuts.size() > most_named) names += ", …";
        say("terminal.graph_cuts", {found.cuts.size(), names});
    }
    if (input.own.constraint)
        say("terminal.graph_own",
            {column(input.own.constraint, 0, 3), column(input.own.effective_size, 0, 1),
                column(input.own.efficiency, 0, 2)});
    if (found.sampled > 0)
        say("terminal.graph_sampled", {found.sampled, column(found.error_bound * 100, 0, 1)});
}

void print_in_words(Console& console, const GraphInput& input, const Analysis& found, std::size_t lines) {
    const WeightedGraph& graph = input.graph;
    const bool told = may_be_told(input);
    console.print_line(console.text("terminal.graph_size", {graph.node_count(), graph.edge_count()}));
    for (const Message& remark : remarks_on(input))
        console.print_line(console.text(remark));
    if (told) print_whole(console, input, found);

    std::vector<NodeIndex> order(graph.node_count());
    for (NodeIndex node = 0; node < order.size(); ++node)
        order[node] = node;
    std::ranges::stable_sort(order, std::ranges::greater{},
        [&](NodeIndex node) { return std::pair(told ? found.betweenness[node] : 0.0, graph.degree(node)); });
    order.resize(std::min(order.size(), lines));
    if (order.empty()) return;
    console.print("\n");
    console.print_line(column_heads(console));
    for (const NodeIndex node : order) {
        const auto shown = [&](const std::optional<double>& value) { return told ? value : std::nullopt; };
        console.print_line(column(static_cast<double>(graph.degree(node)), 6, 0) +
            column(shown(found.cores[node]), 6, 0) + column(shown(found.betweenness[node]), 13, 1) +
            column(shown(found.holes[node].constraint), 12, 3) + column(shown(found.closeness[node]), 11, 3) +
            column(shown(found.communities.of[node] + 1), 7, 0) + "  " + input.told.nodes[node].label);
    }
}

std::optional<double> positive_number(std::string_view text) {
    double number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    const bool whole = error == std::errc{} && end == text.data() + text.size();
    return whole && std::isfinite(number) && number > 0 ? std::optional(number) : std::nullopt;
}

ExitCode analyse(Console& console, const Arguments& arguments) {
    const auto day = day_asked(console, analyse_command, arguments);
    if (!day) return ExitCode::misused;
    double resolution = 1;
    if (const auto text = arguments.value("resolution")) {
        const auto number = positive_number(*text);
        if (!number) return misused(console, analyse_command, {"terminal.no_number", {*text}});
        resolution = *number;
    }
    std::size_t lines = 10;
    if (const auto text = arguments.value("number")) {
        const auto number = positive_number(*text);
        if (!number) return misused(console, analyse_command, {"terminal.no_number", {*text}});
        lines = static_cast<std::size_t>(std::min(*number, 1e9));
    }
    const auto input = read_graph_input(console, arguments.operands.front(), *day, false);
    if (!input) return ExitCode::failed;
    const Analysis found = analysis_of(input->graph, resolution, arguments.has("exact"));
    if (console.json)
        console.print_line(in_json(console, *input, found, resolution));
    else
        print_in_words(console, *input, found, lines);
    return input->damaged ? ExitCode::failed : ExitCode::done;
}

constexpr Option options[] = {
    {.name = "on", .value = "DATE", .help = "a .kith file as on this day, 2026-11-20; else today"},
    {.name = "resolution", .value = "R", .help = "above 1: more and smaller communities (1)"},
    {.name = "exact", .value = {}, .help = "betweenness from all nodes, however long it takes"},
    {.name = "number", .letter = 'n', .value = "N", .help = "how many nodes are listed (10)"},
};

}  // namespace

extern constexpr Command analyse_command = {
    .name = "analyse",
    .operands = "W.kith|FILE.graphml",
    .summary = "measure a network and everyone in it",
    .details = "Of a .kith file: who among your contacts knows whom, with how many of the\n"
               "possible pairs are known; measures that mean nothing at that are left out.\n"
               "Of a GraphML file: its graph, edges undirected, weights as strengths.\n"
               "\n"
               "Lists those on most shortest paths: how many they know, k-core, betweenness,\n"
               "Burt's constraint, closeness and community (Leiden). --json has all measures\n"
               "of all nodes: efficiency, effective size and components too. Betweenness and\n"
               "closeness count steps; constraint and communities take weights as they are.\n"
               "Beyond 5,000 nodes betweenness is an estimate, and says how far it may be off.",
    .options = options,
    .least_operands = 1,
    .most_operands = 1,
    .run = analyse,
};

}  // namespace kith::terminal
