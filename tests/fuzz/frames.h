// What the fuzzers of the journal share.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "journal/checksum.h"

namespace kith::fuzz {

/// A fuzzer can't guess checksums: each frame's is put right, so that what stands behind it is tried too.
inline std::string with_right_checksums(std::string bytes) {
    for (std::size_t at = 0; at + 8 <= bytes.size();) {
        const auto byte = [&](std::size_t i) {
            return static_cast<std::uint32_t>(static_cast<unsigned char>(bytes[at + i]));
        };
        const std::size_t length = byte(0) | byte(1) << 8;  // short frames: more of them
        bytes[at + 2] = bytes[at + 3] = 0;
        if (at + 8 + length > bytes.size()) break;
        const std::uint32_t sum = checksum(std::string_view(bytes).substr(at + 8, length));
        for (std::size_t i = 0; i < 4; ++i)
            bytes[at + 4 + i] = static_cast<char>(sum >> (8 * i));
        at += 8 + length;
    }
    return bytes;
}

}  // namespace kith::fuzz
