// Plans to begin with, for eight situations, from assets/playbook/plan_*.txt: each a plan with the steps
// among people in it. For a goal it is adapted to the person's own contacts – "Ask {insight} …" names
// somebody whom the goal's coverage knows, with the reason, or says how to find one – and to the day the goal
// is meant for. Nothing is written until it is taken over, and every line can be changed before.
// plan_first_job.txt explains the form of the texts.
#pragma once

#include <chrono>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "planning/goals/coverage.h"

namespace kith {

struct PlaybookMilestone {
    std::string title;
    std::chrono::days by{0};  // after the start
};

struct PlaybookStep {
    std::string text;       // with {words}
    std::string otherwise;  // said when nobody fits
    std::size_t milestone = 0;
    std::chrono::days by{0};
    int minutes = 0;
    std::string repeats;
    bool after_previous = false;
};

struct PlaybookIfThen {
    std::string obstacle;
    std::string when;
    std::string then;
};

struct PlaybookPlan {
    std::string key;  // "first_job", as its file has it
    std::string title;
    std::string about;
    std::vector<NeedKind> needs;
    std::vector<PlaybookMilestone> milestones;
    std::vector<PlaybookStep> steps;
    std::vector<PlaybookIfThen> if_thens;
    std::vector<std::pair<std::string, std::string>>
        words;  // what stands for {role} where a goal doesn't say
};

/// The eight that Kith comes with.
std::span<const PlaybookPlan> playbook_plans();
const PlaybookPlan* find_playbook_plan(std::string_view key);

/// What does not read is an error with its line: these are texts that anyone may edit or translate.
Result<PlaybookPlan> parse_playbook_plan(std::string_view key, std::string_view text);

struct ProposedMilestone {
    std::string title;
    Day due;
};

struct ProposedStep {
    std::string title;
    std::vector<RecordId> people;
    Facts reasons;  // why this person
    std::size_t milestone = 0;
    Day due;
    int minutes = 0;
    std::string repeats;
    std::optional<std::size_t> after;  // which step it waits for
    bool chosen = true;                // for the person to tick off before taking over
};

struct ProposedPlan {
    std::string title;
    std::vector<NeedKind> needs;
    std::vector<ProposedMilestone> milestones;
    std::vector<ProposedStep> steps;
    std::vector<PlaybookIfThen> if_thens;
};

/// Starts today. Where the goal has a day that is further off than a week, the plan is stretched or pressed
/// to end on it, to half or twice its length at most. Somebody who was asked recently, or declined, is not
/// named; and nobody more often than others who would do as well.
ProposedPlan adapt_plan(const Workspace& workspace, const ContactBook& contacts, const RoleBook& roles,
    const PlaybookPlan& plan, RecordId goal, Day today, const Rules& rules = {});

/// Milestones, steps and "if … then" plans as records of the goal, behind those it has; its needs, if it
/// names none. What is not chosen is left out, and what waited for it waits for what that waited for. One
/// undo step.
void take_over_plan(
    Draft& draft, const Workspace& workspace, const ProposedPlan& plan, RecordId goal, Random& random);

}  // namespace kith
