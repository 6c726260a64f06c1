#include "model/joined_name.h"

#include <doctest/doctest.h>

using namespace kith;

TEST_CASE("a name is joined in the order of its script") {
    CHECK(joined_name("Dr", "Ana María", "", "Núñez", "") == "Dr Ana María Núñez");
    CHECK(joined_name("", "Wiebke", "Anna", "van der Meer", "MBA") == "Wiebke Anna van der Meer, MBA");
    CHECK(joined_name("", "민준", "", "김", "") == "김 민준");
    CHECK(joined_name("", "さくら", "", "田中", "") == "田中 さくら");
    CHECK(joined_name("", "Kenji", "", "田中", "") == "Kenji 田中");  // two scripts: nobody's order
    CHECK(joined_name("", "Πέτρος", "", "", "") == "Πέτρος");
    CHECK(joined_name("", "", "", "", "").empty());
}

TEST_CASE("a title is said once, and degrees are parted from a name") {
    CHECK(joined_name("Dr.", "Dr. Helen", "", "Park", "") == "Dr. Helen Park");
    CHECK(joined_name("Dr", "Drake", "", "Park", "") == "Dr Drake Park");
    CHECK(joined_name("", "John", "", "Smith", "Jr., MD") == "John Smith Jr., MD");
    CHECK(joined_name("", "Ana", "", "Núñez", "DNP, RN") == "Ana Núñez, DNP, RN");
    CHECK(joined_name("", "", "", "", "MBA") == "MBA");
}

TEST_CASE("commas between the words of a name make no other name of it") {
    CHECK(is_same_name("Helen Park, DNP, RN", "Helen Park DNP RN"));
    CHECK_FALSE(is_same_name("Helen Park", "Helen Parks"));
    CHECK_FALSE(is_same_name("Helen Park", "helen park"));
}
