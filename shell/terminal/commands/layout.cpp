// `kith layout`: where the nodes of a network stand when it is drawn, as the network screen places them.
#include "network/layout.h"

#include <algorithm>

#include "base/json.h"
#include "exchange/graphs/writers.h"
#include "terminal/command.h"
#include "terminal/commands/graph_input.h"
#include "terminal/streams.h"

namespace kith::terminal {

namespace {

struct NamedFormat {
    std::string_view name;
    GraphFormat format;
};
constexpr NamedFormat formats[] = {{"graphml", GraphFormat::graphml}, {"gexf", GraphFormat::gexf},
    {"dot", GraphFormat::dot}, {"csv-nodes", GraphFormat::csv_nodes}, {"csv-edges", GraphFormat::csv_edges}};

std::string in_json(const GraphDescription& graph, const Layout& layout) {
    JsonWriter json;
    json.open('{').key("rounds").number(layout.rounds()).key("settled").boolean(layout.settled());
    json.key("nodes").open('[');
    for (const GraphDescription::Node& node : graph.nodes) {
        json.open('{').key("id").text(node.id).key("label").text(node.label);
        json.key("x").number(double{node.at->first}).key("y").number(double{node.at->second}).close('}');
    }
    return json.close(']').close('}').result();
}

ExitCode lay_out(Console& console, const Arguments& arguments) {
    const auto day = day_asked(console, layout_command, arguments);
    if (!day) return ExitCode::misused;
    const std::string wanted = arguments.value("format").value_or("graphml");
    const auto format = std::ranges::find(formats, wanted, &NamedFormat::name);
    if (format == std::end(formats))
        return misused(console, layout_command, {"terminal.no_such_graph_format", {wanted}});
    auto input = read_graph_input(console, arguments.operands.front(), *day, true);
    if (!input) return ExitCode::failed;

    std::vector<Placed> known;
    if (arguments.has("keep")) {
        for (std::size_t i = 0; i < input->keys.size(); ++i) {
            if (const auto& at = input->told.nodes[i].at)
                known.push_back({.key = input->keys[i], .at = {at->first, at->second}});
        }
    }
    Layout layout;
    layout.begin(input->graph, input->keys, known);
    layout.settle().finish();
    for (NodeIndex node = 0; node < layout.size(); ++node)
        input->told.nodes[node].at = {layout.at(node).x, layout.at(node).y};

    const auto output = arguments.value("output");
    if (output || !console.json) {
        if (const auto written = write_file(output.value_or("-"), write_graph(input->told, format->format));
            !written) {
            console.complain(written.error());
            return ExitCode::failed;
        }
    }
    if (console.json && output != "-") console.print_line(in_json(input->told, layout));
    return input->damaged ? ExitCode::failed : ExitCode::done;
}

constexpr Option options[] = {
    {.name = "format",
        .letter = 'f',
        .value = "FORMAT",
        .help = "graphml, gexf, dot, csv-nodes or csv-edges"},
    {.name = "output",
        .letter = 'o',
        .value = "FILE",
        .help = "where to (otherwise standard output); replaced if it is there"},
    {.name = "keep", .value = {}, .help = "leave nodes where the file puts them, if it places most"},
    {.name = "on", .value = "DATE", .help = "a .kith file as on this day, 2026-11-20; else today"},
};

}  // namespace

extern constexpr Command layout_command = {
    .name = "layout",
    .operands = "FILE.graphml|W.kith [-f FORMAT] [-o FILE]",
    .summary = "place a network's nodes for drawing",
    .details = "Those who are tied stand near each other, groups apart. Writes the graph with a\n"
               "place for each node and all else it had: GraphML if no other format is asked\n"
               "for. Of a .kith file: your contacts and their organisations, as the page's\n"
               "network shows them, with all that is sensitive. --json prints the places alone.\n"
               "The same graph with the same ids always gives the same places.",
    .options = options,
    .least_operands = 1,
    .most_operands = 1,
    .run = lay_out,
};

}  // namespace kith::terminal
