// Work that is done a slice at a time, so that no frame waits for it. It is written as it would be in one go,
// with a pause where it may stop:
//
//     Slices count_all(const Graph& graph, Counts& counts) {
//         for (…) {
//             …                       // some hundred microseconds
//             co_await next_slice;    // goes on at once unless time is up
//         }
//         co_await count_more(graph); // another such piece of work, as a part of this one
//     }
//     Slices work = count_all(graph, counts);
//     while (work.step(out_of_time)) …          // between frames
//     work.finish();                            // or in one go
//
// A C++20 coroutine: its locals live until it ends or is thrown away, which may be at any pause. What it was
// given by reference must outlive it. A pause costs one call of `out_of_time`, so it belongs outside of inner
// loops.
#pragma once

#include <coroutine>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <functional>
#include <utility>

#include "base/assertion.h"

namespace kith {

/// Answers true when the time for this slice is over.
using OutOfTime = std::function<bool()>;

struct Pause {};
inline constexpr Pause next_slice;

class [[nodiscard]] Slices {
public:
    struct promise_type;
    using Handle = std::coroutine_handle<promise_type>;

    struct promise_type {
        promise_type* whole = this;  // the work that this is a part of, at the top
        Handle waits;                // what goes on when this is done
        // Of the whole:
        Handle active;
        const OutOfTime* out_of_time = nullptr;
        bool paused = false;

        Slices get_return_object() { return Slices(Handle::from_promise(*this)); }
        std::suspend_always initial_suspend() noexcept { return {}; }
        std::suspend_always final_suspend() noexcept { return {}; }
        void return_void() {}
        void unhandled_exception() { std::abort(); }  // there are none

        struct AtPause {
            promise_type& whole;
            bool await_ready() const {
                whole.paused = (*whole.out_of_time)();
                return !whole.paused;
            }
            void await_suspend(Handle) const {}
            void await_resume() const {}
        };
        AtPause await_transform(Pause) { return {*whole}; }

        struct AtPart {
            Handle part;  // of a temporary that lives as long as it is waited for
            bool await_ready() const { return !part || part.done(); }
            void await_suspend(Handle waiting) const {
                part.promise().whole = waiting.promise().whole;
                part.promise().waits = waiting;
                part.promise().whole->active = part;
            }
            void await_resume() const {}
        };
        AtPart await_transform(const Slices& part) { return {part.handle_}; }
    };

    Slices() = default;
    Slices(Slices&& other) noexcept : handle_(std::exchange(other.handle_, {})) {}
    Slices& operator=(Slices&& other) noexcept {
        std::swap(handle_, other.handle_);
        return *this;
    }
    ~Slices() {
        if (handle_) handle_.destroy();
    }

    /// Nothing is left to do.
    bool done() const { return !handle_ || handle_.done(); }

    /// Goes on until out of time. False when done.
    bool step(const OutOfTime& out_of_time) {
        if (done()) return false;
        promise_type& whole = handle_.promise();
        whole.out_of_time = &out_of_time;
        whole.paused = false;
        KITH_ASSERT(whole.whole == &whole);  // a part goes on only as the whole does
        // Parts resume from here and not from within each other: the stack stays as it is.
        while (!whole.paused) {
            KITH_ASSERT(!whole.active.done());
            whole.active.resume();
            if (!whole.active.done()) continue;
            if (whole.active == handle_) return false;
            whole.active = whole.active.promise().waits;
        }
        return true;
    }
    void finish() {
        step([] { return false; });
    }

private:
    Handle handle_;

    explicit Slices(Handle handle) : handle_(handle) { handle.promise().active = handle; }
};

/// Says when to pause between pieces of work that are smaller than what a look at the clock costs:
/// `if (pieces.done()) co_await next_slice;`
class Pieces {
public:
    explicit Pieces(unsigned between_pauses = 16) : between_pauses_(between_pauses) {}

    bool done() { return ++count_ % between_pauses_ == 0; }
    /// How many there were.
    std::size_t count() const { return count_; }

private:
    unsigned between_pauses_;
    std::size_t count_ = 0;
};

/// How much of some work is done, 0 to 1: so many of all its pieces. All of it where there are none.
constexpr double part_done(std::uint64_t done, std::uint64_t all) {
    return done < all ? static_cast<double>(done) / static_cast<double>(all) : 1;
}

}  // namespace kith
