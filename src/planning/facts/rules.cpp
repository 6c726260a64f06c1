#include "planning/facts/rules.h"

#include <charconv>
#include <string>

#include "workspace/settings.h"

namespace kith {

namespace {

std::optional<int> number_set(const Workspace& workspace, SettingName rule) {
    const std::string_view text = setting_text(workspace, rule);
    int value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    const bool sound = error == std::errc{} && end == text.data() + text.size() && value >= 0;
    return sound ? std::optional(value) : std::nullopt;
}

constexpr int most_week_minutes = 100 * 60;

struct DaysRule {
    SettingName setting;
    days Rules::* member;
    int least = 0;
};
constexpr DaysRule days_rules[] = {
    {settings::rules::circle_5, &Rules::circle_5, 1},
    {settings::rules::circle_15, &Rules::circle_15, 1},
    {settings::rules::circle_50, &Rules::circle_50, 1},
    {settings::rules::circle_150, &Rules::circle_150, 1},
    {settings::rules::soon, &Rules::soon},
    {settings::rules::follow_up, &Rules::follow_up},
    {settings::rules::follow_up_window, &Rules::follow_up_window},
    {settings::rules::prepare_meeting, &Rules::prepare_meeting},
    {settings::rules::prepare_event, &Rules::prepare_event},
    {settings::rules::review_window, &Rules::review_window},
    {settings::rules::remind, &Rules::remind},
    {settings::rules::tell_outcome, &Rules::tell_outcome},
    {settings::rules::ask_challenge, &Rules::ask_challenge},
    {settings::rules::their_promise, &Rules::their_promise},
    {settings::rules::do_promised, &Rules::do_promised},
    {settings::rules::asked_recently, &Rules::asked_recently},
    {settings::rules::dormant, &Rules::dormant},
};

struct MinutesRule {
    SettingName setting;
    int Rules::* member;
    int least;
};
constexpr MinutesRule minutes_rules[] = {
    {settings::rules::week_minutes, &Rules::week_minutes, 0},
    {settings::rules::contact_minutes, &Rules::contact_minutes, 1},
    {settings::rules::favour_minutes, &Rules::favour_minutes, 1},
    {settings::rules::step_minutes, &Rules::step_minutes, 1},
};

}  // namespace

Rules rules_of(const Workspace& workspace) {
    Rules rules;
    for (const DaysRule& rule : days_rules) {
        const auto value = number_set(workspace, rule.setting);
        if (value && *value >= rule.least) rules.*rule.member = days{*value};
    }
    if (const auto percent = number_set(workspace, settings::rules::well_past); percent && *percent >= 100)
        rules.well_past = *percent / 100.0;
    if (const auto count = number_set(workspace, settings::rules::contacts_a_month))
        rules.contacts_a_month = *count;
    if (const auto percent = number_set(workspace, settings::rules::touch_share); percent && *percent <= 100)
        rules.touch_share = *percent;
    for (const MinutesRule& rule : minutes_rules) {
        const auto minutes = number_set(workspace, rule.setting);
        if (minutes && *minutes >= rule.least && *minutes <= most_week_minutes) rules.*rule.member = *minutes;
    }
    return rules;
}

void set_rule(Draft& draft, const Workspace& workspace, SettingName rule, int value) {
    write_setting(draft, workspace, rule, std::to_string(value));
}

}  // namespace kith
