// Who came into the network through which event.
#pragma once

#include "network/contact_graph.h"
#include "workspace/workspace.h"

namespace kith {

struct Arrivals {
    RecordId event;
    Day on = undated;  // when it began
    std::vector<RecordId> people;

    bool operator==(const Arrivals&) const = default;
};

/// Of every event that has a day: those whose record says they were met there, and those who were there and
/// are known (or written down) from then on, up to a month after. Earliest first; events that brought nobody
/// are left out. O(people + attendances).
std::vector<Arrivals> arrivals_of(const Workspace& workspace, const ContactGraph& contacts);

}  // namespace kith
