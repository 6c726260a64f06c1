#include "exchange/graphs/graphml.h"

#include <algorithm>
#include <boost/unordered/unordered_flat_map.hpp>
#include <charconv>
#include <cmath>
#include <pugixml.hpp>

#include "base/text.h"

namespace kith {

namespace {

/// A <key>: what the values that name it are, for nodes and for edges.
struct Key {
    enum class Use : std::uint8_t { none, attribute, label, name, x, y, weight, drawing };

    std::string name;
    std::string otherwise;  // the value of what states none
    Use of_node = Use::none;
    Use of_edge = Use::none;
    std::size_t node_column = 0;  // of an attribute
    std::size_t edge_column = 0;
};

/// "graphml" of "g:graphml": files may give the namespace a prefix.
std::string_view local_name(const pugi::xml_node& node) {
    const std::string_view whole = node.name();
    return whole.substr(whole.find(':') + 1);
}

bool is(const pugi::xml_node& node, std::string_view name) {
    return node.type() == pugi::node_element && local_name(node) == name;
}

/// On one line, and without what XML forbids but parsers let through: control characters, half surrogates.
std::string plain(std::string text) {
    for (char& letter : text) {
        if (letter == '\t' || letter == '\n' || letter == '\r') letter = ' ';
    }
    std::erase_if(text, [](char letter) { return static_cast<unsigned char>(letter) < ' '; });
    return repair_utf8(text);
}

/// All text right inside an element, comments between left out.
std::string text_of(const pugi::xml_node& node) {
    std::string text;
    for (const pugi::xml_node& part : node) {
        if (part.type() == pugi::node_pcdata || part.type() == pugi::node_cdata) text += part.value();
    }
    return plain(std::move(text));
}

std::string attribute_of(const pugi::xml_node& node, const char* name) {
    return plain(node.attribute(name).value());
}

// Beyond these a weight is a slip, and sums of many would be no numbers.
constexpr double least_weight = 1e-12;
constexpr double most_weight = 1e12;

std::optional<double> number_in(std::string_view text) {
    text = trim(text);
    double number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc{} || end != text.data() + text.size() || !std::isfinite(number)) return {};
    return number;
}

/// The text of yEd's label, somewhere below. Walks without recursion: the depth is the file's to choose.
std::string drawn_label(const pugi::xml_node& top) {
    pugi::xml_node at = top.first_child();
    while (at && at != top) {
        if (is(at, "NodeLabel")) return std::string(trim(text_of(at)));
        if (at.first_child()) {
            at = at.first_child();
            continue;
        }
        while (at != top && !at.next_sibling())
            at = at.parent();
        if (at != top) at = at.next_sibling();
    }
    return {};
}

class Reading {
public:
    Reading(std::string_view text, std::string_view name) : text_(text), file_(name) {}

    Result<GraphDescription> read() {
        pugi::xml_document document;
        // A value that is white space alone is a value.
        const pugi::xml_parse_result parsed = document.load_buffer(text_.data(), text_.size(),
            pugi::parse_default | pugi::parse_ws_pcdata_single, pugi::encoding_utf8);
        if (parsed.status == pugi::status_no_document_element)
            return wrong_at(-1, {"graphml.not_graphml", {}});
        if (!parsed) return wrong_at(parsed.offset, {"graphml.not_xml", {}});
        const pugi::xml_node root = document.document_element();
        if (!is(root, "graphml")) return wrong(root, {"graphml.not_graphml", {}});
        pugi::xml_node graph;
        for (const pugi::xml_node& child : root) {
            if (is(child, "key")) read_key(child);
            if (!is(child, "graph")) continue;
            if (graph) return wrong(child, {"graphml.several", {}});
            graph = child;
        }
        if (!graph) return wrong(root, {"graphml.no_graph", {}});
        // Nodes first: an edge may stand before those it joins.
        for (const pugi::xml_node& child : graph) {
            if (is(child, "hyperedge")) return wrong(child, {"graphml.hyperedge", {}});
            if (!is(child, "node")) continue;
            if (const Result<> read = read_node(child); !read) return std::unexpected(read.error());
        }
        for (const pugi::xml_node& child : graph) {
            if (!is(child, "edge")) continue;
            if (const Result<> read = read_edge(child); !read) return std::unexpected(read.error());
        }
        return std::move(graph_);
    }

private:
    std::string_view text_;
    std::string file_;
    GraphDescription graph_;
    std::vector<Key> keys_;
    boost::unordered_flat_map<std::string, std::size_t> key_of_id_;
    boost::unordered_flat_map<std::string, std::size_t> place_of_id_;

    std::unexpected<Error> wrong_at(std::ptrdiff_t offset, Message message) const {
        std::size_t line = 0;
        if (offset >= 0) {
            const std::string_view before = text_.substr(0, static_cast<std::size_t>(offset));
            line = 1 + static_cast<std::size_t>(std::ranges::count(before, '\n'));
        }
        return std::unexpected(Error{.kind = ErrorKind::bad_input,
            .message = std::move(message),
            .file = file_,
            .line = line,
            .field = {}});
    }
    std::unexpected<Error> wrong(const pugi::xml_node& node, Message message) const {
        return wrong_at(node ? node.offset_debug() : -1, std::move(message));
    }

