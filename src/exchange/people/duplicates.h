// The same person entered twice, on two devices perhaps: finding such pairs, joining two records into one,
// and remembering that two are not the same. Nothing is ever joined without being asked.
#pragma once

#include <boost/unordered/unordered_flat_map.hpp>
#include <boost/unordered/unordered_flat_set.hpp>
#include <cstdint>
#include <string>
#include <vector>

#include "base/random.h"
#include "base/slices.h"
#include "exchange/people/matching.h"
#include "workspace/workspace.h"

namespace kith {

/// Two live people who may be one, and what they have in common.
struct Duplicate {
    RecordId a, b;  // a was here first
    KeyKind why = KeyKind::name;
};

/// Looks through everyone, a few at a time. Finds pairs that share a LinkedIn profile or UID; an address or
/// number, if the names allow it; the name and the organisation; or the name alone: in this order. Of more
/// than 32 who share one of these not every two are compared.
class DuplicateSearch {
public:
    /// Looks at all who were not looked at, and again at whoever was changed since; at everyone after large
    /// changes. What it has come to stays when it is thrown away, and what changes meanwhile is taken in.
    Slices catch_up(const Workspace& workspace);
    bool done() const { return done_; }
    const std::vector<Duplicate>& found() const { return found_; }

private:
    std::uint64_t revision_ = ~std::uint64_t{0};
    std::size_t next_ = 0;
    std::size_t cursor_ = 0;
    bool done_ = false;
    KeyIndex index_;
    std::vector<Identity> identities_;  // of all people, by their place in all()
    boost::unordered_flat_map<RecordId, std::uint32_t, IdHash> places_;
    std::vector<Duplicate> found_;
    boost::unordered_flat_set<std::uint64_t> pairs_;

    void see_changes(const Workspace& workspace);
    void look_again(const Workspace& workspace);
    void forget(RecordId person);
    void look_at(const Workspace& workspace, std::size_t place);
};

/// Remembers that two people are not the same; taking that back (undo) brings the question back.
void tell_apart(Draft& draft, const Workspace& workspace, RecordId a, RecordId b);
bool are_told_apart(const Workspace& workspace, RecordId a, RecordId b);

/// A field in which two people differ: joining keeps the first one's.
struct Difference {
    FieldId field;
    Value kept, left;
};
std::vector<Difference> joining_leaves(const Workspace& workspace, RecordId keep, RecordId other);

/// Makes one person of two: what `keep` lacks comes from `other`; lists are joined, notes put below each
/// other; whatever named `other` names `keep`, and what is then there twice is joined as well. `other` goes
/// to the trash, with its history. O(what both have + references to `other`).
void join_people(Draft& draft, const Workspace& workspace, RecordId keep, RecordId other, Random& random);

// The same two as what a person answers when asked.
Draft join_people(const Workspace& workspace, RecordId keep, RecordId other, Random& random);
Draft tell_apart(const Workspace& workspace, RecordId a, RecordId b);

}  // namespace kith
