// Passphrases outside of a browser: files sealed and opened with Mbed TLS. The page does the same with Web
// Crypto (shell/browser/storage/vault.js); FORMAT.md says how, and tests hold both to it with a third
// implementation.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

#include "base/error.h"
#include "base/random.h"
#include "journal/seal.h"

namespace kith {

/// As OWASP recommends for PBKDF2 with HMAC-SHA-256 (Password Storage Cheat Sheet).
inline constexpr std::uint32_t seal_iterations = 600'000;

/// What opening gave.
struct OpenedFrames {
    std::string frames;
    std::size_t bytes = 0;  // of the sealed ones that could be opened, from the front
    bool changed = false;   // it stopped at bytes that are undamaged, and yet not what was sealed
};

/// A key, and the head of the files that are sealed with it. Making one takes some tenths of a second, on
/// purpose. The key is wiped at the end.
class Seal {
public:
    /// A new key for a passphrase. `random` must be seeded with bits nobody can guess.
    Seal(std::string_view passphrase, Random& random, std::uint32_t iterations = seal_iterations);
    /// The key behind a head. `locked`: the passphrase is not the right one.
    static Result<Seal> open(std::string_view head, std::string_view passphrase);

    Seal(const Seal&) = default;
    Seal& operator=(const Seal&) = default;
    ~Seal();

    const std::string& head() const { return head_; }

    /// Sealed frames for plain ones, to stand behind the head. `random` gives the nonces.
    std::string seal(std::string_view frames, Random& random) const;
    /// The plain frames of sealed ones.
    OpenedFrames open_frames(std::string_view sealed) const;

private:
    Seal() = default;
    std::string encrypted(std::string_view text, std::string_view nonce) const;

    std::string head_;
    std::array<unsigned char, 32> key_{};
};

/// The frames of a whole file that is sealed. `locked`: another passphrase. `damaged`: somebody changed it,
/// and nothing of it is given out. Damage by accident, which a checksum shows, ends the frames early: `bytes`
/// then is less than the file.
Result<OpenedFrames> open_sealed_file(const Seal& seal, std::string_view file);

}  // namespace kith
