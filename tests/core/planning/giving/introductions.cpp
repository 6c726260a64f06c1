#include "planning/giving/introductions.h"

#include "../finders.h"
#include "planning/facts/ledger.h"
#include "planning/facts/terms.h"

using namespace kith;
using namespace kith::testing;

namespace {

constexpr std::string_view story = R"(
[person me]
given_name = Selin
offers = night shifts
self = yes
[person ben]
given_name = Ben
skills = triage
place = Stockholm
[person priya]
given_name = Priya
needs = slides on night shifts
[person fatima]
given_name = Fatima
needs = help with triage
needs = somebody in cardiology
place = Stockholm
[person ingrid]
given_name = Ingrid
offers = slides for night shifts
offers = cardio training
[person tom]
given_name = Tom
offers = night walks
[interaction fatima]
on = today-3
kind = call
people = fatima
)";

/// "Priya – Ingrid"
std::vector<std::string> pairs(const World& world, const std::vector<Introduction>& all) {
    std::vector<std::string> lines;
    for (const Introduction& one : all)
        lines.push_back(
            person_name(world.workspace, one.needs) + " – " + person_name(world.workspace, one.offers));
    return lines;
}

std::vector<std::string> suggested(const World& world) {
    return pairs(world, introductions(world.workspace, contacts_in(world), world.today));
}

const Introduction& between(const World& world, const std::vector<Introduction>& all, std::string_view needs,
    std::string_view offers) {
    const auto at = std::ranges::find_if(all, [&](const Introduction& one) {
        return one.needs == world.person(needs) && one.offers == world.person(offers);
    });
    REQUIRE(at != all.end());
    return *at;
}

}  // namespace

TEST_CASE("words are compared by what they mean in short texts") {
    CHECK(terms_of("Leadership of the cardiac wards") ==
        std::vector<std::string>{"cardiac", "leadership", "ward"});
    CHECK(alike("cardio", "cardiology"));
    CHECK(alike("leadership", "lead"));
    CHECK(alike("看護", "看護師"));
    CHECK_FALSE(alike("port", "portugal"));
    CHECK_FALSE(alike("ward", "warden"));
    CHECK_FALSE(alike("art", "artist"));
    CHECK(shares_term(terms_of("mentoring"), "Mentor for nurses"));
    CHECK_FALSE(shares_term(terms_of("work for you"), "work for me"));
    CHECK(has_all_terms(terms_of("ward nurse"), "Nurse on the ward"));
    CHECK_FALSE(has_all_terms(terms_of("ward nurse"), "Nurse"));
}

TEST_CASE("what one needs and another offers becomes a suggested introduction with both their words") {
    World world(story);
    // Most words in common first, then whom one was in touch with last.
    CHECK(suggested(world) ==
        std::vector<std::string>{"Priya – Ingrid", "Fatima – Ben", "Fatima – Ingrid", "Priya – Tom"});
    const auto all = introductions(world.workspace, contacts_in(world), world.today);
    CHECK(by_key(all[0].reasons) ==
        "fact.looks_for(Priya, slides on night shifts). fact.can_offer(Ingrid, slides for night shifts)");
    CHECK(by_key(all[1].reasons) ==
        "fact.looks_for(Fatima, help with triage). fact.can_offer(Ben, triage). "
        "fact.both_in_place(Stockholm)");
    CHECK(pairs(world,
              introductions_of(world.workspace, contacts_in(world), world.person("Ingrid"), world.today)) ==
        std::vector<std::string>{"Priya – Ingrid", "Fatima – Ingrid"});
    CHECK(introductions(world.workspace, contacts_in(world), world.today, 2).size() == 2);
}

TEST_CASE("an introduction is made with both sides' consent recorded, and not suggested twice") {
    World world(story);
    const auto all = introductions(world.workspace, contacts_in(world), world.today);
    RecordId favour;
    world.edit([&](Draft& draft) {
        favour = plan_introduction(draft, between(world, all, "Priya", "Ingrid"), world.today, world.random);
    });
    CHECK(suggested(world).size() == 3);
    CHECK(ledger_with(world.workspace, world.person("Priya"), world.today).given.open == 1);
    world.edit([&](Draft& draft) { record_consent(draft, favour, world.person("Priya")); });
    CHECK_FALSE(both_agreed(world.workspace, favour));
    world.edit([&](Draft& draft) { record_consent(draft, favour, world.person("Ingrid")); });
    CHECK(both_agreed(world.workspace, favour));
}

TEST_CASE("who knows each other needs no introduction, and what was turned down stays so until undone") {
    World world(story);
    world.tell("[tie t]\nnotes = -\n");
    world.edit([&](Draft& draft) {
        const RecordId tie = draft.create(Kind::tie, world.random);
        draft.set(tie, tie::a, Value::reference(world.person("Fatima")));
        draft.set(tie, tie::b, Value::reference(world.person("Ben")));
    });
    CHECK_FALSE(std::ranges::contains(suggested(world), std::string("Fatima – Ben")));
    const auto all = introductions(world.workspace, contacts_in(world), world.today);
    world.edit([&](Draft& draft) {
        turn_down_introduction(
            draft, between(world, all, "Priya", "Tom"), "Not needed", world.today, world.random);
    });
    CHECK_FALSE(std::ranges::contains(suggested(world), std::string("Priya – Tom")));
    REQUIRE(world.workspace.undo(world.now()));
    CHECK(std::ranges::contains(suggested(world), std::string("Priya – Tom")));
}

TEST_CASE("a level that both sides speak of is nothing in common") {
    const World world(R"(
[person ana]
given_name = Ana
needs = advice from a director
needs = director of photography
[person ben]
given_name = Ben
offers = reviews by an art director
[person cem]
given_name = Cem
offers = photography
)");
    CHECK(suggested(world) == std::vector<std::string>{"Ana – Cem"});
}
