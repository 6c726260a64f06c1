// Setting, changing and removing the passphrase of a store, with a crash or a fault at every step: one
// passphrase, the old or the new one, always opens all that was acknowledged.
#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <set>

#include "journal/sealed_file.h"
#include "journal/store.h"
#include "journal/transaction.h"

using namespace kith;

namespace {

using Passphrase = std::optional<std::string>;

std::string frame(std::uint64_t number) {
    Draft draft({"test", {}});
    std::string bytes;
    append_frame(bytes, draft, {number, ReplicaId{7}}, {});
    return bytes;
}

/// What a store shows to somebody who knows one passphrase, or none.
struct Sight {
    std::set<std::uint64_t> numbers;
    std::size_t locked = 0;
    std::size_t damaged = 0;
};

Sight look(const MemoryFiles::Contents& contents, const Passphrase& passphrase) {
    MemoryFiles files;
    files.files = contents;
    Store store(files);
    REQUIRE(store.open());
    std::map<std::string, Seal, std::less<>> keys;
    const auto heads = store.sealed_heads();
    REQUIRE(heads);
    for (const std::string& head : *heads) {
        if (!passphrase) continue;
        if (const auto seal = Seal::open(head, *passphrase, 1)) {
            keys.emplace(head, *seal);
            store.can_open(head);
        }
    }
    Sight sight;
    for (;;) {
        const auto run = store.next();
        REQUIRE(run);
        if (!*run) break;
        OpenedFrames opened{.frames = (*run)->frames, .bytes = (*run)->frames.size()};
        if (const auto key = keys.find((*run)->head); key != keys.end())
            opened = key->second.open_frames((*run)->frames);
        FrameReader reader(opened.frames);
        while (reader.next() == FrameReader::Next::frame)
            sight.numbers.insert(reader.header().stamp.ticks);
        store.took({opened.bytes, false});
    }
    sight.locked = store.locked();
    sight.damaged = store.damage().size();
    return sight;
}

/// A host that saves as the browser does.
struct Host {
    explicit Host(const Passphrase& passphrase) {
        REQUIRE(store.open());
        protect(passphrase);
    }

    std::string closed(std::string_view frames) {
        return key ? key->seal(frames, random) : std::string(frames);
    }
    bool sync() {
        const std::uint64_t number = store.begin_sync();
        if (!files.sync()) {
            REQUIRE(store.sync_failed());
            return false;
        }
        if (store.synced(number)) (void)files.sync();
        acknowledged = written;
        return true;
    }
    bool edit() {
        all += frame(++count);
        const std::string bytes = closed(frame(count));
        const std::string_view view = bytes;
        if (!store.append(ReplicaId{7}, {&view, 1})) return false;
        written = count;
        return sync();
    }
    /// Sets, changes or removes the passphrase. False: it is what it was.
    bool protect(const Passphrase& passphrase) {
        std::optional<Seal> before = key;
        key.reset();
        if (passphrase) key.emplace(*passphrase, random, 1);
        const std::string bytes = closed(all);
        const std::string_view view = bytes;
        const std::string head = key ? key->head() : file_header();
        const bool done = store.replace(ReplicaId{7}, head, {&view, 1}) && sync();
        if (!done) key = std::move(before);
        return done;
    }

    Random random{5};
    MemoryFiles files;
    Store store{files};
    std::optional<Seal> key;
    std::string all;
    std::uint64_t count = 0, written = 0, acknowledged = 0;
};

std::set<std::uint64_t> first(std::uint64_t count) {
    std::set<std::uint64_t> numbers;
    for (std::uint64_t i = 1; i <= count; ++i)
        numbers.insert(i);
    return numbers;
}

bool opens(const MemoryFiles::Contents& contents, const Passphrase& passphrase, std::uint64_t count) {
    const Sight sight = look(contents, passphrase);
    return sight.damaged == 0 && std::ranges::includes(sight.numbers, first(count));
}

struct Step {
    Passphrase before, after;
};
const Step every_step[] = {{std::nullopt, "one"}, {"one", "two"}, {"two", std::nullopt}};

bool is_plain(const MemoryFiles::Contents& contents) {
    return std::ranges::any_of(contents, [](const auto& file) {
        return file.first.starts_with("journal") && !head_of(file.second)->sealed();
    });
}

}  // namespace

