#include "base/phrase_lines.h"

#include <doctest/doctest.h>

#include <string>

using namespace kith;

TEST_CASE("a table of words has a role, a value and phrases in each line") {
    std::string read;
    each_phrase("# comment = none\n\nweekday 1 = Monday,  Mon \nskip=um,er\nno sign\nlast =",
        [&](std::string_view role, std::string_view value, std::string_view phrase) {
            read += std::string(role) + "/" + std::string(value) + "/" + std::string(phrase) + ";";
        });
    CHECK(read == "weekday/1/Monday;weekday/1/Mon;skip//um;skip//er;last//;");
}
