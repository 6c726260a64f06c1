#include "planning/facts/ledger.h"

#include "../world.h"

using namespace kith;
using namespace kith::testing;

namespace {

constexpr std::string_view story = R"(
[organisation clinic]
name = City Clinic
[organisation anna]
name = St. Anna Hospital
industries = Healthcare
[person ben]
given_name = Ben
offers = introductions at City Clinic
skills = triage
circle = 15
[person priya]
given_name = Priya
needs = slides on night shifts
[person rosa]
given_name = Rosa
standing = senior
decides = promotion
skills = leadership
skills = budgeting
[person fatima]
given_name = Fatima
needs = help with triage
[person ingrid]
given_name = Ingrid
decides = hiring
offers = slides for night shifts
[person tom]
given_name = Tom
[affiliation rosa]
person = rosa
organisation = clinic
role = Nursing Director
[affiliation ingrid]
person = ingrid
organisation = anna
role = Ward Manager
[affiliation fatima]
person = fatima
organisation = anna
role = Ward Nurse
[affiliation tom]
person = tom
organisation = anna
role = Cook
from = 2010-01-01
to = 2015-01-01
[tie ben_ingrid]
a = ben
b = ingrid
[favour intro]
direction = received
kind = introduction
person = ben
about = introduction to Ingrid
stage = told
asked_on = today-100
done_on = today-95
[favour advice]
direction = received
kind = advice
person = rosa
about = advice on leading
stage = thanked
asked_on = today-30
done_on = today-20
led_from = intro
[favour referral]
direction = received
kind = referral
person = ingrid
about = referral for Ward Lead
stage = asked
asked_on = today-5
led_from = intro
opportunity = lead
[opportunity lead]
title = Ward Lead
[favour given]
direction = given
kind = feedback
person = ben
about = feedback on his talk
stage = done
done_on = today-50
[action kept]
title = Send the report
promised_by = me
people = ben
due = today-10
done_on = today-11
[action late]
title = Send the slides
promised_by = me
people = ben
due = today-1
[action theirs]
title = Send the list
promised_by = them
people = ben
due = today+3
)";

}  // namespace

TEST_CASE("the ledger counts favours and promises both ways, with their dates") {
    World world(story);
    const Ledger ledger = ledger_with(world.workspace, world.person("Ben"), world.today);
    CHECK(ledger.received.done == 1);
    CHECK(ledger.received.last == world.today - days{95});
    CHECK(ledger.given.done == 1);
    CHECK(ledger.given.last == world.today - days{50});
    CHECK(ledger.favours.front() == world.find(Kind::favour, "feedback on his talk"));
    CHECK(ledger.asked.in_a_year == 1);
    CHECK(ledger.asked.in_90_days == 0);
    CHECK(ledger.my_promises.kept == 1);
    CHECK(ledger.my_promises.late == 1);
    CHECK(ledger.their_promises.open == 1);
    CHECK(by_key(ledger_facts(ledger, world.today)) ==
        "fact.you_gave(1). fact.they_gave(1). fact.last_asked(100). fact.asked_in_a_year(1). "
        "fact.my_promises_late(1)");
}

TEST_CASE("asking the same person again soon is pointed out") {
    World world(story);
    CHECK_FALSE(asked_recently(world.workspace, world.person("Ben"), world.today));
    const auto caution = asked_recently(world.workspace, world.person("Ingrid"), world.today);
    REQUIRE(caution);
    CHECK(by_key(*caution) == "fact.last_asked(5)");
}

TEST_CASE("a chain tells what an introduction led to, from wherever one looks") {
    World world(story);
    const RecordId intro = world.find(Kind::favour, "introduction to Ingrid");
    for (const std::string_view name :
        {"introduction to Ingrid", "advice on leading", "referral for Ward Lead"}) {
        const auto chain = chain_of(world.workspace, world.find(Kind::favour, name));
        REQUIRE(chain.size() == 4);
        CHECK(chain[0].record == intro);
        CHECK(chain[1].record == world.find(Kind::favour, "advice on leading"));
        CHECK(chain[2].record == world.find(Kind::favour, "referral for Ward Lead"));
        CHECK(chain[2].led_from == intro);
        CHECK(chain[3].record == world.find(Kind::opportunity, "Ward Lead"));
        CHECK(chain[3].depth == 2);
    }
    // A circle, made by two devices or by mistake, ends.
    world.edit([&](Draft& draft) {
        draft.set(intro, favour::led_from, Value::reference(world.find(Kind::favour, "advice on leading")));
    });
    CHECK(chain_of(world.workspace, intro).size() == 4);
}

TEST_CASE("open favours are those with a next step") {
    World world(story);
    const auto open = open_favours(world.workspace);
    REQUIRE(open.size() == 2);
    CHECK(open[0] == world.find(Kind::favour, "advice on leading"));
    CHECK(open[1] == world.find(Kind::favour, "referral for Ward Lead"));
}
