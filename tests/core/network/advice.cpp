#include "network/advice.h"

#include "network/communities.h"
#include "small_network.h"

using namespace kith;
using namespace kith::testing;

namespace {

struct Advice : SmallNetwork {
    RecordId goal;

    void aim_at(std::string_view firm_name, std::string_view industry = "") {
        const RecordId where = firm(firm_name);
        edit([&](Draft& draft) {
            goal = draft.create(Kind::goal, random);
            draft.add(goal, goal::organisations, where);
            draft.set_text(goal, goal::industry, industry);
            draft.add(goal, goal::needs, goal::needs::openings);
        });
    }
    std::vector<std::string> reconnect() {
        const GraphSnapshot snapshot = graph();
        std::vector<std::string> words;
        for (const Reconnect& one : whom_to_reconnect(workspace, contacts, snapshot, goal, 10))
            words.push_back(person_name(workspace, one.person) + ": " + by_key(one.reasons));
        return words;
    }
    std::vector<FadingBridge> fading() {
        const GraphSnapshot snapshot = graph();
        const auto groups = find_communities(without_self(snapshot), {}, Random(1));
        return fading_bridges(workspace, contacts, snapshot, groups.of);
    }
    IntroductionEffect introducing(const std::string& a, const std::string& b) {
        const RecordId one = who(a);
        const RecordId other = who(b);
        const GraphSnapshot snapshot = graph();
        return effect_of_introducing(workspace, contacts, snapshot, one, other);
    }
    Day ago(int days) const { return today - std::chrono::days{days}; }
};

}  // namespace

TEST_CASE("for a goal one gets back to weak and dormant ties that have to do with it") {
    Advice net;
    net.aim_at("Northern", "Healthcare");
    net.met(net.ago(1800), {"Karin"});
    net.works("Karin", "Northern", {}, {}, "Head");
    net.set("Karin", person::standing, "senior");
    net.met(net.ago(1500), {"Ben"});
    net.met(net.ago(1550), {"Ben"});
    net.works("Ben", "Northern", on(2015, 1, 1), on(2019, 1, 1));
    net.met(net.ago(400), {"Ana"});
    net.knows("Ana", "Karin");
    net.met(net.ago(1500), {"Nobody"});  // nothing to do with the goal
    net.set("Friend", person::circle, "5");
    net.works("Friend", "Northern");  // neither weak nor dormant
    CHECK(net.reconnect() ==
        std::vector<std::string>{"Karin: advice.at_target(Northern). advice.senior. "
                                 "fact.last_contact(1800). advice.mutual(1). advice.dormant",
            "Ana: advice.knows_someone_at(Karin, Northern). fact.last_contact(400). advice.mutual(1). "
            "advice.weak",
            "Ben: advice.was_at_target(Northern). fact.last_contact(1500). advice.dormant"});
}

TEST_CASE("the last live tie into a group is a bridge that may fade") {
    Advice net;
    for (const char* name : {"Ana", "Ben", "Cem"})
        net.set(name, person::circle, "150");
    net.knows("Ana", "Ben");
    net.knows("Ben", "Cem");
    net.knows("Ana", "Cem");
    net.met(net.ago(900), {"Ana"});
    net.met(net.ago(200), {"Ben"});
    net.met(net.ago(700), {"Cem"});
    const auto bridges = net.fading();
    REQUIRE(bridges.size() == 1);
    CHECK(bridges[0].person == net.who("Ben"));
    CHECK(bridges[0].group.size() == 2);
    CHECK(by_key(bridges[0].reasons).starts_with("advice.only_tie(3, "));
    net.met(net.ago(10), {"Ben"});
    CHECK(net.fading().empty());
}

TEST_CASE("a bridge with a slow rhythm of its own is not fading yet") {
    Advice net;
    for (const char* name : {"Ana", "Ben", "Cem"})
        net.set(name, person::circle, "150");
    net.knows("Ana", "Ben");
    net.knows("Ben", "Cem");
    for (const int days : {200, 500, 800, 1100})
        net.met(net.ago(days), {"Ben"});
    CHECK(net.fading().empty());
}

TEST_CASE("a tie is redundant when somebody closer knows the same people") {
    Advice net;
    net.set("Ana", person::circle, "150");
    net.set("Ben", person::circle, "5");
    net.knows("Ana", "X");
    net.knows("Ana", "Y");
    net.knows("Ben", "X");
    net.knows("Ben", "Y");
    net.knows("Ben", "Z");
    const GraphSnapshot snapshot = net.graph();
    const auto found = redundant_ties(net.contacts, snapshot);
    REQUIRE(found.size() == 1);
    CHECK(found[0].person == net.who("Ana"));
    CHECK(found[0].covered_by == net.who("Ben"));
    CHECK(found[0].in_common == 2);
    CHECK(by_key(reasons_of(net.workspace, found[0])) == "advice.all_known_by(Ana, Ben)");
}

TEST_CASE("an introduction joins what was apart") {
    Advice net;
    net.set("Ana", person::circle, "15");
    net.set("Ben", person::circle, "15");
    net.knows("Ana", "A1");
    net.knows("Ana", "A2");
    net.knows("Ben", "B1");
    const IntroductionEffect effect = net.introducing("Ana", "Ben");
    CHECK_FALSE(effect.know_each_other);
    CHECK(effect.joined_a == 3);
    CHECK(effect.joined_b == 2);
    CHECK(effect.new_for_a == 2);
    CHECK(effect.new_for_b == 3);
    CHECK(*effect.constraint_before == doctest::Approx(0.5));
    CHECK(*effect.constraint_after > *effect.constraint_before);
    CHECK(by_key(effect.reasons) == "advice.joins(3, 2). advice.new_reach(Ana, 2). advice.new_reach(Ben, 3)");
    CHECK(net.introducing("Ana", "A1").know_each_other);
    CHECK(by_key(net.introducing("A1", "A2").reasons) == "advice.already_shared(1)");
}
