// The plan of a goal: its milestones and steps in an order in which they can be done, what each waits for,
// and progress counted from what was done. A step is an Action; a step can wait for others and can come round
// again.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "base/random.h"
#include "planning/facts/due.h"
#include "planning/facts/rules.h"

namespace kith {

enum class StepState : std::uint8_t {
    late,     // past its day, and nothing holds it up
    soon,     // due within Rules::soon
    open,     // can be done
    waiting,  // for another step
    done,
    dropped,
};
/// The catalogue's key for it: "plan.state.waiting" …
std::string_view key_of(StepState state);

struct PlanStep {
    RecordId action;
    StepState state = StepState::open;
    std::optional<Day> due;
    std::optional<Day> done_on;
    int minutes = 0;  // 0: not said
    std::vector<RecordId> people;
    std::vector<RecordId> waits_for;  // open ones
    bool circular = false;            // waits for itself by way of others: then it waits for nothing
    Facts notes;                      // what it waits for, dates that cannot both hold
};

/// Steps done of those not dropped. A milestone without steps counts as one that is done when it is reached.
struct Progress {
    std::size_t done = 0;
    std::size_t total = 0;

    bool operator==(const Progress&) const = default;
};

struct PlanMilestone {
    RecordId milestone;  // none: steps of no milestone, at the end
    std::optional<Day> due;
    std::optional<Day> reached;
    bool late = false;
    bool ready = false;  // everything in it was done, and it is not noted as reached
    Progress progress;
    std::vector<PlanStep> steps;
};

struct Plan {
    RecordId goal;
    std::vector<PlanMilestone> milestones;
    Progress progress;

    /// Steps that can be done now, in the plan's order.
    std::vector<const PlanStep*> ready() const;
};

/// O(steps²) where steps wait for each other, else O(steps log steps).
Plan plan_of(const Workspace& workspace, RecordId goal, Day today, const Rules& rules = {});
/// "5 of 12 steps done", "No steps yet".
Message progress_fact(const Progress& progress);

/// Whether making `action` wait for `before` would make it wait for itself.
bool would_wait_for_itself(const Workspace& workspace, RecordId action, RecordId before);

/// Whether the Action is a step or promise, not one of Kith's own marks (week/proposal.h,
/// facts/turned_down.h).
bool is_step(const Workspace& workspace, RecordId action);
/// Whether nothing holds it up: not done, not dropped, and waiting for no open step.
bool is_ready(const Workspace& workspace, RecordId action);

/// Notes that a step was done today. If it repeats, the next one is made, due as repeats.h says, and given
/// back.
RecordId complete_step(Draft& draft, const Workspace& workspace, RecordId action, Day today, Random& random);

}  // namespace kith
