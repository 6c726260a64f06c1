// Opportunities on their way from lead to outcome: who is still missing, and the next step, which is always
// one sentence.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "insight/contact_book.h"
#include "model/fields.h"
#include "planning/facts/candidate.h"
#include "planning/facts/rules.h"
#include "planning/facts/stages.h"
#include "workspace/edits.h"

namespace kith {

enum class OpportunityRole : std::uint8_t { source, referrer, decision_maker, insider, partner };
/// The catalogue's key: "opportunity.role.source" …
std::string_view key_of(OpportunityRole role);
/// Whether what is of this kind is done together with somebody: projects, partnerships, ventures.
bool is_done_together(enum opportunity::kind kind);

/// Somebody the opportunity still lacks, and who of one's contacts it could be (at most three).
struct MissingRole {
    OpportunityRole role = OpportunityRole::source;
    Message sentence;
    std::vector<Candidate> candidates;
};

struct OpportunityStep {
    Message what;
    std::vector<RecordId> people;
    std::optional<Day> due;
    Facts reasons;
    RecordId record;  // of an Action or favour that it is, if there is one
};

struct OpportunityView {
    RecordId opportunity;
    StageMark mark = StageMark::lead;
    std::optional<Day> in_stage_since;
    std::optional<Day> deadline;
    std::vector<MissingRole> missing;
    std::optional<OpportunityStep> next;  // none only when closed and everything was said
};

/// The next step's rule: a step noted for it that can be done; else a favour asked for it that waits; else,
/// by the stage: thanks and outcome to tell when closed, an answer to an offer, thanks after a talk, and
/// before that whoever is missing – insiders before a referrer before who decides – and applying by the
/// deadline, which goes first when it is within Rules::soon. O(people at the organisation and their ties).
OpportunityView look_at_opportunity(const Workspace& workspace, const ContactBook& contacts,
    RecordId opportunity, Day today, const Rules& rules = {});

// What a person means to do about it. `title`: the opportunity's.

/// Writes the next step down as a step of the opportunity, and of its goal. `words`: what it says.
Made note_next_step(const Workspace& workspace, RecordId opportunity, const OpportunityStep& next,
    std::string_view words, std::string_view title, Random& random);
/// Somebody takes a role of those that are missing: the field says which.
Draft take_for_role(
    RecordId opportunity, FieldId field, RecordId person, std::string_view name, std::string_view title);

}  // namespace kith
