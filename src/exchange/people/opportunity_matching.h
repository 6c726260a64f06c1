// Which opportunity is which: the same posting's address is enough; the same title at the same organisation
// is, unless both have addresses, which then differ.
#pragma once

#include <boost/unordered/unordered_flat_map.hpp>
#include <cstdint>
#include <optional>

#include "exchange/cards/card.h"
#include "workspace/workspace.h"

namespace kith {

/// What an opportunity is known by, hashed; zero where it has none.
struct OpportunityIdentity {
    std::uint64_t posting = 0;
    std::uint64_t title = 0;  // with the organisation
};
OpportunityIdentity identity_of_opportunity(const Card& card);
OpportunityIdentity identity_of_opportunity(const Workspace& workspace, RecordId opportunity);

/// From what opportunities are known by to those who are. Who is any number that the caller understands.
class OpportunityIndex {
public:
    void add(OpportunityIdentity identity, std::uint64_t who);
    std::optional<std::uint64_t> find(OpportunityIdentity identity) const;
    /// The one that was found is that of `identity` too: its address is not for another posting of the title.
    void join(OpportunityIdentity identity, std::uint64_t who);

private:
    using Map = boost::unordered_flat_map<std::uint64_t, std::uint64_t>;
    Map by_posting_;
    Map by_title_;    // the first
    Map no_posting_;  // by title: the first without an address
};

}  // namespace kith
