// Files behind a passphrase: what opens them, and that nothing else gives a byte of them away. The golden
// one was sealed by another implementation (tests/oracles/sealed.py), with the iterations of real files; the
// others here take a single one, to be quick.
#include "journal/sealed_file.h"

#include <doctest/doctest.h>

#include <fstream>
#include <iterator>
#include <utility>
#include <vector>

#include "../workspace/random_edits.h"
#include "journal/checksum.h"
#include "whole_file.h"

using namespace kith;
using namespace kith::testing;

namespace {

std::string read_whole(const char* path) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

std::string frame(std::uint64_t number, std::size_t size) {
    Draft draft({"test", {std::string(size, 'x')}});
    std::string bytes;
    append_frame(bytes, draft, {number, ReplicaId{7}}, {});
    return bytes;
}

constexpr std::string_view passphrase = "nine blue cups";

}  // namespace

TEST_CASE("a sealed file of another implementation is opened, and is the golden file") {
    // Versions 2 and 3; the last is open to two passphrases, and has a way in that only a newer Kith knows.
    for (const int version : {2, 3}) {
        const char* path = version == 2 ? "tests/data/kith/sealed.kith" : "tests/data/kith/v3-sealed.kith";
        CAPTURE(path);
        const std::string sealed = read_whole(path);
        const auto head = head_of(sealed);
        REQUIRE(head);
        REQUIRE(head->sealed());
        CHECK(is_numbered(head->bytes) == (version == 3));
        CHECK(rounds_of(head->bytes) == seal_iterations);
        CHECK(frames_of(sealed).error().kind == ErrorKind::locked);
        // Typed with a letter and its accent as one, or as two: the same passphrase.
        const auto seal = Seal::open(head->bytes, "Zoe\u0308’s  nine blue cups");
        REQUIRE(seal);
        const auto opened = open_sealed_file(*seal, sealed);
        REQUIRE(opened);
        CHECK(opened->bytes == sealed.size());
        CHECK(opened->fault == RunFault::none);
        CHECK(file_header() + opened->frames == read_whole("tests/data/kith/v1.kith"));
    }
    const std::string sealed = read_whole("tests/data/kith/v3-sealed.kith");
    const auto other = Seal::open(head_of(sealed)->bytes, "Grüße  an drei Äpfel");
    REQUIRE(other);
    CHECK(file_header() + open_sealed_file(*other, sealed)->frames == read_whole("tests/data/kith/v1.kith"));
}

TEST_CASE("what version 2 sealed, at the prompt and in a page, stays readable and is sealed anew behind its "
          "passphrase") {
    Random random(8);
    for (const char* path : {"tests/data/kith/v2-terminal.kith", "tests/data/kith/v2-page.kith"}) {
        CAPTURE(path);
        const std::string sealed = read_whole(path);
        const auto seal = Seal::open(head_of(sealed)->bytes, "Grüße  an drei Äpfel");
        REQUIRE(seal);
        const auto opened = open_sealed_file(*seal, sealed);
        REQUIRE(opened);
        CHECK(opened->bytes == sealed.size());
        CHECK(opened->fault == RunFault::none);
        CHECK(file_header() + opened->frames == read_whole("tests/data/kith/v1.kith"));
        const Seal fresh = seal->renewed(random);
        const std::string again = fresh.head() + fresh.seal(opened->frames, random);
        CHECK(is_numbered(head_of(again)->bytes));
        CHECK(Seal::open(fresh.head(), "Grüße an drei Äpfel").error().kind == ErrorKind::locked);
        const auto key = Seal::open(fresh.head(), "Grüße  an drei Äpfel");
        REQUIRE(key);
        CHECK(open_sealed_file(*key, again)->frames == opened->frames);
    }
}

TEST_CASE("a wrong passphrase is told from damage, and gives nothing") {
    Random random(1);
    const Seal seal(passphrase, random, 1);
    for (const std::string_view wrong : {"nine blue cup", "nine blue cups ", "Nine blue cups", ""})
        CHECK(Seal::open(seal.head(), wrong, 1).error().kind == ErrorKind::locked);
    CHECK(Seal::open(seal.head(), passphrase, 1));
    for (std::size_t at = 0; at < seal.head().size(); ++at) {
        std::string head = seal.head();
        head[at] ^= 1;
        const auto found = head_of(head);
        REQUIRE_FALSE((found && found->sealed()));
        CHECK(head_of(std::string_view(seal.head()).substr(0, at)).error().kind != ErrorKind::locked);
    }
    CHECK(head_of(seal.head().substr(0, seal.head().size() - 1)).error().kind == ErrorKind::damaged);
    // Somebody who mends the checksum as well can't make it open.
    const auto with_rounds = [&](std::uint32_t rounds) {
        const WayIn way = ways_in(seal.head()).front();
        const std::string forged = way_start(rounds, way.salt).append(way.sealed);
        return sealed_head(bound_part(seal.head()), {&forged, 1});
    };
    REQUIRE(head_of(with_rounds(2)));
    CHECK(with_rounds(1) == seal.head());
    CHECK(Seal::open(with_rounds(2), passphrase, 1).error().kind == ErrorKind::locked);
}

