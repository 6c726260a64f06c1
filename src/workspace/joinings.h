// People and organisations that were joined since: whether that rests on what goes back with an import.
#pragma once

#include <boost/unordered/unordered_flat_set.hpp>
#include <cstdint>

#include "workspace/origins.h"
#include "workspace/workspace.h"

namespace kith {

using RecordSet = boost::unordered_flat_set<RecordId, IdHash>;

/// What goes back: an import, with joinings since, and what the import made.
struct GoingBack {
    const Workspace& workspace;
    const Origins& origins;
    const Steps& steps;
    const RecordSet& made;
};

/// Whether a step that joined two, or several pairs (is_joining), can't stay without those that go back: one of the two
/// came with the import, something of it was carried from one to the other, or something was left out because the
/// import had made what says the same. O(what the joining changed × its history + references to what it dropped).
bool joining_rests_on(const GoingBack& back, std::uint32_t joining);

}  // namespace kith
