// People as they are added by hand, and what is said of several at once.
#include "planning/people/adding.h"

#include "../world.h"
#include "planning/people/load.h"
#include "planning/people/saved_filters.h"
#include "planning/people/suggested_ties.h"

using namespace kith;
using namespace kith::testing;

namespace {

constexpr std::string_view story = R"(
[person ana]
given_name = Ana
[person ben]
given_name = Ben
[organisation anna]
name = St. Anna Hospital
[affiliation ana]
person = ana
organisation = anna
[event fair]
name = Job Fair
from = 2026-11-03
)";

struct Town : World {
    Town() : World(story) {}

    RecordId hospital() const { return find(Kind::organisation, "St. Anna Hospital"); }
    std::vector<RecordId> both() const { return {person("Ana"), person("Ben")}; }
};

}  // namespace

TEST_CASE_FIXTURE(
    Town, "somebody new comes with what is said of them, in an organisation that may be there") {
    Made made = add_person(workspace,
        {.given = " Zita ",
            .family = "Brandt",
            .email = "zita@example.org",
            .phone = " ",
            .role = "Nurse",
            .organisation = "st. anna hospital",
            .met = "the fair"},
        random);
    CHECK(carry_out(*this, std::move(made.draft)) == "change.add_person(Zita Brandt)");
    CHECK(person_name(workspace, made.record) == "Zita Brandt");
    CHECK(workspace.text(made.record, person::met_where) == "the fair");
    const auto points = workspace.elements(made.record, person::contact_points);
    REQUIRE(points.size() == 1);
    CHECK(row_part(points[0].value, person::contact_points::kind) == "email");
    const auto jobs = affiliations_of(workspace, made.record);
    REQUIRE(jobs.size() == 1);
    CHECK(workspace.reference(jobs[0], affiliation::organisation) == hospital());
    CHECK(workspace.text(jobs[0], affiliation::role) == "Nurse");
    made = add_person(workspace, {.given = "Max"}, random);
    commit(std::move(made.draft));
    CHECK(affiliations_of(workspace, made.record).empty());
}

TEST_CASE_FIXTURE(Town, "whoever is new at an event was met there, and nobody else") {
    const RecordId fair = find(Kind::event, "Job Fair");
    const RecordList list{.of = fair, .field = event::people, .joined_by = {}, .also = met_at_event};
    CHECK(carry_out(*this, add_to_list(list, workspace, {.fresh = "Max Holm"}, "Max Holm", "Fair", random)) ==
        "change.add_to(Max Holm, Fair)");
    const RecordId max = person("Max");
    CHECK(workspace.reference(max, person::met_at) == fair);
    CHECK(to_iso(workspace.date(max, person::met_on)) == "2026-11-03");
    CHECK(workspace.text(max, person::met_where) == "Job Fair");
    commit(add_to_list(list, workspace, {.record = person("Ana"), .fresh = {}}, "Ana", "Fair", random));
    CHECK_FALSE(workspace.reference(person("Ana"), person::met_at));
    CHECK(workspace.elements(fair, event::people).size() == 2);
}

TEST_CASE_FIXTURE(Town, "two people know each other, or somebody new is known") {
    const RecordId ana = person("Ana"), ben = person("Ben");
    CHECK(carry_out(*this, connect(ana, ben, "Ana", "Ben", random)) == "change.tie(Ana, Ben)");
    const RecordId tie = workspace.referrers(ana, tie::a).front();
    CHECK(workspace.reference(tie, tie::b) == ben);
    CHECK(workspace.choice(tie, tie::origin) == tie::origin::stated);
    Made made = add_acquaintance(ben, {.fresh = "Zita Brandt"}, "Zita Brandt", "Ben", random);
    CHECK(carry_out(*this, std::move(made.draft)) == "change.add_to(Zita Brandt, Ben)");
    CHECK(workspace.reference(made.record, tie::a) == ben);
    CHECK(workspace.reference(made.record, tie::b) == person("Zita"));
}

