// GraphML files: whatever the bytes, they are refused with a sentence or give a graph that is written and
// read again as it was.
#include "exchange/graphs/graphml.h"

#include <cstdint>

#include "exchange/graphs/writers.h"
#include "importing.h"
#include "network/describe.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using kith::fuzz::require;
    const std::string bytes(reinterpret_cast<const char*>(data), size);
    const auto graph = kith::read_graphml(bytes, "a.graphml");
    if (!graph) {
        require(!kith::plain_text(graph.error().message).empty());
        return 0;
    }
    for (const auto& edge : graph->edges)
        require(edge.from < graph->nodes.size() && edge.to < graph->nodes.size() && edge.weight > 0);
    const kith::WeightedGraph weighted = kith::weighted_graph(*graph);
    require(weighted.node_count() == graph->nodes.size() && weighted.edge_count() <= graph->edges.size());
    const std::string once = kith::write_graph(*graph, kith::GraphFormat::graphml);
    const auto again = kith::read_graphml(once, "b.graphml");
    require(again.has_value(), "what was written is not read");
    require(again->nodes.size() == graph->nodes.size() && again->edges.size() == graph->edges.size());
    require(kith::write_graph(*again, kith::GraphFormat::graphml) == once, "written anew it is another");
    return 0;
}
