#include "planning/ledger.h"

#include "planning/mentors.h"
#include "planning/referrals.h"
#include "world.h"

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

ContactBook book(World& world) {
    ContactBook contacts;
    contacts.update(world.workspace);
    return contacts;
}

std::string names(World& world, const std::vector<Candidate>& candidates) {
    std::string text;
    for (const Candidate& one : candidates)
        text += (text.empty() ? "" : ", ") + person_name(world.workspace, one.person);
    return text;
}

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
    CHECK(in_english(ledger_facts(ledger, world.today)) ==
        "You did one favour for them. They did one favour for you. You asked them 3 months ago. You asked "
        "them once "
        "within a year. A promise of yours to them is late");
}

TEST_CASE("asking the same person again soon is pointed out") {
    World world(story);
    CHECK_FALSE(asked_recently(world.workspace, world.person("Ben"), world.today));
    const auto caution = asked_recently(world.workspace, world.person("Ingrid"), world.today);
    REQUIRE(caution);
    CHECK(in_english(*caution) == "You asked them 5 days ago");
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

TEST_CASE("what one needs and another offers becomes an introduction, made when both agreed") {
    World world(story);
    const auto found = matches(world.workspace, book(world), world.today);
    REQUIRE(found.size() == 2);
    const auto match = std::ranges::find(found, world.person("Priya"), &Match::needs);
    REQUIRE(match != found.end());
    CHECK(match->offers == world.person("Ingrid"));
    CHECK(in_english(match->reasons) ==
        "Priya looks for: slides on night shifts. Ingrid can offer: slides for night shifts");
    RecordId favour;
    world.edit(
        [&](Draft& draft) { favour = suggest_introduction(draft, *match, world.today, world.random); });
    CHECK(matches(world.workspace, book(world), world.today).size() == 1);  // not suggested twice
    world.edit([&](Draft& draft) { record_consent(draft, favour, world.person("Priya")); });
    CHECK_FALSE(both_agreed(world.workspace, favour));
    world.edit([&](Draft& draft) { record_consent(draft, favour, world.person("Ingrid")); });
    CHECK(both_agreed(world.workspace, favour));
    // Who knows each other needs no introduction.
    world.edit([&](Draft& draft) {
        const RecordId tie = draft.create(Kind::tie, world.random);
        draft.set(tie, tie::a, Value::reference(world.person("Fatima")));
        draft.set(tie, tie::b, Value::reference(world.person("Ben")));
    });
    CHECK(matches(world.workspace, book(world), world.today).empty());
}

TEST_CASE("mentors are found among one's contacts, with what speaks for each and against asking now") {
    World world(story);
    const auto found = find_mentors(world.workspace, book(world), "ward leadership", world.today);
    CHECK(names(world, found) == "Rosa, Fatima, Ingrid");
    CHECK(in_english(found[0].reasons) ==
        "Knows about: leadership. Senior to you. Decides on promotions. Gave you advice or feedback once "
        "before");
    CHECK(in_english(found[0].cautions) == "You asked them 4 weeks ago");
    CHECK(find_mentors(world.workspace, book(world), "", world.today).empty());
    CHECK(find_mentors(world.workspace, book(world), "the of", world.today).empty());
}

TEST_CASE("for a referral, insiders come before former ones, and those before friends of insiders") {
    World world(story);
    const auto found = whom_to_ask_for_referral(world.workspace, book(world),
        world.find(Kind::organisation, "St. Anna Hospital"), "Ward Nurse", world.today);
    CHECK(names(world, found).ends_with("Tom, Ben"));
    REQUIRE(found.size() == 4);
    const auto ingrid = std::ranges::find(found, world.person("Ingrid"), &Candidate::person);
    CHECK(in_english(ingrid->reasons) == "Ward Manager at St. Anna Hospital. Decides on hiring");
    CHECK(in_english(ingrid->cautions) == "You asked them 5 days ago. No contact noted yet");
    CHECK(in_english(found[3].reasons) ==
        "Knows Ingrid, who is inside. They did one favour for you. You did one favour for them");
}
