#include "planning/goals/plan_moves.h"

#include <algorithm>

#include "base/assertion.h"
#include "model/fields.h"

namespace kith {

namespace {

const PlanMilestone* group_of(const Plan& plan, RecordId milestone) {
    const auto at = std::ranges::find(plan.milestones, milestone, &PlanMilestone::milestone);
    return at != plan.milestones.end() ? &*at : nullptr;
}

void number(Draft& draft, const Workspace& workspace, std::span<const RecordId> records, FieldId order) {
    for (std::size_t i = 0; i < records.size(); ++i) {
        const auto place = static_cast<std::int64_t>(i) + 1;
        if (workspace.integer(records[i], order) != place)
            draft.set(records[i], order, Value::integer(place));
    }
}

}  // namespace

std::optional<PlanPlace> place_in(const Plan& plan, RecordId action) {
    for (std::size_t i = 0; i < plan.milestones.size(); ++i) {
        const auto& steps = plan.milestones[i].steps;
        const auto at = std::ranges::find(steps, action, &PlanStep::action);
        if (at != steps.end()) return PlanPlace{i, static_cast<std::size_t>(at - steps.begin())};
    }
    return std::nullopt;
}

void move_step(Draft& draft, const Workspace& workspace, const Plan& plan, RecordId action,
    RecordId milestone, std::size_t place) {
    std::vector<RecordId> steps;
    if (const PlanMilestone* group = group_of(plan, milestone)) {
        for (const PlanStep& step : group->steps) {
            if (step.action != action) steps.push_back(step.action);
        }
    }
    place = std::min(place, steps.size());
    steps.insert(steps.begin() + static_cast<std::ptrdiff_t>(place), action);
    number(draft, workspace, steps, action::order);
    if (workspace.reference(action, action::milestone) == milestone) return;
    if (milestone)
        draft.set(action, action::milestone, Value::reference(milestone));
    else
        draft.clear(action, action::milestone);
}

bool move_step_by(
    Draft& draft, const Workspace& workspace, const Plan& plan, RecordId action, int direction) {
    const auto at = place_in(plan, action);
    if (!at) return false;
    KITH_ASSERT(direction == 1 || direction == -1);
    const auto& groups = plan.milestones;
    const PlanMilestone& here = groups[at->milestone];
    if (direction < 0 && at->step > 0) {
        move_step(draft, workspace, plan, action, here.milestone, at->step - 1);
    } else if (direction > 0 && at->step + 1 < here.steps.size()) {
        move_step(draft, workspace, plan, action, here.milestone, at->step + 1);
    } else if (direction < 0 && at->milestone > 0) {
        const PlanMilestone& before = groups[at->milestone - 1];
        move_step(draft, workspace, plan, action, before.milestone, before.steps.size());
    } else if (direction > 0 && at->milestone + 1 < groups.size()) {
        move_step(draft, workspace, plan, action, groups[at->milestone + 1].milestone, 0);
    } else {
        return false;
    }
    return true;
}

bool move_milestone_by(
    Draft& draft, const Workspace& workspace, const Plan& plan, RecordId milestone, int direction) {
    KITH_ASSERT(direction == 1 || direction == -1);
    std::vector<RecordId> order;
    for (const PlanMilestone& one : plan.milestones) {
        if (one.milestone) order.push_back(one.milestone);
    }
    const auto at = std::ranges::find(order, milestone);
    if (at == order.end()) return false;
    if (direction < 0 && at != order.begin())
        std::iter_swap(at, at - 1);
    else if (direction > 0 && at + 1 != order.end())
        std::iter_swap(at, at + 1);
    else
        return false;
    number(draft, workspace, order, milestone::order);
    return true;
}

std::int64_t order_at_end(const Workspace& workspace, const Plan& plan, RecordId milestone) {
    const PlanMilestone* group = group_of(plan, milestone);
    std::int64_t last = 0;
    for (std::size_t i = 0; group != nullptr && i < group->steps.size(); ++i)
        last = std::max(last, workspace.integer(group->steps[i].action, action::order));
    return last > 0 ? last + 1 : 0;
}

std::int64_t milestone_order_at_end(const Workspace& workspace, const Plan& plan) {
    std::int64_t last = 0;
    for (const PlanMilestone& one : plan.milestones)
        last = std::max(last, workspace.integer(one.milestone, milestone::order));
    return last > 0 ? last + 1 : 0;
}

}  // namespace kith
