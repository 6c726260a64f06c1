// "If … then …" plans of a goal: they show up when their "if" comes. What an "if" waits for is read from its
// words: a day ("on 1 March", "in three weeks", counted from when it was written), an event in the records
// ("after the ESC Congress"), or a stage of an opportunity of the goal ("I am declined": the first stage
// named). What is none of these is for the person to say.
//
// Naming the moment ahead is what makes such plans work: g = 0.34 over 24 effects (Wang, Wang & Gai 2021).
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/random.h"
#include "planning/facts/due.h"

namespace kith {

enum class IfKind : std::uint8_t { by_hand, day, event, stage };

struct IfThen {
    RecordId goal;
    ElementId row;  // of goal.obstacles
    std::string obstacle;
    std::string when;  // the "if"
    std::string then;
    IfKind kind = IfKind::by_hand;
    std::optional<Day> day;  // of days and events: when it comes
    RecordId record;         // the event, or the opportunity at that stage
    bool came = false;
    bool settled = false;  // taken up or let pass
    Facts reasons;
};

/// All of a goal, in the order they were written. O(rows × (events + opportunities of the goal)).
std::vector<IfThen> if_then_plans(const Workspace& workspace, RecordId goal, Day today);

/// Those of active goals whose "if" has come and that are neither taken up nor let pass.
std::vector<IfThen> if_thens_that_came(const Workspace& workspace, Day today);

/// Makes the "then" a step of the goal, due today; or lets it pass this time.
RecordId take_up(Draft& draft, const IfThen& plan, Day today, Random& random);
void let_pass(Draft& draft, const IfThen& plan, Day today, Random& random);

// The same as what a person means to do.
Draft take_up_if_then(const IfThen& plan, Day today, Random& random);
Draft pass_over_if_then(const IfThen& plan, Day today, Random& random);
/// Added to the goal's plan from its own page.
Draft plan_if_then(const IfThen& plan, std::string_view goal_title, Day today, Random& random);

}  // namespace kith
