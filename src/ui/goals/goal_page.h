// The parts of a goal's page beside its plan: who helps with what (needs.h), what is missing
// (gaps.h), who knows of it (telling.h). What they show is put into words once for each version
// of what planning says (sight.h).
#pragma once

#include <array>
#include <string>
#include <vector>

#include "planning/goals/telling.h"
#include "ui/records/cards.h"
#include "ui/records/page.h"

namespace kith::ui {

/// How a person stands towards a need.
enum class NeedState : std::uint8_t { nothing, gives, asked, could, maybe, declined };
NeedState state_of(const Helper& helper);
NeedState state_of_cell(const Helper* helper);  // null: nothing is noted

/// A row of the matrix: one person, and what they give or could for each need; null: nothing is noted.
struct NeedRow {
    RecordId person;
    EnumArray<NeedKind, const Helper*> cells;
};

/// A gap in words.
struct GapWords {
    std::string need, sentence, more;
    struct Step {
        const GapStep* step = nullptr;
        std::string title;
        bool in_plan = false;
    };
    std::vector<Step> steps;
};

/// A skill to learn, in words.
struct SkillLine {
    std::string skill, detail, how_far;
    bool begun = false;
    RecordId teacher;  // none: nobody is known for it
};

/// One cell looked at: why, what was asked, what next.
struct NeedDialog {
    bool open = false;
    RecordId person;
    NeedKind need = NeedKind::openings;
};

/// "What did they say?" once somebody was told.
struct ToldDialog {
    bool open = false;
    RecordId person;
    std::string said, how, day, error;
};

struct GoalPageState {
    std::uint64_t version = ~std::uint64_t{0};  // of the sight, when these were made
    std::vector<NeedRow> rows;
    std::vector<GapWords> gaps;
    std::vector<SkillLine> skills;
    int row = 0, column = 0;  // of the matrix, where the keyboard is
    NeedDialog need;
    RecordId first_menu_of;  // of the first contacts: whose menu is open
    bool first_menu_open = false;

    // Who knows of the goal or achievement
    MadeFrom<Moment> telling;  // what follows
    std::vector<PersonToTell> to_tell;
    std::vector<WasTold> told;
    ToldDialog told_dialog;
};

GoalPageState& goal_state(PageDrawing& page);
/// What planning says of the goal of the page, with its rows and gaps in words.
const GoalCoverage& goal_coverage(PageDrawing& page);

}  // namespace kith::ui
