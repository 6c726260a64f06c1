// The network as files for other programs: Gephi (GEXF, CSV), NetworkX and igraph (GraphML, GEXF), Graphviz
// (DOT). GraphML: graphml.graphdrawing.org; GEXF 1.3: gexf.net.
#pragma once

#include <string>

#include "base/graph_description.h"

namespace kith {

enum class GraphFormat : std::uint8_t { graphml, gexf, csv_nodes, csv_edges, dot };

/// "graphml", "gexf", "csv", "csv", "dot": the ending of the file's name.
std::string_view ending_of(GraphFormat format);

/// The file's text in UTF-8; characters that XML forbids are left out. O(size of the result).
std::string write_graph(const GraphDescription& graph, GraphFormat format);

}  // namespace kith
