#include "journal/store.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <iterator>
#include <set>

#include "../workspace/random_edits.h"
#include "journal/transaction.h"

using namespace kith;
using namespace kith::testing;

namespace {

/// A frame as small as they come, told apart by its number.
std::string frame(std::uint64_t number, std::size_t size = 0) {
    Draft draft({"test", {std::string(size, 'x')}});
    std::string bytes;
    append_frame(bytes, draft, {number, ReplicaId{7}}, {});
    return bytes;
}

Result<> append(Store& store, const std::string& bytes) {
    const std::string_view view = bytes;
    return store.append(ReplicaId{7}, {&view, 1});
}

/// Reads everything that a store holds: the stamps of its frames.
std::set<std::uint64_t> contents(Store& store) {
    std::set<std::uint64_t> numbers;
    for (;;) {
        const auto more = store.load([&](const std::string& frames) {
            FrameReader reader(frames);
            FramesRead read;
            FrameReader::Next next{};
            while ((next = reader.next()) == FrameReader::Next::frame) {
                numbers.insert(reader.header().stamp.ticks);
                read.bytes = reader.offset();
            }
            read.too_new = next == FrameReader::Next::too_new;
            return read;
        });
        REQUIRE(more);
        if (!*more) return numbers;
    }
}

std::set<std::uint64_t> contents_of(MemoryFiles& files) {
    Store store(files);
    REQUIRE(store.open());
    return contents(store);
}

std::set<std::uint64_t> first(std::uint64_t count) {
    std::set<std::uint64_t> numbers;
    for (std::uint64_t i = 1; i <= count; ++i)
        numbers.insert(i);
    return numbers;
}

/// As a host does it.
bool sync(Store& store, MemoryFiles& files) {
    const std::uint64_t number = store.begin_sync();
    if (!files.sync()) {
        store.sync_failed();
        return false;
    }
    (void)store.synced(number);
    return true;
}

const auto nothing_healed = [](const StoreDamage&) { return false; };

}  // namespace

TEST_CASE("what is appended is there on the next start") {
    MemoryFiles files;
    Store store(files);
    REQUIRE(store.open());
    CHECK(store.empty());
    CHECK_FALSE(store.replica());
    for (std::uint64_t i = 1; i <= 5; ++i)
        REQUIRE(append(store, frame(i)));
    REQUIRE(sync(store, files));
    files.crash();

    Store again(files);
    REQUIRE(again.open());
    CHECK(again.replica() == ReplicaId{7});
    CHECK(contents(again) == first(5));
    CHECK(again.damage().empty());
    CHECK(again.progress() == 1);
}

