// Sealed files: frames behind a passphrase (FORMAT.md, "Sealed files"). This is only how they look. Whoever
// has the key opens and closes them: Web Crypto in the browser, sealed_file.h at the prompt. So everything
// that keeps and carries files (stores, folding, backups, rescue) works on sealed ones without the key.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/error.h"

namespace kith {

inline constexpr std::uint32_t numbered_version =
    3;                                              // of sealed files: their runs are numbered (run_order.h)
inline constexpr std::size_t plain_head_size = 12;  // magic and version
inline constexpr std::size_t longest_head = 4096;   // of all heads; a longer one is damaged
/// Frames are sealed together up to this many bytes, so that damage takes no more than that along; a longer
/// frame is sealed alone.
inline constexpr std::size_t sealed_run = std::size_t{1} << 16;
/// Rounds of PBKDF2 that are believed. Fewer protect nothing; more are a head that wants to keep us busy.
inline constexpr std::uint32_t fewest_rounds = 100'000, most_rounds = 10'000'000;

/// What stands at the beginning of a file.
struct FileHead {
    std::string bytes;  // all of it. Files with equal heads are sealed with the same key, or none
    bool sealed() const { return bytes.size() > plain_head_size; }
};

/// Reads the head off the front of a file, of which longest_head bytes will do. Errors: bad_input (not Kith's),
/// damaged, too_new. A head is damaged or whole: a file with a damaged one can't be opened by any passphrase.
Result<FileHead> head_of(std::string_view file);

/// A passphrase that opens the files behind a head. In version 2 there is one, and the key made of it is that
/// of the files; in version 3 it opens the files' key, which is wrapped once for each.
struct WayIn {
    std::uint32_t rounds = 0;
    std::string_view salt;    // 16 bytes
    std::string_view sealed;  // nonce (12), the files' key (32) or in version 2 nothing, tag (16)
    std::string bound;        // what that is bound to
};
/// Those that are understood, in their order. The head is whole, and sealed.
std::vector<WayIn> ways_in(std::string_view head);
/// `bad_input` if no way in has a number of rounds between `fewest` and most_rounds.
Result<> check_rounds(std::string_view head, std::uint32_t fewest = fewest_rounds);
bool has_sane_rounds(const WayIn& way, std::uint32_t fewest);
/// Of the first way in: what is said of a file. 0: there is none.
std::uint32_t rounds_of(std::string_view head);
/// Whether runs behind it are numbered, as all are that are written now.
bool is_numbered(std::string_view head);

/// The part of a head that all that stands behind it is bound to: the format and the key's name, 32 bytes.
inline std::string_view bound_part(std::string_view head) {
    return head.substr(0, 32);
}
/// That part of a head of version 3. `key_name`: 16 random bytes, another for each key.
std::string bound_part_for(std::string_view key_name);
/// The beginning of a way in, to which it is bound as well; behind it stand the 60 bytes of WayIn::sealed.
std::string way_start(std::uint32_t rounds, std::string_view salt);
/// Puts a head of version 3 together, of its bound part and whole ways in.
std::string sealed_head(std::string_view bound, std::span<const std::string> ways);

/// Wraps a payload of any sort into a frame: length, checksum, payload.
void append_sealed_frame(std::string& out, std::string_view payload);
/// The payload of the frame at the front; nothing if that is cut short or damaged.
std::optional<std::string_view> sealed_payload(std::string_view bytes);

/// Cuts frames into the runs that are sealed together.
std::vector<std::string_view> runs_to_seal(std::string_view frames);

/// How many bytes at the front are whole frames, by their lengths alone; if none is whole, `needed` is how
/// many the first one has.
std::uint64_t whole_frames(std::string_view bytes, std::uint64_t& needed);

}  // namespace kith
