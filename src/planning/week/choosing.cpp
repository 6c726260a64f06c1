#include "planning/week/choosing.h"

#include "model/fields.h"
#include "planning/goals/if_then.h"
#include "planning/goals/plan.h"

namespace kith {

namespace {

Draft called(std::string_view key, std::string_view title) {
    return Draft({key, {title}});
}

}  // namespace

Draft take_for_week(const Workspace& workspace, std::span<const WeekItem> items, std::string_view title,
    Day begin, Random& random) {
    Draft draft(items.size() == 1 ? Message{"weekly.take_change", {title}}
                                  : Message{"weekly.take_all_change", {items.size()}});
    for (const WeekItem& item : items)
        accept_for_week(draft, workspace, item, begin, random);
    return draft;
}

Draft move_on(
    const Workspace& workspace, const WeekItem& item, std::string_view title, Day begin, Random& random) {
    Draft draft = called("weekly.move_change", title);
    move_to_week(draft, workspace, item, begin + std::chrono::days{7}, random);
    return draft;
}

Draft leave_for_week(const Workspace& workspace, const WeekItem& item, std::string_view title, Day begin,
    Day today, Random& random) {
    Draft draft = called("weekly.leave_change", title);
    leave_out_of_week(draft, workspace, item, begin, today, random);
    return draft;
}

bool is_if_then(const WeekItem& item) {
    return !item.kind && kind_of(item.record) == Kind::goal;
}

Draft do_week_item(
    const Workspace& workspace, const WeekItem& item, std::string_view title, Day today, Random& random) {
    Draft draft = called("today.done", title);
    if (is_if_then(item)) {
        for (const IfThen& plan : if_then_plans(workspace, item.record, today)) {
            if (plan.row == item.element)
                draft.set(take_up(draft, plan, today, random), action::done_on, Value::day(today));
        }
    } else if (kind_of(item.record) == Kind::action) {
        complete_step(draft, workspace, item.record, today, random);
    }
    return draft;
}

Draft drop_slipped(RecordId step, std::string_view title, Day today) {
    Draft draft = called("lookback.drop_change", title);
    draft.set(step, action::dropped_on, Value::day(today));
    return draft;
}

Draft set_week_number(const Workspace& workspace, SettingName rule, int value) {
    Draft draft({"weekly.hours_change", {}});
    set_rule(draft, workspace, rule, value);
    return draft;
}

}  // namespace kith