TEST_CASE("a sealed store is appended to, folded and read again without a plain byte in it") {
    Host host("one");
    for (int i = 0; i < 60; ++i) {
        REQUIRE(host.edit());
        if (host.store.fold_due()) REQUIRE(host.store.fold());
    }
    CHECK(host.files.durable.size() < 20);
    CHECK_FALSE(is_plain(host.files.durable));
    CHECK(look(host.files.durable, "one").numbers == first(60));
    const Sight stranger = look(host.files.durable, "two");
    CHECK(stranger.numbers.empty());
    CHECK(stranger.locked > 0);
    CHECK(stranger.damaged == 0);
}

TEST_CASE(
    "after a passphrase was set, changed or removed, the new one opens everything and the old one nothing") {
    for (const Step& step : every_step) {
        CAPTURE(step.after.value_or("none"));
        Host host(step.before);
        for (int i = 0; i < 12; ++i)
            REQUIRE(host.edit());
        REQUIRE(host.protect(step.after));
        CHECK(host.files.durable.size() == 1);
        CHECK(is_plain(host.files.durable) == !step.after);
        CHECK(opens(host.files.durable, step.after, 12));
        if (step.after) CHECK(look(host.files.durable, step.before).numbers.empty());
        REQUIRE(host.edit());
        CHECK(opens(host.files.durable, step.after, 13));
    }
}

TEST_CASE("a fault at any step of it leaves the old passphrase or the new, and it can be tried again") {
    for (const Step& step : every_step) {
        for (int n = 0; n < 30; ++n) {
            CAPTURE(step.after.value_or("none"));
            CAPTURE(n);
            Host host(step.before);
            for (int i = 0; i < 5; ++i)
                REQUIRE(host.edit());
            host.files.short_writes = n % 2 == 0;
            host.files.fail_after = n;
            const bool done = host.protect(step.after);
            const auto left = host.files.durable;  // the power goes here
            REQUIRE((opens(left, step.before, 5) || opens(left, step.after, 5)));
            // It does not go: what was said counts, and the next edits are saved accordingly.
            host.files.fail_after = -1;
            REQUIRE(host.edit());
            REQUIRE(opens(host.files.durable, done ? step.after : step.before, 6));
            REQUIRE(host.protect(step.after));
            REQUIRE(host.edit());
            REQUIRE(look(host.files.durable, step.after).numbers == first(7));
            REQUIRE(look(host.files.durable, step.after).locked == 0);
        }
    }
}

TEST_CASE("a second copy that was following when the power went opens with one of them too") {
    // As storage/copy.js follows: what is missing is written, one after the other, then the rest removed; the
    // file that was being written may be there in part.
    for (const Step& step : every_step) {
        Host host(step.before);
        for (int i = 0; i < 5; ++i)
            REQUIRE(host.edit());
        const auto before = host.files.durable;
        REQUIRE(host.protect(step.after));
        const auto after = host.files.durable;
        auto copy = before;
        for (const auto& [name, bytes] : after) {
            if (before.contains(name)) continue;
            for (const std::size_t part :
                {std::size_t{0}, std::size_t{30}, std::size_t{100}, bytes.size() - 1}) {
                copy[name] = bytes.substr(0, part);
                REQUIRE(look(copy, step.before).numbers == first(5));
            }
            copy[name] = bytes;
            REQUIRE(opens(copy, step.after, 5));
        }
        for (const auto& [name, bytes] : before) {
            if (after.contains(name)) continue;
            copy.erase(name);
            REQUIRE(opens(copy, step.after, 5));
        }
        REQUIRE(copy == after);
    }
}

