// XXH64 with seed 0 (https://github.com/Cyan4973/xxHash/blob/dev/doc/xxhash_spec.md): detects damage, not
// malice. Several gigabytes a second natively, about one in WebAssembly.
#pragma once

#include <cstdint>
#include <string_view>

namespace kith {

std::uint64_t checksum(std::string_view bytes);

}  // namespace kith
