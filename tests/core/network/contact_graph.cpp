#include "network/contact_graph.h"

#include "graph_in_words.h"
#include "small_network.h"

using namespace kith;
using namespace kith::testing;

namespace {

constexpr auto a_year = std::chrono::days{365};

RecordId pick(const Workspace& workspace, Random& random, Kind kind) {
    const auto all = workspace.all(kind);
    return all.empty() ? RecordId{} : all[random.below(all.size())];
}

/// One random change of anything the graph is made from.
void random_edit(SmallNetwork& net) {
    Random& random = net.random;
    const auto some = [&] { return "p" + std::to_string(random.below(8)); };
    const auto some_day = [&] { return net.today - std::chrono::days{random.below(3000)}; };
    constexpr std::string_view closeness[] = {"slightly", "fairly", "well", "closely"};
    constexpr Kind kinds[] = {
        Kind::person, Kind::tie, Kind::affiliation, Kind::interaction, Kind::favour, Kind::organisation};
    switch (random.below(12)) {
        case 0: net.knows(some(), some(), closeness[random.below(4)], some_day()); break;
        case 1: net.met(some_day(), {some(), some(), some()}); break;
        case 2: net.works(some(), "f" + std::to_string(random.below(3)), some_day()); break;
        case 3: net.favour(some(), "received", "introduction", some_day(), "done", some()); break;
        case 4: net.set(some(), person::circle, "15"); break;
        case 5: net.set(some(), person::met_on, some_day()); break;
        case 6:
        case 7: {
            const RecordId record = pick(net.workspace, random, kinds[random.below(6)]);
            if (!record) return;
            net.edit([&](Draft& draft) {
                net.workspace.live(record) ? draft.trash(record) : draft.restore(record);
            });
            break;
        }
        case 8: (void)net.workspace.undo(net.now()); break;
        case 9: (void)net.workspace.redo(net.now()); break;
        case 10: {
            const RecordId tie = pick(net.workspace, random, Kind::tie);
            if (tie && net.workspace.live(tie)) {
                const RecordId other = net.who(some());
                net.edit([&](Draft& draft) { draft.set(tie, tie::b, Value::reference(other)); });
            }
            break;
        }
        default: {
            const RecordId one = net.who(some());
            if (random.below(4) == 0) {
                net.edit([&](Draft& draft) {
                    draft.set(one, person::self, Value::boolean(!net.workspace.flag(one, person::self)));
                });
            }
        }
    }
}

}  // namespace

TEST_CASE("a graph that followed every edit is the one made anew") {
    SmallNetwork net;
    net.random = Random(31);
    for (int i = 0; i < 10; ++i)
        net.who("p" + std::to_string(i % 8));
    for (int step = 0; step < 400; ++step) {
        random_edit(net);
        net.contacts.update(net.workspace);
        if (step % 5 != 0) continue;
        ContactGraph anew;
        anew.update(net.workspace);
        REQUIRE(in_words(net.contacts) == in_words(anew));
    }
}

TEST_CASE("a graph read in slices, with edits between, is the one read at once") {
    SmallNetwork net;
    for (int i = 0; i < 300; ++i)
        net.knows("p" + std::to_string(i % 70), "p" + std::to_string(i % 60 + 1));
    ContactGraph sliced;
    std::size_t slices = 1;
    while (sliced.step(net.workspace, [] { return true; })) {
        ++slices;
        if (slices < 4) net.met(net.today, {"p1", "p2", "p3"});
    }
    CHECK(slices > 4);
    net.contacts.update(net.workspace);
    CHECK(in_words(sliced) == in_words(net.contacts));
    const auto revision = sliced.revision();
    CHECK_FALSE(sliced.step(net.workspace, [] { return true; }));
    CHECK(sliced.revision() == revision);
}

TEST_CASE("much that changed at once is followed in slices, with edits between") {
    SmallNetwork net;
    for (int i = 0; i < 900; ++i)
        net.met(net.today, {"p" + std::to_string(i % 50), "q" + std::to_string(i)});
    ContactGraph followed;
    followed.update(net.workspace);
    net.edit([&](Draft& draft) {
        for (int i = 0; i < 300; ++i)
            draft.set(net.who("q" + std::to_string(i)), person::circle, person::circle::closest_15);
    });
    const auto revision = followed.revision();
    std::size_t slices = 1;
    while (followed.step(net.workspace, [] { return true; })) {
        ++slices;
        if (slices < 4) net.met(net.today, {"p1", "q2", "p3"});
        if (slices == 5) net.edit([&](Draft& draft) { draft.trash(net.who("q5")); });
    }
    CHECK(slices > 4);
    CHECK(followed.revision() > revision + 4);
    net.contacts.update(net.workspace);
    CHECK(in_words(followed) == in_words(net.contacts));
    // Once more, and somebody turns out to be the user in the midst of it.
    net.edit([&](Draft& draft) {
        for (int i = 0; i < 300; ++i)
            draft.set(net.who("q" + std::to_string(i + 300)), person::circle, person::circle::closest_50);
    });
    CHECK(followed.step(net.workspace, [] { return true; }));
    net.edit([&](Draft& draft) { draft.set(net.who("q299"), person::self, Value::boolean(true)); });
    while (followed.step(net.workspace, [] { return true; })) {}
    ContactGraph anew;
    anew.update(net.workspace);
    CHECK(in_words(followed) == in_words(anew));
}