    void read_key(const pugi::xml_node& node) {
        const std::string id = attribute_of(node, "id");
        if (id.empty() || !key_of_id_.emplace(id, keys_.size()).second) return;  // the first counts
        const std::string_view type = node.attribute("attr.type").value();
        const std::string_view whose = node.attribute("for").as_string("all");
        const bool number = type == "double" || type == "float" || type == "int" || type == "long";
        const bool drawing = !node.attribute("yfiles.type").empty();
        Key key{.name = attribute_of(node, "attr.name"), .otherwise = {}};
        if (key.name.empty()) key.name = id;
        for (const pugi::xml_node& child : node) {
            if (is(child, "default")) key.otherwise = text_of(child);
        }
        const std::string word = ascii_lower(key.name);
        if (whose == "node" || whose == "all") {
            key.of_node = drawing       ? Key::Use::drawing
                : word == "label"       ? Key::Use::label
                : word == "name"        ? Key::Use::name
                : word == "x" && number ? Key::Use::x
                : word == "y" && number ? Key::Use::y
                                        : Key::Use::attribute;
            key.node_column = graph_.node_attributes.size();
            if (key.of_node == Key::Use::attribute) graph_.node_attributes.push_back({key.name, number});
        }
        if ((whose == "edge" || whose == "all") && !drawing) {
            key.of_edge = word == "weight" ? Key::Use::weight : Key::Use::attribute;
            key.edge_column = graph_.edge_attributes.size();
            if (key.of_edge == Key::Use::attribute) graph_.edge_attributes.push_back({key.name, number});
        }
        keys_.push_back(std::move(key));
    }

    /// What is stated at a node or edge, by key; null where nothing is.
    std::vector<pugi::xml_node> data_of(const pugi::xml_node& node) const {
        std::vector<pugi::xml_node> data(keys_.size());
        for (const pugi::xml_node& child : node) {
            if (!is(child, "data")) continue;
            const auto at = key_of_id_.find(attribute_of(child, "key"));
            if (at != key_of_id_.end()) data[at->second] = child;
        }
        return data;
    }

    Result<> read_node(const pugi::xml_node& node) {
        GraphDescription::Node read{.id = attribute_of(node, "id"), .label = {}, .values = {}, .at = {}};
        if (read.id.empty()) return wrong(node, {"graphml.no_id", {}});
        if (!place_of_id_.emplace(read.id, graph_.nodes.size()).second)
            return wrong(node, {"graphml.twice", {read.id}});
        if (std::ranges::any_of(node, [](const pugi::xml_node& child) { return is(child, "graph"); }))
            return wrong(node, {"graphml.nested", {read.id}});
        read.values.resize(graph_.node_attributes.size());
        std::string name;
        std::string drawn;
        std::optional<double> x;
        std::optional<double> y;
        const std::vector<pugi::xml_node> data = data_of(node);
        for (std::size_t i = 0; i < keys_.size(); ++i) {
            const Key& key = keys_[i];
            std::string value = data[i] ? text_of(data[i]) : key.otherwise;
            switch (key.of_node) {
                case Key::Use::label: read.label = std::move(value); break;
                case Key::Use::name: name = std::move(value); break;
                case Key::Use::x: x = number_in(value); break;
                case Key::Use::y: y = number_in(value); break;
                case Key::Use::drawing: drawn = data[i] ? drawn_label(data[i]) : std::string(); break;
                case Key::Use::attribute: read.values[key.node_column] = std::move(value); break;
                default: break;
            }
        }
        if (read.label.empty()) read.label = !name.empty() ? name : !drawn.empty() ? drawn : read.id;
        if (x && y) read.at = {static_cast<float>(*x), static_cast<float>(*y)};
        graph_.nodes.push_back(std::move(read));
        return {};
    }

    Result<> read_edge(const pugi::xml_node& node) {
        GraphDescription::Edge read;
        for (const auto& [end, place] : {std::pair("source", &read.from), std::pair("target", &read.to)}) {
            const std::string id = attribute_of(node, end);
            const auto at = place_of_id_.find(id);
            if (at == place_of_id_.end()) return wrong(node, {"graphml.no_such_node", {id}});
            *place = at->second;
        }
        read.values.resize(graph_.edge_attributes.size());
        const std::vector<pugi::xml_node> data = data_of(node);
        for (std::size_t i = 0; i < keys_.size(); ++i) {
            const Key& key = keys_[i];
            if (key.of_edge == Key::Use::none) continue;
            std::string value = data[i] ? text_of(data[i]) : key.otherwise;
            if (key.of_edge == Key::Use::attribute) {
                read.values[key.edge_column] = std::move(value);
            } else if (!value.empty()) {
                const std::optional<double> weight = number_in(value);
                if (!weight || *weight < least_weight || *weight > most_weight)
                    return wrong(node, {"graphml.bad_weight", {value}});
                read.weight = *weight;
            }
        }
        graph_.edges.push_back(std::move(read));
        return {};
    }
};

}  // namespace

Result<GraphDescription> read_graphml(std::string_view bytes, std::string_view name) {
    const std::string text = to_utf8(bytes, detect_encoding(bytes));
    return Reading(text, name).read();
}

}  // namespace kith
