// What a person means to do with what a week holds or could hold. Titles are as the person sees them; `begin` is
// the first day of the week it was proposed for.
#pragma once

#include <span>
#include <string_view>

#include "planning/week/proposal.h"
#include "workspace/setting_names.h"

namespace kith {

/// `title`: of the first; several are only counted.
Draft take_for_week(const Workspace& workspace, std::span<const WeekItem> items, std::string_view title,
    Day begin, Random& random);
/// To the week after.
Draft move_on(
    const Workspace& workspace, const WeekItem& item, std::string_view title, Day begin, Random& random);
/// Out of this week.
Draft leave_for_week(const Workspace& workspace, const WeekItem& item, std::string_view title, Day begin,
    Day today, Random& random);

/// An "if … then" plan whose moment has come.
bool is_if_then(const WeekItem& item);
/// A step, or an "if … then" plan, is done: the plan's "then" becomes a step that is. What the agenda lists is
/// done there (do_item).
Draft do_week_item(
    const Workspace& workspace, const WeekItem& item, std::string_view title, Day today, Random& random);
/// A step that slipped is not to be done any more.
Draft drop_slipped(RecordId step, std::string_view title, Day today);

/// One of the numbers that a week goes by, by its setting (settings::rules).
Draft set_week_number(const Workspace& workspace, SettingName rule, int value);

}  // namespace kith
