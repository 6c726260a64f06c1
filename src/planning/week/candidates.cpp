#include "planning/week/candidates.h"

#include <algorithm>

#include "model/fields.h"
#include "model/meanings.h"
#include "planning/agenda/put_off.h"
#include "planning/facts/expertise.h"
#include "planning/goals/if_then.h"
#include "planning/goals/plan.h"
#include "workspace/names.h"

namespace kith::week {

namespace {

enum class Must : std::uint8_t { never, promised, dated };

/// How each kind of the agenda is taken: soft defaults for its minutes, and the rule of proposal.h.
struct KindRule {
    AgendaKind kind;
    int minutes;
    Must must;      // when due by the end of the week
    bool pressing;  // otherwise
    bool asks;
    int Rules::* own_minutes = nullptr;  // the person's own number instead
};
constexpr KindRule kind_rules[] = {
    {AgendaKind::promise_mine, 0, Must::promised, true, false, &Rules::step_minutes},
    {AgendaKind::promise_theirs, 5, Must::never, false, true},
    {AgendaKind::favour_do, 0, Must::promised, true, false, &Rules::favour_minutes},
    {AgendaKind::favour_remind, 5, Must::never, false, true},
    {AgendaKind::favour_thank, 10, Must::never, true, false},
    {AgendaKind::favour_tell, 10, Must::never, true, false},
    {AgendaKind::follow_up, 15, Must::never, true, false},
    {AgendaKind::review_meeting, 10, Must::never, false, false},
    {AgendaKind::prepare_meeting, 20, Must::dated, false, false},
    {AgendaKind::review_event, 15, Must::never, false, false},
    {AgendaKind::prepare_event, 30, Must::dated, false, false},
    {AgendaKind::celebrate, 5, Must::never, false, false},
    {AgendaKind::mentorship_meet, 10, Must::never, false, false},
    {AgendaKind::mentorship_step, 10, Must::never, false, true},
    {AgendaKind::opportunity, 30, Must::dated, true, false},
    {AgendaKind::tell_news, 10, Must::never, true, false},
    {AgendaKind::challenge, 20, Must::never, true, false},
    {AgendaKind::review_project, 15, Must::never, false, false},
    {AgendaKind::membership, 10, Must::dated, false, false},
    {AgendaKind::action, 0, Must::dated, false, false, &Rules::step_minutes},
    {AgendaKind::due_contact, 0, Must::never, false, false, &Rules::contact_minutes},
};
constexpr std::string_view mark_start = "week:";

const KindRule& rule_of(AgendaKind kind) {
    return *std::ranges::find(kind_rules, kind, &KindRule::kind);
}

class CandidateReader {
public:
    CandidateReader(
        const Workspace& workspace, const Agenda& agenda, Day today, Day begin, const Rules& rules)
        : workspace_(workspace),
          agenda_(agenda),
          today_(today),
          begin_(begin),
          end_(begin + days{6}),
          rules_(rules),
          marks_(read_marks(workspace)),
          any_put_off_(anything_put_off(workspace, today)) {}

    std::vector<Candidate> read() {
        for (const AgendaItem& item : agenda_.items())
            read_agenda_item(item);
        const auto goals = goals_by_priority(workspace_);
        for (std::size_t rank = 0; rank < goals.size(); ++rank)
            read_plan(goals[rank], rank);
        read_taken();
        for (IfThen& plan : if_thens_that_came(workspace_, today_))
            read_if_then(plan);
        std::ranges::stable_sort(found_, {}, [](const Candidate& one) {
            return std::tuple(!one.must, !one.pressing, one.item.due.value_or(Day::max()), one.closeness,
                one.in_plan, one.goal_rank, one.item.kind, one.item.record, one.item.element);
        });
        return std::move(found_);
    }

private:
    const Workspace& workspace_;
    const Agenda& agenda_;
    Day today_;
    Day begin_;
    Day end_;
    const Rules& rules_;
    Marks marks_;
    bool any_put_off_;
    std::vector<Candidate> found_;
    boost::unordered_flat_set<RecordId, IdHash> actions_;  // taken in by way of the agenda

    void add(Candidate one) {
        if (!one.item.people.empty())
            one.closeness = circle_rank(workspace_.choice(one.item.people.front(), person::circle));
        apply_mark(one);
        found_.push_back(std::move(one));
    }

    /// What was decided of it before: for this week, an earlier or a later one.
    void apply_mark(Candidate& one) const {
        std::optional<Day> week;
        bool left_out = false;
        if (kind_of(one.item.record) == Kind::action) {
            week = workspace_.date(one.item.record, action::week).to_day();
        } else if (const auto mark = marks_.find(mark_key(one.item)); mark != marks_.end()) {
            week = mark->second.week;
            left_out = mark->second.left_out;
        }
        if (!week) return;
        if (*week > end_ || (left_out && *week >= begin_)) {
            one.later = true;
            one.item.reasons.push_back(
                *week > end_ ? Message{"week.moved", {*week}} : Message{"week.left_out", {}});
        } else if (left_out) {
            return;
        } else if (*week >= begin_) {
            one.item.accepted = true;
            if (!one.must) one.item.why = WeekReason::accepted;
            one.must = true;
        } else {
            one.pressing = true;
            one.item.reasons.push_back({"week.slipped", {*week}});
        }
    }

