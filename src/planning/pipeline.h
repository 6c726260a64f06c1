// Opportunities on their way from lead to outcome: the stages (the person's own, if they changed them), the
// board, who is still missing, and the next step, which is always one sentence.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/random.h"
#include "planning/mentors.h"

namespace kith {

/// What a stage means, whatever it is called.
enum class StageMark : std::uint8_t { lead, applied, talks, offer, won, lost };

struct Stage {
    std::string name;  // "interview", or as the person calls it
    StageMark mark = StageMark::lead;

    bool operator==(const Stage&) const = default;
};

inline constexpr std::string_view stages_setting = "opportunity.stages";

/// The setting ("lead, applied=applied, trial day=talks, signed=won"), else the eight that Kith comes with;
/// then stages that opportunities are in without being listed (from an import), as leads.
std::vector<Stage> stages_of(const Workspace& workspace);
void set_stages(Draft& draft, const Workspace& workspace, std::span<const Stage> stages);

/// The names of those with this mark; of one that none has, what Kith calls it.
std::vector<std::string> stages_marked(const Workspace& workspace, StageMark mark);

/// The mark of the stage an opportunity is in; without one it is a lead.
StageMark mark_of(const Workspace& workspace, RecordId opportunity);
/// The furthest mark it ever had, by its stage and its stages so far: a declined one may have seen talks.
StageMark furthest_mark(const Workspace& workspace, RecordId opportunity);
bool is_closed(StageMark mark);

struct StageColumn {
    Stage stage;
    std::vector<RecordId> opportunities;  // by deadline (none last), then title
};
/// Every stage, also empty ones. O(opportunities).
std::vector<StageColumn> opportunity_board(const Workspace& workspace);

/// Sets the stage and notes it among the stages so far; "applied on" too, the first time it is applied for.
void move_to_stage(Draft& draft, const Workspace& workspace, RecordId opportunity, const Stage& stage,
    Day today, Random& random);

enum class OpportunityRole : std::uint8_t { source, referrer, decision_maker, insider, partner };
/// The catalogue's key: "opportunity.role.source" …
std::string_view key_of(OpportunityRole role);
/// Whether what is of this kind is done together with somebody: projects, partnerships, ventures.
bool is_done_together(std::string_view opportunity_kind);

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

}  // namespace kith
