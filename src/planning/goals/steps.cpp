#include "planning/goals/steps.h"

#include "model/fields.h"

namespace kith {

namespace {

FieldId done_field(Kind kind) {
    return kind == Kind::action ? action::done_on : milestone::done_on;
}

Draft called(std::string_view key, std::string_view title) {
    return Draft({key, {title}});
}

}  // namespace

bool is_checkable(Kind kind) {
    return kind == Kind::action || kind == Kind::milestone;
}

bool is_done(const Workspace& workspace, RecordId record) {
    if (!is_checkable(kind_of(record))) return false;
    if (!workspace.get(record, done_field(kind_of(record))).empty()) return true;
    return kind_of(record) == Kind::action && !workspace.get(record, action::dropped_on).empty();
}

Draft toggle_done(
    const Workspace& workspace, RecordId record, std::string_view title, Day today, Random& random) {
    const Kind kind = kind_of(record);
    if (is_done(workspace, record)) {
        Draft draft = called("change.reopen", title);
        draft.clear(record, done_field(kind));
        if (kind == Kind::action) draft.clear(record, action::dropped_on);
        return draft;
    }
    Draft draft = called("change.done", title);
    if (kind == Kind::action)
        complete_step(draft, workspace, record, today, random);
    else
        draft.set(record, done_field(kind), Value::day(today));
    return draft;
}

Made add_step(const Workspace& workspace, const Plan& plan, const StepLine& step, RecordId milestone,
    std::string_view goal_title, Random& random) {
    Draft draft({"change.add_to", {step.title, std::string(goal_title)}});
    const RecordId made = create_named(draft, Kind::action, step.title, random);
    draft.set(made, action::goal, Value::reference(plan.goal));
    if (milestone) draft.set(made, action::milestone, Value::reference(milestone));
    if (step.due) draft.set(made, action::due, Value::date(*step.due));
    if (step.minutes > 0) draft.set(made, action::effort_minutes, Value::integer(step.minutes));
    draft.set_text(made, action::repeats, step.repeats);
    if (const std::int64_t order = order_at_end(workspace, plan, milestone); order > 0)
        draft.set(made, action::order, Value::integer(order));
    return {std::move(draft), made};
}

void serves_goal_of_milestone(
    Draft& draft, const Workspace& workspace, RecordId milestone, RecordId action, bool /*fresh*/) {
    const RecordId goal = workspace.reference(milestone, milestone::goal);
    if (workspace.live(goal)) draft.set(action, action::goal, Value::reference(goal));
}

Draft move_up_or_down(
    const Workspace& workspace, const Plan& plan, RecordId record, int direction, std::string_view title) {
    Draft draft = called("steps.move_change", title);
    if (kind_of(record) == Kind::milestone)
        move_milestone_by(draft, workspace, plan, record, direction);
    else
        move_step_by(draft, workspace, plan, record, direction);
    return draft;
}

Draft move_to_milestone(const Workspace& workspace, const Plan& plan, RecordId action, RecordId milestone,
    std::string_view title) {
    Draft draft = called("steps.move_change", title);
    move_step(draft, workspace, plan, action, milestone, ~std::size_t{0});
    return draft;
}

Draft move_to_day(RecordId record, Day due, std::string_view title) {
    Draft draft = called("steps.day_change", title);
    draft.set(record, kind_of(record) == Kind::milestone ? milestone::due : action::due, Value::day(due));
    return draft;
}

Draft wait_for(RecordId action, RecordId before, bool waits, std::string_view title) {
    Draft draft = called("steps.wait_change", title);
    if (waits)
        draft.add(action, action::after, before);
    else
        draft.remove(action, action::after, element_of(before));
    return draft;
}

Draft come_round(RecordId action, std::string_view repeats, std::string_view title) {
    Draft draft = called("steps.repeat_change", title);
    draft.set_text(action, action::repeats, repeats);
    return draft;
}

Made plan_way(const WayPlanned& way, std::string_view title, Day today, Random& random) {
    Draft draft = called("change.add", title);
    const RecordId action = draft.create(Kind::action, random);
    draft.set_text(action, action::title, title);
    draft.add(action, action::people, way.first);
    if (way.last != way.first) draft.add(action, action::people, way.last);
    draft.set(action, action::due, Value::day(today));
    if (way.goal) draft.set(action, action::goal, Value::reference(way.goal));
    return {std::move(draft), action};
}

}  // namespace kith
