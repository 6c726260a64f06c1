#include "titles/likeness.h"

#include <doctest/doctest.h>

#include "base/enums.h"
#include "titles/reading.h"

using namespace kith;

namespace {

RoleLikeness likeness(std::string_view title, std::string_view other) {
    return compare_roles(*read_title(title).main(), *read_title(other).main());
}

}  // namespace

TEST_CASE("mentors stand one to three rungs further in the same field") {
    CHECK(is_ahead(likeness("Product Manager", "Senior Product Manager")));
    CHECK(is_ahead(likeness("Head of Communications", "VP Corporate Communications")));
    CHECK(likeness("Staff Nurse", "Ward Manager").steps == 3);
    CHECK_FALSE(is_ahead(likeness("Product Manager", "Customer Success Manager")));
    CHECK_FALSE(is_ahead(likeness("Product Manager", "Project Manager")));
    CHECK_FALSE(is_ahead(likeness("Staff Nurse", "Chief Nursing Officer")));
}

TEST_CASE("peers hold the role under whatever name") {
    CHECK(is_peer(likeness("Product Manager", "产品经理")));
    CHECK(is_peer(likeness("Ward Manager", "Stationsleitung")));
    CHECK(is_peer(likeness("Head of Communications", "Directrice de la communication")));
    CHECK_FALSE(is_peer(likeness("Head of Communications", "Head of Network Communications (SCADA)")));
}

TEST_CASE("a shared word or field does not make roles alike") {
    CHECK(likeness("UX Lead", "Lead Fashion Designer").specialty == SpecialtyLikeness::different);
    CHECK_FALSE(is_peer(likeness("UX Lead", "Lead Fashion Designer")));
    CHECK(likeness("Sales Manager", "Sales Manager").phrase == doctest::Approx(1));
    CHECK(likeness("Nurse", "Nurse Recruiter").same_function == false);
}

TEST_CASE("recruiters for a field are told from those for others") {
    CHECK(recruits_for(*read_title("Nursing Recruitment Consultant").main(), JobFunction::nursing));
    CHECK_FALSE(recruits_for(*read_title("Nursing Recruitment Consultant").main(), JobFunction::legal));
    CHECK(recruits_for(*read_title("Recruiter").main(), JobFunction::legal));
}

TEST_CASE("likeness is mutual, but for the direction of the steps") {
    for (const std::string_view a :
        {"CFO", "Head Chef", "看護師", "Azubi Elektroniker", "Retired", "Founder"}) {
        for (const std::string_view b :
            {"Controller", "Sous Chef", "Nurse", "Elektriker", "Trustee", "CEO"}) {
            const JobRole one = read_title(a).roles.empty() ? JobRole{} : *read_title(a).main(),
                          two = *read_title(b).main();
            const RoleLikeness there = compare_roles(one, two), back = compare_roles(two, one);
            CHECK(there.same_function == back.same_function);
            CHECK(there.phrase == doctest::Approx(back.phrase));
            CHECK(there.steps.has_value() == back.steps.has_value());
            if (there.steps) CHECK(*there.steps == -*back.steps);
        }
    }
}
