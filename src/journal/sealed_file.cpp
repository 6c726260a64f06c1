#include "journal/sealed_file.h"

#include <mbedtls/gcm.h>
#include <mbedtls/pkcs5.h>
#include <mbedtls/platform_util.h>

#include "base/assertion.h"
#include "base/text.h"

namespace kith {

namespace {

constexpr std::size_t nonce_size = 12, tag_size = 16, salt_size = 16, frame_head = 8;
constexpr std::uint32_t most_iterations = 100'000'000;  // more is a head that wants to keep us busy

const unsigned char* bytes_of(std::string_view text) {
    return reinterpret_cast<const unsigned char*>(text.data());
}
unsigned char* bytes_of(std::string& text) {
    return reinterpret_cast<unsigned char*>(text.data());
}

std::string random_bytes(Random& random, std::size_t count) {
    std::string bytes;
    while (bytes.size() < count) {
        const std::uint64_t word = random();
        for (int shift = 0; shift < 64 && bytes.size() < count; shift += 8)
            bytes += static_cast<char>(word >> shift & 0xff);
    }
    return bytes;
}

std::array<unsigned char, 32> key_for(
    std::string_view passphrase, std::string_view salt, std::uint32_t iterations) {
    std::array<unsigned char, 32> key{};
    std::string text = normalise(passphrase);
    mbedtls_pkcs5_pbkdf2_hmac_ext(MBEDTLS_MD_SHA256, bytes_of(text), text.size(), bytes_of(salt), salt.size(),
        iterations, static_cast<std::uint32_t>(key.size()), key.data());
    mbedtls_platform_zeroize(text.data(), text.size());
    return key;
}

/// AES-256-GCM with one key; wiped at the end.
class Gcm {
public:
    explicit Gcm(const std::array<unsigned char, 32>& key) {
        mbedtls_gcm_init(&context_);
        mbedtls_gcm_setkey(&context_, MBEDTLS_CIPHER_ID_AES, key.data(), 256);
    }
    Gcm(const Gcm&) = delete;
    Gcm& operator=(const Gcm&) = delete;
    ~Gcm() { mbedtls_gcm_free(&context_); }

    /// Nonce, encrypted text, tag.
    std::string seal(std::string_view text, std::string_view nonce, std::string_view bound) {
        std::string sealed(nonce);
        sealed.resize(nonce_size + text.size() + tag_size);
        unsigned char* to = bytes_of(sealed) + nonce_size;
        mbedtls_gcm_crypt_and_tag(&context_, MBEDTLS_GCM_ENCRYPT, text.size(), bytes_of(nonce), nonce_size,
            bytes_of(bound), bound.size(), bytes_of(text), to, tag_size, to + text.size());
        return sealed;
    }
    /// Appends the text to `out`; false, and nothing appended, if it is not what was sealed.
    bool open(std::string_view sealed, std::string_view bound, std::string& out) {
        if (sealed.size() < nonce_size + tag_size) return false;
        const std::string_view nonce = sealed.substr(0, nonce_size);
        const std::string_view text = sealed.substr(nonce_size, sealed.size() - nonce_size - tag_size);
        const std::string_view tag = sealed.substr(sealed.size() - tag_size);
        const std::size_t before = out.size();
        out.resize(before + text.size());
        const bool sound =
            mbedtls_gcm_auth_decrypt(&context_, text.size(), bytes_of(nonce), nonce_size, bytes_of(bound),
                bound.size(), bytes_of(tag), tag_size, bytes_of(text), bytes_of(out) + before) == 0;
        if (!sound) out.resize(before);
        return sound;
    }

private:
    mbedtls_gcm_context context_;
};

}  // namespace

Seal::Seal(std::string_view passphrase, Random& random, std::uint32_t iterations) {
    const std::string salt = random_bytes(random, salt_size);
    key_ = key_for(passphrase, salt, iterations);
    const std::string unproven = sealed_head(iterations, salt, std::string(nonce_size + tag_size, '\0'));
    const std::string proof = Gcm(key_).seal({}, random_bytes(random, nonce_size), bound_part(unproven));
    head_ = sealed_head(iterations, salt, proof);
}

Seal::~Seal() {
    mbedtls_platform_zeroize(key_.data(), key_.size());
}

Result<Seal> Seal::open(std::string_view head, std::string_view passphrase) {
    const std::uint32_t iterations = iterations_of(head);
    if (iterations == 0 || iterations > most_iterations)
        return failure(ErrorKind::damaged, {"journal.head_damaged", {}});
    Seal seal;
    seal.head_ = head;
    seal.key_ = key_for(passphrase, salt_of(head), iterations);
    std::string nothing;
    if (!Gcm(seal.key_).open(proof_of(head), bound_part(head), nothing))
        return failure(ErrorKind::locked, {"journal.wrong_passphrase", {}});
    return seal;
}

std::string Seal::seal(std::string_view frames, Random& random) const {
    Gcm gcm(key_);
    std::string sealed;
    for (const std::string_view run : runs_to_seal(frames))
        append_sealed_frame(sealed, gcm.seal(run, random_bytes(random, nonce_size), bound_part(head_)));
    return sealed;
}

OpenedFrames Seal::open_frames(std::string_view sealed) const {
    Gcm gcm(key_);
    OpenedFrames opened;
    while (const auto payload = sealed_payload(sealed.substr(opened.bytes))) {
        opened.changed = !gcm.open(*payload, bound_part(head_), opened.frames);
        if (opened.changed) break;
        opened.bytes += frame_head + payload->size();
    }
    return opened;
}

Result<OpenedFrames> open_sealed_file(const Seal& seal, std::string_view file) {
    KITH_ASSERT(file.starts_with(seal.head()));
    OpenedFrames opened = seal.open_frames(file.substr(seal.head().size()));
    if (opened.changed) return failure(ErrorKind::damaged, {"journal.changed", {}});
    opened.bytes += seal.head().size();
    return opened;
}

}  // namespace kith
