// Numbers in few bytes: LEB128, as in DWARF and Protocol Buffers. Seven bits a byte, low bits first.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace kith {

inline void append_varint(std::string& out, std::uint64_t value) {
    for (; value >= 0x80; value >>= 7)
        out += static_cast<char>(value | 0x80);
    out += static_cast<char>(value);
}

/// Takes a number off the front of `bytes`. False, with `bytes` unspecified, if it is cut or too long.
inline bool take_varint(std::string_view& bytes, std::uint64_t& value) {
    value = 0;
    for (std::size_t i = 0; i < bytes.size() && i < 10; ++i) {
        const auto byte = static_cast<unsigned char>(bytes[i]);
        if (i == 9 && byte > 1) return false;
        value |= static_cast<std::uint64_t>(byte & 0x7f) << (7 * i);
        if ((byte & 0x80) == 0) {
            bytes.remove_prefix(i + 1);
            return true;
        }
    }
    return false;
}

/// Signed numbers with small magnitude stay small (zigzag).
constexpr std::uint64_t zigzag(std::int64_t value) {
    return static_cast<std::uint64_t>(value) << 1 ^ static_cast<std::uint64_t>(value >> 63);
}
constexpr std::int64_t unzigzag(std::uint64_t value) {
    return static_cast<std::int64_t>(value >> 1) ^ -static_cast<std::int64_t>(value & 1);
}

}  // namespace kith
