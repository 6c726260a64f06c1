// How the store's files are called: what they hold, who wrote it, and which numbers they stand for.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "base/ids.h"

namespace kith {

struct StoreFileName {
    std::string_view what;  // journal, damaged, gone
    ReplicaId replica;
    std::uint64_t first = 0;
    std::uint64_t last = 0;
};

/// "journal-00f3…-00000001-00000008.kith".
std::string in_letters(const StoreFileName& name);
/// None for any other file. `what` lies in `text`.
std::optional<StoreFileName> store_file_name(std::string_view text);

}  // namespace kith
