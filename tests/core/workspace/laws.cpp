// The laws that the workspace stands on, over random histories.
#include <doctest/doctest.h>

#include <algorithm>

#include "random_edits.h"

using namespace kith;
using namespace kith::testing;

namespace {

std::vector<std::string> shuffled(std::vector<std::string> frames, Random& random) {
    std::shuffle(frames.begin(), frames.end(), random);
    return frames;
}

}  // namespace

TEST_CASE("changes applied in any order and any number of times give the same workspace") {
    for (std::uint64_t seed = 1; seed <= histories(150); ++seed) {
        CAPTURE(seed);
        Random random(seed);
        // Two or three replicas edit on their own, with clocks that run apart, and sometimes hear of each
        // other.
        std::vector<Workspace> replicas;
        const std::size_t count = 2 + random.below(2);
        for (std::size_t i = 0; i < count; ++i)
            replicas.emplace_back(ReplicaId{i + 1});
        for (int step = 0; step < 30; ++step) {
            Workspace& at = replicas[random.below(count)];
            const auto skew = static_cast<std::int64_t>(random.below(100'000)) - 50'000;
            random_step(at, random, moment(step * 1000 + skew));
            if (random.below(5) == 0) {
                for (const std::string& frame : frames_of_all(replicas[random.below(count)]))
                    at.apply(frame);
            }
        }
        std::vector<std::string> frames;
        for (const Workspace& replica : replicas) {
            for (std::string& frame : frames_of_all(replica))
                frames.push_back(std::move(frame));
        }
        Workspace first(ReplicaId{99});
        for (const std::string& frame : shuffled(frames, random))
            first.apply(frame);
        Workspace second(ReplicaId{98});
        for (const std::string& frame : shuffled(frames, random))
            second.apply(frame);
        for (const std::string& frame : shuffled(frames, random))
            second.apply(frame);
        REQUIRE(picture(first) == picture(second));
        REQUIRE(full_history(first) == full_history(second));
        for (Workspace& replica : replicas) {
            for (const std::string& frame : shuffled(frames, random))
                replica.apply(frame);
            REQUIRE(picture(replica) == picture(first));
        }
    }
}

TEST_CASE("undoing everything restores exactly, and redoing brings all of it back") {
    for (std::uint64_t seed = 1; seed <= histories(150); ++seed) {
        CAPTURE(seed);
        Random random(seed);
        Workspace workspace(ReplicaId{1});
        std::vector<Picture> pictures{picture(workspace)};
        for (int step = 0; step < 25; ++step) {
            const auto before = workspace.revision();
            (void)workspace.commit(random_draft(workspace, random), moment(step));
            if (workspace.revision() != before) pictures.push_back(picture(workspace));
        }
        for (std::size_t i = pictures.size() - 1; i-- > 0;) {
            REQUIRE(workspace.undo(moment(0)));
            REQUIRE(picture(workspace) == pictures[i]);
        }
        REQUIRE_FALSE(workspace.undo(moment(0)));
        for (std::size_t i = 1; i < pictures.size(); ++i) {
            REQUIRE(workspace.redo(moment(0)));
            REQUIRE(picture(workspace) == pictures[i]);
        }
        REQUIRE_FALSE(workspace.redo(moment(0)));
    }
}

TEST_CASE("undo and redo agree with a list of states, back and forth at random") {
    for (std::uint64_t seed = 1; seed <= histories(100); ++seed) {
        CAPTURE(seed);
        Random random(seed);
        Workspace workspace(ReplicaId{1});
        std::vector<Picture> states{picture(workspace)};
        std::size_t at = 0;
        for (int step = 0; step < 60; ++step) {
            const auto choice = random.below(3);
            if (choice == 0) {
                const auto before = workspace.revision();
                (void)workspace.commit(random_draft(workspace, random), moment(step));
                if (workspace.revision() == before) continue;
                states.resize(at + 1);
                states.push_back(picture(workspace));
                ++at;
            } else if (choice == 1) {
                REQUIRE(workspace.undo(moment(step)).has_value() == (at > 0));
                if (at > 0) --at;
            } else {
                REQUIRE(workspace.redo(moment(step)).has_value() == (at + 1 < states.size()));
                if (at + 1 < states.size()) ++at;
            }
            REQUIRE(picture(workspace) == states[at]);
            if (random.below(8) == 0) {  // a restart: the stacks are read off the journal
                std::string file;
                for (const std::string& frame : frames_of_all(workspace))
                    file += frame;
                Workspace again(ReplicaId{1});
                again.apply(std::move(file));
                REQUIRE(picture(again) == states[at]);
                workspace = std::move(again);
            }
        }
    }
}

TEST_CASE("derived lists agree with a plain scan") {
    for (std::uint64_t seed = 1; seed <= 60; ++seed) {
        CAPTURE(seed);
        Random random(seed);
        Workspace workspace(ReplicaId{1});
        for (int step = 0; step < 60; ++step)
            random_step(workspace, random, moment(step));
        std::size_t live = 0;
        for (const RecordId person : workspace.all(Kind::person)) {
            live += workspace.live(person) ? 1 : 0;
            std::vector<RecordId> scanned;
            for (const RecordId tie : workspace.all(Kind::tie)) {
                if (workspace.live(tie) && workspace.reference(tie, tie::a) == person) scanned.push_back(tie);
            }
            auto found = workspace.referrers(person, tie::a);
            std::ranges::sort(found);
            std::ranges::sort(scanned);
            REQUIRE(found == scanned);
        }
        REQUIRE(workspace.count(Kind::person) == live);
    }
}
