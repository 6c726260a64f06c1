// Making one record of two that are the same person or organisation, and remembering that two are not. Screens, the
// prompt and whoever has the workspace do it with these drafts, so one undo takes it back.
#pragma once

#include <cstddef>
#include <span>

#include "base/random.h"
#include "workspace/workspace.h"

namespace kith {

/// Two people, or two organisations.
struct JoinedPair {
    RecordId keep, other;
};

/// Makes one record of two: what `keep` lacks comes from `other`, and so do the plain fields that are `chosen`; lists
/// are joined, notes put below each other; whatever named `other` names `keep`, and what is then there twice is joined
/// as well. `other` goes to the trash, with its history. O(what both have + references to `other`).
void join_records(Draft& draft, const Workspace& workspace, JoinedPair pair, Random& random,
    std::span<const FieldId> chosen = {});
/// The same as what a person answers when asked.
Draft join_records(
    const Workspace& workspace, JoinedPair pair, Random& random, std::span<const FieldId> chosen = {});

struct JoinedPairs {
    Draft draft;
    std::size_t count = 0;  // of pairs
};
/// Joins many pairs in one step; of pairs that share a record only the first, for what that becomes is not known before
/// it is written.
JoinedPairs join_certain(const Workspace& workspace, std::span<const JoinedPair> pairs, Random& random);

/// What a person answers who says that two are not one. It is remembered for ever.
Draft tell_apart(const Workspace& workspace, RecordId a, RecordId b);

}  // namespace kith
