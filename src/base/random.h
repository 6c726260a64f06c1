// Randomness as an argument: the host seeds it (from the browser's crypto, or a fixed number in a
// test), so every run can be replayed. xoshiro256** (Blackman & Vigna 2018).
#pragma once

#include <array>
#include <bit>
#include <cstdint>
#include <limits>

#include "base/assertion.h"
#include "base/ids.h"

namespace kith {

class Random {
public:
    using result_type = std::uint64_t;

    explicit constexpr Random(std::uint64_t seed) {
        for (auto& word : state_)
            word = mix(seed += 0x9e3779b97f4a7c15U);
    }
    explicit constexpr Random(std::array<std::uint64_t, 4> state) : state_(state) {}

    constexpr std::uint64_t operator()() {
        const std::uint64_t result = std::rotl(state_[1] * 5, 7) * 9;
        const std::uint64_t shifted = state_[1] << 17;
        state_[2] ^= state_[0];
        state_[3] ^= state_[1];
        state_[1] ^= state_[2];
        state_[0] ^= state_[3];
        state_[2] ^= shifted;
        state_[3] = std::rotl(state_[3], 45);
        return result;
    }

    /// Uniform in [0, bound); bound > 0. Lemire's method without the rejection step: the bias is
    /// below 2⁻³² for bounds below 2³², which is all that is asked here.
    constexpr std::uint64_t below(std::uint64_t bound) {
        KITH_ASSERT(bound > 0 && bound >> 32 == 0);
        return ((*this)() >> 32) * bound >> 32;
    }

    /// A fresh id, never zero.
    template <typename SomeId>
    constexpr SomeId id() {
        std::uint64_t value = 0;
        while (value == 0)
            value = (*this)();
        return SomeId{value};
    }

    static constexpr std::uint64_t min() { return 0; }
    static constexpr std::uint64_t max() { return std::numeric_limits<std::uint64_t>::max(); }

private:
    std::array<std::uint64_t, 4> state_{};
};

}  // namespace kith
