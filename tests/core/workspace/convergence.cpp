// Devices that exchange files come to the same, in whatever order the files arrive and however often.
// KITH_HISTORIES=100000 tries as many.
#include <doctest/doctest.h>

#include <algorithm>
#include <numeric>

#include "random_edits.h"

using namespace kith;
using namespace kith::testing;

namespace {

std::string frames_in(const Workspace& workspace) {
    std::string frames;
    for (const TransactionInfo& transaction : workspace.transactions())
        frames += transaction.frame;
    return frames;
}

/// Two to five devices: some clocks run ahead, some behind, and now and then one opens another's file or
/// takes that back.
struct Devices {
    explicit Devices(Random& random) : random(random) {
        const std::size_t count = 2 + random.below(4);
        for (std::size_t i = 0; i < count; ++i) {
            workspaces.emplace_back(ReplicaId{i + 1});
            skews.push_back(static_cast<std::int64_t>(random.below(200'000)) - 100'000);
        }
    }

    void live() {
        for (int step = 0; step < 20; ++step) {
            const std::size_t at = random.below(workspaces.size());
            const Instant now = moment(step * 1000 + skews[at]);
            random_step(workspaces[at], random, now);
            const Workspace& other = workspaces[random.below(workspaces.size())];
            switch (random.below(12)) {
                case 0: workspaces[at].apply(frames_in(other)); break;
                case 1:
                    workspaces[at].merge(
                        frames_in(other), Draft({"test.merge", {}}, TransactionKind::merge), now);
                    break;
                case 2: (void)workspaces[at].undo(now); break;
                default: break;
            }
        }
    }

    Random& random;
    std::vector<Workspace> workspaces;
    std::vector<std::int64_t> skews;
};

}  // namespace

TEST_CASE("every order in which the files of two to five devices arrive gives the same") {
    std::size_t orders = 0;
    for (std::uint64_t seed = 1; seed <= histories(40); ++seed) {
        CAPTURE(seed);
        Random random(seed);
        Devices devices(random);
        devices.live();
        std::vector<std::string> files;
        for (const Workspace& workspace : devices.workspaces)
            files.push_back(frames_in(workspace));
        std::vector<std::size_t> order(files.size());
        std::iota(order.begin(), order.end(), std::size_t{0});
        std::uint64_t expected = 0;
        bool first = true;
        do {
            Workspace joined(ReplicaId{99});
            for (const std::size_t i : order) {
                joined.apply(files[i]);
                if (random.below(4) == 0) joined.apply(files[order.front()]);  // comes twice
            }
            const std::uint64_t got = digest(joined);
            if (first) expected = got;
            first = false;
            ++orders;
            REQUIRE(got == expected);
        } while (std::ranges::next_permutation(order).found);
    }
    CHECK(orders > 100);
}

TEST_CASE("joining is commutative, associative and idempotent, transaction by transaction") {
    for (std::uint64_t seed = 1; seed <= histories(60); ++seed) {
        CAPTURE(seed);
        Random random(seed);
        Devices devices(random);
        devices.live();
        std::vector<std::string> frames;
        for (const Workspace& workspace : devices.workspaces) {
            for (std::string& frame : frames_of_all(workspace))
                frames.push_back(std::move(frame));
        }
        std::uint64_t expected = 0;
        for (int round = 0; round < 3; ++round) {
            std::shuffle(frames.begin(), frames.end(), random);
            Workspace joined(ReplicaId{99});
            for (const std::string& frame : frames)
                joined.apply(frame);
            if (round == 0) expected = digest(joined);
            REQUIRE(digest(joined) == expected);
        }
        for (Workspace& workspace : devices.workspaces) {
            std::shuffle(frames.begin(), frames.end(), random);
            for (const std::string& frame : frames)
                workspace.apply(frame);
            REQUIRE(digest(workspace) == expected);
        }
    }
}

TEST_CASE("opening a file is one step: undo gives exactly what was, redo exactly what came") {
    for (std::uint64_t seed = 1; seed <= histories(150); ++seed) {
        CAPTURE(seed);
        Random random(seed);
        Devices devices(random);
        devices.live();
        Workspace& here = devices.workspaces[0];
        const Picture before = picture(here);
        const MergeReport merged = here.merge(frames_in(devices.workspaces[1]),
            Draft({"test.merge", {}}, TransactionKind::merge), moment(300'000));
        if (!merged.stamp) continue;
        const Picture after = picture(here);
        REQUIRE(here.undo(moment(300'001)));
        REQUIRE(picture(here) == before);
        REQUIRE(here.redo(moment(300'002)));
        REQUIRE(picture(here) == after);
        // What is done in between is taken back first, and does not stand in the way.
        for (int i = 0; i < 5; ++i)
            (void)here.commit(random_draft(here, random), moment(300'010 + i));
        while (here.next_undo()->stamp != merged.stamp)
            REQUIRE(here.undo(moment(300'020)));
        REQUIRE(picture(here) == after);
        REQUIRE(here.undo(moment(300'030)));
        REQUIRE(picture(here) == before);
    }
}
