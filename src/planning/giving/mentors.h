// Who among one's own contacts could be a mentor, sponsor, coach or adviser for a field or skill. Each
// candidate comes with the facts that speak for them, and against asking now; there is no score.
#pragma once

#include <string_view>
#include <vector>

#include "insight/contact_book.h"
#include "planning/facts/candidate.h"
#include "planning/facts/rules.h"
#include "workspace/edits.h"

namespace kith {

/// People who know the field by their skills, role, industry or organisation. Order: who knows the field in
/// more ways first; then those senior to oneself; then those who gave advice, feedback or mentoring before;
/// then the latest contact. Those who are asked, or guide already, are left out.
/// O(people).
std::vector<Candidate> find_mentors(const Workspace& workspace, const ContactBook& contacts,
    std::string_view field, Day today, const Rules& rules = {}, std::size_t most = 20);

/// Asks one of them: a mentorship that waits for an answer. `name`: theirs.
Made ask_for_mentorship(
    RecordId person, std::string_view field, std::string_view name, Day today, Random& random);

}  // namespace kith
