#include "network/community_names.h"

#include "small_network.h"

using namespace kith;
using namespace kith::testing;

namespace {

struct Named : SmallNetwork {
    std::vector<std::string> names(const std::vector<std::uint32_t>& community) {
        const GraphSnapshot snapshot = graph();
        std::vector<std::string> words;
        for (const Message& name : community_names(workspace, contacts, snapshot, community))
            words.push_back(by_key(name));
        return words;
    }
};

}  // namespace

TEST_CASE("a community is called by what its people share, else by who holds it together") {
    Named net;
    for (const char* name : {"Ana", "Ben", "Cem", "Dora", "Eva", "Finn", "Gil"})
        net.who(name);
    net.works("Ana", "Firm");
    net.works("Ben", "Firm");
    net.set("Cem", person::place, "Lund");
    net.set("Dora", person::place, "LUND");
    net.knows("Eva", "Finn");
    net.knows("Finn", "Gil");
    //                  me Ana Ben Cem Dora Eva Finn Gil
    CHECK(net.names({3, 0, 0, 1, 1, 2, 2, 2}) ==
        std::vector<std::string>{"Firm", "LUND", "community.around(Finn)", "community.without_people"});
}

TEST_CASE("two communities in one organisation are told apart") {
    Named net;
    for (const char* name : {"Ana", "Ben", "Cem", "Dora"})
        net.works(name, "Firm");
    net.knows("Ana", "Ben");
    net.knows("Cem", "Dora");
    const auto names = net.names({0, 0, 0, 1, 1});
    CHECK(names == std::vector<std::string>{"Firm", "community.named_around(Firm, Cem)"});
    CHECK(net.names({}).empty());
}
