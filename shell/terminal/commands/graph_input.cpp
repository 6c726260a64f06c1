#include "terminal/commands/graph_input.h"

#include "base/ids.h"
#include "exchange/graphs/graphml.h"
#include "exchange/readers/recognise.h"
#include "insight/insight.h"
#include "network/describe.h"
#include "terminal/streams.h"
#include "terminal/workspace_file.h"

namespace kith::terminal {

namespace {

GraphInput graph_of_contacts(const Workspace& workspace, Day day, bool organisations) {
    Insight insight(workspace);
    const ContactGraph& contacts = insight.graph();
    const GraphSnapshot all = graph_on(contacts, {.day = day});
    GraphSnapshot others = graph_on(contacts, {.day = day, .self = false, .organisations = organisations});
    GraphInput input{.told = describe(workspace, contacts, others, {.sensitive = true}),
        .graph = std::move(others.graph),
        .keys = {},
        .coverage = coverage_of(contacts, all, insight.strangers()),
        .own = structural_holes_of(all.graph, all.self)};
    for (const NodeIndex node : others.nodes)
        input.keys.push_back(contacts.node(node).record.value);
    return input;
}

/// Of a file that takes seconds to read, that it is being read.
void say_if_heavy(Console& console, const std::string& name, std::size_t size) {
    constexpr std::size_t heavy = std::size_t{16} << 20;
    if (size < heavy) return;
    console.say_aside(console.text("terminal.graph_reading", {name, size >> 20}) + "\n");
}

/// Of a network that takes minutes, how large it is, before they begin.
void say_if_large(Console& console, const GraphInput& input) {
    constexpr std::size_t large = 50'000;  // nodes and ties
    if (input.graph.node_count() + input.graph.edge_count() < large) return;
    console.say_aside(
        console.text("terminal.graph_large", {input.graph.node_count(), input.graph.edge_count()}) + "\n");
}

}  // namespace

std::optional<GraphInput> read_graph_input(
    Console& console, const std::string& path, Day day, bool organisations) {
    Result<std::string> bytes = read_file(path);
    if (!bytes) {
        console.complain(bytes.error());
        return {};
    }
    if (is_workspace(*bytes)) {
        const Result<WorkspaceFile> file = WorkspaceFile::of(std::move(*bytes), path, console.keys);
        if (!file) {
            console.complain(file.error());
            return {};
        }
        if (file->damage()) console.complain(*file->damage());
        GraphInput input = graph_of_contacts(file->workspace(), day, organisations);
        input.damaged = file->damage().has_value();
        say_if_large(console, input);
        return input;
    }
    say_if_heavy(console, shown_name(path), bytes->size());
    Result<GraphDescription> told = read_graphml(*bytes, shown_name(path));
    if (!told) {
        console.complain(told.error());
        return {};
    }
    GraphInput input{.told = std::move(*told), .graph = {}, .keys = {}, .coverage = {}, .own = {}};
    input.graph = weighted_graph(input.told);
    for (const GraphDescription::Node& node : input.told.nodes)
        input.keys.push_back(hash_text(node.id));
    say_if_large(console, input);
    return input;
}

}  // namespace kith::terminal
