// Putting the steps of a plan into another order: up and down within a milestone, over to another one, and to
// the end when a step is new. A plan that nobody ordered goes by its days; the first move writes the order
// out for all steps of that milestone, so that it stays as it was left.
#pragma once

#include "planning/goals/plan.h"

namespace kith {

/// Where a step stands in a plan.
struct PlanPlace {
    std::size_t milestone = 0;  // index into Plan::milestones
    std::size_t step = 0;       // index into its steps

    bool operator==(const PlanPlace&) const = default;
};
std::optional<PlanPlace> place_in(const Plan& plan, RecordId action);

/// Makes a step stand at `place` among the steps of a milestone (none: of no milestone). O(its steps).
void move_step(Draft& draft, const Workspace& workspace, const Plan& plan, RecordId action,
    RecordId milestone, std::size_t place);

/// One place up (-1) or down (+1); over the edge of a milestone into the one beside it. False if there is no
/// further.
bool move_step_by(Draft& draft, const Workspace& workspace, const Plan& plan, RecordId action, int direction);

/// The same for a milestone among the milestones.
bool move_milestone_by(
    Draft& draft, const Workspace& workspace, const Plan& plan, RecordId milestone, int direction);

/// The order that puts a new step or milestone behind all others; 0 where nothing was ever moved.
std::int64_t order_at_end(const Workspace& workspace, const Plan& plan, RecordId milestone);
std::int64_t milestone_order_at_end(const Workspace& workspace, const Plan& plan);

}  // namespace kith
