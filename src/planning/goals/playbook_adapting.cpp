// A plan of the playbook, made for one goal and the person's own contacts.
#include <algorithm>
#include <boost/unordered/unordered_flat_map.hpp>

#include "model/fields.h"
#include "planning/goals/playbook.h"
#include "workspace/names.h"

namespace kith {

namespace {

/// A need, or somebody one lost touch with.
constexpr std::string_view dormant_word = "dormant";

struct GoalWord {
    std::string_view word;
    FieldId field;
};
constexpr GoalWord goal_words[] = {
    {"role", goal::target_role}, {"industry", goal::industry}, {"place", goal::place}};

class PlanAdapter {
public:
    PlanAdapter(const Workspace& workspace, const ContactBook& contacts, const RoleBook& roles,
        const PlaybookPlan& plan, RecordId goal, Day today, const Rules& rules)
        : workspace_(workspace),
          contacts_(contacts),
          plan_(plan),
          goal_(goal),
          today_(today),
          rules_(rules),
          coverage_(cover_goal(workspace, contacts, roles, goal, today, rules)) {}

    ProposedPlan adapt() {
        ProposedPlan proposed{.title = plan_.title,
            .needs = plan_.needs,
            .milestones = {},
            .steps = {},
            .if_thens = plan_.if_thens};
        for (const PlaybookMilestone& milestone : plan_.milestones)
            proposed.milestones.push_back({fill(milestone.title), day_of(milestone.by)});
        for (std::size_t i = 0; i < plan_.steps.size(); ++i)
            proposed.steps.push_back(adapt_step(i));
        return proposed;
    }

private:
    const Workspace& workspace_;
    const ContactBook& contacts_;
    const PlaybookPlan& plan_;
    RecordId goal_;
    Day today_;
    const Rules& rules_;
    GoalCoverage coverage_;
    boost::unordered_flat_map<RecordId, int, IdHash> named_;  // how often
    bool dormant_found_ = false;
    std::vector<Helper> dormant_;

    /// The plan's days, stretched or pressed to the goal's own day.
    Day day_of(days by) const {
        days length{1};
        for (const PlaybookMilestone& milestone : plan_.milestones)
            length = std::max(length, milestone.by);
        const auto end = workspace_.date(goal_, goal::by).earliest();
        if (!end || *end <= today_ + days{7}) return today_ + by;
        const days wanted = std::clamp(*end - today_, length / 2, length * 2);
        return today_ + by * wanted.count() / length.count();
    }

    ProposedStep adapt_step(std::size_t index) {
        const PlaybookStep& step = plan_.steps[index];
        ProposedStep proposed{.title = {},
            .people = {},
            .reasons = {},
            .milestone = step.milestone,
            .due = day_of(step.by),
            .minutes = step.minutes,
            .repeats = step.repeats,
            .after = step.after_previous ? std::optional(index - 1) : std::nullopt};
        const Helper* helper = nullptr;
        const std::string_view word = person_word(step.text);
        if (!word.empty()) helper = somebody(word);
        if (helper != nullptr) {
            ++named_[helper->person];
            proposed.people = {helper->person};
            proposed.reasons = helper->evidence;
            proposed.title = fill(step.text, word, person_name(workspace_, helper->person));
        } else {
            proposed.title = fill(word.empty() || step.otherwise.empty() ? step.text : step.otherwise);
        }
        return proposed;
    }

    /// The word in braces that stands for a person; empty if there is none.
    static std::string_view person_word(std::string_view text) {
        for (std::size_t at = text.find('{'); at != std::string_view::npos; at = text.find('{', at + 1)) {
            const std::string_view word = text.substr(at + 1, text.find('}', at) - at - 1);
            if (need_called(word) || word == dormant_word) return word;
        }
        return {};
    }

    /// Of those who would do, the first who was named least.
    const Helper* somebody(std::string_view word) {
        const std::span<const Helper> helpers =
            word == dormant_word ? dormant_people() : coverage_.of(*need_called(word)).proved_helpers();
        const Helper* best = nullptr;
        for (const Helper& helper : helpers) {
            const bool silent = word == dormant_word;
            if (!silent && (!helper.cautions.empty() || (!helper.asked.empty() && !helper.gives))) continue;
            if (best == nullptr || times_named(helper) < times_named(*best)) best = &helper;
        }
        return best;
    }

    int times_named(const Helper& helper) const {
        const auto at = named_.find(helper.person);
        return at != named_.end() ? at->second : 0;
    }

