#include "planning/week_review.h"

#include <algorithm>
#include <map>

#include "model/fields.h"
#include "planning/expertise.h"
#include "planning/plan.h"
#include "planning/week_choice.h"
#include "planning/week_reading.h"
#include "workspace/names.h"

namespace kith {

namespace {

class BackReader {
public:
    BackReader(const Workspace& workspace, Day from, Day to) : workspace_(workspace) {
        past_.from = from;
        past_.to = to;
    }

    LookBack read() {
        collect(Kind::action, past_.steps_done, [&](RecordId one) {
            return is_step(workspace_, one) && workspace_.text(one, action::promised_by) != "them"
                ? day(one, action::done_on)
                : std::nullopt;
        });
        collect(Kind::milestone, past_.milestones_reached,
            [&](RecordId one) { return day(one, milestone::done_on); });
        collect(Kind::interaction, past_.contacts, [&](RecordId one) {
            return workspace_.flag(one, interaction::planned) ? std::nullopt : day(one, interaction::on);
        });
        collect(Kind::person, past_.new_people, [&](RecordId one) {
            return workspace_.date(one, person::met_on).complete() ? day(one, person::met_on) : std::nullopt;
        });
        collect(Kind::favour, past_.given, [&](RecordId one) { return done_favour(one, true); });
        collect(Kind::favour, past_.received, [&](RecordId one) { return done_favour(one, false); });
        collect(Kind::opportunity, past_.opportunities, [&](RecordId one) { return moved_on(one); });
        collect(
            Kind::achievement, past_.achievements, [&](RecordId one) { return day(one, achievement::on); });
        count_promises();
        count_people();
        return std::move(past_);
    }

private:
    const Workspace& workspace_;
    LookBack past_;

    std::optional<Day> day(RecordId record, FieldId field) const {
        return workspace_.date(record, field).earliest();
    }
    bool within(std::optional<Day> on) const { return on && *on >= past_.from && *on <= past_.to; }

    template <typename DayOf>
    void collect(Kind kind, std::vector<RecordId>& list, DayOf day_of) const {
        std::vector<std::pair<Day, RecordId>> found;
        workspace_.for_each(kind, [&](RecordId record) {
            if (const auto on = day_of(record); within(on)) found.emplace_back(*on, record);
        });
        std::ranges::sort(found);
        for (const auto& [on, record] : found)
            list.push_back(record);
    }

    std::optional<Day> done_favour(RecordId favour, bool given) const {
        if ((workspace_.text(favour, favour::direction) == "given") != given) return std::nullopt;
        return favour_is_done(workspace_, favour) ? day(favour, favour::done_on) : std::nullopt;
    }

    /// The latest day within the span on which it came to a stage.
    std::optional<Day> moved_on(RecordId opportunity) const {
        std::optional<Day> latest = day(opportunity, opportunity::applied_on);
        if (!within(latest)) latest.reset();
        workspace_.for_each_element(opportunity, opportunity::stage_history, [&](const Element& row) {
            const auto date = parse_iso_date(row_part(row.value, 1));
            const auto on = date ? date->to_day() : std::nullopt;
            if (within(on)) latest = std::max(latest.value_or(*on), *on);
        });
        return latest;
    }

    void count_promises() {
        for (const RecordId step : past_.steps_done) {
            if (workspace_.text(step, action::promised_by) != "me") continue;
            const auto due = day(step, action::due);
            const bool late = due && *due < *day(step, action::done_on);
            ++(late ? past_.promises_late : past_.promises_kept);
        }
    }

    void count_people() {
        std::map<RecordId, int> times;
        for (const RecordId contact : past_.contacts) {
            workspace_.for_each_element(contact, interaction::people, [&](const Element& element) {
                const RecordId person = element.value.as_reference();
                if (workspace_.live(person) && !workspace_.flag(person, person::self)) ++times[person];
            });
        }
        for (const auto& [person, count] : times)
            past_.people.push_back(person);
        std::ranges::stable_sort(
            past_.people, std::ranges::greater{}, [&](RecordId person) { return times[person]; });
    }
};

Facts what_stood_in_its_way(const Workspace& workspace, RecordId action, Day today) {
    Facts reasons;
    workspace.for_each_element(action, action::after, [&](const Element& element) {
        const RecordId before = element.value.as_reference();
        const bool open = workspace.live(before) && workspace.date(before, action::done_on).empty() &&
            workspace.date(before, action::dropped_on).empty();
        if (open) reasons.push_back({"plan.waits_for", {record_name(workspace, before)}});
    });
    const auto due = workspace.date(action, action::due).earliest();
    if (due && *due < today) reasons.push_back(due_fact(*due, today));
    const RecordId goal = workspace.reference(action, action::goal);
    const std::string_view stage = workspace.text(goal, goal::stage);
    if (goal && !stage.empty() && stage != "active")
        reasons.push_back({"week.goal_rests", {record_name(workspace, goal)}});
    return reasons;
}

}  // namespace

LookBack look_back(const Workspace& workspace, Day from, Day to) {
    return BackReader(workspace, from, to).read();
}

Facts look_back_facts(const LookBack& past) {
    Facts facts;
    const auto add = [&](std::string_view key, std::size_t count, std::vector<std::string> more = {}) {
        if (count == 0) return;
        more.insert(more.begin(), std::to_string(count));
        facts.push_back({key, std::move(more)});
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
    constexpr int step_minutes = 30, favour_minutes = 30, contact_minutes = 20;
    std::vector<WeekShare> shares;
    const auto goals = week::goals_by_priority(workspace);
    const int touch_minutes =
        goals.empty() ? week_minutes : week_minutes * std::clamp(rules.touch_share, 0, 100) / 100;
    int steps = 0;  // of no active goal
    int touch = static_cast<int>(past.given.size()) * favour_minutes;
    const auto add = [&](RecordId goal, int minutes) {
        const auto at = std::ranges::find(shares, goal, &WeekShare::goal);
        if (at != shares.end())
            at->done += minutes;
        else
            shares.push_back({.goal = goal, .done = minutes});
    };
    for (const RecordId step : past.steps_done) {
        const auto effort = static_cast<int>(workspace.integer(step, action::effort_minutes));
        const int minutes = counted_minutes(effort > 0 ? effort : step_minutes);
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
            has_rhythm = has_rhythm || !workspace.text(person, person::circle).empty() ||
                workspace.integer(person, person::cadence_days) > 0;
        });
        touch += has_rhythm ? contact_minutes : 0;
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

}  // namespace kith
