// Sealed files: frames behind a passphrase (FORMAT.md, "Sealed files"). This is only how they look. Whoever
// has the key opens and closes them: Web Crypto in the browser, sealed_file.h at the prompt. So everything
// that keeps and carries files (stores, folding, backups, rescue) works on sealed ones without the key.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/error.h"

namespace kith {

inline constexpr std::size_t plain_head_size = 12;   // magic and version
inline constexpr std::size_t sealed_head_size = 64;  // the same, and how the key is made
/// Frames are sealed together up to this many bytes, so that damage takes no more than that along; a longer
/// frame is sealed alone.
inline constexpr std::size_t sealed_run = std::size_t{1} << 16;

/// What stands at the beginning of a file.
struct FileHead {
    std::string bytes;  // all of it. Files with equal heads are sealed with the same key, or none
    bool sealed() const { return bytes.size() == sealed_head_size; }
};

/// Reads the head off the front of a file. Errors: bad_input (not Kith's), damaged, too_new. A head is
/// damaged or whole: a file with a damaged one can't be opened by any passphrase.
Result<FileHead> head_of(std::string_view file);

/// Puts a sealed head together. `salt` has 16 bytes, `proof` 28: a nonce, and the tag of nothing.
std::string sealed_head(std::uint32_t iterations, std::string_view salt, std::string_view proof);
/// The part of a sealed head that the proof and every frame are bound to.
inline std::string_view bound_part(std::string_view head) {
    return head.substr(0, 32);
}
std::uint32_t iterations_of(std::string_view head);
std::string_view salt_of(std::string_view head);
std::string_view proof_of(std::string_view head);

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
