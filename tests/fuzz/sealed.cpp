// Sealed files: whatever stands in a head or in the runs behind it, reading is safe; and what is opened was sealed,
// from the front and unchanged, whatever somebody did to the bytes.
#include <cstdint>
#include <cstdlib>
#include <string>

#include "frames.h"
#include "journal/sealed_file.h"
#include "journal/transaction.h"
#include "workspace/workspace.h"

namespace {

using namespace kith;

void require(bool holds) {
    if (!holds) std::abort();
}

/// Frames of a person each.
std::string some_frames() {
    std::string frames;
    for (std::uint64_t number = 1; number <= 5; ++number) {
        Random random{number};
        Draft draft({"edit", {}});
        draft.create(Kind::person, random);
        append_frame(frames, draft, {number, ReplicaId{7}}, draft.take_changes());
    }
    return frames;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    static Random random{5};
    static const Seal seal("a passphrase", random, 100'000);  // the fewest that are taken
    static const std::string frames = some_frames();
    static const std::string sealed = seal.seal(frames, random);

    const std::string bytes(reinterpret_cast<const char*>(data), size);
    if (const auto head = head_of(bytes); head && head->sealed()) {
        for (const WayIn& way : ways_in(head->bytes))
            require(way.salt.size() == 16 && way.sealed.size() >= 28);
        (void)rounds_of(head->bytes);
        if (!check_rounds(head->bytes)) require(!Seal::open(head->bytes, "a passphrase"));
    }
    (void)open_sealed_file(seal, seal.head() + bytes);
    for (const std::string& input : {bytes, fuzz::with_right_checksums(bytes)}) {
        std::uint64_t needed = 0;
        require(whole_frames(input, needed) <= input.size());
        if (const auto payload = sealed_payload(input)) require(payload->size() + 8 <= input.size());
        require(seal.open_frames(input).bytes <= input.size());
    }
    // Each two bytes change one of a sound file.
    std::string changed = sealed;
    for (std::size_t i = 0; i + 1 < size && i < 16; i += 2)
        changed[(data[i] * 256U + i) % changed.size()] ^= static_cast<char>(data[i + 1]);
    for (const std::string& input : {changed, fuzz::with_right_checksums(changed)}) {
        const OpenedFrames opened = seal.open_frames(input);
        require(frames.starts_with(opened.frames));
        require(opened.bytes <= input.size());
    }
    return 0;
}
