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
#include "journal/run_order.h"
#include "journal/seal.h"

namespace kith {

/// As OWASP recommends for PBKDF2 with HMAC-SHA-256 (Password Storage Cheat Sheet).
inline constexpr std::uint32_t seal_iterations = 600'000;

/// What opening gave.
struct OpenedFrames {
    std::string frames;
    std::size_t bytes = 0;            // of the sealed ones that could be opened, from the front
    bool changed = false;             // it stopped at bytes that are undamaged, and yet not what was sealed
    RunFault fault = RunFault::none;  // what is there is as it was sealed, and not all, or not in its order
};

/// A key, and the head of the files that are sealed with it. Making one takes some tenths of a second, on
/// purpose. The key is wiped at the end.
class Seal {
public:
    /// A new key, behind a passphrase. `random` must be seeded with bits nobody can guess.
    Seal(std::string_view passphrase, Random& random, std::uint32_t iterations = seal_iterations);
    /// The key behind a head. `locked`: the passphrase is not the right one; `bad_input`: the head asks for rounds
    /// that are not between `fewest` (which tests lower, to be quick) and most_rounds.
    static Result<Seal> open(
        std::string_view head, std::string_view passphrase, std::uint32_t fewest = fewest_rounds);
    /// A new key behind the same passphrase, for what is written where a head of version 2 was read.
    Seal renewed(Random& random) const;

    Seal(const Seal&) = default;
    Seal& operator=(const Seal&) = default;
    ~Seal();

    const std::string& head() const { return head_; }

    /// Sealed frames for plain ones, to stand behind the head: one series of runs, of which there is at least one.
    /// `random` gives its name and the nonces. The head is one of version 3.
    std::string seal(std::string_view frames, Random& random) const;
    /// The plain frames of sealed ones.
    OpenedFrames open_frames(std::string_view sealed) const;

private:
    using Key = std::array<unsigned char, 32>;
    Seal() = default;
    void make_key(const Key& passphrase_key, std::uint32_t rounds, std::string_view salt, Random& random);

    std::string head_;
    Key key_{};
};

/// The frames of a whole file that is sealed. `locked`: another passphrase. `damaged`: somebody changed it,
/// and nothing of it is given out. Damage by accident, which a checksum shows, ends the frames early: `bytes`
/// then is less than the file. Of a file whose runs are not all there, or not in order, `fault` says so, and what
/// is there is given out.
Result<OpenedFrames> open_sealed_file(const Seal& seal, std::string_view file);
/// In words for the person.
Message message_of(RunFault fault);

}  // namespace kith
