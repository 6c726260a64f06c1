// The guided start of a goal: five short steps that can be left and gone back to. Wish and why; where to;
// what stands in the way (mental contrasting with "if … then …": EVIDENCE.md, "Plans"); a plan of the
// playbook made for one's own contacts; the first week. The goal is not written before the end, and then as
// one undo step; until then what was said is kept, so that it can be gone on with after a reload.
#pragma once

#include <string>
#include <vector>

#include "planning/goals/playbook.h"
#include "ui/records/forms.h"

namespace kith::ui {

enum class GoalStep : std::uint8_t { wish, target, obstacles, plan, week };
inline constexpr int goal_step_count = 5;

struct GoalStart {
    bool open = false;
    bool begun = false;  // something was said already: opening it again goes on there
    GoalStep step = GoalStep::wish;
    RecordForm form;  // the fields of the goal
    std::vector<PlaybookIfThen> obstacles;
    const PlaybookPlan* chosen = nullptr;  // the plan of the playbook …
    ProposedPlan plan;                     // … as it is proposed, with what was ticked off and changed
    std::vector<bool> with_if_then;        // which of its "if … then …" come along
    std::string proposed_for;              // what was said of the goal when it was proposed
    std::vector<std::string> missing;      // gaps of the goal, in words
};

void open_goal_start(Session& session, GoalStart& start);
/// Opens it with what was said, as write_goal_start has it.
void go_on_with_goal_start(Session& session, GoalStart& start, std::string_view said);
void draw_goal_start(Session& session, GoalStart& start);

/// Proposes the chosen plan and reads the gaps for the goal as it was stated so far.
void propose_for_goal(Session& session, GoalStart& start);

}  // namespace kith::ui