TEST_CASE_FIXTURE(Town, "a suggested connection is taken, or not suggested again") {
    const SuggestedTie pair{.a = person("Ana"), .b = person("Ben"), .kind = tie::kinds::colleague};
    CHECK(carry_out(*this, accept_tie(pair, "Ben", "Ana", random)) == "change.add_to(Ben, Ana)");
    const RecordId tie = workspace.referrers(pair.b, tie::b).front();
    CHECK(workspace.has(tie, tie::kinds, tie::kinds::colleague));
    CHECK(workspace.choice(tie, tie::origin) != tie::origin::stated);
    CHECK(carry_out(*this, refuse_tie(pair, "Ben", today, random)) == "change.not_suggested(Ben)");
    CHECK(workspace.count(Kind::action) == 1);
}

TEST_CASE_FIXTURE(Town, "one's own role somewhere makes a record of oneself, once") {
    CHECK(carry_out(*this, join_organisation(workspace, hospital(), "St. Anna", "Me", random)) ==
        "change.join(St. Anna)");
    const RecordId me = self(workspace);
    CHECK(person_name(workspace, me) == "Me");
    commit(join_organisation(workspace, hospital(), "St. Anna", "Me", random));
    CHECK(affiliations_of(workspace, me).size() == 2);
    CHECK(workspace.count(Kind::person) == 3);
}

TEST_CASE_FIXTURE(Town, "several people at once are one step") {
    const std::vector<RecordId> people = both();
    CHECK(carry_out(*this, set_circle(people, person::circle::closest_15, "closest 15")) ==
        "change.circle_people(closest 15, 2)");
    CHECK(carry_out(*this, set_rhythm(people, days{30}, "every month")) ==
        "change.rhythm_people(every month, 2)");
    CHECK(carry_out(*this, add_tag(people, "choir")) == "change.tag_people(choir, 2)");
    CHECK(
        carry_out(*this, place_in_organisation(workspace, people, "St.  Anna Hospital", " Nurse ", random)) ==
        "change.organisation_people(St. Anna Hospital, 2)");
    for (const RecordId one : people) {
        CHECK(workspace.choice(one, person::circle) == person::circle::closest_15);
        CHECK(workspace.integer(one, person::cadence_days) == 30);
        CHECK(workspace.texts(one, person::tags) == std::vector<std::string_view>{"choir"});
        CHECK(affiliations_of(workspace, one).size() == 1);  // Ana was there already
    }
    CHECK(workspace.text(affiliations_of(workspace, person("Ben"))[0], affiliation::role) == "Nurse");
    commit(set_rhythm(people, std::nullopt, "as their circle"));
    CHECK(workspace.get(people[0], person::cadence_days).empty());
}

TEST_CASE_FIXTURE(Town, "reminders are eased off for those who were chosen, and the time for them is kept") {
    const std::vector<Relaxation> chosen{
        {.people = {person("Ana")}, .every = {days{60}}}, {.people = {person("Ben")}, .every = {days{90}}}};
    CHECK(carry_out(*this, relax_rhythms(chosen)) == "today.relax_change");
    CHECK(workspace.integer(person("Ana"), person::cadence_days) == 60);
    CHECK(workspace.integer(person("Ben"), person::cadence_days) == 90);
    CHECK(carry_out(*this, set_time_for_contacts(workspace, 12)) == "today.change_time");
    CHECK(rules_of(workspace).contacts_a_month == 12);
}

TEST_CASE_FIXTURE(Town, "filters are kept in their order, and forgotten") {
    CHECK(carry_out(*this, save_filter(workspace, "Choir", "tag:choir", random)) ==
        "change.save_filter(Choir)");
    commit(save_filter(workspace, "All", "", random));
    const auto filters = saved_filters(workspace);
    REQUIRE(filters.size() == 2);
    CHECK(workspace.text(filters[0], saved_filter::query) == "tag:choir");
    CHECK(carry_out(*this, forget_filter(filters[0], "Choir")) == "change.forget_filter(Choir)");
    CHECK(saved_filters(workspace) == std::vector{filters[1]});
}
