#include "base/sorting.h"

#include <doctest/doctest.h>

#include <numeric>

#include "base/random.h"

using namespace kith;

TEST_CASE("sorting in slices gives what sorting in one go gives, at every length") {
    Random random(3);
    for (const std::size_t count : {0, 1, 2, 2047, 2048, 2049, 4096, 5000, 10'000, 70'001}) {
        std::vector<std::uint64_t> items(count);
        for (std::uint64_t& item : items)
            item = random.below(1000) << 32 | random.below(1000);
        std::vector<std::uint64_t> expected = items;
        std::ranges::sort(expected);
        Slices work = sort_in_slices(items, [](std::uint64_t a, std::uint64_t b) { return a < b; });
        std::size_t pauses = 0;
        while (work.step([] { return true; }))
            ++pauses;
        CHECK(items == expected);
        CHECK(pauses >= count / 2048);
    }
}
