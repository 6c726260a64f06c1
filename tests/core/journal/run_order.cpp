// The numbers of sealed runs: of a history written in many series, by one device after the other or by two at once,
// nothing can be taken out of the middle.
#include "journal/run_order.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "base/random.h"

using namespace kith;

namespace {

RunFault fault_of(const std::vector<RunMark>& marks) {
    RunOrder order;
    for (const RunMark& mark : marks)
        order.add(mark);
    return order.fault();
}

/// Each series goes on where those ended that none goes on from yet; some are written together, in several runs.
std::vector<RunMark> some_history(Random& random) {
    std::vector<RunMark> marks;
    std::vector<RunPlace> ends;
    for (std::uint64_t count = 1 + random.below(5); count > 0; --count) {
        RunMark mark{.place = {.series = random(), .number = 0}, .is_end = false, .follows = ends};
        const bool beside = random.below(4) == 0;  // another that begins from the same
        for (std::uint64_t runs = 1 + random.below(5); runs > 0; --runs) {
            mark.is_end = runs == 1 || random.below(2) == 0;
            marks.push_back(mark);
            mark.follows.clear();
            ++mark.place.number;
        }
        if (!beside) ends.clear();
        ends.push_back(marks.back().place);
    }
    return marks;
}

}  // namespace

TEST_CASE("a mark is read as it was written, and nothing else is one") {
    Random random(1);
    for (int i = 0; i < 200; ++i) {
        RunMark mark{
            .place = {random(), static_cast<std::uint32_t>(random())}, .is_end = random.below(2) == 0};
        for (std::uint64_t count = random.below(4); count > 0; --count)
            mark.follows.push_back({random(), static_cast<std::uint32_t>(random())});
        std::string bytes;
        append_run_mark(bytes, mark);
        for (std::size_t size = 0; size < bytes.size(); ++size) {
            std::string_view cut = std::string_view(bytes).substr(0, size);
            CHECK_FALSE(take_run_mark(cut));
        }
        bytes += "what follows";
        std::string_view rest = bytes;
        const auto read = take_run_mark(rest);
        REQUIRE(read);
        CHECK(read->place == mark.place);
        CHECK(read->is_end == mark.is_end);
        CHECK(read->follows == mark.follows);
        CHECK(rest == "what follows");
        bytes[12] = 2;
        rest = bytes;
        CHECK_FALSE(take_run_mark(rest));
    }
}

TEST_CASE("nothing taken out of the middle of a history goes unnoticed, nor anything moved or repeated") {
    Random random(2);
    for (int history = 0; history < 2000; ++history) {
        CAPTURE(history);
        const std::vector<RunMark> marks = some_history(random);
        REQUIRE(fault_of(marks) == RunFault::none);
        const std::size_t at = random.below(marks.size());
        // Left out: all but the last that was written, which is the same as a copy from before that.
        auto harmed = marks;
        harmed.erase(harmed.begin() + static_cast<std::ptrdiff_t>(at));
        if (marks[at].place.number == 0 || at + 1 < marks.size()) {
            const bool was_followed = std::ranges::any_of(marks, [&](const RunMark& other) {
                const bool goes_on = other.place.series == marks[at].place.series &&
                    other.place.number > marks[at].place.number;
                return goes_on || std::ranges::contains(other.follows, marks[at].place);
            });
            if (was_followed) REQUIRE(fault_of(harmed) == RunFault::left_out);
        }
        // Repeated.
        harmed = marks;
        harmed.insert(harmed.begin() + static_cast<std::ptrdiff_t>(at + random.below(marks.size() - at)) + 1,
            marks[at]);
        REQUIRE(fault_of(harmed) == RunFault::repeated);
        // Moved, within its series.
        const std::size_t next = at + 1;
        if (next == marks.size() || marks[next].place.series != marks[at].place.series) continue;
        harmed = marks;
        std::swap(harmed[at], harmed[next]);
        REQUIRE(fault_of(harmed) == RunFault::moved);
    }
}

TEST_CASE("what was written together and is there in part is cut off") {
    Random random(3);
    for (int history = 0; history < 500; ++history) {
        std::vector<RunMark> marks = some_history(random);
        marks.back().is_end = false;
        CHECK(fault_of(marks) == RunFault::cut_off);
    }
    CHECK(fault_of({}) == RunFault::cut_off);
}
