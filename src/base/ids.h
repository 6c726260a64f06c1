// Names of things: records, replicas, and elements of lists. Each is a type of its own, so that one
// can't be passed for another. Ids are random numbers, so that devices which never met don't give the same
// one.
#pragma once

#include <compare>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

namespace kith {

/// A 64-bit id; the tag makes a type of its own. Zero means "none".
template <typename Tag>
struct Id {
    std::uint64_t value = 0;

    constexpr explicit operator bool() const { return value != 0; }
    constexpr auto operator<=>(const Id&) const = default;
};

using RecordId = Id<struct RecordTag>;    // a person, a tie, a goal …
using ReplicaId = Id<struct ReplicaTag>;  // one browser profile or device
using ElementId = Id<struct ElementTag>;  // one member of a set or list within a field

/// 16 lower-case hexadecimal digits, as in addresses and JSON.
std::string to_hex(std::uint64_t value);
std::optional<std::uint64_t> from_hex(std::string_view digits);

template <typename Tag>
std::string to_string(Id<Tag> id) {
    return to_hex(id.value);
}

/// A 64-bit mix (splitmix64's finaliser, Steele et al. 2014) for hash tables and derived ids.
constexpr std::uint64_t mix(std::uint64_t x) {
    x ^= x >> 30;
    x *= 0xbf58476d1ce4e5b9U;
    x ^= x >> 27;
    x *= 0x94d049bb133111ebU;
    return x ^ (x >> 31);
}

/// An id that is the same wherever the same text is: element ids of text sets, names of settings.
/// FNV-1a over the bytes, then mixed. Never zero.
constexpr std::uint64_t hash_text(std::string_view text) {
    std::uint64_t hash = 0xcbf29ce484222325U;
    for (char c : text)
        hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001b3U;
    hash = mix(hash);
    return hash != 0 ? hash : 1;
}

struct IdHash {
    using is_avalanching = void;
    template <typename Tag>
    std::size_t operator()(Id<Tag> id) const {
        return static_cast<std::size_t>(mix(id.value));
    }
};

}  // namespace kith

template <typename Tag>
struct std::hash<kith::Id<Tag>> {
    std::size_t operator()(kith::Id<Tag> id) const { return kith::IdHash{}(id); }
};
