#include "base/kept.h"

#include <doctest/doctest.h>

#include <string>

using namespace kith;

TEST_CASE("a kept value is made once for each state of what it is made from") {
    Kept<int, int, std::string> kept;
    int made = 0;
    const auto get = [&](int revision, const std::string& words) {
        return kept.get(revision, words, [&] { return ++made; });
    };
    CHECK(kept.last() == 0);
    CHECK(get(0, "") == 1);  // also where all of it is nothing
    CHECK(get(0, "") == 1);
    CHECK(get(1, "") == 2);
    CHECK(get(1, "a") == 3);
    CHECK(get(0, "") == 4);  // only the last is kept
    CHECK(kept.last() == 4);
    kept.forget();
    CHECK(get(0, "") == 5);
}

TEST_CASE("what was made from something says when that has changed, and only once") {
    MadeFrom<int> made;
    CHECK(made.renew(3));
    CHECK_FALSE(made.renew(3));
    CHECK(made.renew(4));
    made.forget();
    CHECK(made.renew(4));
}
