// The numbers of sealed runs (FORMAT.md, "Runs"). Whoever writes gives each run the series that it belongs to and
// its number in that; a series that goes on where others ended names the last run of each. All of it is bound to
// what is sealed, so that runs that are left out, moved, repeated or cut off are noticed.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace kith {

struct RunPlace {
    std::uint64_t series = 0;
    std::uint32_t number = 0;  // in the series, from 0

    bool operator==(const RunPlace&) const = default;
};

/// What stands in the clear before a run that is sealed.
struct RunMark {
    RunPlace place;
    bool is_end = true;  // of what was written together
    std::vector<RunPlace> follows = {};
};

void append_run_mark(std::string& out, const RunMark& mark);
/// Takes a mark off the front of a payload; nothing if that is none.
std::optional<RunMark> take_run_mark(std::string_view& payload);

enum class RunFault : std::uint8_t { none, left_out, moved, repeated, cut_off };

/// Looks whether all runs are there, once each and in order.
class RunOrder {
public:
    /// The next run that was opened. O(log n), and O(n) in all for runs in order.
    void add(const RunMark& mark);
    /// What is wrong with those that came. Nothing at all is cut off: there is no file without a run.
    RunFault fault() const;

private:
    struct Series {
        std::uint32_t next = 0;                // after all that came
        std::vector<std::uint32_t> left = {};  // numbers before that which did not come
        bool is_ended = false;                 // the last one was an end
    };
    std::map<std::uint64_t, Series> series_;
    std::vector<RunPlace> followed_;
    bool moved_ = false, repeated_ = false;
};

}  // namespace kith
