// What writing and reading of frames have in common; for draft.cpp and transaction.cpp only.
#pragma once

#include <cstdint>
#include <string>

namespace kith {

inline constexpr std::size_t frame_header_size = 8;  // u32 length of payload, u32 checksum of payload

// The tag before a value: its type in the low four bits, and whether an element id stands before it.
inline constexpr unsigned has_element = 0x10;

inline void append_u32(std::string& out, std::uint32_t value) {
    for (int i = 0; i < 4; ++i)
        out += static_cast<char>(value >> (8 * i));
}

}  // namespace kith
