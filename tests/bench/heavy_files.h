// The heavy files themselves: tens of megabytes each, and of no use but to be slow on.
#pragma once

#include <span>
#include <string>
#include <string_view>

namespace kith::testing {

struct HeavyFile {
    std::string_view what;
    std::string_view name;  // of the file
    std::string (*make)();
};

std::span<const HeavyFile> heavy_files();

}  // namespace kith::testing
