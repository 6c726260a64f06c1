// Whatever happens to the bytes of a store, it opens, keeps every transaction before the damage and all of
// the other files, sets the rest aside and says so.
#include <doctest/doctest.h>

#include <algorithm>
#include <map>
#include <set>

#include "../workspace/random_edits.h"
#include "journal/store.h"

using namespace kith;
using namespace kith::testing;

namespace {

enum class Harm : std::uint8_t { cut, flip, twice, drop };
constexpr Harm every_harm[] = {Harm::cut, Harm::flip, Harm::twice, Harm::drop};

std::string harmed(std::string bytes, Harm harm, std::size_t at, Random& random) {
    switch (harm) {
        case Harm::cut: bytes.resize(at); break;
        case Harm::flip: bytes[at] = static_cast<char>(bytes[at] ^ (1 << random.below(8))); break;
        case Harm::twice: bytes.insert(at, 1, bytes[at]); break;
        case Harm::drop: bytes.erase(at, 1); break;
    }
    return bytes;
}

/// A workspace lived in for a while, in the files of a store: folded ones, and the latest on their own.
struct Lived {
    Lived(std::uint64_t seed, int steps) {
        Random random(seed);
        Store store(files);
        REQUIRE(store.open());
        std::size_t written = 0;
        for (int i = 0; i < steps; ++i) {
            random_step(workspace, random, moment(i * 1000));
            std::vector<std::string_view> frames;
            for (; written < workspace.transactions().size(); ++written)
                frames.push_back(workspace.transactions()[written].frame);
            if (!frames.empty()) REQUIRE(store.append(workspace.replica(), frames));
            if (store.fold_due()) REQUIRE(store.fold());
            const std::uint64_t number = store.begin_sync();
            REQUIRE(files.sync());
            (void)store.synced(number);
        }
        for (const auto& [name, bytes] : files.files)
            read_file(name, bytes);
    }

    /// Notes where in a file which transaction ends.
    void read_file(const std::string& name, std::string_view bytes) {
        const std::string_view frames = frames_of(bytes).value();
        FrameReader reader(frames);
        while (reader.next() == FrameReader::Next::frame) {
            ends[name].emplace(bytes.size() - frames.size() + reader.offset(), reader.header().stamp);
            all.insert(reader.header().stamp);
        }
    }

    /// What must still be there when a file is damaged at a byte: all before it, and all other files.
    std::set<Stamp> must_keep(const std::string& name, std::size_t at) const {
        std::set<Stamp> kept;
        for (const auto& [file, frames] : ends) {
            for (const auto& [end, stamp] : frames) {
                if (file != name || end <= at) kept.insert(stamp);
            }
        }
        return kept;
    }
    bool ends_at(const std::string& name, std::size_t at) const {
        return at == file_header().size() || ends.at(name).contains(at);
    }

    MemoryFiles files;
    Workspace workspace{ReplicaId{7}};
    std::map<std::string, std::map<std::size_t, Stamp>> ends;
    std::set<Stamp> all;
};

std::set<Stamp> read_stamps(Store& store) {
    std::set<Stamp> stamps;
    for (bool more = true; more;) {
        const auto step = store.load([&](const std::string& frames) {
            FrameReader reader(frames);
            FramesRead read;
            FrameReader::Next next{};
            while ((next = reader.next()) == FrameReader::Next::frame) {
                stamps.insert(reader.header().stamp);
                read.bytes = reader.offset();
            }
            read.too_new = next == FrameReader::Next::too_new;
            return read;
        });
        REQUIRE(step);
        more = *step;
    }
    return stamps;
}

Workspace read_workspace(Store& store) {
    Workspace workspace(ReplicaId{7});
    for (bool more = true; more;) {
        const auto step = store.load([&](std::string frames) {
            const ApplyReport report = workspace.apply(std::move(frames));
            return FramesRead{report.bytes_read, report.too_new};
        });
        REQUIRE(step);
        more = *step;
    }
    return workspace;
}

const auto nothing_healed = [](const StoreDamage&) { return false; };

/// Opens a store with one file harmed and holds it to its promises.
void try_harm(const Lived& lived, const std::string& name, Harm harm, std::size_t at, Random& random) {
    CAPTURE(name);
    CAPTURE(at);
    CAPTURE(static_cast<int>(harm));
    MemoryFiles files;
    files.files = lived.files.files;
    const std::string before = files.files[name];
    const std::string after = harmed(before, harm, at, random);
    files.files[name] = after;

    Store store(files);
    REQUIRE(store.open());
    const std::set<Stamp> kept = read_stamps(store);
    REQUIRE(std::ranges::includes(kept, lived.must_keep(name, at)));
    REQUIRE(std::ranges::includes(lived.all, kept));
    REQUIRE(files.files[name] == after);  // reading changes nothing
    if (store.too_new()) {                // the version itself was changed: a clear refusal, nothing written
        REQUIRE_FALSE(store.set_damage_aside(nothing_healed));
        REQUIRE(files.files[name] == after);
        return;
    }
    if (after == before) return;  // one of two equal bytes that stand together
    // Whole frames are missing from the end, or the first byte after them stands there twice: nobody can
    // tell the first, and the second lost nothing.
    if (harm == Harm::cut && lived.ends_at(name, at)) return;
    REQUIRE(store.damage().size() == 1);
    REQUIRE(store.damage()[0].file == name);
    REQUIRE(store.set_damage_aside(nothing_healed));
    const auto aside = files.files.lower_bound("damaged-");
    if (aside != files.files.end() && aside->first.starts_with("damaged-"))
        REQUIRE(after.ends_with(aside->second));
    else
        REQUIRE(after.size() <= file_header().size());  // there was nothing to keep
    files.fail_after = -1;
    const std::uint64_t number = store.begin_sync();
    REQUIRE(files.sync());
    (void)store.synced(number);
    Store again(files);
    REQUIRE(again.open());
    REQUIRE(read_stamps(again) == kept);
    REQUIRE(again.damage().empty());  // said once
}

}  // namespace

