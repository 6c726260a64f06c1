#include "planning/week/review.h"

#include <algorithm>
#include <map>
#include <set>

#include "model/fields.h"
#include "model/meanings.h"
#include "planning/facts/expertise.h"
#include "planning/goals/plan.h"
#include "planning/week/candidates.h"
#include "planning/week/choice.h"
#include "workspace/names.h"

namespace kith {

namespace {

/// The lists of a look back, and what stands in each.
constexpr std::vector<RecordId> LookBack::* lists[] = {&LookBack::steps_done, &LookBack::milestones_reached,
    &LookBack::contacts, &LookBack::new_people, &LookBack::given, &LookBack::received,
    &LookBack::opportunities, &LookBack::achievements};
enum List : std::size_t { steps, milestones, contacts, people_met, given, received, opportunities, achieved };
constexpr Kind kinds_looked_at[] = {Kind::action, Kind::milestone, Kind::interaction, Kind::person,
    Kind::favour, Kind::opportunity, Kind::achievement};

struct Happened {
    List list;
    std::optional<Day> on;
};

/// The latest day within a span on which an opportunity came to a stage.
std::optional<Day> moved_on(const Workspace& workspace, RecordId opportunity, Day from, Day to) {
    std::optional<Day> latest;
    const auto take = [&](std::optional<Day> on) {
        if (on && *on >= from && *on <= to) latest = std::max(latest.value_or(*on), *on);
    };
    take(workspace.date(opportunity, opportunity::applied_on).earliest());
    workspace.for_each_element(opportunity, opportunity::stage_history, [&](const Element& row) {
        const auto date = parse_iso_date(row_part(row.value, opportunity::stage_history::date));
        take(date ? date->to_day() : std::nullopt);
    });
    return latest;
}

/// Where a record of one of these kinds stands.
Happened happened(const Workspace& workspace, RecordId record, Day from, Day to) {
    const auto day = [&](FieldId field) { return workspace.date(record, field).earliest(); };
    switch (kind_of(record)) {
        case Kind::action:
            return {steps,
                is_step(workspace, record) &&
                        workspace.choice(record, action::promised_by) != action::promised_by::them
                    ? day(action::done_on)
                    : std::nullopt};
        case Kind::milestone: return {milestones, day(milestone::done_on)};
        case Kind::interaction:
            return {
                contacts, workspace.flag(record, interaction::planned) ? std::nullopt : day(interaction::on)};
        case Kind::person:
            return {people_met,
                workspace.date(record, person::met_on).complete() ? day(person::met_on) : std::nullopt};
        case Kind::favour:
            return {
                workspace.choice(record, favour::direction) == favour::direction::given ? given : received,
                favour_is_done(workspace, record) ? day(favour::done_on) : std::nullopt};
        case Kind::opportunity: return {opportunities, moved_on(workspace, record, from, to)};
        default: return {achieved, day(achievement::on)};
    }
}

void count_promises(const Workspace& workspace, LookBack& past) {
    for (const RecordId step : past.steps_done) {
        if (workspace.choice(step, action::promised_by) != action::promised_by::me) continue;
        const auto due = workspace.date(step, action::due).earliest();
        const bool late = due && *due < *workspace.date(step, action::done_on).earliest();
        ++(late ? past.promises_late : past.promises_kept);
    }
}

void count_people(const Workspace& workspace, LookBack& past) {
    std::map<RecordId, int> times;
    for (const RecordId contact : past.contacts) {
        workspace.for_each_element(contact, interaction::people, [&](const Element& element) {
            const RecordId person = element.value.as_reference();
            if (workspace.live(person) && !workspace.flag(person, person::self)) ++times[person];
        });
    }
    for (const auto& [person, count] : times)
        past.people.push_back(person);
    std::ranges::stable_sort(
        past.people, std::ranges::greater{}, [&](RecordId person) { return times[person]; });
}

Facts what_stood_in_its_way(const Workspace& workspace, RecordId action, Day today) {
    Facts reasons;
    workspace.for_each_element(action, action::after, [&](const Element& element) {
        const RecordId before = element.value.as_reference();
        const bool open = workspace.live(before) && workspace.date(before, action::done_on).empty() &&
            workspace.date(before, action::dropped_on).empty();
        if (open) reasons.push_back({"plan.waits_for", {named(workspace, before)}});
    });
    const auto due = workspace.date(action, action::due).earliest();
    if (due && *due < today) reasons.push_back(due_fact(*due, today));
    const RecordId goal = workspace.reference(action, action::goal);
    const auto stage = workspace.choice(goal, goal::stage);
    if (goal && !is_pursued(stage)) reasons.push_back({"week.goal_rests", {named(workspace, goal)}});
    return reasons;
}

}  // namespace

void LookingBack::read(const Workspace& workspace, RecordId record) {
    const Happened one = happened(workspace, record, past_.from, past_.to);
    if (one.on && *one.on >= past_.from && *one.on <= past_.to)
        entries_.push_back({one.list, *one.on, record});
}

/// Makes the lists from the entries, and what is counted from the lists.
void LookingBack::tell(const Workspace& workspace) {
    past_ = {.from = past_.from, .to = past_.to};
    for (const Entry& entry : entries_)
        (past_.*lists[entry.list]).push_back(entry.record);
    count_promises(workspace, past_);
    count_people(workspace, past_);
}

const LookBack& LookingBack::look(const Workspace& workspace, Day from, Day to) {
    const auto touched = workspace.touched_since(cursor_);
    const bool anew = cursor_ == 0 || past_.from != from || past_.to != to;
    cursor_ = workspace.cursor();
    if (!anew && touched.empty()) return past_;
    past_.from = from;
    past_.to = to;
    if (anew) {
        entries_.clear();
        for (const Kind kind : kinds_looked_at)
            workspace.for_each(kind, [&](RecordId record) { read(workspace, record); });
    } else {
        const std::set<RecordId> changed(touched.begin(), touched.end());
        std::erase_if(entries_, [&](const Entry& entry) { return changed.contains(entry.record); });
        for (const RecordId record : changed) {
            if (std::ranges::contains(kinds_looked_at, kind_of(record)) && workspace.live(record))
                read(workspace, record);
        }
    }
    std::ranges::sort(entries_);
    tell(workspace);
    return past_;
}

LookBack look_back(const Workspace& workspace, Day from, Day to) {
    LookingBack back;
    return back.look(workspace, from, to);
}

Facts look_back_facts(const LookBack& past) {
    Facts facts;
    const auto add = [&](std::string_view key, std::size_t count) {
        if (count > 0) facts.push_back({key, {count}});
    };
    add("look_back.steps", past.steps_done.size());
    add("look_back.milestones", past.milestones_reached.size());
    add("look_back.people", past.people.size());
    add("look_back.new_people", past.new_people.size());
    add("look_back.given", past.given.size());
    add("look_back.received", past.received.size());
    add("look_back.kept", static_cast<std::size_t>(past.promises_kept));
    add("look_back.late", static_cast<std::size_t>(past.promises_late));
    add("look_back.opportunities", past.opportunities.size());
    add("look_back.achievements", past.achievements.size());
    if (facts.empty()) facts.push_back({"look_back.nothing", {}});
    return facts;
}

std::vector<WeekShare> minutes_done(
    const Workspace& workspace, const LookBack& past, int week_minutes, const Rules& rules) {
    std::vector<WeekShare> shares;
    const auto goals = week::goals_by_priority(workspace);
    const int touch_minutes =
        goals.empty() ? week_minutes : week_minutes * std::clamp(rules.touch_share, 0, 100) / 100;
    int steps = 0;  // of no active goal
    int touch = static_cast<int>(past.given.size()) * rules.favour_minutes;
    const auto add = [&](RecordId goal, int minutes) {
        const auto at = std::ranges::find(shares, goal, &WeekShare::goal);
        if (at != shares.end())
            at->done += minutes;
        else
            shares.push_back({.goal = goal, .done = minutes});
    };
    for (const RecordId step : past.steps_done) {
        const auto effort = static_cast<int>(workspace.integer(step, action::effort_minutes));
        const int minutes = counted_minutes(effort > 0 ? effort : rules.step_minutes);
        const RecordId goal = workspace.reference(step, action::goal);
        if (std::ranges::contains(goals, goal))
            add(goal, minutes);
        else
            steps += minutes;
    }
    for (const RecordId contact : past.contacts) {
        bool has_rhythm = false;
        workspace.for_each_element(contact, interaction::people, [&](const Element& element) {
            const RecordId person = element.value.as_reference();
            has_rhythm = has_rhythm || workspace.choice(person, person::circle) != person::circle::none ||
                workspace.integer(person, person::cadence_days) > 0;
        });
        touch += has_rhythm ? rules.contact_minutes : 0;
    }
    touch = steps + std::min(touch, std::max(0, touch_minutes - steps));
    if (touch > 0) add({}, touch);
    return shares;
}

std::vector<SlippedItem> slipped_in_week(
    const Workspace& workspace, const Agenda& agenda, Day begin, Day today) {
    std::vector<SlippedItem> slipped;
    workspace.for_each(Kind::action, [&](RecordId action) {
        const bool open = workspace.date(action, action::done_on).empty() &&
            workspace.date(action, action::dropped_on).empty();
        if (!open || is_week_mark(workspace, action) ||
            workspace.date(action, action::week).to_day() != begin)
            return;
        SlippedItem item{.record = action,
            .kind = {},
            .element = {},
            .title = {"agenda.title.action", {short_text(workspace.text(action, action::title))}},
            .people = {},
            .reasons = what_stood_in_its_way(workspace, action, today)};
        workspace.for_each_element(action, action::people,
            [&](const Element& element) { item.people.push_back(element.value.as_reference()); });
        slipped.push_back(std::move(item));
    });
    const week::Marks marks = week::read_marks(workspace);
    for (const AgendaItem& one : agenda.items()) {
        const WeekItem like{.kind = one.kind,
            .record = one.record,
            .element = one.element,
            .people = {},
            .goal = {},
            .reasons = {}};
        const auto mark = marks.find(week::mark_key(like));
        if (mark == marks.end() || mark->second.left_out || mark->second.week != begin) continue;
        slipped.push_back({one.record, one.kind, one.element, one.title, one.people, one.reasons});
    }
    std::ranges::stable_sort(
        slipped, {}, [](const SlippedItem& item) { return std::tie(item.title.key, item.title.arguments); });
    return slipped;
}

Message nothing_slipped(const Workspace& workspace, Day begin) {
    bool planned = false;
    bool given_up = false;
    workspace.for_each(Kind::action, [&](RecordId action) {
        if (workspace.date(action, action::week).to_day() == begin) {
            planned = true;
            given_up |= !workspace.date(action, action::dropped_on).empty();
            return;
        }
        given_up |= std::ranges::any_of(workspace.history_of(action, action::week),
            [&](const PastValue& past) { return past.value.as_date().to_day() == begin; });
    });
    if (given_up) return {"lookback.slipped_moved", {}};
    return {planned ? "lookback.slipped_none" : "lookback.planned_none", {}};
}

}  // namespace kith
