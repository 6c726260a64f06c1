#include "exchange/graphs/graphml.h"

#include <doctest/doctest.h>

#include "base/catalogue.h"
#include "exchange/graphs/writers.h"

using namespace kith;

namespace {

const std::string begin = "<graphml xmlns=\"http://graphml.graphdrawing.org/xmlns\">";

GraphDescription read(const std::string& text) {
    const auto graph = read_graphml(text, "club.graphml");
    REQUIRE_MESSAGE(graph.has_value(), text);
    return *graph;
}

/// What is said of text that can't be read, by key: "line 4: graphml.twice a".
std::string refusal(const std::string& text) {
    const auto graph = read_graphml(text, "club.graphml");
    REQUIRE_FALSE(graph.has_value());
    CHECK(graph.error().file == "club.graphml");
    CHECK(graph.error().kind == ErrorKind::bad_input);
    const Message& message = graph.error().message;
    CHECK(Catalogue::english().has(message.key));
    std::string said = "line " + std::to_string(graph.error().line) + ": " + std::string(message.key);
    for (const Argument& argument : message.arguments)
        said += " " + kept_text(argument);
    return said;
}

}  // namespace

TEST_CASE("a graph that was written as GraphML is read as it was") {
    GraphDescription graph;
    graph.node_attributes = {{"firm"}, {"community", true}};
    graph.edge_attributes = {{"kinds"}, {"score", true}};
    graph.nodes = {{"a1", "Ana \"A\" <Núñez> & Co", {"Firm, Inc.", "0"}, std::pair(1.5F, -2.0F)},
        {"b2", "林 美", {"", "1"}, std::nullopt}};
    graph.edges = {{0, 1, 0.25, {"friend", ""}}, {1, 1, 3, {"", "7"}}};
    const std::string text = write_graph(graph, GraphFormat::graphml);
    CHECK(write_graph(read(text), GraphFormat::graphml) == text);
}

TEST_CASE("keys of NetworkX, igraph and yEd say what is a label, a place and a weight") {
    const GraphDescription networkx = read(begin +
        R"(<key id="d1" for="edge" attr.name="weight" attr.type="long"/>
           <key id="d0" for="node" attr.name="club" attr.type="string"><default>Officer</default></key>
           <graph edgedefault="undirected"><node id="0"><data key="d0">Mr. Hi</data></node><node id="1"/>
           <edge source="0" target="1"><data key="d1">4</data></edge></graph></graphml>)");
    CHECK(networkx.nodes[0].label == "0");
    CHECK(networkx.nodes[0].values == std::vector<std::string>{"Mr. Hi"});
    CHECK(networkx.nodes[1].values == std::vector<std::string>{"Officer"});
    CHECK(networkx.edges[0].weight == 4);
    CHECK(networkx.edge_attributes.empty());

    const GraphDescription igraph = read(begin +
        R"(<key id="v_name" for="node" attr.name="name" attr.type="string"/>
           <key id="v_x" for="node" attr.name="x" attr.type="double"/>
           <key id="v_y" for="node" attr.name="y" attr.type="double"/>
           <graph id="G" edgedefault="directed"><node id="n0"><data key="v_name">Ana</data>
           <data key="v_x">1e2</data><data key="v_y"> -3.5 </data></node></graph></graphml>)");
    CHECK(igraph.nodes[0].label == "Ana");
    CHECK(igraph.nodes[0].at == std::pair(100.0F, -3.5F));

    const GraphDescription yed = read(
        R"(<g:graphml xmlns:g="http://graphml.graphdrawing.org/xmlns" xmlns:y="http://www.yworks.com/xml/graphml">
           <g:key for="node" id="d6" yfiles.type="nodegraphics"/><g:key for="edge" id="d9" attr.name="url"/>
           <g:graph><g:node id="n0"><g:data key="d6"><y:ShapeNode><y:Geometry x="1"/><y:NodeLabel>Ben<y:Model/>
           </y:NodeLabel></y:ShapeNode></g:data></g:node></g:graph></g:graphml>)");
    CHECK(yed.nodes[0].label == "Ben");
    CHECK(yed.node_attributes.empty());
    CHECK(yed.edge_attributes.size() == 1);
}

