// What is worked out from something that changes, and kept until it has changed.
//
//     Kept<Load, std::uint64_t, Day> load;
//     const Load& now = load.get(workspace.revision(), today, [&] { return yearly_load(…); });
//
//     MadeFrom<std::uint64_t, Day> made;  // where several things are made in one go
//     if (made.renew(workspace.revision(), today)) { … }
#pragma once

#include <optional>
#include <tuple>
#include <utility>

namespace kith {

/// What something was last made from.
template <typename... From>
class MadeFrom {
public:
    /// Takes note of what it is made from now. True the first time and where any of it has changed: then it is
    /// to be made anew. O(comparison).
    [[nodiscard]] bool renew(const From&... now) {
        if (last_ && *last_ == std::tie(now...)) return false;
        last_.emplace(now...);
        return true;
    }
    /// It is to be made anew in any case.
    void forget() { last_.reset(); }

private:
    std::optional<std::tuple<From...>> last_;
};

template <typename Value, typename... From>
class Kept {
public:
    /// What `make()` gave for these. Valid until they change.
    template <typename Make>
    const Value& get(const From&... now, Make make) {
        if (made_.renew(now...)) value_ = make();
        return value_;
    }
    /// The last one that was made; an empty one before.
    const Value& last() const { return value_; }
    void forget() { made_.forget(); }

private:
    Value value_{};
    MadeFrom<From...> made_;
};

}  // namespace kith