TEST_CASE("a large file is read in pieces, and a frame larger than a piece whole") {
    MemoryFiles files;
    Store store(files);
    REQUIRE(store.open());
    std::vector<std::string> frames;
    for (std::uint64_t i = 1; i <= 40; ++i)
        frames.push_back(frame(i, i == 20 ? 3'000'000 : 100'000));
    const std::vector<std::string_view> views(frames.begin(), frames.end());
    REQUIRE(store.append(ReplicaId{7}, views));

    Store again(files);
    REQUIRE(again.open());
    CHECK(again.progress() == 0);
    CHECK(contents(again) == first(40));
}

TEST_CASE("files stay few, and each byte is rewritten a logarithmic number of times") {
    MemoryFiles files;
    Store store(files);
    REQUIRE(store.open());
    std::size_t most = 0;
    std::uint64_t appended = 0;
    constexpr std::uint64_t count = 20'000;
    for (std::uint64_t i = 1; i <= count; ++i) {
        const std::string bytes = frame(i, i == 5000 ? 1'000'000 : 150);  // an import among edits
        appended += bytes.size();
        REQUIRE(append(store, bytes));
        if (store.fold_due()) REQUIRE(store.fold());
        if (i % 3 == 0) REQUIRE(sync(store, files));
        most = std::max(most, store.file_count());
    }
    REQUIRE(sync(store, files));
    CHECK(most <= 40);
    CHECK(store.file_count() <= 24);
    CHECK(files.durable.size() <= 40);
    MESSAGE("at most " << most << " files, each byte written "
                       << static_cast<double>(files.bytes_written) / static_cast<double>(appended)
                       << " times");
    CHECK(files.bytes_written < 12 * appended);
    CHECK(contents_of(files) == first(count));
}

TEST_CASE("a crash at any point of a fold loses nothing") {
    for (const bool synced_in_between : {false, true}) {
        MemoryFiles files;
        Store store(files);
        REQUIRE(store.open());
        for (std::uint64_t i = 1; i <= 30; ++i) {
            REQUIRE(append(store, frame(i)));
            REQUIRE(sync(store, files));
        }
        const auto survives = [&] {
            MemoryFiles left;
            left.files = files.durable;
            CHECK(contents_of(left) == first(30));
            left.files = files.files;  // a host that stores as it writes
            CHECK(contents_of(left) == first(30));
        };
        REQUIRE(store.fold_due());
        REQUIRE(store.fold());
        survives();
        const std::uint64_t number = store.begin_sync();
        survives();
        if (synced_in_between) {
            // Another fold must not replace one that is not durable.
            for (std::uint64_t i = 31; i <= 60; ++i)
                REQUIRE(append(store, frame(i)));
            CHECK_FALSE(store.fold_due());
        }
        REQUIRE(files.sync());
        if (!synced_in_between) survives();
        CHECK(store.synced(number));
        CHECK(contents_of(files) == first(synced_in_between ? 60 : 30));
        REQUIRE(sync(store, files));
        CHECK(contents_of(files) == first(synced_in_between ? 60 : 30));
        Store again(files);
        REQUIRE(again.open());
        CHECK(contents(again).size() == (synced_in_between ? 60 : 30));
        CHECK(again.damage().empty());
    }
}

TEST_CASE("a fold that finds no room is taken back, and edits go on") {
    MemoryFiles files;
    Store store(files);
    REQUIRE(store.open());
    for (std::uint64_t i = 1; i <= 8; ++i)
        REQUIRE(append(store, frame(i, 1000)));
    REQUIRE(sync(store, files));
    REQUIRE(store.fold_due());
    REQUIRE(store.fold());
    files.capacity = 12'000;
    CHECK_FALSE(sync(store, files));
    REQUIRE(append(store, frame(9, 1000)));
    CHECK(sync(store, files));
    files.crash();
    CHECK(contents_of(files) == first(9));
}

TEST_CASE("whatever call fails, no acknowledged edit is lost, and later success heals") {
    for (const bool short_writes : {false, true}) {
        for (int n = 0; n < 600; ++n) {
            CAPTURE(n);
            MemoryFiles files;
            files.short_writes = short_writes;
            Store store(files);
            REQUIRE(store.open());
            files.fail_after = n;
            std::set<std::uint64_t> acknowledged;
            std::set<std::uint64_t> waiting;  // written, not synced
            std::uint64_t failed = 0;
            for (std::uint64_t i = 1; i <= 150; ++i) {
                const std::string bytes = frame(i);
                if (append(store, bytes))
                    waiting.insert(i);
                else if (++failed, append(store, bytes))
                    waiting.insert(i);
                if (i % 2 == 0 && sync(store, files)) {
                    acknowledged.merge(waiting);
                    waiting.clear();
                }
                if (i % 5 == 0 && store.fold_due()) (void)store.fold();
                if (i % 11 == 0) {  // what if the power goes now
                    MemoryFiles left;
                    left.files = files.durable;
                    const auto kept = contents_of(left);
                    REQUIRE(std::ranges::includes(kept, acknowledged));
                }
            }
            CHECK(failed <= 1);
            files.fail_after = -1;
            REQUIRE(sync(store, files));
            REQUIRE(sync(store, files));
            files.crash();
            Store again(files);
            REQUIRE(again.open());
            CHECK(contents(again) == first(150));
            CHECK(again.damage().empty());
        }
    }
}

TEST_CASE("a store cut or changed at any byte opens, keeps what comes before, and sets the rest aside") {
    MemoryFiles whole;
    Store store(whole);
    REQUIRE(store.open());
    const std::vector<std::string> frames = {frame(1), frame(2, 20), frame(3), frame(4, 5)};
    std::string_view both[] = {frames[0], frames[1]};
    REQUIRE(store.append(ReplicaId{7}, both));
    REQUIRE(append(store, frames[2]));
    REQUIRE(append(store, frames[3]));
    const std::string name = whole.files.begin()->first;
    const std::string bytes = whole.files.begin()->second;

    for (std::size_t at = 0; at < bytes.size(); ++at) {
        for (const int how : {0, 1, 2}) {
            CAPTURE(at);
            CAPTURE(how);
            MemoryFiles files;
            files.files = whole.files;
            std::string& changed = files.files[name];
            if (how == 0)
                changed.resize(at);
            else if (how == 1)
                changed[at] = static_cast<char>(changed[at] ^ 0x40);
            else
                changed.insert(at, 1, changed[at]);
            const std::string damaged = changed;

            Store opened(files);
            REQUIRE(opened.open());
            std::set<std::uint64_t> kept = contents(opened);
            CHECK(kept.contains(3));
            CHECK(kept.contains(4));
            if (at >= 12 + frames[0].size())
                CHECK(kept.contains(1));
            else if (how != 2)
                CHECK_FALSE(kept.contains(1));  // doubling a byte may change nothing before the next
            if (how == 0 && at == 12 + frames[0].size()) continue;  // cut between frames: nobody can tell
            if (how == 2 && opened.damage().empty()) continue;      // the same byte twice, at the very end
            if (opened.too_new()) {                                 // the version itself was changed
                CHECK_FALSE(opened.set_damage_aside(nothing_healed));
                CHECK_FALSE(append(opened, frame(5)));
                CHECK(files.files[name] == damaged);
                continue;
            }
            if (how == 0 && at == 12) continue;  // a file of no frames
            REQUIRE(opened.damage().size() == 1);
            CHECK(opened.damage()[0].file == name);
            CHECK_FALSE(opened.damage()[0].missing);
            CHECK_FALSE(opened.damage()[0].known);
            CHECK(files.files[name] == damaged);

            REQUIRE(opened.set_damage_aside(nothing_healed));
            REQUIRE(append(opened, frame(5)));
            REQUIRE(sync(opened, files));
            MemoryFiles early;  // the power goes before the damaged file is removed
            early.files = files.durable;
            Store twice(early);
            REQUIRE(twice.open());
            CHECK(contents(twice).contains(5));
            REQUIRE(twice.damage().size() == 1);
            CHECK(twice.damage()[0].known);
            REQUIRE(sync(opened, files));
            files.crash();
            CHECK_FALSE(files.files.contains(name));
            const auto aside = files.files.lower_bound("damaged-");
            REQUIRE(aside != files.files.end());
            if (!damaged.empty()) CHECK(damaged.ends_with(aside->second));
            Store again(files);
            REQUIRE(again.open());
            kept.insert(5);
            CHECK(contents(again) == kept);
            CHECK(again.damage().empty());  // said once
        }
    }
}

TEST_CASE("missing pieces are said, once") {
    MemoryFiles files;
    Store store(files);
    REQUIRE(store.open());
    for (std::uint64_t i = 1; i <= 6; ++i)
        REQUIRE(append(store, frame(i)));
    files.files.erase(std::next(files.files.begin(), 2), std::next(files.files.begin(), 4));
    Store opened(files);
    REQUIRE(opened.open());
    CHECK(contents(opened) == std::set<std::uint64_t>{1, 2, 5, 6});
    REQUIRE(opened.damage().size() == 1);
    CHECK(opened.damage()[0].missing);
    CHECK(opened.damage()[0].first == 3);
    CHECK(opened.damage()[0].last == 4);
    REQUIRE(opened.set_damage_aside(nothing_healed));
    Store again(files);
    REQUIRE(again.open());
    CHECK(contents(again).size() == 4);
    CHECK(again.damage().empty());
}

TEST_CASE("what another copy has is healed without a word, and its numbers are not used again") {
    MemoryFiles files;
    Store store(files);
    REQUIRE(store.open());
    for (std::uint64_t i = 1; i <= 4; ++i)
        REQUIRE(append(store, frame(i)));
    const std::string second = std::next(files.files.begin())->first;
    const std::string last = std::prev(files.files.end())->first;
    files.files[second].back() ^= 1;
    files.files.erase(last);
    Store opened(files);
    REQUIRE(opened.open());
    CHECK(contents(opened) == std::set<std::uint64_t>{1, 3});
    opened.avoid(last);
    REQUIRE(opened.set_damage_aside([&](const StoreDamage& damage) { return damage.file == second; }));
    REQUIRE(append(opened, frame(2) + frame(4)));
    CHECK_FALSE(files.files.contains(last));
    REQUIRE(sync(opened, files));
    CHECK(files.files.lower_bound("damaged-") == files.files.lower_bound("damaged."));
    Store again(files);
    REQUIRE(again.open());
    CHECK(contents(again) == first(4));
    CHECK(again.damage().empty());
}

TEST_CASE("a store of a newer version is read as far as it goes and never written") {
    MemoryFiles files;
    Store store(files);
    REQUIRE(store.open());
    REQUIRE(append(store, frame(1)));
    REQUIRE(append(store, frame(2)));
    files.files.begin()->second[8] = 4;
    const auto before = files.files;
    Store opened(files);
    REQUIRE(opened.open());
    CHECK(contents(opened) == std::set<std::uint64_t>{2});
    CHECK(opened.too_new());
    const auto refused = append(opened, frame(3));
    REQUIRE_FALSE(refused);
    CHECK(refused.error().kind == ErrorKind::too_new);
    CHECK_FALSE(opened.fold_due());
    REQUIRE(sync(opened, files));
    CHECK(files.files == before);
}

TEST_CASE("a store opened again finds what another tab wrote and folded") {
    MemoryFiles files;
    Store writer(files);
    REQUIRE(writer.open());
    for (std::uint64_t i = 1; i <= 10; ++i)
        REQUIRE(append(writer, frame(i)));
    Store reader(files);
    REQUIRE(reader.open());
    CHECK(contents(reader) == first(10));
    REQUIRE(append(writer, frame(11)));
    REQUIRE(reader.open());
    CHECK(contents(reader) == std::set<std::uint64_t>{11});
    REQUIRE(writer.fold());
    REQUIRE(sync(writer, files));
    REQUIRE(reader.open());
    CHECK(contents(reader) == first(11));
    REQUIRE(append(reader, frame(12)));
    CHECK(contents_of(files) == first(12));
}

TEST_CASE("a folder keeps files whole") {
    const std::filesystem::path folder = std::filesystem::temp_directory_path() / "kith-store-test";
    std::filesystem::remove_all(folder);
    std::filesystem::create_directories(folder);
    FolderFiles files(folder);
    Store store(files);
    REQUIRE(store.open());
    for (std::uint64_t i = 1; i <= 40; ++i) {
        REQUIRE(append(store, frame(i)));
        if (store.fold_due()) REQUIRE(store.fold());
        (void)store.synced(store.begin_sync());
    }
    Store again(files);
    REQUIRE(again.open());
    CHECK(contents(again) == first(40));
    CHECK(again.damage().empty());
    CHECK(again.file_count() < 15);
    const std::string_view piece = "x";
    REQUIRE(files.write("a-file", {&piece, 1}));
    CHECK(files.write("a-file", {&piece, 1}).error().kind == ErrorKind::conflict);
    REQUIRE(files.remove("a-file"));
    CHECK(files.remove("a-file").error().kind == ErrorKind::not_found);
    CHECK(files.read("a-file", 0, 1).error().kind == ErrorKind::not_found);
    std::filesystem::remove_all(folder);
}

TEST_CASE("a workspace comes back from its store with its history") {
    MemoryFiles files;
    Random random(3);
    Workspace workspace(ReplicaId{9});
    Store store(files);
    REQUIRE(store.open());
    std::size_t written = 0;
    for (int i = 0; i < 400; ++i) {
        random_step(workspace, random, moment(i * 1000));
        std::vector<std::string_view> frames;
        for (; written < workspace.transactions().size(); ++written)
            frames.push_back(workspace.transactions()[written].frame);
        if (!frames.empty()) REQUIRE(store.append(workspace.replica(), frames));
        if (store.fold_due()) REQUIRE(store.fold());
        REQUIRE(sync(store, files));
    }
    Store again(files);
    REQUIRE(again.open());
    Workspace back(again.replica());
    for (bool more = true; more;) {
        const auto step = again.load([&](std::string frames) {
            const ApplyReport report = back.apply(std::move(frames));
            return FramesRead{report.bytes_read, report.too_new};
        });
        REQUIRE(step);
        more = *step;
    }
    CHECK(picture(back) == picture(workspace));
    CHECK(full_history(back) == full_history(workspace));
}
