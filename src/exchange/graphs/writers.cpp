#include "exchange/graphs/writers.h"

#include <array>
#include <charconv>

#include "base/xml.h"
#include "exchange/tables/csv.h"

namespace kith {

namespace {

template <typename Number>
std::string in_digits(Number number) {
    std::array<char, 32> digits;
    const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), number).ptr;
    return {digits.data(), end};
}

/// A DOT string: only the quote and what could be taken for an escape need one. Control characters, of which one
/// would end the file, are left out.
std::string in_dot(std::string_view text) {
    std::string out = "\"";
    for (const char c : text) {
        const bool control = static_cast<unsigned char>(c) < 0x20 || c == 0x7f;
        if (c == '"' || c == '\\') out += '\\';
        if (c == '\n' || c == '\r' || c == '\t')
            out += ' ';
        else if (!control)
            out += c;
    }
    return out + '"';
}

std::string_view type_of(const GraphAttribute& attribute) {
    return attribute.number ? "double" : "string";
}

void graphml_keys(
    std::string& out, const std::vector<GraphAttribute>& attributes, std::string_view what, char prefix) {
    for (std::size_t i = 0; i < attributes.size(); ++i) {
        out += "  <key id=\"";
        out += prefix + in_digits(i) + "\" for=\"";
        out += what;
        out += "\" attr.name=\"" + xml_text(attributes[i].name) + "\" attr.type=\"";
        out += type_of(attributes[i]);
        out += "\"/>\n";
    }
}

void graphml_data(std::string& out, std::string_view key, std::string_view value) {
    out += "<data key=\"";
    out += key;
    out += "\">" + xml_text(value) + "</data>";
}

void graphml_values(std::string& out, const std::vector<std::string>& values, char prefix) {
    for (std::size_t i = 0; i < values.size(); ++i) {
        if (!values[i].empty()) graphml_data(out, prefix + in_digits(i), values[i]);
    }
}

std::string graphml(const GraphDescription& graph) {
    std::string out = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                      "<graphml xmlns=\"http://graphml.graphdrawing.org/xmlns\">\n"
                      "  <key id=\"label\" for=\"node\" attr.name=\"label\" attr.type=\"string\"/>\n"
                      "  <key id=\"x\" for=\"node\" attr.name=\"x\" attr.type=\"double\"/>\n"
                      "  <key id=\"y\" for=\"node\" attr.name=\"y\" attr.type=\"double\"/>\n"
                      "  <key id=\"weight\" for=\"edge\" attr.name=\"weight\" attr.type=\"double\"/>\n";
    graphml_keys(out, graph.node_attributes, "node", 'n');
    graphml_keys(out, graph.edge_attributes, "edge", 'e');
    out += "  <graph edgedefault=\"undirected\">\n";
    for (const auto& node : graph.nodes) {
        out += "    <node id=\"" + xml_text(node.id) + "\">";
        graphml_data(out, "label", node.label);
        if (node.at) {
            graphml_data(out, "x", in_digits(node.at->first));
            graphml_data(out, "y", in_digits(node.at->second));
        }
        graphml_values(out, node.values, 'n');
        out += "</node>\n";
    }
    for (const auto& edge : graph.edges) {
        out += "    <edge source=\"" + xml_text(graph.nodes[edge.from].id) + "\" target=\"" +
            xml_text(graph.nodes[edge.to].id) + "\">";
        graphml_data(out, "weight", in_digits(edge.weight));
        graphml_values(out, edge.values, 'e');
        out += "</edge>\n";
    }
    return out + "  </graph>\n</graphml>\n";
}

void gexf_attributes(std::string& out, const std::vector<GraphAttribute>& attributes, std::string_view what) {
    if (attributes.empty()) return;
    out += "    <attributes class=\"";
    out += what;
    out += "\">\n";
    for (std::size_t i = 0; i < attributes.size(); ++i) {
        out += "      <attribute id=\"" + in_digits(i) + "\" title=\"" + xml_text(attributes[i].name) +
            "\" type=\"";
        out += type_of(attributes[i]);
        out += "\"/>\n";
    }
    out += "    </attributes>\n";
}

void gexf_values(std::string& out, const std::vector<std::string>& values) {
    std::string inside;
    for (std::size_t i = 0; i < values.size(); ++i) {
        if (!values[i].empty())
            inside += "<attvalue for=\"" + in_digits(i) + "\" value=\"" + xml_text(values[i]) + "\"/>";
    }
    if (!inside.empty()) out += "<attvalues>" + inside + "</attvalues>";
}

