#include "identity/organisations.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <vector>

namespace kith::identity {

TEST_CASE("identity: Organisations are one but for what the law calls them") {
    using enum OrganisationLikeness;
    CHECK(compare_organisations("Hansa Logistik GmbH", "HANSA LOGISTIK") == same);
    CHECK(compare_organisations("Pine & Partner", "Pine and Partner") == same);
    CHECK(compare_organisations("Ortega y Hijos S.L.", "Ortega y Hijos") == same);
    CHECK(compare_organisations("Meyer GmbH & Co. KG", "Meyer") == same);
    CHECK(compare_organisations("Mercy General", "Mercy General Hospital") == longer);
    CHECK(compare_organisations("AONL", "American Organization for Nursing Leadership") == abbreviation);
    CHECK(compare_organisations("St. Anna Hospital", "St Anna Hosptial") == typing);
    CHECK(compare_organisations("Mercy General", "Mercy West") == different);
    CHECK(compare_organisations("Firm 12", "Firm 13") == different);
    CHECK(compare_organisations("Bank", "Group") == different);
    CHECK(compare_organisations("", "GmbH") == different);
}

TEST_CASE("identity: Likely organisations are found among many") {
    std::vector<std::string> names{"Mercy General", "Northwind", "AONL", "Mercy General Hospital", "Zeta",
        "American Organization for Nursing Leadership", "Northwind Traders Ltd", "Northwind Ltd"};
    std::vector<LikelyOrganisation> found;
    find_like_organisations(names, found).finish();
    const auto has = [&](std::uint32_t a, std::uint32_t b) {
        return std::ranges::any_of(
            found, [&](const LikelyOrganisation& one) { return one.a == a && one.b == b; });
    };
    CHECK(has(0, 3));
    CHECK(has(2, 5));
    CHECK(has(1, 7));
    CHECK_FALSE(has(0, 1));
}

}  // namespace kith::identity