TEST_CASE("GraphML is read in the encodings it comes in, with comments and CDATA") {
    const std::string latin = "<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?>\n" + begin +
        "<graph><node id=\"Jos\xE9\"/></graph></graphml>";
    CHECK(read(latin).nodes[0].id == "José");
    std::string wide = "\xFF\xFE";
    for (const char letter : begin + "<graph><node id=\"a\"/></graph></graphml>")
        wide += {letter, '\0'};
    CHECK(read(wide).nodes[0].id == "a");
    CHECK(read("\xEF\xBB\xBF" + begin + "<graph/></graphml>").nodes.empty());
    const GraphDescription graph = read(begin +
        R"(<desc>A club</desc><key id="label" for="all" attr.name="note"/><graph><edge source="b" target="a"/>
        <node id="a"><data key="label">one<!-- not this --><![CDATA[ & two]]></data><port name="p"/></node>
        <node id="b"><data key="else">3</data></node><node id="c"><data key="label"> </data></node></graph>
        </graphml>)");
    CHECK(graph.nodes[0].values[0] == "one & two");
    CHECK(graph.nodes[2].values[0] == " ");
    CHECK(graph.edges[0].from == 1);
    CHECK(read(begin + "<graph><node id='a&#10;b&#1;&#xD800;'/></graph></graphml>").nodes[0].id ==
        "a b\uFFFD\uFFFD\uFFFD");
    CHECK(graph.edges[0].values == std::vector<std::string>{""});
}

TEST_CASE("what is no GraphML is told with the line") {
    const auto graph = [](const std::string& inside) {
        return begin + "\n<graph>\n" + inside + "</graph></graphml>";
    };
    CHECK(refusal("") == "line 0: graphml.not_graphml");
    CHECK(refusal("Source,Target\n1,2\n") == "line 0: graphml.not_graphml");
    CHECK(refusal("<gexf/>") == "line 1: graphml.not_graphml");
    CHECK(refusal(begin + "\n\n<graph>\n<node id=1/>") == "line 4: graphml.not_xml");
    CHECK(refusal(begin + "\n<graph>").ends_with("graphml.not_xml"));
    CHECK(refusal(begin + "</graphml>") == "line 1: graphml.no_graph");
    CHECK(refusal(begin + "<graph/>\n<graph/></graphml>") == "line 2: graphml.several");
    CHECK(refusal(graph("<node/>")) == "line 3: graphml.no_id");
    CHECK(refusal(graph("<node id='a'/>\n<node id='a'/>")) == "line 4: graphml.twice a");
    CHECK(refusal(graph("<node id='a'><graph/></node>")) == "line 3: graphml.nested a");
    CHECK(refusal(graph("<hyperedge/>")) == "line 3: graphml.hyperedge");
    CHECK(refusal(graph("<node id='a'/><edge source='a' target='b'/>")) == "line 3: graphml.no_such_node b");
    CHECK(refusal(graph("<edge/>")) == "line 3: graphml.no_such_node ");
}

TEST_CASE("a weight is a number above zero that sums can be made of") {
    const auto weighted = [](const std::string& weight) {
        return begin + "<key id='w' for='edge' attr.name='Weight' attr.type='double'/><graph><node id='a'/>" +
            "<node id='b'/>\n<edge source='a' target='b'><data key='w'>" + weight +
            "</data></edge></graph></graphml>";
    };
    CHECK(read(weighted("2.5")).edges[0].weight == 2.5);
    CHECK(read(weighted("")).edges[0].weight == 1);
    for (const std::string wrong :
        {"0", "-1", "nan", "inf", "1e400", "1e300", "1e-300", "heavy", "1,5", "1 2"})
        CHECK(refusal(weighted(wrong)) == "line 2: graphml.bad_weight " + wrong);
}

TEST_CASE("entities of the file's own are left as they stand, and depth costs nothing") {
    const std::string laughs = "<!DOCTYPE graphml [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;\">]>" + begin +
        "<graph><node id=\"&b;\"/></graph></graphml>";
    CHECK(read(laughs).nodes[0].id == "&b;");
    std::string deep =
        begin + "<key id='d' for='node' yfiles.type='nodegraphics'/><graph><node id='a'><data key='d'>";
    constexpr int levels = 100'000;
    for (int i = 0; i < levels; ++i)
        deep += "<y>";
    for (int i = 0; i < levels; ++i)
        deep += "</y>";
    deep += "</data></node></graph></graphml>";
    CHECK(read(deep).nodes[0].label == "a");
}
