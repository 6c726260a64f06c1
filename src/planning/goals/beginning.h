// A goal as it is begun: what is wished, what stands in the way, and a plan to begin with. Written as one undo
// step; what was said so far of one that is not written yet is kept aside.
#pragma once

#include <chrono>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "planning/goals/playbook.h"
#include "workspace/edits.h"

namespace kith {

struct GoalBeginning {
    RecordEntry said;                       // the fields of the goal
    std::vector<PlaybookIfThen> obstacles;  // empty ones are left out
    std::optional<ProposedPlan> plan;       // with what was chosen of it
};
/// A goal that is active and comes after all others. What was kept aside is forgotten with it.
Made begin_goal(const Workspace& workspace, const GoalBeginning& beginning, Random& random);

/// What is said of a goal in a few words, as a beginning. Texts must live until the goal is begun.
struct GoalWish {
    std::string_view wish;
    std::string_view role;
    std::vector<std::string_view> organisations;  // those of that name, or new ones
    std::string_view industry;
    std::string_view place;
    std::string_view why;
    PartialDate by;
};
GoalBeginning beginning_of(const GoalWish& wish);

/// What was said so far, as the guided start writes it down; empty: nothing was.
std::string_view kept_beginning(const Workspace& workspace);
/// Empty if nothing is new about it.
Draft keep_beginning(const Workspace& workspace, std::string_view said);
/// Begins again from nothing.
Draft forget_beginning(const Workspace& workspace);

}  // namespace kith
