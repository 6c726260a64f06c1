#include "planning/giving/mentors.h"

#include "../finders.h"

using namespace kith;
using namespace kith::testing;

namespace {

constexpr std::string_view story = R"(
[organisation clinic]
name = City Clinic
[organisation anna]
name = St. Anna Hospital
industries = Healthcare
[person me]
given_name = Selin
skills = leadership
self = yes
[person rosa]
given_name = Rosa
standing = senior
decides = promotion
skills = leadership
skills = budgeting
[person ingrid]
given_name = Ingrid
decides = hiring
[person fatima]
given_name = Fatima
headline = Leads a ward by night
[person karl]
given_name = Karl
offers = leadership coaching
[person cook]
given_name = Tom
[affiliation rosa]
person = rosa
organisation = clinic
role = Nursing Director
[affiliation ingrid]
person = ingrid
organisation = anna
role = Ward Manager
[affiliation tom]
person = cook
organisation = anna
role = Cook
[favour advice]
direction = received
kind = advice
person = rosa
stage = thanked
asked_on = today-28
done_on = today-20
[interaction karl]
on = today-1500
kind = call
people = karl
)";

}  // namespace

TEST_CASE("mentors are found among one's contacts, with what speaks for each and against asking now") {
    World world(story);
    const auto found = find_mentors(world.workspace, contacts_in(world), "ward leadership", world.today);
    CHECK(names(world, found) == "Rosa, Karl, Ingrid, Fatima");
    CHECK(by_key(found[0].reasons) ==
        "fact.has_skill(leadership). fact.senior_to_you. fact.decides_promotion. fact.guided_you(1)");
    CHECK(by_key(found[0].cautions) == "fact.last_asked(28)");
    const Candidate& karl = candidate(world, found, "Karl");
    CHECK(by_key(karl.reasons) == "fact.has_skill(leadership coaching). fact.last_contact(1500)");
    CHECK(by_key(karl.cautions) == "fact.dormant_tie");
    CHECK(by_key(candidate(world, found, "Ingrid").reasons) ==
        "fact.is_in_role(Ward Manager, St. Anna Hospital). fact.decides_hiring");
    CHECK(by_key(candidate(world, found, "Fatima").reasons) ==
        "fact.says_of_themselves(Leads a ward by night)");
}

TEST_CASE("an organisation's industry speaks for those in it, and nothing asked finds nobody") {
    World world(story);
    CHECK(names(world, find_mentors(world.workspace, contacts_in(world), "healthcare", world.today)) ==
        "Ingrid, Tom");
    CHECK(find_mentors(world.workspace, contacts_in(world), "", world.today).empty());
    CHECK(find_mentors(world.workspace, contacts_in(world), "the of", world.today).empty());
    CHECK(find_mentors(world.workspace, contacts_in(world), "astronomy", world.today).empty());
}

TEST_CASE("who guides one already, or was asked to, needs no finding; whom one guides may still be asked") {
    World world(story);
    const auto found_with = [&](std::string_view side, std::string_view stage) {
        world.edit([&](Draft& draft) {
            const RecordId mentorship = draft.create(Kind::mentorship, world.random);
            draft.set(mentorship, mentorship::person, Value::reference(world.person("Karl")));
            draft.set_text(mentorship, mentorship::side, side);
            draft.set_text(mentorship, mentorship::stage, stage);
        });
        return names(world, find_mentors(world.workspace, contacts_in(world), "leadership", world.today));
    };
    CHECK(found_with("mentor", "ended") == found_with("mentee", "active"));
    CHECK(found_with("mentor", "ended").contains("Karl"));
    CHECK_FALSE(found_with("mentor", "active").contains("Karl"));
}

TEST_CASE("the list ends where it is asked to") {
    World world(story);
    CHECK(
        find_mentors(world.workspace, contacts_in(world), "leadership ward", world.today, {}, 1).size() == 1);
}
