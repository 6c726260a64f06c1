// The same person entered twice, on two devices perhaps: finding such pairs. What is done with them is in joining.h;
// nothing is ever joined without being asked.
#pragma once

#include <boost/unordered/unordered_flat_map.hpp>
#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "base/slices.h"
#include "exchange/people/identity_answers.h"
#include "exchange/people/matching.h"
#include "identity/record_search.h"
#include "workspace/workspace.h"

namespace kith {

/// Two live people who may be one, and what stands for it and against it.
struct Duplicate {
    RecordId a, b;                // a was here first
    KeyKind why = KeyKind::name;  // the strongest thing that they have in common
    bool certain = false;         // something certain says so, and nothing speaks against it
    identity::Comparison comparison;
};

/// Looks through everyone, a few at a time, by identity/record_search.h. The likeliest come first.
class DuplicateSearch {
public:
    /// Looks at all who were not looked at, and again at whoever was changed since; at everyone after large
    /// changes. What it has come to stays when it is thrown away, and what changes meanwhile is taken in.
    Slices catch_up(const Workspace& workspace);
    bool done() const { return done_; }
    const std::vector<Duplicate>& found() const { return found_; }

private:
    std::uint64_t revision_ = ~std::uint64_t{0};
    std::size_t cursor_ = 0;
    bool done_ = false;
    boost::unordered_flat_map<RecordId, std::uint32_t, IdHash> places_;  // in all(Kind::person)
    std::vector<std::uint32_t> waiting_;  // places to be looked at, from next_ on
    std::size_t next_ = 0;
    std::vector<identity::Candidate> apart_;
    std::unique_ptr<identity::RecordSearch>
        search_;  // from the first look on: it reads tables of the second part
    std::vector<Duplicate> found_;

    void see_changes(const Workspace& workspace);
    void look_at(const Workspace& workspace, std::uint32_t place);
    void see_apart(const Workspace& workspace);
};

/// The strongest thing that two have in common.
KeyKind strongest_reason(const identity::Comparison& comparison);

}  // namespace kith