std::string gexf(const GraphDescription& graph) {
    std::string out = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                      "<gexf xmlns=\"http://gexf.net/1.3\" xmlns:viz=\"http://gexf.net/1.3/viz\" "
                      "version=\"1.3\">\n"
                      "  <graph mode=\"static\" defaultedgetype=\"undirected\">\n";
    gexf_attributes(out, graph.node_attributes, "node");
    gexf_attributes(out, graph.edge_attributes, "edge");
    out += "    <nodes>\n";
    for (const auto& node : graph.nodes) {
        out += "      <node id=\"" + xml_text(node.id) + "\" label=\"" + xml_text(node.label) + "\">";
        gexf_values(out, node.values);
        if (node.at)
            out += "<viz:position x=\"" + in_digits(node.at->first) + "\" y=\"" + in_digits(node.at->second) +
                "\" z=\"0\"/>";
        out += "</node>\n";
    }
    out += "    </nodes>\n    <edges>\n";
    for (std::size_t i = 0; i < graph.edges.size(); ++i) {
        const auto& edge = graph.edges[i];
        out += "      <edge id=\"" + in_digits(i) + "\" source=\"" + xml_text(graph.nodes[edge.from].id) +
            "\" target=\"" + xml_text(graph.nodes[edge.to].id) + "\" weight=\"" + in_digits(edge.weight) +
            "\">";
        gexf_values(out, edge.values);
        out += "</edge>\n";
    }
    return out + "    </edges>\n  </graph>\n</gexf>\n";
}

void csv_line(std::string& out, const std::vector<std::string>& fields) {
    for (std::size_t i = 0; i < fields.size(); ++i) {
        if (i > 0) out += ',';
        append_csv_field(out, fields[i]);
    }
    out += "\r\n";
}

/// As Gephi's spreadsheet import reads it.
std::string csv_nodes(const GraphDescription& graph) {
    std::string out;
    std::vector<std::string> line{"Id", "Label"};
    for (const auto& attribute : graph.node_attributes)
        line.push_back(attribute.name);
    csv_line(out, line);
    for (const auto& node : graph.nodes) {
        line = {node.id, node.label};
        line.insert(line.end(), node.values.begin(), node.values.end());
        csv_line(out, line);
    }
    return out;
}

std::string csv_edges(const GraphDescription& graph) {
    std::string out;
    std::vector<std::string> line{"Source", "Target", "Type", "Weight"};
    for (const auto& attribute : graph.edge_attributes)
        line.push_back(attribute.name);
    csv_line(out, line);
    for (const auto& edge : graph.edges) {
        line = {graph.nodes[edge.from].id, graph.nodes[edge.to].id, "Undirected", in_digits(edge.weight)};
        line.insert(line.end(), edge.values.begin(), edge.values.end());
        csv_line(out, line);
    }
    return out;
}

void dot_values(
    std::string& out, const std::vector<GraphAttribute>& attributes, const std::vector<std::string>& values) {
    for (std::size_t i = 0; i < values.size(); ++i) {
        if (!values[i].empty()) out += ", " + in_dot(attributes[i].name) + "=" + in_dot(values[i]);
    }
}

std::string dot(const GraphDescription& graph) {
    std::string out = "graph {\n";
    for (const auto& node : graph.nodes) {
        out += "  " + in_dot(node.id) + " [label=" + in_dot(node.label);
        if (node.at) out += ", pos=\"" + in_digits(node.at->first) + "," + in_digits(node.at->second) + "\"";
        dot_values(out, graph.node_attributes, node.values);
        out += "];\n";
    }
    for (const auto& edge : graph.edges) {
        out += "  " + in_dot(graph.nodes[edge.from].id) + " -- " + in_dot(graph.nodes[edge.to].id) +
            " [weight=" + in_digits(edge.weight);
        dot_values(out, graph.edge_attributes, edge.values);
        out += "];\n";
    }
    return out + "}\n";
}

}  // namespace

std::string_view ending_of(GraphFormat format) {
    constexpr std::string_view endings[] = {"graphml", "gexf", "csv", "csv", "dot"};
    return endings[static_cast<std::size_t>(format)];
}

std::string write_graph(const GraphDescription& graph, GraphFormat format) {
    switch (format) {
        case GraphFormat::graphml: return graphml(graph);
        case GraphFormat::gexf: return gexf(graph);
        case GraphFormat::csv_nodes: return csv_nodes(graph);
        case GraphFormat::csv_edges: return csv_edges(graph);
        case GraphFormat::dot: return dot(graph);
    }
    return {};
}

}  // namespace kith