TEST_CASE("adding a tie and taking it back leaves the graph as it was") {
    SmallNetwork net;
    net.knows("Ana", "Ben");
    net.contacts.update(net.workspace);
    const auto before = in_words(net.contacts);
    net.knows("Ana", "Cem");
    net.contacts.update(net.workspace);
    CHECK(in_words(net.contacts) != before);
    REQUIRE(net.workspace.undo(net.now()));
    REQUIRE(net.workspace.undo(net.now()));
    net.contacts.update(net.workspace);
    CHECK(in_words(net.contacts) == before);
}

TEST_CASE("people know each other when it is stated, when they met, worked together or were introduced") {
    SmallNetwork net;
    net.knows("Ana", "Ben");
    net.met(net.today - a_year, {"Cem", "Dora"});
    net.favour("Eva", "given", "introduction", net.today, "done", "Finn");
    net.favour("Gil", "given", "introduction", net.today, "agreed", "Hana");
    const RecordId cem = net.who("Cem");
    net.edit([&](Draft& draft) { draft.set(net.who("Ines"), person::met_through, Value::reference(cem)); });
    CHECK(net.acquainted("Ana", "Ben", net.today));
    CHECK(net.acquainted("Cem", "Dora", net.today));
    CHECK_FALSE(net.acquainted("Cem", "Dora", net.today - 2 * a_year));
    CHECK(net.acquainted("Eva", "Finn", net.today));
    CHECK_FALSE(net.acquainted("Gil", "Hana", net.today));  // not done yet
    CHECK(net.acquainted("Ines", "Cem", net.today));
    CHECK_FALSE(net.acquainted("Ana", "Cem", net.today));
}

TEST_CASE("you know those you were in touch with or put into a circle, not all you wrote down") {
    SmallNetwork net;
    net.set("Ana", person::circle, "50");
    net.set("Karin", person::circle, "beyond");
    net.met(net.today, {"Ben"});
    net.set("Cem", person::met_on, net.today - a_year);
    CHECK(acquainted_on(*net.own_edge("Ana"), net.today));
    CHECK(acquainted_on(*net.own_edge("Ben"), net.today));
    CHECK(acquainted_on(*net.own_edge("Cem"), net.today));
    CHECK(net.own_edge("Karin") == nullptr);
}

TEST_CASE("a record of oneself is the user, not one more person") {
    SmallNetwork net;
    net.knows("Me", "Ana");
    const RecordId me = net.who("Me");
    net.edit([&](Draft& draft) { draft.set(me, person::self, Value::boolean(true)); });
    CHECK(net.node("Me") == ContactGraph::self);
    CHECK(acquainted_on(*net.own_edge("Ana"), net.today));
}

TEST_CASE("a meeting of many is no proof that each met each") {
    SmallNetwork net;
    std::vector<std::string> many;
    for (int i = 0; i < 13; ++i)
        many.push_back("P" + std::to_string(i));
    net.met(net.today, many);
    CHECK(net.edge("P0", "P1") == nullptr);
    CHECK(net.own_edge("P0") != nullptr);
}

TEST_CASE("a tie that ended is over, until they meet again") {
    SmallNetwork net;
    net.knows("Ana", "Ben", "well", on(2015, 1, 1), on(2020, 1, 1));
    net.met(on(2018, 5, 5), {"Ana", "Ben"});
    CHECK_FALSE(net.acquainted("Ana", "Ben", on(2014, 1, 1)));
    CHECK(net.acquainted("Ana", "Ben", on(2019, 1, 1)));
    CHECK_FALSE(net.acquainted("Ana", "Ben", on(2021, 1, 1)));
    net.met(on(2022, 5, 5), {"Ana", "Ben"});
    CHECK_FALSE(net.acquainted("Ana", "Ben", on(2021, 1, 1)));
    CHECK(net.acquainted("Ana", "Ben", on(2023, 1, 1)));
}

TEST_CASE("two people share an organisation only for the time both were there") {
    SmallNetwork net;
    net.works("Ana", "Firm", on(2015, 1, 1), on(2020, 1, 1));
    net.works("Ben", "Firm", on(2018, 1, 1));
    net.works("Cem", "Firm", on(2021, 1, 1));
    net.works("Dora", "Firm", {}, on(2016, 1, 1));
    const NodeIndex ana = net.node("Ana");
    const NodeIndex firm = net.contacts.find(net.firm("Firm"));
    CHECK(shared_by(net.contacts, ana, net.node("Ben")) ==
        std::vector<SharedGroup>{{firm, on(2018, 1, 1), on(2020, 1, 1)}});
    CHECK(shared_by(net.contacts, ana, net.node("Cem")).empty());
    CHECK(shared_by(net.contacts, ana, net.node("Dora")).size() == 1);  // there when she left
    CHECK(shared_by(net.contacts, net.node("Dora"), net.node("Cem")).empty());
    CHECK(net.edge("Ana", "Ben") == nullptr);  // no proof that they know each other
}

