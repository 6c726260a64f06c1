#include "planning/goals/beginning.h"

#include "base/text.h"
#include "model/fields.h"
#include "workspace/settings.h"

namespace kith {

namespace {

void forget(Draft& draft, const Workspace& workspace) {
    if (!kept_beginning(workspace).empty()) write_setting(draft, workspace, settings::begun_goal, {});
}

}  // namespace

Made begin_goal(const Workspace& workspace, const GoalBeginning& beginning, Random& random) {
    std::string wish;
    for (const FieldEntry& entry : beginning.said.fields) {
        if (entry.field == goal::wish) wish = trim(entry.value.as_text());
    }
    Made made = write_record({"goal_start.change", {wish}}, workspace, beginning.said, random);
    Draft& draft = made.draft;
    std::int64_t others = 0;
    workspace.for_each(Kind::goal, [&](RecordId) { ++others; });
    draft.set(made.record, goal::stage, goal::stage::active);
    draft.set(made.record, goal::priority, Value::integer(others + 1));
    for (const PlaybookIfThen& row : beginning.obstacles) {
        if (trim(row.obstacle).empty() && trim(row.then).empty()) continue;
        draft.add_row(made.record, goal::obstacles,
            {{goal::obstacles::obstacle, trim(row.obstacle)}, {goal::obstacles::if_, trim(row.when)},
                {goal::obstacles::then, trim(row.then)}},
            random);
    }
    if (beginning.plan) take_over_plan(draft, workspace, *beginning.plan, made.record, random);
    forget(draft, workspace);
    return made;
}

GoalBeginning beginning_of(const GoalWish& wish) {
    GoalBeginning beginning;
    beginning.said.kind = Kind::goal;
    const auto say = [&](FieldId field, std::string_view text) {
        if (const std::string_view said = trim(text); !said.empty())
            beginning.said.fields.push_back(
                {.field = field, .value = Value::text(said), .texts = {}, .named = {}});
    };
    say(goal::wish, wish.wish);
    say(goal::target_role, wish.role);
    say(goal::industry, wish.industry);
    say(goal::place, wish.place);
    say(goal::why, wish.why);
    if (!wish.by.empty())
        beginning.said.fields.push_back(
            {.field = goal::by, .value = Value::date(wish.by), .texts = {}, .named = {}});
    FieldEntry organisations{
        .field = goal::organisations, .value = {}, .texts = {}, .named = {}, .by_name = true};
    for (const std::string_view name : wish.organisations)
        organisations.named.push_back({.record = {}, .fresh = name});
    if (!organisations.named.empty()) beginning.said.fields.push_back(std::move(organisations));
    return beginning;
}

std::string_view kept_beginning(const Workspace& workspace) {
    return setting_text(workspace, settings::begun_goal);
}

Draft keep_beginning(const Workspace& workspace, std::string_view said) {
    Draft draft({"goal_start.begun_change", {}});
    if (kept_beginning(workspace) != said) write_setting(draft, workspace, settings::begun_goal, said);
    return draft;
}

Draft forget_beginning(const Workspace& workspace) {
    Draft draft({"goal_start.over_change", {}});
    forget(draft, workspace);
    return draft;
}

}  // namespace kith
