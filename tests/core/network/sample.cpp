// The sample network, asked what somebody in its story would ask.
#include "network/advice.h"
#include "network/communities.h"
#include "network/routes.h"
#include "small_network.h"

using namespace kith;
using namespace kith::testing;

namespace {

struct Sample : SmallNetwork {
    Sample() {
        auto draft = sample_network(today, random);
        REQUIRE(draft);
        commit(std::move(*draft));
        contacts.update(workspace);
    }
    RecordId hospital() const { return find(Kind::organisation, "Northern University Hospital"); }
};

}  // namespace

TEST_CASE("in the sample there are ways into the hospital one wants to work at, and each says why") {
    Sample net;
    const GraphSnapshot snapshot = net.graph();
    const auto targets = people_at(net.workspace, net.hospital());
    const auto routes = find_routes(net.contacts, snapshot, targets);
    REQUIRE(routes.size() == 3);
    for (const Route& route : routes) {
        const auto reasons = reasons_of(net.workspace, net.contacts, route, net.today);
        CHECK(reasons.size() == route.people.size());
        CHECK(by_key(reasons[0]).starts_with("route.you_know("));
    }
}

TEST_CASE("in the sample there are doors to the one who decides") {
    Sample net;
    const auto doors = possible_doors(net.contacts, net.person("Karin"), net.today);
    REQUIRE_FALSE(doors.empty());
    CHECK(by_key(shared_fact(net.workspace, net.contacts, doors[0].shared[0]))
            .starts_with("route.both_in_since(Northern University Hospital, "));
}

TEST_CASE("in the sample there is somebody to get back to, something to ask and a bridge to keep") {
    Sample net;
    RecordId goal;
    net.edit([&](Draft& draft) {
        goal = draft.create(Kind::goal, net.random);
        draft.add(goal, goal::organisations, net.hospital());
    });
    const GraphSnapshot snapshot = net.graph();
    const auto advice = whom_to_reconnect(net.workspace, net.contacts, snapshot, goal, 5);
    REQUIRE_FALSE(advice.empty());
    CHECK(by_key(advice[0].reasons).contains("Northern University Hospital"));

    Strangers strangers;
    strangers.update(net.workspace);
    const auto questions = next_questions(net.workspace, net.contacts, snapshot, strangers, 5);
    CHECK(questions.size() == 5);
    for (const Question& question : questions)
        CHECK_FALSE(by_key(question.reasons).empty());
    CHECK(meaning_of(Measure::constraint, coverage_of(net.contacts, snapshot, strangers)) == Meaning::rough);

    const auto groups = find_communities(without_self(snapshot), {}, Random(1));
    CHECK_FALSE(fading_bridges(net.workspace, net.contacts, snapshot, groups.of).empty());
}
