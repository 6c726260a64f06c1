// A graph as files hold it: names and values, no meaning. The network describes itself so, exchange writes
// it.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace kith {

/// A column of values that nodes or edges have.
struct GraphAttribute {
    std::string name;     // as Gephi shows it: "community"
    bool number = false;  // else text
};

struct GraphDescription {
    struct Node {
        std::string id;
        std::string label;
        std::vector<std::string> values;  // as node_attributes; empty: none
        std::optional<std::pair<float, float>> at;
    };
    struct Edge {
        std::size_t from = 0;  // places in nodes
        std::size_t to = 0;
        double weight = 1;
        std::vector<std::string> values;  // as edge_attributes
    };
    std::vector<GraphAttribute> node_attributes;
    std::vector<GraphAttribute> edge_attributes;
    std::vector<Node> nodes;
    std::vector<Edge> edges;  // undirected
};

}  // namespace kith
