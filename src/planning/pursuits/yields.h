// What led to what: which people, events, communities and efforts opportunities came of, and how far those
// went. Counts, and a plain word when there are too few to tell; no rates, which small numbers can't carry.
#pragma once

#include <vector>

#include "model/fields.h"
#include "planning/facts/due.h"
#include "planning/pursuits/pipeline.h"

namespace kith {

/// Below so many opportunities Kith says that there are too few to tell. A number of Kith's own.
inline constexpr int enough_to_tell = 5;

/// A kind of favour, or how the opportunity became known; one of the two is none.
struct Effort {
    enum favour::kind favour = favour::kind::none;
    enum opportunity::advertised known = opportunity::advertised::none;

    std::string_view key() const;  // of the option
    bool operator==(const Effort&) const = default;
};

struct Yield {
    RecordId source;  // a person, event or organisation; none: see `effort`
    Effort effort;
    int leads = 0;   // opportunities, whatever became of them
    int talks = 0;   // … that came to talks
    int offers = 0;  // … to an offer
    int won = 0;
};

struct Yields {
    Yield all;
    std::vector<Yield> people;  // each by offers, talks, leads, most first
    std::vector<Yield> events;
    std::vector<Yield> organisations;  // communities and associations
    std::vector<Yield> efforts;        // kinds of favours received; advertised against heard of

    bool too_few() const { return all.leads < enough_to_tell; }
};

/// An opportunity counts once for each source it can be traced to: what it "came of", who told of it and who
/// referred, the favours for it and those they came of, the events at which these people were met and those
/// whose contacts it came of, and who held the events. O(opportunities and their chains).
Yields what_led_to_what(const Workspace& workspace);

/// The records an opportunity can be traced to, each once, in the order found.
std::vector<RecordId> traced_to(const Workspace& workspace, RecordId opportunity);

/// "3 opportunities, 2 came to talks, 1 to an offer"; with "too few to tell" where it is so.
Facts yield_facts(const Yield& yield);
Message too_few_fact(const Yields& yields);

}  // namespace kith
