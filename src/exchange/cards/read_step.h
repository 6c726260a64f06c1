// How far a reader got with its next entry: whatever a file holds, a step is short, and an entry may take many.
#pragma once

#include <cstddef>
#include <cstdint>

namespace kith {

enum class ReadStep : std::uint8_t {
    ready,       // the entry is at hand
    unfinished,  // there is more to do first: time for a pause
    end,         // there are no more
};

/// Says when to pause between the values of an entry: after a few, or after a long one.
class ValuesRead {
public:
    bool done(std::size_t bytes) {
        constexpr std::size_t enough = std::size_t{16} << 10;
        constexpr unsigned few = 4;
        bytes_ += bytes;
        if (++count_ < few && bytes_ < enough) return false;
        count_ = 0;
        bytes_ = 0;
        return true;
    }

private:
    unsigned count_ = 0;
    std::size_t bytes_ = 0;
};

}  // namespace kith
