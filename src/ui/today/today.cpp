#include "ui/today/today.h"

#include <algorithm>
#include <array>

#include "model/fields.h"
#include "model/meanings.h"
#include "planning/agenda/put_off.h"
#include "planning/goals/plan.h"

namespace kith::ui {

namespace {

constexpr std::array<std::string_view, 7> card_keys{"today.promised", "today.follow_up", "today.give_and_ask",
    "today.toward", "today.steps", "today.keep_in_touch", "today.celebrate"};

TodayCard card_of(const Workspace& workspace, const AgendaItem& item) {
    switch (item.kind) {
        case AgendaKind::promise_mine:
        case AgendaKind::favour_do: return TodayCard::promised;
        case AgendaKind::follow_up:
        case AgendaKind::review_meeting:
        case AgendaKind::prepare_meeting:
        case AgendaKind::review_event:
        case AgendaKind::prepare_event:
        case AgendaKind::review_project: return TodayCard::follow_up;
        case AgendaKind::promise_theirs:
        case AgendaKind::favour_remind:
        case AgendaKind::favour_thank:
        case AgendaKind::favour_tell: return TodayCard::give_and_ask;
        case AgendaKind::action:
        case AgendaKind::opportunity:
        case AgendaKind::tell_news:
            return goal_served(workspace, item.record) ? TodayCard::goal : TodayCard::steps;
        case AgendaKind::mentorship_meet:
        case AgendaKind::mentorship_step:
        case AgendaKind::challenge:
        case AgendaKind::membership: return TodayCard::steps;
        case AgendaKind::due_contact: return TodayCard::keep_in_touch;
        case AgendaKind::celebrate: return TodayCard::celebrate;
    }
    return TodayCard::steps;
}

TodayGroup& group_for(
    const Session& session, std::vector<TodayGroup>& groups, TodayCard card, RecordId goal) {
    for (TodayGroup& group : groups) {
        if (group.card == card && group.goal == goal) return group;
    }
    const std::string_view key = card_keys[static_cast<std::size_t>(card)];
    const std::string title = card == TodayCard::goal
        ? session.text(key, {session.workspace.text(goal, goal::wish)})
        : std::string(session.text(key));
    return groups.emplace_back(TodayGroup{.card = card, .goal = goal, .title = title, .lines = {}});
}

/// Goals that are being pursued, the most important first, with how many of their steps are done.
std::vector<TodayGoal> goals_of(const Workspace& workspace, Day today) {
    struct Ranked {
        std::int64_t priority;
        TodayGoal goal;
    };
    std::vector<Ranked> ranked;
    workspace.for_each(Kind::goal, [&](RecordId goal) {
        const auto stage = workspace.choice(goal, goal::stage);
        if (!is_pursued(stage)) return;
        TodayGoal one{.goal = goal,
            .wish = std::string(workspace.text(goal, goal::wish)),
            .by = workspace.date(goal, goal::by)};
        const std::int64_t priority = workspace.integer(goal, goal::priority);
        ranked.push_back({priority > 0 ? priority : 1000, std::move(one)});
    });
    std::ranges::stable_sort(ranked, {}, &Ranked::priority);
    std::vector<TodayGoal> goals;
    for (Ranked& one : ranked) {
        one.goal.progress = plan_of(workspace, one.goal.goal, today).progress;
        goals.push_back(std::move(one.goal));
    }
    return goals;
}

}  // namespace

void update_today(Session& session, TodayState& state) {
    const Workspace& workspace = session.workspace;
    const Day today = session.ui.today();
    if (!state.made.renew(session.moment())) return;
    session.agenda.update(session.insight, today, rules_of(workspace));

    state.groups.clear();
    state.set_aside.clear();
    state.snoozed_added = false;
    state.due = state.late_promises = 0;
    const bool any_put_off = anything_put_off(workspace, today);
    for (const AgendaItem& item : session.agenda.items()) {
        if (const auto until = any_put_off ? put_off_until(workspace, item, today) : std::nullopt) {
            state.set_aside.push_back({.item = &item,
                .title = session.text(item.title),
                .until = session.text("today.until", {*until})});
            continue;
        }
        const TodayCard card = card_of(workspace, item);
        const RecordId goal = card == TodayCard::goal ? goal_served(workspace, item.record) : RecordId{};
        group_for(session, state.groups, card, goal).lines.push_back({.item = &item});
        if (item.urgency == Urgency::late || item.urgency == Urgency::today) ++state.due;
        if (item.urgency == Urgency::late && card == TodayCard::promised) ++state.late_promises;
    }
    std::ranges::stable_sort(state.groups, {}, &TodayGroup::card);
    state.goals = goals_of(workspace, today);
}

}  // namespace kith::ui
