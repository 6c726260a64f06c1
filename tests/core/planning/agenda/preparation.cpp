#include "planning/agenda/preparation.h"

#include "../world.h"

using namespace kith;
using namespace kith::testing;

namespace {

PersonBrief brief(World& world, std::string_view name) {
    ContactBook contacts;
    contacts.update(world.workspace);
    return brief_of(world.workspace, contacts, world.person(name), world.today);
}

}  // namespace

TEST_CASE("before a meeting one reads who they are, what is open between you, and what to ask") {
    World world(R"(
[organisation st_anna]
name = St. Anna
[person tove]
given_name = Tove
[person ben]
given_name = Ben
met_on = today-468
met_where = the congress
met_through = tove
needs = a night nurse
skills = Budgeting
decides = hiring
standing = senior
[affiliation work]
person = ben
organisation = st_anna
role = Ward lead
[goal lead]
wish = Lead a ward
organisations = st_anna
skills = budgeting
[interaction coffee]
on = today-14
kind = coffee
people = ben
summary = Rosters
[interaction lunch]
on = today-60
kind = meal
people = ben
[interaction plan]
on = today+2
kind = coffee
people = ben
planned = yes
[action report]
title = Send the report
promised_by = me
people = ben
due = today+1
[action slides]
title = The slides
promised_by = them
people = ben
[action old]
title = Long done
promised_by = me
people = ben
done_on = today-3
[favour referral]
direction = received
person = ben
about = the ward job
stage = done
)");
    const PersonBrief ben = brief(world, "Ben");
    CHECK(by_key(ben.who) ==
        "fact.met(468). fact.at_event(the congress). prepare.through(Tove). "
        "fact.last_contact(14)");
    REQUIRE(ben.shared.size() == 2);
    CHECK(world.workspace.text(ben.shared[0], interaction::summary) == "Rosters");
    REQUIRE(ben.mine.size() == 2);
    CHECK(by_key(ben.mine[0].what) == "Send the report");
    CHECK(ben.mine[0].due == world.today + days{1});
    CHECK(by_key(ben.mine[1].what) == "prepare.thanks(the ward job)");
    REQUIRE(ben.theirs.size() == 1);
    CHECK(by_key(ben.theirs[0].what) == "The slides");
    REQUIRE(ben.goals.size() == 1);
    CHECK(by_key(ben.goals[0].reasons) ==
        "prepare.works_at(St. Anna). prepare.hires. prepare.knows(budgeting)");
    CHECK(by_key(ben.ask) ==
        "prepare.ask_last(Rosters). prepare.ask_promise(The slides). prepare.ask_need(a night nurse). "
        "prepare.tell_goal(Lead a ward). prepare.ask_whom. prepare.ask_help");
}

TEST_CASE("somebody of whom nothing is known yet still gives something to ask") {
    World world("[person eva]\ngiven_name = Eva\n");
    const PersonBrief eva = brief(world, "Eva");
    CHECK(by_key(eva.who) == "fact.never_in_touch");
    CHECK(eva.shared.empty());
    CHECK(eva.goals.empty());
    CHECK(by_key(eva.ask) == "prepare.ask_help");
}

TEST_CASE("one prepares for the others of a meeting, and for whom one means to meet at an event") {
    World world(R"(
[person me]
given_name = Me
self = yes
[person ben]
given_name = Ben
[interaction plan]
on = today+2
people = ben
people = me
summary = Plan
[event meetup]
name = Meetup
to_meet = ben
)");
    const std::vector<RecordId> ben{world.person("Ben")};
    CHECK(people_to_prepare_for(world.workspace, world.find(Kind::interaction, "Plan")) == ben);
    CHECK(people_to_prepare_for(world.workspace, world.find(Kind::event, "Meetup")) == ben);
}
