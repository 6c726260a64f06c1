#include "planning/goals/if_then.h"

#include <algorithm>

#include "base/text.h"
#include "days/phrases.h"
#include "model/fields.h"
#include "model/meanings.h"
#include "planning/facts/stages.h"
#include "workspace/names.h"

namespace kith {

namespace {

constexpr std::chrono::days before_event{7};  // "before the congress" comes a week ahead

std::string settles_key(const IfThen& plan) {
    return "if_then:" + to_string(plan.row);
}

/// When a row was written: what "in three weeks" counts from.
Day written_on(const Workspace& workspace, RecordId goal, ElementId row, Day today) {
    for (const PastValue& past : workspace.history_of(goal, goal::obstacles)) {
        if (past.element != row) continue;
        const Stamp stamp = workspace.transactions()[past.transaction].stamp;
        return std::min(today, std::chrono::floor<std::chrono::days>(stamp.wall()));
    }
    return today;
}

/// Whether a phrase stands in a text as whole words; both folded. Its place, for finding the first.
std::size_t find_words(std::string_view text, std::string_view phrase) {
    if (phrase.empty()) return std::string_view::npos;
    for (std::size_t at = text.find(phrase); at != std::string_view::npos; at = text.find(phrase, at + 1)) {
        const std::size_t end = at + phrase.size();
        const auto letter = [&](std::size_t i) {
            return i < text.size() &&
                (static_cast<unsigned char>(text[i]) >= 0x80 ||
                    is_letter_or_digit(static_cast<char32_t>(text[i])));
        };
        if ((at == 0 || !letter(at - 1)) && !letter(end)) return at;
    }
    return std::string_view::npos;
}

class IfReader {
public:
    IfReader(const Workspace& workspace, RecordId goal, Day today)
        : workspace_(workspace), goal_(goal), today_(today) {}

    IfThen read(const Element& row) const {
        IfThen plan{.goal = goal_,
            .row = row.id,
            .obstacle = std::string(row_part(row.value, goal::obstacles::obstacle)),
            .when = std::string(row_part(row.value, goal::obstacles::if_)),
            .then = std::string(row_part(row.value, goal::obstacles::then)),
            .record = {},
            .reasons = {}};
        if (!read_day(plan) && !read_event(plan)) read_stage(plan);
        plan.came = plan.came || (plan.day && *plan.day <= today_);
        plan.settled = std::ranges::any_of(workspace_.referrers(goal_, action::goal),
            [&](RecordId action) { return workspace_.text(action, action::settles) == settles_key(plan); });
        return plan;
    }

private:
    const Workspace& workspace_;
    RecordId goal_;
    Day today_;

    bool read_day(IfThen& plan) const {
        const Day from = written_on(workspace_, goal_, plan.row, today_);
        for (const DayPhrase& phrase : find_phrases(plan.when, {.today = from})) {
            // "The sun is out", "I may lose heart": a small word alone that could be a day or month.
            if (phrase.kind != PhraseKind::day || !phrase.days ||
                (phrase.plain && phrase.lead == PhraseLead::none))
                continue;
            if (phrase.plain && !phrase.days->is_day() && phrase.lead != PhraseLead::in &&
                phrase.lead != PhraseLead::on && phrase.lead != PhraseLead::by)
                continue;
            plan.kind = IfKind::day;
            plan.day = phrase.days->first;
            plan.reasons.push_back({"if_then.day", {phrase.days->first}});
            return true;
        }
        return false;
    }

    bool read_event(IfThen& plan) const {
        const std::string text = fold(plan.when);
        std::size_t longest = 0;
        workspace_.for_each(Kind::event, [&](RecordId event) {
            const std::string name = fold(workspace_.text(event, event::name));
            if (name.size() <= longest || find_words(text, name) == std::string_view::npos) return;
            const auto from = workspace_.date(event, event::from).earliest();
            if (!from) return;
            longest = name.size();
            plan.kind = IfKind::event;
            plan.record = event;
            const bool ahead = find_words(text, "before") != std::string_view::npos;
            const Day last = workspace_.date(event, event::to).earliest().value_or(*from);
            plan.day = ahead ? *from - before_event : last;
        });
        if (longest == 0) return false;
        const bool past = *plan.day <= today_;
        plan.reasons.push_back({past ? "if_then.event_came" : "if_then.event_comes",
            {named(workspace_, plan.record), *plan.day}});
        return true;
    }

    void read_stage(IfThen& plan) const {
        const std::string text = fold(plan.when);
        std::string stage;
        std::size_t first = std::string_view::npos;
        for (const Stage& known : stages_of(workspace_)) {
            const std::size_t at = find_words(text, fold(known.name));
            if (at >= first) continue;
            first = at;
            stage = known.name;
        }
        if (stage.empty()) return;
        plan.kind = IfKind::stage;
        for (const RecordId opportunity : workspace_.referrers(goal_, opportunity::goal)) {
            if (fold(workspace_.text(opportunity, opportunity::stage)) != fold(stage)) continue;
            plan.record = opportunity;
            plan.came = true;
            plan.reasons.push_back({"if_then.stage", {named(workspace_, opportunity), stage}});
            return;
        }
        plan.reasons.push_back({"if_then.stage_awaited", {stage}});
    }
};

void settle(Draft& draft, const IfThen& plan, RecordId action) {
    draft.set_text(action, action::title, capitalised(plan.then));
    draft.set(action, action::goal, Value::reference(plan.goal));
    draft.set_text(action, action::settles, settles_key(plan));
}

}  // namespace

std::vector<IfThen> if_then_plans(const Workspace& workspace, RecordId goal, Day today) {
    std::vector<IfThen> plans;
    const IfReader reader(workspace, goal, today);
    for (const Element& row : workspace.elements(goal, goal::obstacles))
        plans.push_back(reader.read(row));
    return plans;
}

std::vector<IfThen> if_thens_that_came(const Workspace& workspace, Day today) {
    std::vector<IfThen> found;
    workspace.for_each(Kind::goal, [&](RecordId goal) {
        const auto stage = workspace.choice(goal, goal::stage);
        if (!is_pursued(stage)) return;
        for (IfThen& plan : if_then_plans(workspace, goal, today)) {
            if (plan.came && !plan.settled && !plan.then.empty()) found.push_back(std::move(plan));
        }
    });
    return found;
}

RecordId take_up(Draft& draft, const IfThen& plan, Day today, Random& random) {
    const RecordId action = draft.create(Kind::action, random);
    settle(draft, plan, action);
    draft.set(action, action::due, Value::date(PartialDate{std::chrono::year_month_day{today}}));
    return action;
}

void let_pass(Draft& draft, const IfThen& plan, Day today, Random& random) {
    const RecordId action = draft.create(Kind::action, random);
    settle(draft, plan, action);
    draft.set(action, action::dropped_on, Value::date(PartialDate{std::chrono::year_month_day{today}}));
}

Draft take_up_if_then(const IfThen& plan, Day today, Random& random) {
    Draft draft({"weekly.take_up_change", {plan.then}});
    take_up(draft, plan, today, random);
    return draft;
}

Draft pass_over_if_then(const IfThen& plan, Day today, Random& random) {
    Draft draft({"weekly.pass_change", {plan.then}});
    let_pass(draft, plan, today, random);
    return draft;
}

Draft plan_if_then(const IfThen& plan, std::string_view goal_title, Day today, Random& random) {
    Draft draft({"change.add_to", {plan.then, std::string(goal_title)}});
    take_up(draft, plan, today, random);
    return draft;
}

}  // namespace kith
