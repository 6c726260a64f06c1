#include "model/joined_name.h"

#include <doctest/doctest.h>

using namespace kith;

TEST_CASE("a name is joined in the order of its script") {
    CHECK(joined_name("Dr", "Ana María", "", "Núñez", "") == "Dr Ana María Núñez");
    CHECK(joined_name("", "Wiebke", "Anna", "van der Meer", "MBA") == "Wiebke Anna van der Meer MBA");
    CHECK(joined_name("", "민준", "", "김", "") == "김 민준");
    CHECK(joined_name("", "さくら", "", "田中", "") == "田中 さくら");
    CHECK(joined_name("", "Kenji", "", "田中", "") == "Kenji 田中");  // two scripts: nobody's order
    CHECK(joined_name("", "Πέτρος", "", "", "") == "Πέτρος");
    CHECK(joined_name("", "", "", "", "").empty());
}
