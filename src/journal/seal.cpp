#include "journal/seal.h"

#include <utility>

#include "base/assertion.h"
#include "journal/checksum.h"
#include "journal/transaction.h"

namespace kith {

namespace {

constexpr std::size_t frame_head = 8;  // length and checksum
constexpr std::size_t word = 4, salt_size = 16, nonce_size = 12, key_size = 32, tag_size = 16;
constexpr std::size_t bound_size = 32;
// Version 2.
constexpr std::size_t rounds_at = 12, salt_at = 16, fixed_head = 64;
// Version 3.
constexpr std::size_t cipher_at = 12, size_at = bound_size, count_at = 36, ways_at = 40;
constexpr std::uint32_t aes_256_gcm = 1;
constexpr std::uint32_t passphrase_way = 1;  // kind
constexpr std::size_t way_start_size = 3 * word + salt_size;
constexpr std::size_t wrapped_size = nonce_size + key_size + tag_size;
constexpr std::size_t passphrase_way_size = way_start_size - 2 * word + wrapped_size;  // behind kind and size

void append_word(std::string& out, std::uint32_t value) {
    for (int shift = 0; shift < 32; shift += 8)
        out += static_cast<char>(value >> shift & 0xff);
}

std::uint32_t word_at(std::string_view bytes, std::size_t at) {
    std::uint32_t value = 0;
    for (std::size_t i = 4; i-- > 0;)
        value = value << 8 | static_cast<unsigned char>(bytes[at + i]);
    return value;
}

std::uint32_t version_of(std::string_view head) {
    return word_at(head, file_magic.size());
}

/// The ways in of version 3, of whatever kind; nothing if they don't fill the head.
std::optional<std::vector<std::string_view>> all_ways(std::string_view head) {
    std::vector<std::string_view> ways;
    std::string_view rest = head.substr(ways_at, head.size() - ways_at - word);
    for (std::uint32_t count = word_at(head, count_at); count > 0; --count) {
        if (rest.size() < 2 * word || rest.size() - 2 * word < word_at(rest, word)) return std::nullopt;
        ways.push_back(rest.substr(0, 2 * word + word_at(rest, word)));
        rest.remove_prefix(ways.back().size());
    }
    if (!rest.empty()) return std::nullopt;
    return ways;
}

/// How many bytes the head has; 0 if that can't be.
std::size_t sealed_head_size(std::string_view file, std::uint32_t version) {
    if (version == sealed_version) return fixed_head;
    if (file.size() < ways_at) return ways_at + word;
    const std::size_t size = word_at(file, size_at);
    return size < ways_at + word || size > longest_head ? 0 : size;
}

}  // namespace

Result<FileHead> head_of(std::string_view file) {
    if (file.substr(0, file_magic.size()) != file_magic)
        return failure(ErrorKind::bad_input, {"journal.not_a_kith_file", {}});
    if (file.size() < plain_head_size) return failure(ErrorKind::damaged, {"journal.cut_short", {}});
    const auto damaged = failure(ErrorKind::damaged, {"journal.head_damaged", {}});
    const auto too_new = failure(ErrorKind::too_new, {"journal.too_new", {}});
    const std::uint32_t version = version_of(file);
    if (version == 0) return damaged;
    if (version > numbered_version) return too_new;
    if (version < sealed_version) return FileHead{std::string(file.substr(0, plain_head_size))};
    const std::size_t size = sealed_head_size(file, version);
    if (size == 0) return damaged;
    if (file.size() < size) return failure(ErrorKind::damaged, {"journal.cut_short", {}});
    const std::string_view head = file.substr(0, size);
    if (checksum(head.substr(0, size - word)) != word_at(head, size - word)) return damaged;
    if (version == numbered_version) {
        if (word_at(head, cipher_at) != aes_256_gcm) return too_new;
        if (!all_ways(head)) return damaged;
    }
    return FileHead{std::string(head)};
}

bool is_numbered(std::string_view head) {
    KITH_ASSERT(head.size() > plain_head_size);
    return version_of(head) >= numbered_version;
}

std::vector<WayIn> ways_in(std::string_view head) {
    if (!is_numbered(head)) {
        return {{.rounds = word_at(head, rounds_at),
            .salt = head.substr(salt_at, salt_size),
            .sealed = head.substr(bound_size, nonce_size + tag_size),
            .bound = std::string(bound_part(head))}};
    }
    std::vector<WayIn> ways;
    for (const std::string_view way : all_ways(head).value_or(std::vector<std::string_view>{})) {
        if (word_at(way, 0) != passphrase_way || way.size() != way_start_size + wrapped_size) continue;
        ways.push_back({.rounds = word_at(way, 2 * word),
            .salt = way.substr(3 * word, salt_size),
            .sealed = way.substr(way_start_size),
            .bound = std::string(bound_part(head)).append(way.substr(0, way_start_size))});
    }
    return ways;
}

bool has_sane_rounds(const WayIn& way, std::uint32_t fewest) {
    return way.rounds >= fewest && way.rounds <= most_rounds;
}

Result<> check_rounds(std::string_view head, std::uint32_t fewest) {
    const std::vector<WayIn> ways = ways_in(head);
    if (ways.empty()) return failure(ErrorKind::too_new, {"journal.too_new", {}});
    for (const WayIn& way : ways) {
        if (has_sane_rounds(way, fewest)) return {};
    }
    return failure(
        ErrorKind::bad_input, {"journal.rounds", {ways.front().rounds, fewest_rounds, most_rounds}});
}

std::uint32_t rounds_of(std::string_view head) {
    const std::vector<WayIn> ways = ways_in(head);
    return ways.empty() ? 0 : ways.front().rounds;
}

std::string bound_part_for(std::string_view key_name) {
    KITH_ASSERT(key_name.size() == bound_size - 4 * word);
    std::string bound(file_magic);
    append_word(bound, numbered_version);
    append_word(bound, aes_256_gcm);
    return bound.append(key_name);
}

std::string way_start(std::uint32_t rounds, std::string_view salt) {
    KITH_ASSERT(salt.size() == salt_size);
    std::string start;
    append_word(start, passphrase_way);
    append_word(start, static_cast<std::uint32_t>(passphrase_way_size));
    append_word(start, rounds);
    return start.append(salt);
}

std::string sealed_head(std::string_view bound, std::span<const std::string> ways) {
    KITH_ASSERT(bound.size() == bound_size);
    std::string head(bound), behind;
    for (const std::string& way : ways)
        behind += way;
    append_word(head, static_cast<std::uint32_t>(ways_at + behind.size() + word));
    append_word(head, static_cast<std::uint32_t>(ways.size()));
    head += behind;
    append_word(head, checksum(head));
    return head;
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
