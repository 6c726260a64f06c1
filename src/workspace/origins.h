// Where the values of registers come from: which step first wrote what one shows, followed through undo and redo
// and through imports that were undone; and what it would show if some steps had never been.
#pragma once

#include <boost/unordered/unordered_flat_map.hpp>
#include <boost/unordered/unordered_flat_set.hpp>
#include <cstdint>
#include <limits>
#include <span>
#include <vector>

#include "workspace/workspace.h"

namespace kith {

/// Steps by their places in Workspace::transactions().
using Steps = boost::unordered_flat_set<std::uint32_t>;

/// All the values that the registers of a record ever had. O(them, logarithmic).
class RegisterHistory {
public:
    RegisterHistory(const Workspace& workspace, RecordId record);

    /// The values of one register, the newest first; none if it never had any.
    std::span<const PastValue> of(FieldId field, ElementId element) const;
    /// `visit(std::span<const PastValue>)` for each register.
    template <typename Visit>
    void for_each(Visit visit) const;

private:
    std::vector<PastValue> values_;  // by register, the newest of each first
};

class Origins {
public:
    /// Of the workspace as it is now, which must stay as it is meanwhile. O(transactions).
    explicit Origins(const Workspace& workspace);

    static constexpr std::size_t nothing = std::numeric_limits<std::size_t>::max();

    /// Which of a register's values, the newest first, is the one that the value at `at` repeats, as something
    /// wrote it: that itself unless undo or redo put it there. `nothing` where undo left nothing. O(values).
    std::size_t written(std::span<const PastValue> values, std::size_t at) const;
    /// Which of them the value at `at` would be had these steps never been.
    std::size_t without(std::span<const PastValue> values, std::size_t at, const Steps& steps) const;

private:
    const Workspace& workspace_;
    boost::unordered_flat_map<Stamp, std::uint32_t, StampHash> places_;
    boost::unordered_flat_map<std::uint32_t, Steps> undone_imports_;  // by the step that undid them
    boost::unordered_flat_map<std::uint32_t, std::vector<StampRange>> merges_;

    bool holds(std::uint32_t step, std::uint32_t transaction) const;
    std::size_t reversed(std::span<const PastValue> values, std::size_t at) const;
    std::size_t put_back(std::span<const PastValue> values, std::size_t at, const Steps& undone) const;
};

template <typename Visit>
void RegisterHistory::for_each(Visit visit) const {
    for (std::size_t i = 0; i < values_.size();) {
        const std::span<const PastValue> values = of(values_[i].field, values_[i].element);
        visit(values);
        i += values.size();
    }
}

}  // namespace kith
