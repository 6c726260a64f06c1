// Whom to ask for a referral to an organisation, and why: people inside, who were inside, or who know
// somebody inside. With what one received from them before, and a word when they were asked recently.
#pragma once

#include <string_view>
#include <vector>

#include "insight/contact_book.h"
#include "planning/facts/candidate.h"
#include "planning/facts/rules.h"

namespace kith {

/// Order: who works there before who did before who knows somebody there; then who decides on hiring or
/// whose role is like the one sought; then the closer circle; then the latest contact. `role` may be empty.
/// O(people at the organisation and their ties).
std::vector<Candidate> whom_to_ask_for_referral(const Workspace& workspace, const ContactBook& contacts,
    RecordId organisation, std::string_view role, Day today, const Rules& rules = {}, std::size_t most = 20);

}  // namespace kith
