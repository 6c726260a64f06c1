#include "planning/giving/celebrations.h"

#include "../world.h"

using namespace kith;
using namespace kith::testing;

namespace {

std::vector<std::string> listed(World& world, const CelebrationSpan& span = {}) {
    std::vector<std::string> lines;
    for (const Celebration& one : celebrations(world.workspace, world.today, span)) {
        std::string line = to_iso(one.on) + " " + by_key(celebration_title(world.workspace, one));
        if (one.congratulated) line += " (congratulated)";
        if (one.set_aside) line += " (set aside)";
        lines.push_back(line);
    }
    return lines;
}

using Lines = std::vector<std::string>;

}  // namespace

TEST_CASE("birthdays come round with and without a year, and 29 February every year") {
    World world(R"(
[person ana]
given_name = Ana
birthday = 1974-11-22
[person ben]
given_name = Ben
birthday = --12-01
[person amina]
given_name = Amina
birthday = --02-29
[person old]
given_name = Old
birthday = 1950
[person month]
given_name = Month
birthday = --11
)");
    CHECK(listed(world) ==
        Lines{"2026-11-22 celebration.birthday_years(Ana, 52)", "2026-12-01 celebration.birthday(Ben)"});
    world.today = on(2027, 2, 10);
    CHECK(listed(world) == Lines{"2027-02-28 celebration.birthday(Amina)"});
    world.today = on(2028, 2, 10);
    CHECK(listed(world) == Lines{"2028-02-29 celebration.birthday(Amina)"});
    world.today = on(2026, 12, 28);  // over New Year
    world.edit([&](Draft& draft) {
        draft.set(world.person("Ben"), person::birthday, Value::date(*parse_iso_date("--01-03")));
    });
    CHECK(listed(world) == Lines{"2027-01-03 celebration.birthday(Ben)"});
}

TEST_CASE("a birthday that was missed can be made good for a week") {
    World world("[person ana]\ngiven_name = Ana\nbirthday = --11-15\n");
    CHECK(listed(world) == Lines{"2026-11-15 celebration.birthday(Ana)"});
    world.today += days{3};
    CHECK(listed(world).empty());
}

TEST_CASE("years at work are celebrated where somebody still works") {
    World world(R"(
[organisation clinic]
name = City Clinic
[organisation club]
name = Chess Club
kind = community
[person ben]
given_name = Ben
[affiliation now]
person = ben
organisation = clinic
from = 2021-12-01
[affiliation member]
person = ben
organisation = club
from = 2020-12-01
[affiliation before]
person = ben
organisation = clinic
from = 2015-12-02
to = 2018-01-01
)");
    CHECK(listed(world) == Lines{"2026-12-01 celebration.work_anniversary(Ben, 5, City Clinic)"});
}

TEST_CASE("new jobs and promotions are noticed in an import of somebody who was known before") {
    World world(R"(
[organisation clinic]
name = City Clinic
[organisation north]
name = Northern
[person ben]
given_name = Ben
[person eva]
given_name = Eva
[affiliation ben_old]
person = ben
organisation = clinic
role = Nurse
[affiliation eva_now]
person = eva
organisation = clinic
role = Nurse
)");
    world.today += days{20};
    CHECK(listed(world).empty());
    Draft import({"import.done", {"Connections.csv", 1}}, TransactionKind::import);
    import.set(world.workspace.referrers(world.person("Ben"), affiliation::person)[0], affiliation::past,
        Value::boolean(true));
    const RecordId fresh = import.create(Kind::affiliation, world.random);
    import.set(fresh, affiliation::person, Value::reference(world.person("Ben")));
    import.set(
        fresh, affiliation::organisation, Value::reference(world.find(Kind::organisation, "Northern")));
    import.set_text(fresh, affiliation::role, "Head Nurse");
    import.set_text(world.workspace.referrers(world.person("Eva"), affiliation::person)[0], affiliation::role,
        "Senior Nurse");
    // Somebody who came with the same import has no news to tell.
    const RecordId newcomer = import.create(Kind::person, world.random);
    import.set_text(newcomer, person::given_name, "New");
    const RecordId job = import.create(Kind::affiliation, world.random);
    import.set(job, affiliation::person, Value::reference(newcomer));
    import.set(job, affiliation::organisation, Value::reference(world.find(Kind::organisation, "Northern")));
    world.commit(std::move(import));
    CHECK(listed(world) ==
        Lines{"2026-12-10 celebration.new_job(Ben, Head Nurse, Northern)",
            "2026-12-10 celebration.promotion(Eva, Senior Nurse)"});
    world.today += days{61};
    CHECK(listed(world).empty());
    world.today -= days{61};
    REQUIRE(world.workspace.undo(world.now()));
    CHECK(listed(world).empty());
}

