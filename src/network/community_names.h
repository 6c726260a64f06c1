// What to call a community: by what its people have in common.
#pragma once

#include "network/communities.h"
#include "network/snapshot.h"
#include "workspace/facts.h"

namespace kith {

/// A name for each community: the organisation, else the event, else the place, that most of its people share
/// (at least two, and a third of them); else "Around" the one with most ties in it. Names differ as long as
/// what is shared does. O(people and their memberships).
std::vector<Message> community_names(const Workspace& workspace, const ContactGraph& contacts,
    const GraphSnapshot& snapshot, std::span<const std::uint32_t> community);
/// The same in slices: `names` is whole when it is done; `community` must stay until then.
Slices community_names(const Workspace& workspace, const ContactGraph& contacts,
    const GraphSnapshot& snapshot, std::span<const std::uint32_t> community, std::vector<Message>& names);

}  // namespace kith
