#include "planning/pursuits/referrals.h"

#include "../finders.h"

using namespace kith;
using namespace kith::testing;

namespace {

constexpr std::string_view story = R"(
[organisation anna]
name = St. Anna Hospital
[person me]
given_name = Selin
self = yes
[person ben]
given_name = Ben
circle = 15
[person fatima]
given_name = Fatima
circle = 50
[person ingrid]
given_name = Ingrid
decides = hiring
[person lena]
given_name = Lena
circle = 5
[person tom]
given_name = Tom
[person stranger]
given_name = Olga
[affiliation me]
person = me
organisation = anna
[affiliation ingrid]
person = ingrid
organisation = anna
role = Head of Care
[affiliation fatima]
person = fatima
organisation = anna
role = Ward Nurse
[affiliation lena]
person = lena
organisation = anna
[affiliation tom]
person = tom
organisation = anna
role = Cook
from = 2010-01-01
to = 2015-01-01
[tie ben_ingrid]
a = ben
b = ingrid
[tie over]
a = stranger
b = ingrid
until = 2020-01-01
[tie lena_ingrid]
a = ingrid
b = lena
[favour done]
direction = received
kind = introduction
person = ben
stage = told
asked_on = today-100
done_on = today-95
[favour given]
direction = given
kind = advice
person = ben
stage = done
done_on = today-50
[favour pending]
direction = received
kind = referral
person = ingrid
stage = asked
asked_on = today-5
[interaction lena]
on = today
kind = coffee
people = lena
)";

std::vector<Candidate> for_anna(const World& world, std::string_view role = "Ward Nurse") {
    return whom_to_ask_for_referral(world.workspace, contacts_in(world),
        world.find(Kind::organisation, "St. Anna Hospital"), role, world.today);
}

}  // namespace

TEST_CASE("for a referral, insiders come before former ones, and those before friends of insiders") {
    World world(story);
    const auto found = for_anna(world);
    // Whose role is alike and who decides come first; then the closer circle.
    CHECK(names(world, found) == "Fatima, Ingrid, Lena, Tom, Ben");
    CHECK(
        by_key(found[1].reasons) == "fact.is_in_role(Head of Care, St. Anna Hospital). fact.decides_hiring");
    CHECK(by_key(found[1].cautions) == "fact.last_asked(5). fact.never_in_touch");
    CHECK(by_key(found[2].reasons) == "fact.is_at(St. Anna Hospital). fact.last_contact(0)");
    CHECK(by_key(found[3].reasons) == "fact.was_in_role(Cook, St. Anna Hospital)");
    CHECK(by_key(found[4].reasons) == "fact.knows_inside(Ingrid). fact.they_gave(1). fact.you_gave(1)");
}

TEST_CASE("without a role asked for, only who decides goes ahead of the closer circle") {
    World world(story);
    CHECK(names(world, for_anna(world, "")) == "Ingrid, Lena, Fatima, Tom, Ben");
}

TEST_CASE("oneself and ties that are over lead nowhere, nor does an organisation where nobody is known") {
    World world(story);
    CHECK_FALSE(names(world, for_anna(world)).contains("Selin"));
    CHECK_FALSE(names(world, for_anna(world)).contains("Olga"));
    world.tell("[organisation empty]\nname = Empty Hall\n");
    CHECK(whom_to_ask_for_referral(
        world.workspace, contacts_in(world), world.find(Kind::organisation, "Empty Hall"), "", world.today)
            .empty());
}