    void read_agenda_item(const AgendaItem& item) {
        const KindRule& rule = rule_of(item.kind);
        Candidate one{.item = {.kind = item.kind,
                          .record = item.record,
                          .element = item.element,
                          .people = item.people,
                          .goal = goal_served(workspace_, item.record),
                          .due = item.due,
                          .minutes = rule.own_minutes != nullptr ? rules_.*rule.own_minutes : rule.minutes,
                          .title = item.title,
                          .reasons = item.reasons,
                          .step = item.step},
            .asks = rule.asks};
        if (kind_of(item.record) == Kind::action) {
            actions_.insert(item.record);
            const auto effort = workspace_.integer(item.record, action::effort_minutes);
            if (effort > 0) one.item.minutes = static_cast<int>(effort);
        }
        const bool this_week = item.due && *item.due <= end_;
        one.must = rule.must != Must::never && this_week;
        one.pressing = rule.pressing && (this_week || !item.due);
        if (one.must) one.item.why = rule.must == Must::promised ? WeekReason::promised : WeekReason::dated;
        // What was set aside past this week is not proposed for it; its own day stays what it is.
        const auto until = any_put_off_ ? put_off_until(workspace_, item, today_) : std::nullopt;
        if (until && *until > end_) {
            one.must = false;
            one.later = true;
            one.item.reasons.push_back({"week.put_off", {*until}});
        }
        add(std::move(one));
    }

    /// Steps that can be done and are not on the agenda yet: without a day, or with one further off.
    void read_plan(RecordId goal, std::size_t rank) {
        std::size_t place = 0;
        const Plan plan = plan_of(workspace_, goal, today_, rules_);
        for (const PlanStep* step : plan.ready()) {
            ++place;
            if (workspace_.choice(step->action, action::promised_by) == action::promised_by::them ||
                !actions_.insert(step->action).second)
                continue;
            Candidate one{.item = {.record = step->action,
                              .people = step->people,
                              .goal = goal,
                              .due = step->due,
                              .minutes = step->minutes > 0 ? step->minutes : rules_.step_minutes,
                              .title = {"agenda.title.action", {record_name(workspace_, step->action)}},
                              .reasons = {{"fact.for_goal", {named(workspace_, goal)}}}},
                .asks = !step->people.empty(),
                .in_plan = place,
                .goal_rank = rank};
            if (step->due) one.item.reasons.push_back(due_fact(*step->due, today_));
            add(std::move(one));
        }
    }

    /// Steps of no goal and no day that were taken for this week or an earlier one all the same.
    void read_taken() {
        workspace_.for_each(Kind::action, [&](RecordId action) {
            const auto week = workspace_.date(action, action::week).to_day();
            if (!week || *week > end_ || actions_.contains(action) || !is_step(workspace_, action) ||
                !is_ready(workspace_, action) ||
                workspace_.choice(action, action::promised_by) == action::promised_by::them ||
                workspace_.reference(action, action::goal))
                return;
            const auto effort = static_cast<int>(workspace_.integer(action, action::effort_minutes));
            Candidate one{
                .item = {.record = action,
                    .people = {},
                    .goal = {},
                    .minutes = effort > 0 ? effort : rules_.step_minutes,
                    .title = {"agenda.title.action", {short_text(workspace_.text(action, action::title))}},
                    .reasons = {{"week.taken", {*week}}}}};
            workspace_.for_each_element(action, action::people,
                [&](const Element& element) { one.item.people.push_back(element.value.as_reference()); });
            add(std::move(one));
        });
    }

    void read_if_then(IfThen& plan) {
        Candidate one{.item = {.record = plan.goal,
                          .element = plan.row,
                          .people = {},
                          .goal = plan.goal,
                          .minutes = rules_.step_minutes,
                          .title = {"week.if_then", {plan.then, plan.when}},
                          .reasons = std::move(plan.reasons)},
            .pressing = true};
        one.item.reasons.push_back({"fact.for_goal", {named(workspace_, plan.goal)}});
        add(std::move(one));
    }
};

}  // namespace

std::string mark_settles(const WeekItem& item) {
    std::string text(mark_start);
    text += item.kind ? key_of(*item.kind) : std::string_view("if_then");
    if (item.element) text += ":" + to_string(item.element);
    // Somebody may have a birthday and a new job in one week: what is celebrated tells them apart.
    if (item.kind == AgendaKind::celebrate) text.append(":").append(item.title.key);
    return text;
}

std::string mark_key(const WeekItem& item) {
    return mark_settles(item) + "@" + to_string(item.record);
}

Marks read_marks(const Workspace& workspace) {
    Marks marks;
    workspace.for_each(Kind::action, [&](RecordId action) {
        if (!is_week_mark(workspace, action)) return;
        const auto week = workspace.date(action, action::week).to_day();
        if (!week) return;
        const std::string key = std::string(workspace.text(action, action::settles)) + "@" +
            to_string(workspace.reference(action, action::came_of));
        const Mark mark{action, *week, !workspace.date(action, action::dropped_on).empty()};
        const auto [at, fresh] = marks.try_emplace(key, mark);
        // The same item marked twice (on two devices): the later week, then the greater id.
        const auto rank = [](const Mark& one) { return std::pair(one.week, one.action); };
        if (!fresh && rank(mark) > rank(at->second)) at->second = mark;
    });
    return marks;
}

std::vector<RecordId> goals_by_priority(const Workspace& workspace) {
    std::vector<RecordId> goals;
    workspace.for_each(Kind::goal, [&](RecordId goal) {
        const auto stage = workspace.choice(goal, goal::stage);
        if (is_pursued(stage)) goals.push_back(goal);
    });
    std::ranges::sort(goals, {}, [&](RecordId goal) {
        const auto priority = workspace.integer(goal, goal::priority);
        return std::pair(priority > 0 ? priority : std::int64_t{1'000'000}, goal);
    });
    return goals;
}

std::vector<Candidate> read_candidates(
    const Workspace& workspace, const Agenda& agenda, Day today, Day begin, const Rules& rules) {
    return CandidateReader(workspace, agenda, today, begin, rules).read();
}

}  // namespace kith::week
