#include "network/describe.h"

#include "small_network.h"

using namespace kith;
using namespace kith::testing;

TEST_CASE("the network describes itself, without what is private") {
    SmallNetwork net;
    net.set("Ana", person::circle, "15");
    net.works("Ana", "Firm");
    net.knows("Ana", "Ben", "well", on(2020, 1, 1));
    net.set("Secret", person::circle, "5");
    net.edit([&](Draft& draft) { draft.set(net.who("Secret"), person::is_private, Value::boolean(true)); });
    const GraphSnapshot snapshot = net.graph();
    const GraphDescription shared = describe(net.workspace, net.contacts, snapshot);
    REQUIRE(shared.nodes.size() == 3);
    CHECK(shared.nodes[0].label == "me");
    CHECK(shared.nodes[1].label == "Ana");
    CHECK(shared.nodes[1].values == std::vector<std::string>{"person", "Firm", ""});
    REQUIRE(shared.edges.size() == 2);
    CHECK(shared.edges[1].values == std::vector<std::string>{"", "2020-01-01"});
    CHECK(shared.edges[1].weight == 1);

    const std::vector<std::uint32_t> community{0, 0, 0, 1};
    const GraphDescription own =
        describe(net.workspace, net.contacts, snapshot, {.sensitive = true, .community = community});
    CHECK(own.nodes.size() == 4);
    CHECK(own.edges.size() == 3);
    CHECK(own.nodes[1].values == std::vector<std::string>{"person", "Firm", "0", "15"});
    CHECK(own.edges[2].values == std::vector<std::string>{"", "2020-01-01", "strong"});
}
