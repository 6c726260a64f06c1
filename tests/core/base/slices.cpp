#include "base/slices.h"

#include <doctest/doctest.h>

#include <memory>
#include <vector>

using namespace kith;

namespace {

Slices count(std::vector<int>& seen, int from, int to) {
    for (int i = from; i < to; ++i) {
        seen.push_back(i);
        co_await next_slice;
    }
}

Slices count_in_parts(std::vector<int>& seen) {
    co_await count(seen, 0, 3);
    co_await Slices();  // nothing to do
    seen.push_back(100);
    for (int i = 0; i < 2; ++i)
        co_await count(seen, 3, 5);
    co_await next_slice;
}

Slices hold(std::shared_ptr<int> kept) {
    co_await next_slice;
    *kept = 2;
}

constexpr auto at_once = [] { return true; };

}  // namespace

TEST_CASE("work in slices does the same as in one go, parts and all") {
    std::vector<int> whole;
    count_in_parts(whole).finish();
    CHECK(whole == std::vector<int>{0, 1, 2, 100, 3, 4, 3, 4});

    std::vector<int> sliced;
    Slices work = count_in_parts(sliced);
    CHECK(sliced.empty());
    int slices = 1;
    while (work.step(at_once))
        ++slices;
    CHECK(sliced == whole);
    CHECK(slices == 9);
    CHECK(work.done());
    CHECK_FALSE(work.step(at_once));
}

TEST_CASE("work goes on until time is up") {
    std::vector<int> seen;
    Slices work = count(seen, 0, 100);
    CHECK(work.step([asked = 0]() mutable { return ++asked == 10; }));
    CHECK(seen.size() == 10);
    work.finish();
    CHECK(seen.size() == 100);
}

TEST_CASE("work that is thrown away half-way gives back what it held") {
    auto kept = std::make_shared<int>(1);
    {
        Slices work = hold(kept);
        CHECK(work.step(at_once));
        CHECK(kept.use_count() == 2);
        Slices other = std::move(work);
        CHECK(work.done());
        CHECK_FALSE(other.done());
    }
    CHECK(kept.use_count() == 1);
    CHECK(*kept == 1);
    Slices none;
    CHECK(none.done());
    none.finish();
}

TEST_CASE("a million parts one after the other need no more stack than one") {
    std::vector<int> seen;
    const auto many = [](std::vector<int>& list) -> Slices {
        for (int i = 0; i < 1'000'000; ++i) {
            list.clear();
            co_await count(list, 0, 1);
        }
    };
    many(seen).finish();
    CHECK(seen.size() == 1);
}

TEST_CASE("how much is done is counted in one way") {
    CHECK(part_done(0, 4) == 0);
    CHECK(part_done(1, 4) == 0.25);
    CHECK(part_done(4, 4) == 1);
    CHECK(part_done(5, 4) == 1);  // more came than was expected
    CHECK(part_done(0, 0) == 1);
    Pieces pieces(3);
    CHECK_FALSE(pieces.done());
    CHECK_FALSE(pieces.done());
    CHECK(pieces.done());
    CHECK(pieces.count() == 3);
}
