// A hard situation, and whom to turn to: people who know the matter, who gave advice or support before, who
// are close, or who helped with something like it. Each with the facts that speak for them; no score.
#pragma once

#include <string_view>
#include <vector>

#include "insight/contact_book.h"
#include "planning/facts/candidate.h"
#include "planning/facts/rules.h"

namespace kith {

/// Order: who helped with a similar challenge; then who knows the matter in more ways; then who gave advice
/// or support before, or guides one now; then the closer circle; then the latest contact. Those who are close
/// (circles of 5 and 15, family) stand at the end even if nothing else speaks for them. People noted for the
/// challenge already are left out. O(people).
std::vector<Candidate> whom_to_turn_to(const Workspace& workspace, const ContactBook& contacts,
    RecordId challenge, Day today, const Rules& rules = {}, std::size_t most = 12);
/// The same for words.
std::vector<Candidate> whom_to_turn_to(const Workspace& workspace, const ContactBook& contacts,
    std::string_view matter, Day today, const Rules& rules = {}, std::size_t most = 12);

/// Notes that one turns to somebody. `name`: theirs; `title`: the challenge's.
Draft turn_to(RecordId challenge, RecordId person, std::string_view name, std::string_view title);

/// Past challenges that share a word with this one and have "what helped", latest first.
std::vector<RecordId> similar_challenges(const Workspace& workspace, RecordId challenge);

}  // namespace kith
