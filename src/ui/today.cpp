// Sorting the agenda into cards, saying it in words, and what happens when a line is acted upon.
#include "ui/today.h"

#include <algorithm>
#include <array>

#include "model/fields.h"
#include "planning/agenda/put_off.h"
#include "planning/goals/plan.h"
#include "ui/dates.h"
#include "ui/message.h"
#include "ui/places.h"
#include "workspace/names.h"

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
        const std::string_view stage = workspace.text(goal, goal::stage);
        if (!stage.empty() && stage != "active") return;
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

constexpr SpanKeys late{"today.late_days", "today.late_weeks", "today.late_months", "today.late_years"};

bool is_promise(AgendaKind kind) {
    return kind == AgendaKind::promise_mine || kind == AgendaKind::promise_theirs ||
        kind == AgendaKind::favour_do || kind == AgendaKind::action || kind == AgendaKind::opportunity;
}

/// When, in a few words. A rhythm is nobody's verdict: there it is "due", never so many days late.
void say_when(const Session& session, TodayLine& line) {
    const AgendaItem& item = *line.item;
    if (!item.due) return;
    const Day today = session.ui.today(), due = *item.due;
    const auto weekday = [&] { return session.ui.host().format_date(due, DateStyle::weekday); };
    if (item.kind == AgendaKind::due_contact && due <= today) {
        const bool drifting = std::ranges::any_of(
            item.reasons, [](const Message& fact) { return fact.key == "fact.drifting"; });
        line.when = session.text(drifting ? "today.drifting" : "today.due");
        line.when_kind = drifting ? TagKind::late : TagKind::due;
    } else if (due == today) {
        line.when = session.text("date.today");
        line.when_kind = TagKind::due;
    } else if (due < today && item.kind == AgendaKind::celebrate) {
        line.when = session.show_relative(PartialDate{std::chrono::year_month_day{due}});
    } else if (due < today) {
        line.when = in_words(session, spell(late, today - due));
        line.when_kind = is_promise(item.kind) ? TagKind::late : TagKind::due;
    } else if (item.kind == AgendaKind::follow_up) {
        line.when = session.text("today.days_left", {std::to_string((due - today).count())});
        line.when_kind = TagKind::due;
    } else if (is_promise(item.kind) && due - today < std::chrono::days{7}) {
        line.when = session.text("today.by", {weekday()});
    } else {
        line.when = session.show_relative(PartialDate{std::chrono::year_month_day{due}});
    }
}

}  // namespace

bool says_only_when(std::string_view key) {
    constexpr std::array<std::string_view, 6> beginnings{
        "due_", "was_due_", "planned_", "comes_", "happened_", "is_today"};
    const std::string_view name = key.substr(key.find('.') + 1);
    return std::ranges::any_of(
        beginnings, [&](std::string_view beginning) { return name.starts_with(beginning); });
}

std::uint64_t line_key(const AgendaItem& item) {
    return mix(item.record.value ^ mix(item.element.value + static_cast<std::uint64_t>(item.kind)));
}

std::string awaited_day(const Session& session, Day day) {
    const Day today = session.ui.today();
    if (day == today + std::chrono::days{1}) return std::string(session.text("date.tomorrow"));
    const bool far = day - today > std::chrono::days{180};
    return session.ui.host().format_date(day, far ? DateStyle::day_month_year : DateStyle::day_month);
}

std::string in_words(const Session& session, Message message) {
    for (std::string& argument : message.arguments) {
        const auto date = argument.size() == 10 ? parse_iso_date(argument) : std::nullopt;
        if (date) argument = session.show_relative(*date);
    }
    return session.ui.words().format(message);
}

void put_into_words(const Session& session, TodayLine& line) {
    if (line.worded) return;
    line.worded = true;
    const AgendaItem& item = *line.item;
    line.title = in_words(session, item.title);
    say_when(session, line);
    // Three facts say why; all of them stand on the person's page.
    constexpr int most = 3;
    int said = 0;
    const auto add = [&](std::string_view fact) {
        if (fact.empty() || said == most) return;
        if (said++ > 0) line.why += " · ";
        line.why += fact;
    };
    for (const Message& fact : item.reasons) {
        if (!says_only_when(fact.key)) add(in_words(session, fact));
    }
    if (said == 0 && !item.people.empty()) add(work_of(session.workspace, item.people.front()));
}

