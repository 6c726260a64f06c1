// What a contact graph says, to compare two of them by.
#pragma once

#include <set>
#include <string>

#include "network/contact_graph.h"

namespace kith::testing {

/// Everything a graph says, whatever numbers its nodes and edges have.
inline std::multiset<std::string> in_words(const ContactGraph& contacts) {
    std::multiset<std::string> words;
    const auto name = [&](NodeIndex node) {
        return node == ContactGraph::self ? "self" : to_string(contacts.node(node).record);
    };
    for (const ContactEdge& edge : contacts.edges()) {
        if (edge.evidence.empty()) continue;
        const std::string ends[] = {name(edge.a), name(edge.b)};
        for (const Evidence& e : edge.evidence) {
            words.insert(std::min(ends[0], ends[1]) + " " + std::max(ends[0], ends[1]) + " " +
                to_string(e.source) + " " + std::to_string(static_cast<int>(e.basis)) + " " +
                to_iso(e.since) + " " + to_iso(e.until) + " " +
                std::to_string(static_cast<int>(e.closeness)) +
                std::to_string(static_cast<int>(e.direction)) + std::to_string(e.kin));
        }
    }
    for (NodeIndex node = 0; node < contacts.nodes().size(); ++node) {
        if (contacts.node(node).live)
            words.insert(name(node) + " " + to_iso(contacts.node(node).recorded_on));
    }
    return words;
}

}  // namespace kith::testing
