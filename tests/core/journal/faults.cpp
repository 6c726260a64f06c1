// Storage that fails for a while: nothing that was acknowledged is lost, and when it works again all is
// stored.
#include <doctest/doctest.h>

#include <algorithm>
#include <set>

#include "../workspace/random_edits.h"
#include "journal/store.h"

using namespace kith;
using namespace kith::testing;

namespace {

/// A host that edits, stores and folds, as the browser does, on files that fail when they are told to.
struct Host {
    explicit Host(std::uint64_t seed) : random(seed) { REQUIRE(store.open()); }

    void edit(int when) { random_step(workspace, random, moment(when)); }

    /// As storage.cpp writes: everything that is not in a file yet.
    bool write() {
        std::vector<std::string_view> frames;
        for (std::size_t i = written; i < workspace.transactions().size(); ++i)
            frames.push_back(workspace.transactions()[i].frame);
        if (frames.empty()) return true;
        if (!store.append(workspace.replica(), frames)) return false;
        written = workspace.transactions().size();
        return true;
    }
    /// True: what was done until now is acknowledged.
    bool save() {
        if (!write()) return false;
        const std::uint64_t number = store.begin_sync();
        if (!files.sync()) {
            store.sync_failed();
            return false;
        }
        (void)store.synced(number);
        acknowledged = written;
        if (store.fold_due()) (void)store.fold();
        return true;
    }
    /// What is there when the power goes now.
    std::set<Stamp> left() const {
        MemoryFiles disk;
        disk.files = files.durable;
        Store after(disk);
        REQUIRE(after.open());
        std::set<Stamp> stamps;
        for (bool more = true; more;) {
            const auto step = after.load([&](const std::string& frames) {
                FrameReader reader(frames);
                while (reader.next() == FrameReader::Next::frame)
                    stamps.insert(reader.header().stamp);
                return FramesRead{reader.offset(), false};
            });
            REQUIRE(step);
            more = *step;
        }
        return stamps;
    }
    std::set<Stamp> promised() const {
        std::set<Stamp> stamps;
        for (std::size_t i = 0; i < acknowledged; ++i)
            stamps.insert(workspace.transactions()[i].stamp);
        return stamps;
    }

    Random random;
    MemoryFiles files;
    Workspace workspace{ReplicaId{3}};
    Store store{files};
    std::size_t written = 0;
    std::size_t acknowledged = 0;
};

}  // namespace

TEST_CASE("storage that fails at the n-th call of 500 saved edits loses nothing acknowledged, and heals") {
    constexpr int operations = 500;
    Host whole(1);
    whole.files.fail_after = 1'000'000;
    for (int i = 0; i < operations; ++i) {
        whole.edit(i);
        REQUIRE(whole.save());
    }
    const int calls = 1'000'000 - whole.files.fail_after;
    REQUIRE(calls > operations);
    // Some of the calls usually; with KITH_HISTORIES=10000 every one.
    const int step = std::max(1, calls / static_cast<int>(std::min<std::uint64_t>(histories(12), 1'000'000)));
    for (int n = 0; n < calls; n += step) {
        CAPTURE(n);
        Host host(1);
        host.files.short_writes = n % 2 == 0;
        host.files.fail_after = n;
        host.files.failures = n % 3 == 0 ? 30 : n % 3 == 1 ? 4 : 1;
        for (int i = 0; i < operations; ++i) {
            host.edit(i);
            // The power may go at each of these moments.
            if (!host.save() || i % 100 == 0) REQUIRE(std::ranges::includes(host.left(), host.promised()));
        }
        host.files.fail_after = -1;
        REQUIRE(host.save());
        REQUIRE(host.save());
        REQUIRE(host.acknowledged == host.workspace.transactions().size());
        REQUIRE(std::ranges::includes(host.left(), host.promised()));
    }
}

TEST_CASE("a full disk loses nothing acknowledged, and saving goes on when there is room again") {
    for (std::uint64_t room = 200; room < 6000; room += 400) {
        CAPTURE(room);
        Host host(room);
        host.files.capacity = room;
        bool refused = false;
        for (int i = 0; i < 80; ++i) {
            host.edit(i);
            refused = !host.save() || refused;
        }
        CHECK(refused);
        REQUIRE(std::ranges::includes(host.left(), host.promised()));
        host.files.capacity = UINT64_MAX;
        REQUIRE(host.save());
        REQUIRE(host.acknowledged == host.workspace.transactions().size());
        REQUIRE(std::ranges::includes(host.left(), host.promised()));
    }
}

TEST_CASE("a clock that is set back a day keeps later edits later") {
    Workspace workspace(ReplicaId{1});
    Random random(2);
    Draft first({"test.first", {}});
    const RecordId ana = first.create(Kind::person, random);
    first.set_text(ana, person::notes, "Before");
    REQUIRE(workspace.commit(std::move(first), moment(86'400'000)));
    Draft second({"test.second", {}});
    second.set_text(ana, person::notes, "After");
    REQUIRE(workspace.commit(std::move(second), moment(0)));
    CHECK(workspace.text(ana, person::notes) == "After");
    REQUIRE(workspace.undo(moment(0)));
    CHECK(workspace.text(ana, person::notes) == "Before");
}
