#include "planning/giving/challenges.h"

#include "../finders.h"
#include "planning/facts/expertise.h"

using namespace kith;
using namespace kith::testing;

namespace {

constexpr std::string_view story = R"(
[person me]
given_name = Selin
self = yes
[person mum]
given_name = Leyla
kin = yes
[person lena]
given_name = Lena
circle = 5
[person rosa]
given_name = Rosa
skills = conflict mediation
[person ben]
given_name = Ben
[person karl]
given_name = Karl
[person tom]
given_name = Tom
[mentorship karl]
person = karl
side = mentor
stage = active
[favour support]
direction = received
kind = support
person = ben
stage = told
asked_on = today-20
[challenge now]
title = Conflict with the head of shifts
notes = She changes the roster without a word
[challenge before]
title = A conflict about holidays
people = ben
people = mum
helped = Ben sat down with both of us
from = 2024-05
[challenge other]
title = Moving flat
people = tom
helped = A van
)";

}  // namespace

TEST_CASE("in a hard situation Kith says whom to turn to and why") {
    World world(story);
    const auto found = whom_to_turn_to(world.workspace, contacts_in(world),
        world.find(Kind::challenge, "Conflict with the head of shifts"), world.today);
    CHECK(names(world, found) == "Ben, Leyla, Rosa, Karl, Lena");
    CHECK(by_key(found[0].reasons) == "fact.turned_to_before(A conflict about holidays). fact.guided_you(1)");
    CHECK(by_key(found[0].cautions) == "fact.last_asked(20)");
    CHECK(by_key(found[1].reasons) == "fact.turned_to_before(A conflict about holidays). fact.family");
    CHECK(by_key(found[2].reasons) == "fact.has_skill(conflict mediation)");
    CHECK(by_key(found[3].reasons) == "fact.is_your_mentor");
    CHECK(by_key(found[4].reasons) == "fact.in_close_circle(5)");
}

TEST_CASE("who is noted for the challenge is not suggested again, and words alone can be asked with") {
    World world(story);
    const RecordId now = world.find(Kind::challenge, "Conflict with the head of shifts");
    world.edit([&](Draft& draft) { draft.add(now, challenge::people, world.person("Ben")); });
    CHECK_FALSE(
        names(world, whom_to_turn_to(world.workspace, contacts_in(world), now, world.today)).contains("Ben"));
    CHECK(names(world, whom_to_turn_to(world.workspace, contacts_in(world), "mediation", world.today))
            .starts_with("Rosa"));
}

TEST_CASE("what helped with something like it before can be read again") {
    World world(story);
    CHECK(similar_challenges(
              world.workspace, world.find(Kind::challenge, "Conflict with the head of shifts")) ==
        std::vector{world.find(Kind::challenge, "A conflict about holidays")});
}

TEST_CASE("a level in what is hard makes nobody of that level an expert") {
    const World world(R"(
[organisation anna]
name = St. Anna
[person ana]
given_name = Ana
[person ben]
given_name = Ben
skills = handling conflicts
[affiliation ana]
person = ana
organisation = anna
role = Director of Nursing
)");
    const auto found =
        whom_to_turn_to(world.workspace, contacts_in(world), "Conflict with the director", world.today);
    CHECK(names(world, found) == "Ben");
    CHECK(subject_of("Konflikt, Direktorin") == std::vector<std::string>{"konflikt"});
    CHECK(subject_of("Head of Nursing") == std::vector<std::string>{"nursing"});
    CHECK(subject_of("leadership").size() == 1);
}
