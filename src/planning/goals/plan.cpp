#include "planning/goals/plan.h"

#include <algorithm>
#include <array>

#include "base/enums.h"
#include "model/fields.h"
#include "planning/facts/repeats.h"
#include "workspace/names.h"

namespace kith {

namespace {

constexpr EnumArray<StepState, std::string_view> state_keys{{"plan.state.late", "plan.state.soon",
    "plan.state.open", "plan.state.waiting", "plan.state.done", "plan.state.dropped"}};

Value date_value(Day day) {
    return Value::date(PartialDate{std::chrono::year_month_day{day}});
}

bool is_open(const Workspace& workspace, RecordId action) {
    return workspace.live(action) && workspace.date(action, action::done_on).empty() &&
        workspace.date(action, action::dropped_on).empty();
}

std::vector<RecordId> open_before(const Workspace& workspace, RecordId action) {
    std::vector<RecordId> before;
    workspace.for_each_element(action, action::after, [&](const Element& element) {
        if (is_open(workspace, element.value.as_reference())) before.push_back(element.value.as_reference());
    });
    return before;
}

/// Whether `from` waits, directly or by way of others, for `target`. O(steps it waits for).
bool waits_for(const Workspace& workspace, RecordId from, RecordId target) {
    std::vector<RecordId> seen;
    std::vector<RecordId> ahead = open_before(workspace, from);
    while (!ahead.empty()) {
        const RecordId next = ahead.back();
        ahead.pop_back();
        if (next == target) return true;
        if (std::ranges::contains(seen, next)) continue;
        seen.push_back(next);
        for (const RecordId before : open_before(workspace, next))
            ahead.push_back(before);
    }
    return false;
}

class PlanReader {
public:
    PlanReader(const Workspace& workspace, RecordId goal, Day today, const Rules& rules)
        : workspace_(workspace), goal_(goal), today_(today), rules_(rules) {}

    Plan read() {
        Plan plan{.goal = goal_, .milestones = {}, .progress = {}};
        for (const RecordId milestone : workspace_.referrers(goal_, milestone::goal))
            plan.milestones.push_back(read_milestone(milestone));
        std::ranges::stable_sort(plan.milestones, {}, [&](const PlanMilestone& one) {
            return std::tuple(workspace_.integer(one.milestone, milestone::order),
                one.due.value_or(Day::max()), one.milestone);
        });
        PlanMilestone others;
        others.steps = steps_of(workspace_.referrers(goal_, action::goal), [&](RecordId action) {
            const RecordId milestone = workspace_.reference(action, action::milestone);
            return !workspace_.live(milestone) || workspace_.reference(milestone, milestone::goal) != goal_;
        });
        if (!others.steps.empty()) {
            count(others);
            plan.milestones.push_back(std::move(others));
        }
        for (const PlanMilestone& one : plan.milestones) {
            plan.progress.done += one.progress.done;
            plan.progress.total += one.progress.total;
        }
        return plan;
    }

private:
    const Workspace& workspace_;
    RecordId goal_;
    Day today_;
    const Rules& rules_;

    PlanMilestone read_milestone(RecordId milestone) const {
        PlanMilestone one{.milestone = milestone,
            .due = workspace_.date(milestone, milestone::due).earliest(),
            .reached = workspace_.date(milestone, milestone::done_on).earliest(),
            .progress = {},
            .steps = {}};
        one.steps =
            steps_of(workspace_.referrers(milestone, action::milestone), [](RecordId) { return true; });
        count(one);
        one.late = !one.reached && one.due && *one.due < today_;
        one.ready = !one.reached && !one.steps.empty() && one.progress.done == one.progress.total &&
            one.progress.total > 0;
        return one;
    }

    static void count(PlanMilestone& milestone) {
        for (const PlanStep& step : milestone.steps) {
            milestone.progress.done += step.state == StepState::done ? 1 : 0;
            milestone.progress.total += step.state != StepState::dropped ? 1 : 0;
        }
        if (!milestone.steps.empty() || !milestone.milestone) return;
        milestone.progress = {milestone.reached ? std::size_t{1} : 0, 1};
    }

    template <typename Accept>
    std::vector<PlanStep> steps_of(const std::vector<RecordId>& actions, Accept accept) const {
        std::vector<PlanStep> steps;
        for (const RecordId action : actions) {
            if (is_step(workspace_, action) && accept(action)) steps.push_back(read_step(action));
        }
        std::ranges::stable_sort(steps, {}, [&](const PlanStep& step) {
            return std::tuple(step.state == StepState::dropped,
                workspace_.integer(step.action, action::order), step.due.value_or(Day::max()), step.action);
        });
        put_first_what_others_wait_for(steps);
        return steps;
    }