TEST_CASE("a small workspace outlives damage at every byte of every file") {
    const Lived lived(1, 14);
    Random random(2);
    std::size_t places = 0;
    for (const auto& [name, bytes] : lived.files.files) {
        for (std::size_t at = 0; at < bytes.size(); ++at) {
            for (const Harm harm : every_harm) {
                try_harm(lived, name, harm, at, random);
                ++places;
            }
        }
    }
    CHECK(places > 2000);
}

// 150 steps usually; with KITH_HISTORIES=20000 as many, which is a workspace of some megabytes.
TEST_CASE("a larger workspace outlives damage at ten thousand random places") {
    const Lived lived(3, static_cast<int>(histories(150)));
    REQUIRE(lived.files.files.size() >= 3);  // folding leaves few or many
    std::vector<std::string> names;
    for (const auto& [name, bytes] : lived.files.files)
        names.push_back(name);
    Random random(4);
    for (int i = 0; i < 10'000; ++i) {
        const std::string& name = names[random.below(names.size())];
        const std::size_t at = random.below(lived.files.files.at(name).size());
        try_harm(lived, name, every_harm[random.below(std::size(every_harm))], at, random);
    }
}

TEST_CASE("a damaged store is the workspace that the transactions before the damage make") {
    const Lived lived(5, 40);
    Random random(6);
    for (const auto& [name, bytes] : lived.files.files) {
        for (int i = 0; i < 10; ++i) {
            const std::size_t at = random.below(bytes.size());
            MemoryFiles files;
            files.files = lived.files.files;
            files.files[name] = harmed(bytes, Harm::flip, at, random);
            Store store(files);
            REQUIRE(store.open());
            const Workspace opened = read_workspace(store);
            const std::set<Stamp> kept = lived.must_keep(name, at);
            Workspace expected(ReplicaId{7});
            for (const TransactionInfo& transaction : lived.workspace.transactions()) {
                if (kept.contains(transaction.stamp)) expected.apply(std::string(transaction.frame));
            }
            REQUIRE(picture(opened) == picture(expected));
        }
    }
}

TEST_CASE("a missing checkpoint is said, and what was written after it is there") {
    const Lived lived(7, 60);
    const auto largest =
        std::ranges::max_element(lived.files.files, {}, [](const auto& file) { return file.second.size(); });
    MemoryFiles files;
    files.files = lived.files.files;
    files.files.erase(largest->first);
    Store store(files);
    REQUIRE(store.open());
    const std::set<Stamp> kept = read_stamps(store);
    CHECK(kept == lived.must_keep(largest->first, 0));
    REQUIRE(store.damage().size() == 1);
    CHECK(store.damage()[0].missing);
    CHECK(store.damage()[0].file == largest->first);
}

TEST_CASE("a step of a kind that only a newer Kith knows is refused, and nothing is written over") {
    const Lived lived(8, 10);
    MemoryFiles files;
    files.files = lived.files.files;
    Draft later({"test.later", {}}, static_cast<TransactionKind>(40));
    std::string frame;
    append_frame(frame, later, {lived.all.rbegin()->ticks + 1, ReplicaId{7}}, {});
    const std::string_view view = frame;
    Store writer(files);
    REQUIRE(writer.open());
    REQUIRE(writer.append(ReplicaId{7}, {&view, 1}));
    const auto before = files.files;
    Store store(files);
    REQUIRE(store.open());
    CHECK(read_stamps(store) == lived.all);
    CHECK(store.too_new());
    CHECK(store.append(ReplicaId{7}, {&view, 1}).error().kind == ErrorKind::too_new);
    CHECK(files.files == before);
}
