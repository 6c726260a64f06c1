#include "journal/sealed_file.h"

#include <mbedtls/gcm.h>
#include <mbedtls/pkcs5.h>
#include <mbedtls/platform_util.h>

#include <algorithm>
#include <vector>

#include "base/assertion.h"
#include "base/text.h"

namespace kith {

namespace {

constexpr std::size_t nonce_size = 12, tag_size = 16, salt_size = 16, key_name_size = 16, frame_head = 8;

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

/// What a run is bound to: the key's name, and where the run stands.
std::string bound_to(std::string_view head, std::string_view mark) {
    return std::string(bound_part(head)).append(mark);
}

}  // namespace

void Seal::make_key(const Key& passphrase_key, std::uint32_t rounds, std::string_view salt, Random& random) {
    std::string key = random_bytes(random, key_.size());
    std::ranges::copy(key, key_.begin());
    const std::string bound = bound_part_for(random_bytes(random, key_name_size));
    std::string way = way_start(rounds, salt);
    way += Gcm(passphrase_key).seal(key, random_bytes(random, nonce_size), bound + way);
    head_ = sealed_head(bound, {&way, 1});
    mbedtls_platform_zeroize(key.data(), key.size());
}

Seal::Seal(std::string_view passphrase, Random& random, std::uint32_t iterations) {
    const std::string salt = random_bytes(random, salt_size);
    Key key = key_for(passphrase, salt, iterations);
    make_key(key, iterations, salt, random);
    mbedtls_platform_zeroize(key.data(), key.size());
}

Seal Seal::renewed(Random& random) const {
    KITH_ASSERT(!is_numbered(head_));
    const std::vector<WayIn> ways = ways_in(head_);
    Seal seal;
    // The key of version 2 is what its passphrase gives with this salt.
    seal.make_key(key_, ways.front().rounds, ways.front().salt, random);
    return seal;
}

Seal::~Seal() {
    mbedtls_platform_zeroize(key_.data(), key_.size());
}

Result<Seal> Seal::open(std::string_view head, std::string_view passphrase, std::uint32_t fewest) {
    if (const auto sane = check_rounds(head, fewest); !sane) return std::unexpected(sane.error());
    for (const WayIn& way : ways_in(head)) {
        if (!has_sane_rounds(way, fewest)) continue;
        Seal seal;
        seal.head_ = head;
        seal.key_ = key_for(passphrase, way.salt, way.rounds);
        std::string key;
        if (!Gcm(seal.key_).open(way.sealed, way.bound, key)) continue;
        if (is_numbered(head)) std::ranges::copy(key, seal.key_.begin());
        mbedtls_platform_zeroize(key.data(), key.size());
        return seal;
    }
    return failure(ErrorKind::locked, {"journal.wrong_passphrase", {}});
}

std::string Seal::seal(std::string_view frames, Random& random) const {
    KITH_ASSERT(is_numbered(head_));
    Gcm gcm(key_);
    std::vector<std::string_view> runs = runs_to_seal(frames);
    if (runs.empty()) runs.emplace_back();
    std::string sealed;
    RunMark mark{.place = {.series = random(), .number = 0}};
    for (const std::string_view run : runs) {
        mark.is_end = mark.place.number + 1 == runs.size();
        std::string payload;
        append_run_mark(payload, mark);
        payload += gcm.seal(run, random_bytes(random, nonce_size), bound_to(head_, payload));
        append_sealed_frame(sealed, payload);
        ++mark.place.number;
    }
    return sealed;
}

OpenedFrames Seal::open_frames(std::string_view sealed) const {
    Gcm gcm(key_);
    const bool numbered = is_numbered(head_);
    OpenedFrames opened;
    RunOrder order;
    while (const auto payload = sealed_payload(sealed.substr(opened.bytes))) {
        std::string_view rest = *payload;
        const auto mark = numbered ? take_run_mark(rest) : std::nullopt;
        const std::string_view marked = payload->substr(0, payload->size() - rest.size());
        opened.changed = (numbered && !mark) || !gcm.open(rest, bound_to(head_, marked), opened.frames);
        if (opened.changed) break;
        if (mark) order.add(*mark);
        opened.bytes += frame_head + payload->size();
    }
    if (numbered) opened.fault = order.fault();
    return opened;
}

Result<OpenedFrames> open_sealed_file(const Seal& seal, std::string_view file) {
    KITH_ASSERT(file.starts_with(seal.head()));
    OpenedFrames opened = seal.open_frames(file.substr(seal.head().size()));
    if (opened.changed) return failure(ErrorKind::damaged, {"journal.changed", {}});
    opened.bytes += seal.head().size();
    return opened;
}

Message message_of(RunFault fault) {
    switch (fault) {
        case RunFault::none: break;
        case RunFault::left_out: return {"journal.left_out", {}};
        case RunFault::moved: return {"journal.moved", {}};
        case RunFault::repeated: return {"journal.repeated", {}};
        case RunFault::cut_off: return {"journal.cut_off", {}};
    }
    return {};
}

}  // namespace kith