    PlanStep read_step(RecordId action) const {
        PlanStep step{.action = action,
            .due = workspace_.date(action, action::due).earliest(),
            .done_on = workspace_.date(action, action::done_on).earliest(),
            .minutes = static_cast<int>(workspace_.integer(action, action::effort_minutes)),
            .people = {},
            .waits_for = {},
            .notes = {}};
        workspace_.for_each_element(action, action::people,
            [&](const Element& element) { step.people.push_back(element.value.as_reference()); });
        if (step.done_on || !workspace_.date(action, action::dropped_on).empty()) {
            step.state = step.done_on ? StepState::done : StepState::dropped;
            return step;
        }
        step.waits_for = open_before(workspace_, action);
        step.circular = !step.waits_for.empty() && waits_for(workspace_, action, action);
        if (step.circular) {
            step.notes.push_back({"plan.waits_for_itself", {}});
            step.waits_for.clear();
        }
        step.state = state_of(step);
        for (const RecordId before : step.waits_for) {
            step.notes.push_back({"plan.waits_for", {named(workspace_, before)}});
            const auto their_due = workspace_.date(before, action::due).earliest();
            if (step.due && their_due && *their_due > *step.due)
                step.notes.push_back({"plan.due_before", {named(workspace_, before), *their_due}});
        }
        return step;
    }

    StepState state_of(const PlanStep& step) const {
        if (!step.waits_for.empty()) return StepState::waiting;
        if (!step.due) return StepState::open;
        if (*step.due < today_) return StepState::late;
        return *step.due <= today_ + rules_.soon ? StepState::soon : StepState::open;
    }

    /// Keeps the order but where a step stands before one that it waits for: that one moves ahead of it.
    static void put_first_what_others_wait_for(std::vector<PlanStep>& steps) {
        std::vector<PlanStep> ordered;
        std::vector<bool> taken(steps.size(), false);
        const auto take = [&](auto& again, std::size_t index) -> void {
            if (taken[index]) return;
            taken[index] = true;
            for (const RecordId before : steps[index].waits_for) {
                const auto at = std::ranges::find(steps, before, &PlanStep::action);
                if (at != steps.end()) again(again, static_cast<std::size_t>(at - steps.begin()));
            }
            ordered.push_back(steps[index]);
        };
        for (std::size_t i = 0; i < steps.size(); ++i)
            take(take, i);
        steps = std::move(ordered);
    }
};

/// Fields of a repeating step that are its own and don't go over to the next.
bool stays_behind(FieldId field) {
    return field.number() == 0 || field == action::due || field == action::done_on ||
        field == action::dropped_on || field == action::week || field == action::settles ||
        field == action::after || field == action::came_of || field == action::repeats;
}

}  // namespace

std::string_view key_of(StepState state) {
    return state_keys[state];
}

std::vector<const PlanStep*> Plan::ready() const {
    std::vector<const PlanStep*> found;
    for (const PlanMilestone& milestone : milestones) {
        for (const PlanStep& step : milestone.steps) {
            if (step.state <= StepState::open) found.push_back(&step);
        }
    }
    return found;
}

Plan plan_of(const Workspace& workspace, RecordId goal, Day today, const Rules& rules) {
    return PlanReader(workspace, goal, today, rules).read();
}

Message progress_fact(const Progress& progress) {
    if (progress.total == 0) return {"plan.no_steps", {}};
    return {"plan.progress", {progress.done, progress.total}};
}

bool would_wait_for_itself(const Workspace& workspace, RecordId action, RecordId before) {
    return action == before || waits_for(workspace, before, action);
}

bool is_step(const Workspace& workspace, RecordId action) {
    const std::string_view settles = workspace.text(action, action::settles);
    return settles.empty() || settles.starts_with("if_then:");
}

bool is_ready(const Workspace& workspace, RecordId action) {
    if (!is_open(workspace, action)) return false;
    const auto before = open_before(workspace, action);
    return before.empty() || waits_for(workspace, action, action);
}

RecordId complete_step(Draft& draft, const Workspace& workspace, RecordId action, Day today, Random& random) {
    draft.set(action, action::done_on, date_value(today));
    auto repeat = parse_repeat(workspace.text(action, action::repeats));
    if (!repeat) return {};
    const Day due = workspace.date(action, action::due).earliest().value_or(today);
    // The day that is meant is kept through the months that are too short for it.
    if (repeat->unit >= RecurrenceUnit::month && !repeat->on_day && repeat->nth == 0)
        repeat->on_day = static_cast<unsigned>(std::chrono::year_month_day{due}.day());
    const Day again = next_time(*repeat, due, today);
    if (repeat->until && again > *repeat->until) return {};
    const RecordId next = draft.create(Kind::action, random);
    workspace.for_each_value(action, [&](FieldId field, const Element& element) {
        if (!stays_behind(field)) draft.change({next, field, element.id, element.value});
    });
    draft.set_text(next, action::repeats, print_repeat(*repeat));
    draft.set(next, action::due, date_value(again));
    return next;
}

}  // namespace kith