TEST_CASE("a longer name of the same employer is no new job to congratulate on") {
    World world(R"(
[organisation mercy]
name = Mercy General
[organisation hospital]
name = Mercy General Hospital
[person ben]
given_name = Ben
[person eva]
given_name = Eva
[affiliation ben_old]
person = ben
organisation = mercy
role = Nurse
[affiliation eva_old]
person = eva
organisation = mercy
role = Nurse
)");
    world.today += days{20};
    Draft import({"import.done", {"Connections.csv", 1}}, TransactionKind::import);
    const auto employ = [&](std::string_view person, std::string_view role) {
        const RecordId fresh = import.create(Kind::affiliation, world.random);
        import.set(fresh, affiliation::person, Value::reference(world.person(person)));
        import.set(fresh, affiliation::organisation,
            Value::reference(world.find(Kind::organisation, "Mercy General Hospital")));
        import.set_text(fresh, affiliation::role, role);
    };
    employ("Ben", "nurse");
    employ("Eva", "Head Nurse");
    world.commit(std::move(import));
    CHECK(listed(world) == Lines{"2026-12-10 celebration.promotion(Eva, Head Nurse)"});
}

TEST_CASE("a promotion noted by hand with its day is news too") {
    World world;
    auto sample = sample_network(world.today, world.random);
    REQUIRE(sample);
    world.commit(std::move(*sample));
    CHECK(std::ranges::contains(
        listed(world), std::string("2026-11-11 celebration.promotion(Wang Xiaoming, Head Nurse)")));
}

TEST_CASE("what was congratulated or set aside says so, once for each year") {
    World world("[person ana]\ngiven_name = Ana\nbirthday = 1974-11-22\n");
    auto found = celebrations(world.workspace, world.today);
    REQUIRE(found.size() == 1);
    world.edit([&](Draft& draft) { congratulate(draft, found[0], world.today, world.random); });
    CHECK(listed(world) == Lines{"2026-11-22 celebration.birthday_years(Ana, 52) (congratulated)"});
    CHECK(world.workspace.count(Kind::celebration) == 1);
    world.today = on(2027, 11, 20);
    CHECK(listed(world) == Lines{"2027-11-22 celebration.birthday_years(Ana, 53)"});
    found = celebrations(world.workspace, world.today);
    world.edit([&](Draft& draft) { set_aside(draft, found[0], world.random); });
    CHECK(listed(world) == Lines{"2027-11-22 celebration.birthday_years(Ana, 53) (set aside)"});
    CHECK_FALSE(celebrations(world.workspace, world.today)[0].open());
}

TEST_CASE("the day one was connected on LinkedIn is nothing to celebrate") {
    World world;
    world.edit([&](Draft& draft) {
        const RecordId ana = draft.create(Kind::person, world.random);
        draft.set_text(ana, person::given_name, "Ana");
        draft.add_row(ana, person::dates, {"2020-11-22", "Connected on LinkedIn"}, world.random);
        draft.add_row(ana, person::dates, {"2020-11-23", "Name day"}, world.random);
    });
    const std::vector<Celebration> found = celebrations(world.workspace, world.today);
    REQUIRE(found.size() == 1);
    CHECK(found.front().what == "Name day");
}