TEST_CASE("the network on a past day holds who was there then") {
    SmallNetwork net;
    net.set("Ana", person::met_on, on(2015, 1, 1));
    net.set("Ben", person::met_on, on(2020, 1, 1));
    net.knows("Ana", "Ben", "fairly", on(2010, 1, 1));
    net.works("Ben", "Firm", on(2019, 1, 1));
    net.who("Cem");
    net.contacts.update(net.workspace);
    const auto people = [&](Day day) { return graph_on(net.contacts, {.day = day}).nodes.size(); };
    CHECK(people(on(2014, 1, 1)) == 1);  // you
    CHECK(people(on(2016, 1, 1)) == 2);
    CHECK(people(on(2021, 1, 1)) == 3);
    CHECK(people(net.today) == 4);  // Cem was written down today
    CHECK(graph_on(net.contacts, {.day = on(2021, 1, 1)}).graph.edge_count() == 3);
    CHECK(graph_on(net.contacts, {.day = on(2016, 1, 1)}).graph.edge_count() == 1);

    const auto all = graph_on(net.contacts, {.day = on(2021, 1, 1), .self = false, .organisations = true});
    CHECK(all.nodes.size() == 3);
    CHECK(all.graph.edge_count() == 2);
    const NodeIndex firm = all.place(net.contacts, net.firm("Firm"));
    CHECK(all.graph.find(firm, all.place(net.contacts, net.who("Ben")))->weight ==
        GraphSnapshot::membership_weight);
    CHECK(appears_on(net.contacts, net.contacts.find(net.firm("Firm"))) == on(2020, 1, 1));
}

TEST_CASE("the network's growth is told by days") {
    SmallNetwork net;
    net.set("Ana", person::met_on, on(2015, 1, 1));
    net.set("Ben", person::met_on, on(2020, 1, 1));
    net.knows("Ana", "Ben", "fairly", on(2010, 1, 1));
    net.contacts.update(net.workspace);
    const std::vector<Day> days{on(2014, 1, 1), on(2016, 1, 1), on(2021, 1, 1)};
    CHECK(growth_of(net.contacts, days) == std::vector<Growth>{{0, 0}, {1, 1}, {2, 3}});
}

TEST_CASE("circles are rings around the user") {
    SmallNetwork net;
    net.set("Ana", person::circle, "5");
    net.set("Ben", person::circle, "150");
    net.set("Karin", person::circle, "beyond");
    net.who("Dora");
    const GraphSnapshot snapshot = net.graph();
    CHECK(circle_rings(net.workspace, net.contacts, snapshot) == std::vector<std::uint32_t>{0, 1, 4, 5, 5});
}

TEST_CASE("strength is made of what is recorded, and says so") {
    SmallNetwork net;
    net.set("Ana", person::circle, "15");
    net.set("Ana", person::met_on, on(2016, 1, 1));
    for (int i = 0; i < 12; ++i)
        net.met(net.today - std::chrono::days{14 + 28 * i}, {"Ana"});
    net.favour("Ana", "given", "advice", on(2026, 1, 1));
    net.favour("Ana", "received", "referral", on(2026, 2, 1));
    const TieStrength ana = strength_of(*net.own_edge("Ana"), net.today);
    CHECK(ana.strength == StrengthClass::strong);
    CHECK(ana.contact_days == 12);
    CHECK(ana.given == 1);
    CHECK(by_key(strength_facts(ana, true, net.today)) ==
        "strength.circle_15. fact.last_contact(14). strength.contact_days(12). "
        "strength.known(3976). strength.favours_given(1). strength.favours_received(1)");

    net.met(on(2021, 1, 1), {"Ben"});
    const TieStrength ben = strength_of(*net.own_edge("Ben"), net.today);
    CHECK(ben.strength == StrengthClass::weak);
    CHECK(net.today - *ben.last_contact > dormant_after);
    CHECK(by_key(strength_facts(ben, true, net.today)) == "fact.last_contact(2149)");
}

TEST_CASE("a tie of which nothing more is known has no strength, and family does not fade") {
    SmallNetwork net;
    net.set("Ana", person::met_on, on(2010, 1, 1));
    CHECK(strength_of(*net.own_edge("Ana"), net.today).strength == StrengthClass::unknown);
    net.met(on(2015, 1, 1), {"Ben"});
    net.met(on(2015, 1, 1), {"Cem"});
    net.edit([&](Draft& draft) { draft.set(net.who("Cem"), person::kin, Value::boolean(true)); });
    CHECK(strength_of(*net.own_edge("Ben"), net.today).strength == StrengthClass::weak);
    CHECK(strength_of(*net.own_edge("Cem"), net.today).strength == StrengthClass::strong);
    for (const auto strength : {StrengthClass::unknown, StrengthClass::weak, StrengthClass::medium})
        CHECK_FALSE(by_key(Message{key_of(strength), {}}).empty());
}
