// How far a reader got with its next entry: whatever a file holds, a step is short, and an entry may take many.
#pragma once

#include <cstdint>

namespace kith {

enum class ReadStep : std::uint8_t {
    ready,       // the entry is at hand
    unfinished,  // there is more to do first: time for a pause
    end,         // there are no more
};

}  // namespace kith
