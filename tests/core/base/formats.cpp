#include "base/formats.h"

#include <doctest/doctest.h>

using namespace kith;

TEST_CASE("large numbers are divided as the locale does") {
    CHECK(grouped(0, {}) == "0");
    CHECK(grouped(999, {}) == "999");
    CHECK(grouped(1'000, {}) == "1,000");
    CHECK(grouped(1'234'567, {}) == "1,234,567");
    CHECK(grouped(1'234, {.sign = ".", .least_digits = 5}) == "1234");  // Spanish
    CHECK(grouped(12'345, {.sign = ".", .least_digits = 5}) == "12.345");
    CHECK(grouped(12'345'678, {.sign = ",", .others = 2}) == "1,23,45,678");  // Indian
    CHECK(grouped(12'345, {.sign = "\u202f"}) == "12\u202f345");              // French
    CHECK(grouped(12'345, {.sign = ""}) == "12345");
}
