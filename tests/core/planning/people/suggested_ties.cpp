#include "planning/people/suggested_ties.h"
#include "planning/facts/acquainted.h"

#include "../finders.h"
#include "planning/giving/introductions.h"

using namespace kith;
using namespace kith::testing;

namespace {

constexpr std::string_view story = R"(
[organisation anna]
name = St. Anna Hospital
[organisation school]
name = Nursing School
kind = school
[person me]
given_name = Selin
self = yes
[person ana]
given_name = Ana
[person ben]
given_name = Ben
[person eva]
given_name = Eva
met_through = ben
[person tom]
given_name = Tom
[person uma]
given_name = Uma
[affiliation me]
person = me
organisation = anna
[affiliation ana]
person = ana
organisation = anna
from = 2018-03
[affiliation ben]
person = ben
organisation = anna
from = 2015
to = 2019-06
[affiliation tom]
person = tom
organisation = anna
from = 2020
to = 2021
[affiliation uma]
person = uma
organisation = anna
past = yes
[affiliation school_1]
person = tom
organisation = school
from = 2010
to = 2014
[affiliation school_2]
person = uma
organisation = school
from = 2012
to = 2015
[interaction dinner]
on = 2026-10-01
kind = meal
people = ana
people = ben
people = me
[interaction planned]
on = today+5
kind = meal
planned = yes
people = ana
people = eva
[event esc]
name = ESC Congress
from = today-30
people = eva
people = uma
[event to_come]
name = Next Congress
from = today+30
people = eva
people = tom
[favour intro]
direction = given
kind = introduction
person = ana
introduced = tom
stage = done
[favour offered]
direction = given
kind = introduction
person = ana
introduced = uma
stage = offered
)";

std::string line(const World& world, const SuggestedTie& tie) {
    std::vector<std::string> names = {
        person_name(world.workspace, tie.a), person_name(world.workspace, tie.b)};
    std::ranges::sort(names);
    return names[0] + " – " + names[1] + " (" + std::string(kith::tie::kinds.key(tie.kind)) +
        "): " + by_key(tie.reasons);
}

std::vector<std::string> lines(const World& world, const std::vector<SuggestedTie>& ties) {
    std::vector<std::string> all;
    for (const SuggestedTie& tie : ties)
        all.push_back(line(world, tie));
    std::ranges::sort(all);
    return all;
}

}  // namespace

TEST_CASE("who seems to know whom is read off shared time, meetings, events and introductions") {
    World world(story);
    const auto all = suggested_ties(world.workspace, world.today);
    CHECK(lines(world, all) ==
        std::vector<std::string>{"Ana – Ben (colleague): fact.both_were_at(St. Anna Hospital, 2018, 2019). "
                                 "fact.met_both(1, 2026-10-01)",
            "Ana – Tom (acquaintance): fact.you_introduced. fact.both_were_at(St. Anna Hospital, 2020, 2021)",
            "Ben – Eva (acquaintance): fact.met_through(Eva, Ben)",
            "Eva – Uma (acquaintance): fact.both_at_event(ESC Congress)",
            "Tom – Uma (classmate): fact.both_were_at(Nursing School, 2012, 2014)"});
    CHECK(all[0].reasons.size() == 2);  // most reasons first
}

TEST_CASE("one person's suggestions are those of everyone that name them") {
    World world(story);
    for (const std::string_view name : {"Ana", "Ben", "Eva", "Tom", "Uma"}) {
        const RecordId person = world.person(name);
        auto all = suggested_ties(world.workspace, world.today);
        std::erase_if(all, [&](const SuggestedTie& tie) { return tie.a != person && tie.b != person; });
        INFO(std::string(name));
        CHECK(lines(world, suggested_ties_of(world.workspace, person, world.today)) == lines(world, all));
    }
}

TEST_CASE("a suggestion becomes a tie only with a yes, and a no is remembered") {
    World world(story);
    const auto all = suggested_ties(world.workspace, world.today);
    world.edit([&](Draft& draft) {
        confirm_tie(draft, all[0], world.random);
        turn_down_tie(draft, all[1], "Not acquainted", world.today, world.random);
    });
    CHECK(acquainted(world.workspace, all[0].b, all[0].a));
    const RecordId tie = world.workspace.all(Kind::tie).front();
    CHECK(world.workspace.choice(tie, tie::origin) == tie::origin::confirmed);
    CHECK(world.workspace.texts(tie, tie::kinds) ==
        std::vector<std::string_view>{kith::tie::kinds.key(all[0].kind)});
    CHECK(suggested_ties(world.workspace, world.today).size() == all.size() - 2);
}

TEST_CASE("being one of many suggests nothing") {
    std::string crowd = "[organisation big]\nname = Big\n";
    for (int i = 0; i < 13; ++i) {
        const std::string name = "p" + std::to_string(i);
        crowd += "[person " + name + "]\ngiven_name = " + name + "\n[affiliation " + name +
            "]\nperson = " + name + "\norganisation = big\n";
    }
    World world(crowd);
    CHECK(suggested_ties(world.workspace, world.today).empty());
    world.edit([&](Draft& draft) { draft.trash(world.person("p12")); });
    CHECK(suggested_ties(world.workspace, world.today).size() == 12 * 11 / 2);
}