TEST_CASE("what nobody can open is kept as it is, whatever happens around it") {
    Host host("one");
    for (int i = 0; i < 3; ++i)
        REQUIRE(host.edit());
    const auto kept = host.files.durable;
    // Somebody goes on without knowing that passphrase, with another one.
    MemoryFiles files;
    files.files = files.durable = kept;
    Store store(files);
    REQUIRE(store.open());
    Random random(6);
    const Seal other("two", random, 1);
    const auto nothing = store.next();
    REQUIRE((nothing && !*nothing));
    CHECK(store.locked() == kept.size());
    store.write_behind(other.head());
    const auto append = [&](std::uint64_t number) {
        const std::string bytes = other.seal(frame(number), random);
        const std::string_view view = bytes;
        REQUIRE(store.append(ReplicaId{8}, {&view, 1}));
    };
    for (std::uint64_t i = 10; i < 40; ++i) {
        append(i);
        if (store.fold_due()) REQUIRE(store.fold());
        const auto sync = store.begin_sync();
        REQUIRE(files.sync());
        (void)store.synced(sync);
    }
    const Seal third("three", random, 1);
    std::string all;
    for (std::uint64_t i = 10; i < 40; ++i)
        all += frame(i);
    const std::string sealed = third.seal(all, random);
    const std::string_view view = sealed;
    REQUIRE(store.replace(ReplicaId{8}, third.head(), {&view, 1}));
    const auto sync = store.begin_sync();
    REQUIRE(files.sync());
    (void)store.synced(sync);
    for (const auto& [name, bytes] : kept)
        CHECK(files.files.at(name) == bytes);
    CHECK(look(files.files, "one").numbers == first(3));
    CHECK(look(files.files, "two").numbers.empty());
    const Sight now = look(files.files, "three");
    CHECK(now.numbers.size() == 30);
    CHECK(now.locked == kept.size());
    CHECK(now.damaged == 0);
}

TEST_CASE("damage in a sealed store is set aside with what is needed to open it") {
    Host host("one");
    for (int i = 0; i < 3; ++i)
        REQUIRE(host.edit());
    const std::string name = host.files.files.rbegin()->first;
    host.files.files[name].back() ^= 1;
    Store store(host.files);
    REQUIRE(store.open());
    for (const std::string& head : *store.sealed_heads())
        store.can_open(head);
    for (;;) {
        const auto run = store.next();
        REQUIRE(run);
        if (!*run) break;
        store.took({host.key->open_frames((*run)->frames).bytes, false});
    }
    REQUIRE(store.damage().size() == 1);
    CHECK(store.damage()[0].file == name);
    REQUIRE(store.set_damage_aside([](const StoreDamage&) { return false; }));
    const auto aside = host.files.files.lower_bound("damaged-");
    REQUIRE(aside != host.files.files.end());
    CHECK(aside->second.starts_with(host.key->head()));
    CHECK(look(host.files.files, "one").numbers == first(2));
}

TEST_CASE("what was set aside in the clear is replaced with the rest, and comes back if that fails") {
    Host host(std::nullopt);
    for (int i = 0; i < 3; ++i)
        REQUIRE(host.edit());
    REQUIRE(host.files.write(
        "damaged-0000000000000007-00000009-00000009.kith", std::array{std::string_view("clear")}));
    REQUIRE(host.files.sync());
    const auto before = host.files.durable;
    for (int n = 0; n < 6; ++n) {
        CAPTURE(n);
        Store store(host.files);
        REQUIRE(store.open());
        while (*store.load([](const std::string& frames) { return FramesRead{frames.size(), false}; })) {}
        const Seal seal("one", host.random, 1);
        const std::string sealed = seal.seal(host.all, host.random);
        const std::string_view view = sealed;
        host.files.fail_after = n;
        const bool written =
            store
                .replace(ReplicaId{7}, seal.head(), {&view, 1},
                    {{"damaged-0000000000000007-00000009-00000009.kith", seal.head() + "closed"}})
                .has_value();
        const auto sync = store.begin_sync();
        const bool stored = written && host.files.sync();
        host.files.fail_after = -1;
        if (!stored) {
            if (written) REQUIRE(store.sync_failed());
            REQUIRE(host.files.files == before);
            REQUIRE(host.files.sync());
            continue;
        }
        (void)store.synced(sync);
        for (const auto& [name, bytes] : host.files.files)
            CHECK(bytes.starts_with(seal.head()));
        CHECK(host.files.files.size() == 2);
        return;
    }
    FAIL("it never went through");
}
