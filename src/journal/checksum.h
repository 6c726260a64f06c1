// CRC-32 as in gzip and PNG (RFC 1952 §8, polynomial 0xEDB88320): detects damage, not malice.
#pragma once

#include <cstdint>
#include <string_view>

namespace kith {

std::uint32_t checksum(std::string_view bytes);

}  // namespace kith