TEST_CASE("a head that asks for too few rounds, or for too many, opens nothing and keeps nobody waiting") {
    Random random(1);
    const std::string salt(16, 's'), sealed(60, 'k'), bound = bound_part_for(std::string(16, 'n'));
    const auto with_rounds = [&](std::uint32_t rounds) {
        const std::string way = way_start(rounds, salt) + sealed;
        return sealed_head(bound, {&way, 1});
    };
    for (const std::uint32_t rounds : {0U, 1U, 99'999U, 10'000'001U, 600'000'000U, 0xffffffffU}) {
        CAPTURE(rounds);
        const auto error = Seal::open(with_rounds(rounds), passphrase).error();
        CHECK(error.kind == ErrorKind::bad_input);
        CHECK(error.message.key == "journal.rounds");
    }
    for (const std::uint32_t rounds : {100'000U, 600'000U, 10'000'000U})
        CHECK(check_rounds(with_rounds(rounds)));
    // The same in version 2.
    std::string old = read_whole("tests/data/kith/sealed.kith").substr(0, 60);
    for (const std::size_t byte : {12U, 13U, 14U, 15U})
        old[byte] = '\xff';
    const std::uint32_t sum = checksum(old);
    for (int shift = 0; shift < 32; shift += 8)
        old += static_cast<char>(sum >> shift & 0xff);
    REQUIRE(head_of(old));
    CHECK(Seal::open(old, passphrase).error().message.key == "journal.rounds");
    // A way in that can't be is passed over, and the next one taken.
    const Seal seal(passphrase, random, fewest_rounds);
    const WayIn sane = ways_in(seal.head()).front();
    const std::string ways[] = {
        way_start(0xffffffff, salt) + sealed, way_start(sane.rounds, sane.salt).append(sane.sealed)};
    CHECK(Seal::open(sealed_head(bound_part(seal.head()), ways), passphrase));
}

TEST_CASE("frames of any size are sealed and opened, in runs that damage can't reach across") {
    Random random(2);
    const Seal seal(passphrase, random, 1);
    std::string frames;
    for (std::uint64_t i = 1; i <= 60; ++i)
        frames += frame(i, i == 30 ? 200'000 : random.below(9000));
    const std::string sealed = seal.seal(frames, random);
    CHECK(runs_to_seal(frames).size() > 5);
    for (const std::string_view run : runs_to_seal(frames))
        CHECK((run.size() <= sealed_run || run.size() > 200'000));
    const OpenedFrames opened = Seal::open(seal.head(), passphrase, 1)->open_frames(sealed);
    CHECK(opened.fault == RunFault::none);
    CHECK(opened.frames == frames);
    CHECK(opened.bytes == sealed.size());
    CHECK(seal.seal(frames, random) != sealed);  // never the same nonce twice
    // A file without a frame has a run, too: else nobody could tell it from one that was emptied.
    CHECK(seal.open_frames(seal.seal({}, random)).fault == RunFault::none);
    CHECK(seal.open_frames({}).fault == RunFault::cut_off);
    CHECK(sealed.find("xxxx") == std::string::npos);
}

TEST_CASE("no flipped, cut or moved byte of a sealed file ever gives other frames") {
    Random random(3);
    const Seal seal(passphrase, random, 1);
    std::string frames, bytes = seal.head();
    for (std::uint64_t i = 1; i <= 3; ++i) {
        frames += frame(i, 20);
        bytes += seal.seal(frame(i, 20), random);
    }
    for (std::size_t at = 0; at < bytes.size(); ++at) {
        CAPTURE(at);
        std::string harmed = bytes;
        harmed[at] = static_cast<char>(harmed[at] ^ (1 << random.below(8)));
        const auto head = head_of(harmed);
        if (at < seal.head().size()) {
            REQUIRE_FALSE((head && head->sealed()));
            continue;
        }
        const auto opened = open_sealed_file(seal, harmed);
        REQUIRE(opened);  // damage, not malice: the checksum shows it
        REQUIRE(opened->bytes < bytes.size());
        REQUIRE(frames.starts_with(opened->frames));
        REQUIRE(opened->frames.size() < frames.size());
        const auto cut = open_sealed_file(seal, std::string_view(bytes).substr(0, at));
        REQUIRE(cut);
        REQUIRE(frames.starts_with(cut->frames));
    }
}

TEST_CASE("a sealed file that somebody changed gives nothing at all") {
    Random random(4);
    const Seal seal(passphrase, random, 1), other(passphrase, random, 1);
    const std::string first = seal.seal(frame(1, 20), random), second = seal.seal(frame(2, 20), random);
    for (std::size_t at = 8; at < second.size(); ++at) {
        CAPTURE(at);
        std::string payload = second.substr(8);
        payload[at - 8] ^= 1;
        std::string file = seal.head() + first;
        append_sealed_frame(file, payload);  // with the right checksum
        REQUIRE(open_sealed_file(seal, file).error().kind == ErrorKind::damaged);
    }
    // Frames of another file, even behind the same passphrase.
    const std::string mixed = seal.head() + first + other.seal(frame(2, 20), random);
    CHECK(open_sealed_file(seal, mixed).error().message.key == "journal.changed");
    std::string empty = seal.head();
    append_sealed_frame(empty, "");
    CHECK(open_sealed_file(seal, empty).error().kind == ErrorKind::damaged);
}

TEST_CASE("whatever is left out, moved, repeated or cut off is noticed, and what is there is read") {
    Random random(5);
    const Seal seal(passphrase, random, 1);
    for (int history = 0; history < 300; ++history) {
        CAPTURE(history);
        // Each run with the frames in it.
        std::vector<std::pair<std::string, std::string>> runs;
        std::string frames;
        for (std::uint64_t i = 1, count = 2 + random.below(6); i <= count; ++i)
            frames += frame(i, 40'000 + random.below(60'000));
        std::string rest = seal.seal(frames, random);
        for (const std::string_view run : runs_to_seal(frames)) {
            const std::size_t size = 8 + sealed_payload(rest)->size();
            runs.emplace_back(rest.substr(0, size), run);
            rest.erase(0, size);
        }
        REQUIRE(rest.empty());
        auto harmed = runs;
        for (std::uint64_t times = 1 + random.below(3); times > 0 && !harmed.empty(); --times) {
            const auto at = static_cast<std::ptrdiff_t>(random.below(harmed.size()));
            const auto to = static_cast<std::ptrdiff_t>(random.below(harmed.size()));
            switch (random.below(4)) {
                case 0: harmed.erase(harmed.begin() + at); break;
                case 1:
                    std::swap(harmed[static_cast<std::size_t>(at)], harmed[static_cast<std::size_t>(to)]);
                    break;
                case 2: {
                    const auto copy = harmed[static_cast<std::size_t>(at)];
                    harmed.insert(harmed.begin() + to, copy);
                    break;
                }
                default: harmed.resize(static_cast<std::size_t>(at)); break;
            }
        }
        std::string file = seal.head(), expected;
        for (const auto& [sealed, plain] : harmed) {
            file += sealed;
            expected += plain;
        }
        const auto opened = open_sealed_file(seal, file);
        REQUIRE(opened);
        REQUIRE(opened->frames == expected);
        REQUIRE(opened->bytes == file.size());
        REQUIRE((opened->fault == RunFault::none) == (harmed == runs));
    }
}

TEST_CASE("each thing that can be done to the runs of a file is said as what it is") {
    Random random(6);
    const Seal seal(passphrase, random, 1);
    std::string frames;
    for (std::uint64_t i = 1; i <= 3; ++i)
        frames += frame(i, 60'000);
    const std::string sealed = seal.seal(frames, random);
    const std::size_t size = 8 + sealed_payload(sealed)->size();
    const std::string first = sealed.substr(0, size), second = sealed.substr(size, size),
                      third = sealed.substr(2 * size);
    const auto fault_of = [&](const std::string& runs) {
        return open_sealed_file(seal, seal.head() + runs)->fault;
    };
    CHECK(fault_of(first + second + third) == RunFault::none);
    CHECK(fault_of(first + third) == RunFault::left_out);
    CHECK(fault_of(second + third) == RunFault::left_out);
    CHECK(fault_of(second + first + third) == RunFault::moved);
    CHECK(fault_of(third + first + second) == RunFault::moved);
    CHECK(fault_of(first + second + second + third) == RunFault::repeated);
    CHECK(fault_of(first + second) == RunFault::cut_off);
    CHECK(fault_of(first + second + third + first) == RunFault::repeated);
    CHECK(fault_of("") == RunFault::cut_off);
    // Some of it in another file of the same key, written before or after.
    const std::string other = seal.seal(frames, random);
    CHECK(fault_of(first + other.substr(size, size) + third) == RunFault::left_out);
    CHECK(message_of(RunFault::left_out).key == "journal.left_out");
    CHECK(message_of(RunFault::cut_off).key == "journal.cut_off");
}
