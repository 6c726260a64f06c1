// What a person has said about who is the same: kept for ever among the settings, so that nobody is asked twice, on
// no device and however often a file comes again. Undo takes an answer back.
#pragma once

#include <cstdint>
#include <utility>
#include <vector>

#include "exchange/cards/card.h"
#include "workspace/workspace.h"

namespace kith {

/// Remembers that two people are not the same; taking that back (undo) brings the question back.
void tell_apart(Draft& draft, const Workspace& workspace, RecordId a, RecordId b);
bool are_told_apart(const Workspace& workspace, RecordId a, RecordId b);

/// Remembers that two records are one person: of the two one is in the trash as a rule.
void tell_same(Draft& draft, const Workspace& workspace, RecordId a, RecordId b);

/// What a file's entry is known again by, whichever file it stands in: its name and the surest thing beside it.
std::uint64_t entry_signature(const Card& card);

/// What an entry is remembered by: all that it says, then entry_signature, which holds when some of that changes but
/// which a file may have twice.
struct EntrySignatures {
    std::uint64_t whole = 0, short_one = 0;
};
EntrySignatures entry_signatures(const Card& card);

/// Remembers whether an entry is somebody.
void answer_entry(
    Draft& draft, const Workspace& workspace, std::uint64_t entry, RecordId person, bool is_same);

struct IdentityAnswers {
    using Pair = std::pair<RecordId, RecordId>;
    struct OfEntry {
        std::uint64_t entry = 0;
        RecordId person;
        bool is_same = false;
    };
    std::vector<Pair> same, apart;  // what was said of one who was joined to somebody is said of both
    std::vector<OfEntry> entries;   // sorted by entry
};
/// All of them. O(settings).
IdentityAnswers identity_answers(const Workspace& workspace);

}  // namespace kith
