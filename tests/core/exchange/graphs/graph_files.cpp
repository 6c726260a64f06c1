#include "exchange/graphs/writers.h"

#include <doctest/doctest.h>

#include "base/random.h"
#include "base/text.h"
#include "base/xml.h"

using namespace kith;

namespace {

GraphDescription small_graph() {
    GraphDescription graph;
    graph.node_attributes = {{"firm"}, {"community", true}};
    graph.edge_attributes = {{"kinds"}};
    graph.nodes = {{"a1", "Ana \"A\" <Núñez> & Co", {"Firm, Inc.", "0"}, std::pair(1.5F, -2.0F)},
        {"b2", "Ben", {"", "1"}, std::nullopt}};
    graph.edges = {{0, 1, 0.25, {"friend"}}};
    return graph;
}

}  // namespace

TEST_CASE("a graph is written as GraphML") {
    CHECK(write_graph(small_graph(), GraphFormat::graphml) ==
        R"(<?xml version="1.0" encoding="UTF-8"?>
<graphml xmlns="http://graphml.graphdrawing.org/xmlns">
  <key id="label" for="node" attr.name="label" attr.type="string"/>
  <key id="x" for="node" attr.name="x" attr.type="double"/>
  <key id="y" for="node" attr.name="y" attr.type="double"/>
  <key id="weight" for="edge" attr.name="weight" attr.type="double"/>
  <key id="n0" for="node" attr.name="firm" attr.type="string"/>
  <key id="n1" for="node" attr.name="community" attr.type="double"/>
  <key id="e0" for="edge" attr.name="kinds" attr.type="string"/>
  <graph edgedefault="undirected">
    <node id="a1"><data key="label">Ana &quot;A&quot; &lt;Núñez&gt; &amp; Co</data><data key="x">1.5</data><data key="y">-2</data><data key="n0">Firm, Inc.</data><data key="n1">0</data></node>
    <node id="b2"><data key="label">Ben</data><data key="n1">1</data></node>
    <edge source="a1" target="b2"><data key="weight">0.25</data><data key="e0">friend</data></edge>
  </graph>
</graphml>
)");
}

TEST_CASE("a graph is written as GEXF") {
    CHECK(write_graph(small_graph(), GraphFormat::gexf) ==
        R"(<?xml version="1.0" encoding="UTF-8"?>
<gexf xmlns="http://gexf.net/1.3" xmlns:viz="http://gexf.net/1.3/viz" version="1.3">
  <graph mode="static" defaultedgetype="undirected">
    <attributes class="node">
      <attribute id="0" title="firm" type="string"/>
      <attribute id="1" title="community" type="double"/>
    </attributes>
    <attributes class="edge">
      <attribute id="0" title="kinds" type="string"/>
    </attributes>
    <nodes>
      <node id="a1" label="Ana &quot;A&quot; &lt;Núñez&gt; &amp; Co"><attvalues><attvalue for="0" value="Firm, Inc."/><attvalue for="1" value="0"/></attvalues><viz:position x="1.5" y="-2" z="0"/></node>
      <node id="b2" label="Ben"><attvalues><attvalue for="1" value="1"/></attvalues></node>
    </nodes>
    <edges>
      <edge id="0" source="a1" target="b2" weight="0.25"><attvalues><attvalue for="0" value="friend"/></attvalues></edge>
    </edges>
  </graph>
</gexf>
)");
}

TEST_CASE("a graph is written as two tables for Gephi") {
    CHECK(write_graph(small_graph(), GraphFormat::csv_nodes) ==
        "Id,Label,firm,community\r\na1,\"Ana \"\"A\"\" <Núñez> & Co\",\"Firm, Inc.\",0\r\nb2,Ben,,1\r\n");
    CHECK(write_graph(small_graph(), GraphFormat::csv_edges) ==
        "Source,Target,Type,Weight,kinds\r\na1,b2,Undirected,0.25,friend\r\n");
}

TEST_CASE("a graph is written as DOT") {
    CHECK(write_graph(small_graph(), GraphFormat::dot) ==
        R"(graph {
  "a1" [label="Ana \"A\" <Núñez> & Co", pos="1.5,-2", "firm"="Firm, Inc.", "community"="0"];
  "b2" [label="Ben", "community"="1"];
  "a1" -- "b2" [weight=0.25, "kinds"="friend"];
}
)");
}

TEST_CASE("characters that no XML file may hold are left out") {
    GraphDescription graph;
    graph.nodes = {{"a", std::string("A\x01\x1b[0m\nB"), {}, std::nullopt}};
    CHECK(write_graph(graph, GraphFormat::graphml).contains("<data key=\"label\">A[0m B</data>"));
    CHECK(ending_of(GraphFormat::gexf) == "gexf");
    CHECK(write_graph({}, GraphFormat::dot) == "graph {\n}\n");
}

TEST_CASE("whatever people are called, no graph file holds what its format forbids") {
    Random random(15);
    const auto noise = [&] {
        constexpr char32_t points[] = {0xFFFE, 0xFFFF, 0xFFFD, 0xE000, 0x1FFFE, 0x10FFFF, 0, 1, 0xB, 0x1F,
            0x7F, U'\t', U'\n', U'&', U'<', U'>', U'"', U'\'', U']', U'é', U'王', U'a'};
        std::string text;
        for (auto n = random.below(12); n > 0; --n) {
            if (random.below(20) == 0)
                text += static_cast<char>(random.below(256));
            else
                append_utf8(text, points[random.below(std::size(points))]);
        }
        return text;
    };
    for (int i = 0; i < 300; ++i) {
        GraphDescription graph;
        graph.node_attributes = {{noise()}};
        graph.edge_attributes = {{noise()}};
        graph.nodes = {
            {noise(), noise(), {noise()}, std::nullopt}, {noise(), noise(), {noise()}, std::nullopt}};
        graph.edges = {{0, 1, 1, {noise()}}};
        for (const GraphFormat format : {GraphFormat::graphml, GraphFormat::gexf}) {
            const std::string file = write_graph(graph, format);
            CHECK(is_valid_utf8(file));
            std::size_t quotes = 0;
            for (std::string_view rest = file; !rest.empty();) {
                const auto [point, length] = decode_utf8(rest);
                CHECK(is_xml_character(point));
                if (point == U'"') ++quotes;
                rest.remove_prefix(length);
            }
            CHECK(quotes % 2 == 0);
        }
        CHECK(write_graph(graph, GraphFormat::dot).find_first_of(std::string_view("\0\x01\x0b\x1f\x7f", 5)) ==
            std::string::npos);
    }
}
