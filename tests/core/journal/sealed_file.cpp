// Files behind a passphrase: what opens them, and that nothing else gives a byte of them away. The golden
// one was sealed by another implementation (tests/oracles/sealed.py), with the iterations of real files; the
// others here take a single one, to be quick.
#include "journal/sealed_file.h"

#include <doctest/doctest.h>

#include <fstream>
#include <iterator>

#include "../workspace/random_edits.h"
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
    const std::string sealed = read_whole("tests/data/kith/sealed.kith");
    const auto head = head_of(sealed);
    REQUIRE(head);
    REQUIRE(head->sealed());
    CHECK(iterations_of(head->bytes) == seal_iterations);
    CHECK(frames_of(sealed).error().kind == ErrorKind::locked);
    // Typed with a letter and its accent as one, or as two: the same passphrase.
    const auto seal = Seal::open(head->bytes, "Zoe\u0308’s  nine blue cups");
    REQUIRE(seal);
    const auto opened = open_sealed_file(*seal, sealed);
    REQUIRE(opened);
    CHECK(opened->bytes == sealed.size());
    CHECK(file_header() + opened->frames == read_whole("tests/data/kith/v1.kith"));
}

TEST_CASE("a wrong passphrase is told from damage, and gives nothing") {
    Random random(1);
    const Seal seal(passphrase, random, 1);
    for (const std::string_view wrong : {"nine blue cup", "nine blue cups ", "Nine blue cups", ""})
        CHECK(Seal::open(seal.head(), wrong).error().kind == ErrorKind::locked);
    CHECK(Seal::open(seal.head(), passphrase));
    std::string head = seal.head();
    head[20] ^= 1;
    CHECK(head_of(head).error().kind == ErrorKind::damaged);
    CHECK(head_of(seal.head().substr(0, 63)).error().kind == ErrorKind::damaged);
    // Somebody who mends the checksum as well can't make it open.
    const std::string forged = sealed_head(2, salt_of(seal.head()), proof_of(seal.head()));
    REQUIRE(head_of(forged));
    CHECK(Seal::open(forged, passphrase).error().kind == ErrorKind::locked);
    const std::string endless = sealed_head(0xffffffff, salt_of(seal.head()), proof_of(seal.head()));
    CHECK(Seal::open(endless, passphrase).error().kind == ErrorKind::damaged);
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
    const OpenedFrames opened = Seal::open(seal.head(), passphrase)->open_frames(sealed);
    CHECK(opened.frames == frames);
    CHECK(opened.bytes == sealed.size());
    CHECK(seal.seal(frames, random) != sealed);  // never the same nonce twice
    CHECK(seal.seal({}, random).empty());
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
        if (at < sealed_head_size) {
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
