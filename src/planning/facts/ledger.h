// What was given and received, asked and promised between the person and each contact: counts and dates both
// ways, never a score (no threshold of reciprocity is validated, EVIDENCE.md).
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/random.h"
#include "insight/contact_book.h"
#include "planning/facts/due.h"
#include "planning/facts/rules.h"

namespace kith {

struct FavourCount {
    int done = 0;  // done, thanked or told
    int open = 0;  // asked, offered or agreed
    int declined = 0;
    std::optional<Day> last;  // done or, if not, asked or offered
};

/// How often one asked something of them.
struct AskedCount {
    int in_90_days = 0;
    int in_a_year = 0;
    int ever = 0;
    std::optional<Day> last;
};

struct PromiseCount {
    int kept = 0;
    int kept_late = 0;
    int late = 0;  // open and past their day
    int open = 0;  // open, and not late
    int dropped = 0;
};

struct Ledger {
    std::vector<RecordId> favours;  // latest first
    FavourCount given;
    FavourCount received;
    AskedCount asked;
    PromiseCount my_promises;
    PromiseCount their_promises;
};

/// O(favours and actions with the person).
Ledger ledger_with(const Workspace& workspace, RecordId person, Day today);
Facts ledger_facts(const Ledger& ledger, Day today);

/// The day a favour is listed under: done, else asked or offered.
std::optional<Day> day_of_favour(const Workspace& workspace, RecordId favour);

/// A fact that speaks against asking again now, if the person was asked within Rules::asked_recently.
std::optional<Message> asked_recently(
    const Workspace& workspace, RecordId person, Day today, const Rules& rules = {});

/// One step of what led to what.
struct ChainLink {
    RecordId record;  // a favour, or an opportunity at the end of one
    RecordId led_from;
    std::size_t depth = 0;
};
/// From where it all began to everything that came of it, a favour before what it led to. Circles are cut.
std::vector<ChainLink> chain_of(const Workspace& workspace, RecordId favour);

/// Favours that are neither done with nor declined, oldest first.
std::vector<RecordId> open_favours(const Workspace& workspace);

}  // namespace kith
