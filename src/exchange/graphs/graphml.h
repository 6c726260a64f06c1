// GraphML in (graphml.graphdrawing.org), as NetworkX, igraph, Gephi, yEd and Kith itself write it.
#pragma once

#include <string_view>

#include "base/error.h"
#include "base/graph_description.h"

namespace kith {

/// The one graph of a file, in any encoding that to_utf8 knows. A node's label is its "label", else its
/// "name", else what yEd shows, else its id; "x" and "y" are its place, "weight" is an edge's; what else
/// nodes and edges carry becomes attributes. Directed edges are read as undirected. `name` names the file in
/// errors, which also say the line: XML that isn't well-formed, ids that are missing, doubled or lead
/// nowhere, weights that are no number from 1e-12 to 1e12, and what this reader has no place for (several
/// graphs, graphs within nodes, hyperedges). O(bytes + (nodes + edges) · keys).
Result<GraphDescription> read_graphml(std::string_view bytes, std::string_view name);

}  // namespace kith
