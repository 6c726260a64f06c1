#include "network/routes.h"

#include "small_network.h"

using namespace kith;
using namespace kith::testing;

namespace {

struct Routes : SmallNetwork {
    std::vector<std::string> to(const std::vector<RecordId>& targets, const RouteOptions& options = {}) {
        const GraphSnapshot snapshot = graph();
        std::vector<std::string> found;
        for (const Route& route : find_routes(contacts, snapshot, targets, options)) {
            std::string names;
            for (const RecordId one : route.people)
                names += (names.empty() ? "" : " → ") + person_name(workspace, one);
            found.push_back(names);
        }
        return found;
    }
    std::vector<std::string> to(const std::string& name, const RouteOptions& options = {}) {
        return to(std::vector<RecordId>{who(name)}, options);
    }
};

using Names = std::vector<std::string>;

}  // namespace

TEST_CASE("the way to somebody goes through the strongest ties") {
    Routes net;
    net.set("Ben", person::circle, "5");
    net.set("Ana", person::circle, "150");
    net.knows("Ben", "Karin", "well");
    net.knows("Ana", "Karin", "well");
    CHECK(net.to("Karin") == Names{"Ben → Karin", "Ana → Karin"});
    CHECK(net.to("Ben").front() == "Ben");
    CHECK(net.to("Karin", {.count = 1}) == Names{"Ben → Karin"});
}

TEST_CASE("who was met once the other day comes after who is close") {
    Routes net;
    net.set("Ana", person::circle, "5");
    net.met(net.today - std::chrono::days{3}, {"Ana"});
    net.set("Cem", person::circle, "50");
    net.met(net.today - std::chrono::days{200}, {"Cem"});
    net.met(net.today - std::chrono::days{14}, {"Ben"});
    for (const std::string& one : {"Ben", "Cem", "Ana"})
        net.knows(one, "Karin", "well");
    CHECK(net.to("Karin") == Names{"Ana → Karin", "Cem → Karin", "Ben → Karin"});
}

TEST_CASE("who did much for you lately is not asked first") {
    Routes net;
    net.set("Ben", person::circle, "15");
    net.set("Ana", person::circle, "15");
    net.knows("Ben", "Karin", "closely");
    net.knows("Ana", "Karin", "well");
    CHECK(net.to("Karin").front() == "Ben → Karin");
    for (int i = 1; i <= 3; ++i)
        net.favour("Ben", "received", "advice", net.today - std::chrono::days{i * 10});
    CHECK(net.to("Karin").front() == "Ana → Karin");
    CHECK(times_asked(net.contacts, net.who("Ben"), net.today - std::chrono::days{15}, net.today) == 1);
}

TEST_CASE("any person at an organisation will do, and each way says why") {
    Routes net;
    net.set("Ben", person::circle, "15");
    net.met(net.today - std::chrono::days{20}, {"Ben"});
    net.knows("Ben", "Karin", "well", on(2018, 1, 1));
    net.works("Ben", "Lakeside", on(2016, 1, 1), on(2020, 1, 1));
    net.works("Karin", "Lakeside", on(2018, 1, 1), on(2021, 1, 1));
    net.works("Karin", "Northern", on(2021, 1, 1), {}, "Head of Cardiology");
    net.works("Lars", "Northern", {}, on(2020, 1, 1));
    net.favour("Ben", "received", "referral", net.today - std::chrono::days{30});
    const auto targets = people_at(net.workspace, net.firm("Northern"));
    CHECK(targets == std::vector<RecordId>{net.who("Karin")});
    CHECK(people_in_role(net.workspace, "cardiology HEAD") == targets);
    const GraphSnapshot snapshot = net.graph();
    const auto routes = find_routes(net.contacts, snapshot, targets);
    REQUIRE(routes.size() == 1);
    const auto reasons = reasons_of(net.workspace, net.contacts, routes[0], net.today);
    REQUIRE(reasons.size() == 2);
    CHECK(by_key(reasons[0]) ==
        "route.you_know(Ben). strength.circle_15. fact.last_contact(20). strength.contact_days(1). "
        "strength.known(30). strength.favours_received(1). route.asked_lately(1)");
    CHECK(by_key(reasons[1]) ==
        "route.they_know(Ben, Karin). strength.well. strength.known(3245). "
        "route.both_in_from_to(Lakeside, 2018, 2020)");
}

TEST_CASE("people are found by skill whatever the case and accents") {
    Routes net;
    const RecordId ana = net.who("Ana");
    net.edit([&](Draft& draft) { draft.add(ana, person::skills, "Économie"); });
    CHECK(people_with_skill(net.workspace, "economie") == std::vector<RecordId>{ana});
    CHECK(people_with_skill(net.workspace, "law").empty());
    CHECK(people_in_role(net.workspace, " ").empty());
}

TEST_CASE("without a known tie there is no route, but there may be a door") {
    Routes net;
    net.set("Ana", person::circle, "50");
    net.set("Ben", person::circle, "15");
    net.set("Cem", person::circle, "15");
    net.works("Karin", "Northern", on(2015, 1, 1));
    net.works("Ana", "Northern", on(2016, 1, 1), on(2018, 1, 1));
    net.works("Ben", "Northern", on(2019, 1, 1));
    net.works("Cem", "Northern", on(2010, 1, 1), on(2012, 1, 1));
    CHECK(net.to("Karin").empty());
    const auto doors = possible_doors(net.contacts, net.who("Karin"), net.today);
    REQUIRE(doors.size() == 2);
    CHECK(doors[0].person == net.who("Ben"));
    CHECK(by_key(shared_fact(net.workspace, net.contacts, doors[0].shared[0])) ==
        "route.both_in_since(Northern, 2019)");
    CHECK(doors[1].person == net.who("Ana"));
    CHECK(by_key(shared_fact(net.workspace, net.contacts, doors[1].shared[0])) ==
        "route.both_in_from_to(Northern, 2016, 2018)");
}

TEST_CASE("ways of more steps than help are left out") {
    Routes net;
    net.set("A", person::circle, "5");
    net.knows("A", "B");
    net.knows("B", "C");
    net.knows("C", "D");
    net.knows("D", "E");
    CHECK(net.to("D") == Names{"A → B → C → D"});
    CHECK(net.to("E").empty());
}
