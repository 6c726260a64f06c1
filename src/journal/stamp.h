// When something happened, in an order that every device agrees on: a hybrid logical clock (Kulkarni,
// Demirbas et al. 2014). Wall time leads while clocks behave; a counter keeps later changes later when
// the clock stands still or is set back.
#pragma once

#include <compare>
#include <cstdint>

#include "base/assertion.h"
#include "base/dates.h"
#include "base/ids.h"

namespace kith {

/// No stamp has more than these: later ones could not be told from damage.
inline constexpr int tick_bits = 62;

/// Total order: time, counter, replica. One stamp belongs to one transaction, for ever.
struct Stamp {
    std::uint64_t ticks = 0;  // milliseconds since 1970 in the upper 48 bits, counter in the lower 16
    ReplicaId replica;

    constexpr auto operator<=>(const Stamp&) const = default;
    constexpr explicit operator bool() const { return ticks != 0; }

    Instant wall() const {
        return Instant{std::chrono::milliseconds{static_cast<std::int64_t>(ticks >> 16)}};
    }
};

class Clock {
public:
    explicit Clock(ReplicaId replica) : replica_(replica) {}

    ReplicaId replica() const { return replica_; }

    /// The next stamp: later than every stamp given or observed before, whatever the wall clock says.
    Stamp tick(Instant now) {
        KITH_ASSERT(!at_end());
        const auto milliseconds = now.time_since_epoch().count();
        const std::uint64_t wall = milliseconds > 0 ? static_cast<std::uint64_t>(milliseconds) << 16 : 0;
        last_ = wall > last_ ? wall : last_ + 1;  // a full counter runs over into the next millisecond
        return {last_, replica_};
    }

    /// Nothing can come after what was observed: tick() must not be called any more.
    bool at_end() const { return (last_ + 1) >> tick_bits != 0; }

    /// A stamp from elsewhere (loaded or merged): what follows here comes after it.
    void observe(Stamp stamp) {
        if (stamp.ticks > last_) last_ = stamp.ticks;
    }

private:
    ReplicaId replica_;
    std::uint64_t last_ = 0;
};

}  // namespace kith
