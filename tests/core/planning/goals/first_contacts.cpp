#include "planning/goals/first_contacts.h"

#include "../finders.h"
#include "planning/goals/closest.h"

using namespace kith;
using namespace kith::testing;

namespace {

constexpr std::string_view story = R"(
[organisation north]
name = Northern Hospital
[person karin]
given_name = Karin
decides = hiring
[person maja]
given_name = Maja
[person yusuf]
given_name = Yusuf
[person agnes]
given_name = Agnes
[affiliation karin]
person = karin
organisation = north
role = Head of Cardiology
[affiliation yusuf]
person = yusuf
organisation = north
role = Nurse
[affiliation agnes]
person = agnes
organisation = north
role = Matron
[tie mk]
a = maja
b = karin
[interaction maja]
on = today-5
kind = coffee
people = maja
[interaction yusuf]
on = today-900
kind = call
people = yusuf
[goal lead]
wish = Lead a ward
organisations = north
needs = openings
needs = visibility
)";

struct Reader {
    World world{story};
    ContactBook contacts;
    ContactGraph graph;

    std::vector<FirstContact> read(std::size_t most = 5) {
        contacts.update(world.workspace);
        graph.update(world.workspace);
        const GraphSnapshot snapshot = graph_on(graph, {.day = world.today});
        const GoalCoverage coverage = cover_goal(
            world.workspace, contacts, roles_in(world), world.find(Kind::goal, "Lead a ward"), world.today);
        return first_contacts(
            world.workspace, contacts, coverage,
            [&](RecordId person) { return way_to(graph, snapshot, person); }, most);
    }
    std::vector<std::string> said() {
        std::vector<std::string> lines;
        for (const FirstContact& one : read())
            lines.push_back(person_name(world.workspace, one.person) + ": " + by_key(one.reasons));
        return lines;
    }
};

}  // namespace

TEST_CASE("whom to get to know for a goal comes with the reasons and the one who could introduce") {
    Reader reader;
    CHECK(reader.said() ==
        std::vector<std::string>{
            "Karin: fact.decides_hiring. fact.is_in_role(Head of Cardiology, Northern Hospital). "
            "first.through(Maja)",
            "Agnes: fact.is_in_role(Matron, Northern Hospital). first.no_way"});
    const auto firsts = reader.read();
    REQUIRE(firsts.size() == 2);
    CHECK(firsts[0].through == reader.world.person("Maja"));
    CHECK_FALSE(firsts[1].through);
    CHECK(reader.read(1).size() == 1);
}

TEST_CASE("who was spoken to, asked or has helped is no first contact any more") {
    Reader reader;
    World& world = reader.world;
    world.edit([&](Draft& draft) {
        const RecordId favour = draft.create(Kind::favour, world.random);
        draft.set(favour, favour::person, Value::reference(world.person("Agnes")));
        draft.set(favour, favour::goal, Value::reference(world.find(Kind::goal, "Lead a ward")));
        draft.set(favour, favour::kind, favour::kind::job_lead);
        draft.set(favour, favour::stage, favour::stage::asked);
    });
    CHECK(reader.read().size() == 1);
    world.interaction(world.today, {world.person("Karin")});
    CHECK(reader.read().empty());
}

TEST_CASE("a first contact becomes a step with both people in it") {
    Reader reader;
    World& world = reader.world;
    const FirstContact karin = reader.read().front();
    const RecordId goal = world.find(Kind::goal, "Lead a ward");
    RecordId step;
    world.edit([&](Draft& draft) {
        step = take_into_plan(draft, karin, goal, say("first.step_through", "Karin", "Maja"), world.random);
    });
    CHECK(world.workspace.elements(step, action::people).size() == 2);
    CHECK(world.workspace.reference(step, action::goal) == goal);
    CHECK(world.workspace.integer(step, action::effort_minutes) == 20);
}