    /// Out of touch for years, the one spoken to most often in the past first.
    const std::vector<Helper>& dormant_people() {
        if (dormant_found_) return dormant_;
        dormant_found_ = true;
        std::vector<std::pair<ContactSummary, RecordId>> found;
        workspace_.for_each(Kind::person, [&](RecordId person) {
            const ContactSummary summary = summarise(contacts_.of(person), today_);
            const bool dormant = summary.last && today_ - *summary.last >= rules_.dormant;
            if (dormant && !workspace_.flag(person, person::self)) found.emplace_back(summary, person);
        });
        std::ranges::sort(found, [](const auto& a, const auto& b) {
            return std::pair(a.first.days, b.second) > std::pair(b.first.days, a.second);
        });
        for (const auto& [summary, person] : found) {
            Helper helper{.person = person, .evidence = {}, .asked = {}, .cautions = {}};
            helper.evidence.push_back({"playbook.last_in_touch", {*summary.last}});
            dormant_.push_back(std::move(helper));
        }
        return dormant_;
    }

    std::string value_of(std::string_view word) const {
        for (const GoalWord& one : goal_words) {
            const std::string_view text = workspace_.text(goal_, one.field);
            if (one.word == word && !text.empty()) return std::string(text);
        }
        if (word == "organisation") {
            for (const Element& target : workspace_.elements(goal_, goal::organisations)) {
                if (workspace_.live(target.value.as_reference()))
                    return record_name(workspace_, target.value.as_reference());
            }
        }
        const auto own = std::ranges::find(plan_.words, word, [](const auto& one) { return one.first; });
        return own != plan_.words.end() ? own->second : std::string(word);
    }

    std::string fill(std::string_view text, std::string_view person = {}, std::string_view name = {}) const {
        std::string out;
        while (!text.empty()) {
            const std::size_t open = text.find('{');
            const std::size_t close = text.find('}', open);
            out += text.substr(0, open);
            if (open == std::string_view::npos || close == std::string_view::npos) break;
            const std::string_view word = text.substr(open + 1, close - open - 1);
            out += word == person ? std::string(name) : value_of(word);
            text.remove_prefix(close + 1);
        }
        return out;
    }
};

Value date_value(Day day) {
    return Value::date(PartialDate{std::chrono::year_month_day{day}});
}

/// What a step waits for when steps between were left out.
std::optional<std::size_t> chosen_before(const ProposedPlan& plan, std::size_t index) {
    auto before = plan.steps[index].after;
    while (before && !plan.steps[*before].chosen)
        before = plan.steps[*before].after;
    return before;
}

}  // namespace

ProposedPlan adapt_plan(const Workspace& workspace, const ContactBook& contacts, const RoleBook& roles,
    const PlaybookPlan& plan, RecordId goal, Day today, const Rules& rules) {
    return PlanAdapter(workspace, contacts, roles, plan, goal, today, rules).adapt();
}

void take_over_plan(
    Draft& draft, const Workspace& workspace, const ProposedPlan& plan, RecordId goal, Random& random) {
    std::int64_t order = 0;
    for (const RecordId milestone : workspace.referrers(goal, milestone::goal))
        order = std::max(order, workspace.integer(milestone, milestone::order));
    std::vector<RecordId> milestones;
    for (const ProposedMilestone& one : plan.milestones) {
        const RecordId milestone = milestones.emplace_back(draft.create(Kind::milestone, random));
        draft.set(milestone, milestone::goal, Value::reference(goal));
        draft.set_text(milestone, milestone::title, one.title);
        draft.set(milestone, milestone::due, date_value(one.due));
        draft.set(milestone, milestone::order, Value::integer(++order));
    }
    std::vector<RecordId> actions(plan.steps.size());
    for (std::size_t i = 0; i < plan.steps.size(); ++i) {
        const ProposedStep& step = plan.steps[i];
        if (!step.chosen) continue;
        const RecordId action = actions[i] = draft.create(Kind::action, random);
        draft.set_text(action, action::title, step.title);
        draft.set(action, action::goal, Value::reference(goal));
        draft.set(action, action::milestone, Value::reference(milestones[step.milestone]));
        draft.set(action, action::due, date_value(step.due));
        draft.set(action, action::effort_minutes, Value::integer(step.minutes));
        draft.set(action, action::order, Value::integer(static_cast<std::int64_t>(i) + 1));
        draft.set_text(action, action::repeats, step.repeats);
        for (const RecordId person : step.people)
            draft.add(action, action::people, person);
        if (const auto before = chosen_before(plan, i)) draft.add(action, action::after, actions[*before]);
    }
    for (const PlaybookIfThen& one : plan.if_thens)
        draft.add_row(goal, goal::obstacles,
            {{goal::obstacles::obstacle, one.obstacle}, {goal::obstacles::if_, one.when},
                {goal::obstacles::then, one.then}},
            random);
    if (!workspace.texts(goal, goal::needs).empty()) return;
    for (const NeedKind need : plan.needs)
        draft.add(goal, goal::needs, key_of(need));
}

}  // namespace kith
