#include "base/percent.h"

#include <doctest/doctest.h>

using namespace kith;

TEST_CASE("what is percent-encoded is read, and what only looks so stays") {
    CHECK(percent_decoded("Jos%C3%A9%20N%c3%BA%C3%B1ez") == "José Núñez");
    CHECK(percent_decoded("100%") == "100%");
    CHECK(percent_decoded("5%2") == "5%2");
    CHECK(percent_decoded("%zz%4g%41") == "%zz%4gA");
    CHECK(percent_decoded("").empty());
}

TEST_CASE("any bytes survive being percent-encoded") {
    CHECK(percent_encoded("José & co~") == "Jos%C3%A9%20%26%20co~");
    std::string all;
    for (int i = 0; i < 256; ++i)
        all += static_cast<char>(i);
    CHECK(percent_decoded(percent_encoded(all)) == all);
}
