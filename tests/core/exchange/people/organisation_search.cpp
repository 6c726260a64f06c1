// The same organisation under two names: found, told apart, joined.
#include "exchange/people/organisation_search.h"

#include <doctest/doctest.h>

#include "../../workspace/random_edits.h"
#include "exchange/people/identity_answers.h"
#include "exchange/people/joining.h"
#include "model/fields.h"

using namespace kith;
using namespace kith::testing;

namespace {

struct Organisations {
    RecordId add(std::string_view name) {
        Draft draft({"test.add", {}});
        const RecordId record = draft.create(Kind::organisation, random);
        draft.set_text(record, organisation::name, name);
        commit(std::move(draft));
        return record;
    }
    RecordId employ(RecordId person, RecordId organisation, std::string_view role) {
        Draft draft({"test.employ", {}});
        const RecordId job = draft.create(Kind::affiliation, random);
        draft.set(job, affiliation::person, Value::reference(person));
        draft.set(job, affiliation::organisation, Value::reference(organisation));
        draft.set_text(job, affiliation::role, role);
        commit(std::move(draft));
        return job;
    }
    RecordId person() {
        Draft draft({"test.person", {}});
        const RecordId record = draft.create(Kind::person, random);
        draft.set_text(record, person::given_name, "Noor");
        commit(std::move(draft));
        return record;
    }
    void commit(Draft draft) { REQUIRE(workspace.commit(std::move(draft), moment(++time))); }
    const std::vector<LikeOrganisations>& found() {
        search.catch_up(workspace).finish();
        return search.found();
    }

    Random random{4};
    Workspace workspace{ReplicaId{1}};
    OrganisationSearch search;
    std::int64_t time = 0;
};

}  // namespace

TEST_CASE_FIXTURE(Organisations, "names that are one organisation's in all likelihood are asked about") {
    const RecordId mercy = add("Mercy General");
    add("Riverside Clinic");
    CHECK(found().empty());
    const RecordId hospital = add("Mercy General Hospital");
    REQUIRE(found().size() == 1);
    CHECK(search.found()[0].a == mercy);
    CHECK(search.found()[0].b == hospital);
    CHECK(search.found()[0].likeness == identity::OrganisationLikeness::longer);
    commit(tell_apart(workspace, hospital, mercy));
    CHECK(found().empty());
}

TEST_CASE_FIXTURE(
    Organisations, "joined, people of both work at the one, and a role that both had is one role") {
    const RecordId mercy = add("Mercy General"), hospital = add("Mercy General Hospital");
    const RecordId noor = person(), ines = person();
    employ(noor, mercy, "Ward Manager");
    const RecordId twice = employ(noor, hospital, "ward manager");
    const RecordId moved = employ(ines, hospital, "Nurse");
    REQUIRE(found().size() == 1);
    commit(join_records(workspace, {mercy, hospital}, random));
    CHECK(workspace.state(hospital) == RecordState::trashed);
    CHECK(workspace.state(twice) == RecordState::trashed);
    CHECK(workspace.reference(moved, affiliation::organisation) == mercy);
    CHECK(workspace.referrers(mercy, affiliation::organisation).size() == 2);
    CHECK(found().empty());
}

TEST_CASE_FIXTURE(Organisations, "what changes while the search pauses is looked at in the end") {
    for (const char* name : {"Norden Tech", "Adler Freight", "Castillo Labs"})
        add(name);
    Slices work = search.catch_up(workspace);
    REQUIRE(work.step([] { return true; }));
    add("Adler Freight GmbH");
    work.finish();
    CHECK(search.done());
    CHECK(search.found().size() == 1);
}
