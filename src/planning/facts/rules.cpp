#include "planning/facts/rules.h"

#include <charconv>
#include <string>

#include "workspace/settings.h"

namespace kith {

namespace {

std::optional<int> number_set(const Workspace& workspace, std::string_view name) {
    const std::string_view text = setting_text(workspace, "planning." + std::string(name));
    int value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    const bool sound = error == std::errc{} && end == text.data() + text.size() && value >= 0;
    return sound ? std::optional(value) : std::nullopt;
}

constexpr int most_week_minutes = 100 * 60;

struct DaysRule {
    std::string_view name;
    days Rules::* member;
};
constexpr DaysRule days_rules[] = {
    {"circle_5", &Rules::circle_5},
    {"circle_15", &Rules::circle_15},
    {"circle_50", &Rules::circle_50},
    {"circle_150", &Rules::circle_150},
    {"soon", &Rules::soon},
    {"follow_up", &Rules::follow_up},
    {"follow_up_window", &Rules::follow_up_window},
    {"prepare_meeting", &Rules::prepare_meeting},
    {"prepare_event", &Rules::prepare_event},
    {"review_window", &Rules::review_window},
    {"remind", &Rules::remind},
    {"tell_outcome", &Rules::tell_outcome},
    {"ask_challenge", &Rules::ask_challenge},
    {"their_promise", &Rules::their_promise},
    {"do_promised", &Rules::do_promised},
    {"asked_recently", &Rules::asked_recently},
    {"dormant", &Rules::dormant},
};

struct MinutesRule {
    std::string_view name;
    int Rules::* member;
    int least;
};
constexpr MinutesRule minutes_rules[] = {
    {"week_minutes", &Rules::week_minutes, 0},
    {"contact_minutes", &Rules::contact_minutes, 1},
    {"favour_minutes", &Rules::favour_minutes, 1},
    {"step_minutes", &Rules::step_minutes, 1},
};

}  // namespace

Rules rules_of(const Workspace& workspace) {
    Rules rules;
    for (const DaysRule& rule : days_rules) {
        const auto value = number_set(workspace, rule.name);
        if (value && (*value > 0 || !rule.name.starts_with("circle"))) rules.*rule.member = days{*value};
    }
    if (const auto percent = number_set(workspace, "well_past"); percent && *percent >= 100)
        rules.well_past = *percent / 100.0;
    if (const auto count = number_set(workspace, "contacts_a_month")) rules.contacts_a_month = *count;
    if (const auto percent = number_set(workspace, "touch_share"); percent && *percent <= 100)
        rules.touch_share = *percent;
    for (const MinutesRule& rule : minutes_rules) {
        const auto minutes = number_set(workspace, rule.name);
        if (minutes && *minutes >= rule.least && *minutes <= most_week_minutes) rules.*rule.member = *minutes;
    }
    return rules;
}

void set_rule(Draft& draft, const Workspace& workspace, std::string_view name, int value) {
    write_setting(draft, workspace, "planning." + std::string(name), std::to_string(value));
}

}  // namespace kith