void update_today(Session& session, TodayState& state) {
    const Workspace& workspace = session.workspace;
    const Day today = session.ui.today();
    if (state.revision == workspace.revision() && state.day == today) return;
    state.revision = workspace.revision();
    state.day = today;
    state.agenda.update(workspace, today, rules_of(workspace));

    state.groups.clear();
    state.set_aside.clear();
    state.due = state.late_promises = 0;
    const bool any_put_off = anything_put_off(workspace, today);
    for (const AgendaItem& item : state.agenda.items()) {
        if (const auto until = any_put_off ? put_off_until(workspace, item, today) : std::nullopt) {
            const std::string day = awaited_day(session, *until);
            state.set_aside.push_back({.item = &item,
                .title = in_words(session, item.title),
                .until = session.text("today.until", {day})});
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

std::string_view short_step(const Session& session, const AgendaItem& item) {
    if (is_kept_message(session.workspace, item.record)) return session.text("today.step_write");
    switch (item.step) {
        case NextStep::get_in_touch: return session.text("today.step_get_in_touch");
        case NextStep::write_follow_up: return session.text("today.step_write");
        case NextStep::do_it: return session.text("today.step_done");
        case NextStep::ask_about_it: return session.text("today.step_ask");
        case NextStep::answer: return session.text("today.step_answer");
        case NextStep::remind: return session.text("today.step_remind");
        case NextStep::thank: return session.text("today.step_thank");
        case NextStep::tell_outcome: return session.text("today.step_tell");
        case NextStep::congratulate: return session.text("today.step_congratulate");
        case NextStep::prepare: return session.text("today.step_prepare");
        case NextStep::review: return session.text("today.step_review");
        case NextStep::arrange_meeting: return session.text("today.step_arrange");
        case NextStep::end_well: return session.text("today.step_end");
        case NextStep::share_news: return session.text("today.step_share");
        case NextStep::open_it: return session.text("today.step_open");
    }
    return {};
}

void write_for(Session& session, const TodayLine& line) {
    const AgendaItem& item = *line.item;
    if (item.step == NextStep::share_news) {  // the others are to hear of it still
        session.wish.write = WriteWish{
            .request = {.kind = message_for(item.step), .person = item.people.front(), .record = item.record},
            .item = {},
            .title = {},
            .tells = item.record};
        return;
    }
    session.wish.write = WriteWish{
        .request = {.kind = message_for(item.step), .person = item.people.front(), .record = item.record},
        .item = item,
        .title = line.title};
}

void open_item(Session& session, RecordId record) {
    const bool membership = kind_of(record) == Kind::affiliation;
    open_record(
        session, membership ? session.workspace.reference(record, affiliation::organisation) : record);
}

bool take_step(Session& session, const TodayLine& line) {
    const AgendaItem& item = *line.item;
    const bool kept = is_kept_message(session.workspace, item.record);
    if (item.step == NextStep::do_it && !kept) return tick_off(session, line);
    if (item.step == NextStep::prepare)
        session.wish.prepare = item.record;
    else if (item.step == NextStep::review)
        session.wish.review = item.record;
    else if (item.step == NextStep::open_it)
        open_item(session, item.record);
    else if (item.step == NextStep::get_in_touch || item.people.empty())
        session.wish.log_with = item.people.empty() ? RecordId{} : item.people.front();
    else
        write_for(session, line);
    return false;
}

bool tick_off(Session& session, const TodayLine& line) {
    const AgendaItem& item = *line.item;
    if (item.kind == AgendaKind::due_contact) {  // done by saying that one was in touch
        session.wish.log_with = item.record;
        return false;
    }
    Draft draft({"today.done", {line.title}});
    const Day today = session.ui.today();
    if (kind_of(item.record) == Kind::action)
        complete_step(
            draft, session.workspace, item.record, today, session.random);  // it may come round again
    else
        mark_done(draft, session.workspace, item, line.title, today, session.random);
    return session.commit(std::move(draft), session.text("today.is_done", {line.title}));
}

bool put_off_line(Session& session, const AgendaItem& item, std::string_view title, Day until) {
    Draft draft({"today.put_off", {std::string(title)}});
    put_off(draft, session.workspace, item, until);
    const std::string day = awaited_day(session, until);
    return session.commit(std::move(draft), session.text("today.is_put_off", {title, day}));
}

bool leave_out(Session& session, const TodayLine& line) {
    Draft draft({"today.leave_out", {line.title}});
    const Day today = session.ui.today();
    set_aside(draft, session.workspace, *line.item, line.title, today, today, session.random);
    return session.commit(std::move(draft), session.text("today.is_left_out", {line.title}));
}

}  // namespace kith::ui
