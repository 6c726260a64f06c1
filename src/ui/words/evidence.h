// What speaks for and against two entries being one person's, or two names one organisation's, in words.
#pragma once

#include <string>
#include <vector>

#include "identity/comparing.h"
#include "identity/organisations.h"
#include "ui/session/session.h"

namespace kith::ui {

/// Sentences, each with one fact, in the order of identity::Reason.
struct SameEvidence {
    std::vector<std::string> speaks_for, speaks_against;

    /// The first of either: "Same phone number · Different birthday".
    std::string in_short() const;
};
SameEvidence evidence_of(const Session& session, const identity::Comparison& comparison);
SameEvidence evidence_of(const Session& session, identity::OrganisationLikeness likeness);

}  // namespace kith::ui
