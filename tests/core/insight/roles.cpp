#include "insight/roles.h"

#include "../planning/world.h"

using namespace kith;
using namespace kith::testing;

namespace {

constexpr std::string_view story = R"([person jana]
given_name = Jana
headline = Hotelfachfrau | Betriebswirtin
[person tom]
given_name = Tom
[organisation firm]
name = Marsh & Lee LLP
[organisation school]
name = Hill School
[affiliation now]
person = jana
organisation = firm
role = Beirätin, Ostrava GmbH; Leiterin Vertrieb
[affiliation before]
person = jana
organisation = school
role = Teacher
past = yes
[affiliation tom]
person = tom
organisation = firm
role = Partner
)";

}  // namespace

TEST_CASE("roles are read from positions held now, then past ones, then the headline") {
    const World world(story);
    const auto roles = roles_of(world.workspace, world.person("Jana"));
    REQUIRE(roles.size() >= 4);
    CHECK(roles[0].organisation == world.find(Kind::organisation, "Marsh & Lee LLP"));
    CHECK(roles[0].role.aside);
    CHECK_FALSE(roles[0].main);
    CHECK(roles[1].role.function == JobFunction::sales);
    CHECK(roles[1].main);
    CHECK_FALSE(roles[1].past);
    CHECK(roles[2].role.function == JobFunction::teaching);
    CHECK(roles[2].past);
    CHECK_FALSE(static_cast<bool>(roles[3].affiliation));
    CHECK(roles[3].role.function == JobFunction::hospitality);
}

TEST_CASE("what a partner is depends on what the organisation is called now") {
    World world(story);
    const RecordId tom = world.person("Tom"), firm = world.find(Kind::organisation, "Marsh & Lee LLP");
    CHECK(world.insight.roles().of(tom).front().role.function == JobFunction::legal);
    const std::uint64_t revision = world.insight.roles().revision();
    CHECK(world.insight.roles().revision() == revision);  // nothing was touched
    world.edit([&](Draft& draft) { draft.set_text(firm, organisation::name, "Marsh & Lee"); });
    CHECK(world.insight.roles().of(tom).front().role.function != JobFunction::legal);
    CHECK(world.insight.roles().revision() != revision);
    world.edit([&](Draft& draft) { draft.trash(tom); });
    CHECK(world.insight.roles().of(tom).empty());
}

TEST_CASE("many titles are read in slices, and nothing is held back") {
    World world;
    world.edit([&](Draft& draft) {
        const RecordId firm = draft.create(Kind::organisation, world.random);
        draft.set_text(firm, organisation::name, "Kin");
        for (int i = 0; i < 500; ++i) {
            const RecordId person = draft.create(Kind::person, world.random);
            const RecordId position = draft.create(Kind::affiliation, world.random);
            draft.set_text(person, person::given_name, "P" + std::to_string(i));
            draft.set(position, affiliation::person, Value::reference(person));
            draft.set(position, affiliation::organisation, Value::reference(firm));
            draft.set_text(position, affiliation::role, "Electrician");
        }
    });
    Slices reading = world.insight.read_roles();
    int slices = 0;
    while (reading.step([] { return true; }))
        ++slices;
    CHECK(slices >= 25);
    const RecordId last = world.workspace.all(Kind::person).back();
    CHECK(world.insight.roles().of(last).size() == 1);
    // One edit that bears upon everybody is sliced as well.
    world.edit([&](Draft& draft) {
        draft.set_text(world.workspace.all(Kind::organisation).front(), organisation::name, "Kin & Co");
    });
    Slices again = world.insight.read_roles();
    CHECK(again.step([] { return true; }));
    again.finish();
    CHECK(world.insight.roles().of(last).front().role.function == JobFunction::trades);
}
