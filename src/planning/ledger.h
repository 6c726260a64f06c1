// What was given and received, asked and promised between the person and each contact: counts and dates both
// ways, never a score (no threshold of reciprocity is validated, EVIDENCE.md). And what could be given next:
// introductions between one who needs something and one who has it.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/random.h"
#include "planning/contacts.h"
#include "planning/facts.h"
#include "planning/rules.h"

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

/// What one person looks for and another can offer.
struct Match {
    RecordId needs;
    RecordId offers;
    std::string need;
    std::string offer;
    Facts reasons;
};

/// Pairs who don't know each other as far as is recorded, and whom one did not introduce yet: a need and an
/// offer or skill that share a word. Sorted by last contact with the one who needs. O(people + words).
std::vector<Match> matches(
    const Workspace& workspace, const ContactBook& contacts, Day today, std::size_t most = 50);

/// An introduction to be made, as a favour given that was offered to the one who needs; both are yet to
/// agree.
RecordId suggest_introduction(Draft& draft, const Match& match, Day today, Random& random);
/// Notes that one of the two agreed; whether both have.
void record_consent(Draft& draft, RecordId favour, RecordId person);
bool both_agreed(const Workspace& workspace, RecordId favour);

}  // namespace kith
