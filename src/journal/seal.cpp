#include "journal/seal.h"

#include "base/assertion.h"
#include "journal/checksum.h"
#include "journal/transaction.h"

namespace kith {

namespace {

constexpr std::size_t frame_head = 8;  // length and checksum
constexpr std::size_t iterations_at = 12, salt_at = 16, proof_at = 32, checksum_at = 60;

void append_word(std::string& out, std::uint32_t word) {
    for (int shift = 0; shift < 32; shift += 8)
        out += static_cast<char>(word >> shift & 0xff);
}

std::uint32_t word_at(std::string_view bytes, std::size_t at) {
    std::uint32_t word = 0;
    for (std::size_t i = 4; i-- > 0;)
        word = word << 8 | static_cast<unsigned char>(bytes[at + i]);
    return word;
}

}  // namespace

Result<FileHead> head_of(std::string_view file) {
    if (file.substr(0, file_magic.size()) != file_magic)
        return failure(ErrorKind::bad_input, {"journal.not_a_kith_file", {}});
    if (file.size() < plain_head_size) return failure(ErrorKind::damaged, {"journal.cut_short", {}});
    const std::uint32_t version = word_at(file, file_magic.size());
    if (version == 0) return failure(ErrorKind::damaged, {"journal.head_damaged", {}});
    if (version > sealed_version) return failure(ErrorKind::too_new, {"journal.too_new", {}});
    if (version < sealed_version) return FileHead{std::string(file.substr(0, plain_head_size))};
    if (file.size() < sealed_head_size) return failure(ErrorKind::damaged, {"journal.cut_short", {}});
    if (checksum(file.substr(0, checksum_at)) != word_at(file, checksum_at))
        return failure(ErrorKind::damaged, {"journal.head_damaged", {}});
    return FileHead{std::string(file.substr(0, sealed_head_size))};
}

std::string sealed_head(std::uint32_t iterations, std::string_view salt, std::string_view proof) {
    KITH_ASSERT(salt.size() == proof_at - salt_at && proof.size() == checksum_at - proof_at);
    std::string head(file_magic);
    append_word(head, sealed_version);
    append_word(head, iterations);
    head += salt;
    head += proof;
    append_word(head, checksum(head));
    return head;
}

std::uint32_t iterations_of(std::string_view head) {
    KITH_ASSERT(head.size() == sealed_head_size);
    return word_at(head, iterations_at);
}
std::string_view salt_of(std::string_view head) {
    KITH_ASSERT(head.size() == sealed_head_size);
    return head.substr(salt_at, proof_at - salt_at);
}
std::string_view proof_of(std::string_view head) {
    KITH_ASSERT(head.size() == sealed_head_size);
    return head.substr(proof_at, checksum_at - proof_at);
}

void append_sealed_frame(std::string& out, std::string_view payload) {
    append_word(out, static_cast<std::uint32_t>(payload.size()));
    append_word(out, checksum(payload));
    out += payload;
}

std::optional<std::string_view> sealed_payload(std::string_view bytes) {
    if (bytes.size() < frame_head || bytes.size() - frame_head < word_at(bytes, 0)) return std::nullopt;
    const std::string_view payload = bytes.substr(frame_head, word_at(bytes, 0));
    if (checksum(payload) != word_at(bytes, 4)) return std::nullopt;
    return payload;
}

std::uint64_t whole_frames(std::string_view bytes, std::uint64_t& needed) {
    std::uint64_t whole = 0;
    for (;;) {
        const std::string_view rest = bytes.substr(whole);
        needed = frame_head;
        if (rest.size() < frame_head) return whole;
        needed += word_at(rest, 0);
        if (rest.size() < needed) return whole;
        whole += needed;
    }
}

std::vector<std::string_view> runs_to_seal(std::string_view frames) {
    std::vector<std::string_view> runs;
    std::size_t begin = 0;
    for (std::size_t at = 0; at < frames.size();) {
        KITH_ASSERT(frames.size() - at >= frame_head);
        const std::size_t end = at + frame_head + word_at(frames, at);
        KITH_ASSERT(end <= frames.size());  // whole frames
        if (end - begin > sealed_run && at > begin) {
            runs.push_back(frames.substr(begin, at - begin));
            begin = at;
        }
        at = end;
    }
    if (begin < frames.size()) runs.push_back(frames.substr(begin));
    return runs;
}

}  // namespace kith
