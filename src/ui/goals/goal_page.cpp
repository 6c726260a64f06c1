#include "ui/goals/goal_page.h"

#include <algorithm>
#include <array>

#include "model/fields.h"
#include "ui/give/suggestions.h"
#include "ui/goals/sight.h"
#include "ui/goals/skills.h"

namespace kith::ui {

NeedState state_of(const Helper& helper) {
    if (helper.gives) return NeedState::gives;
    if (helper.waiting) return NeedState::asked;
    if (!helper.asked.empty()) return NeedState::declined;
    return helper.proved ? NeedState::could : NeedState::maybe;
}

NeedState state_of_cell(const Helper* helper) {
    return helper != nullptr ? state_of(*helper) : NeedState::nothing;
}

namespace {

/// Who gives most of what is wanted comes first, then who was asked, then who is proved to be able to give most,
/// of several the one whose role is nearest; then who might.
std::vector<NeedRow> rows_of(const GoalCoverage& coverage) {
    std::vector<NeedRow> rows;
    for (const NeedCoverage& need : coverage.needs) {
        for (const Helper& helper : need.helpers) {
            auto row = std::ranges::find(rows, helper.person, &NeedRow::person);
            if (row == rows.end()) row = rows.insert(rows.end(), NeedRow{.person = helper.person});
            row->cells[need.need] = &helper;
        }
    }
    const auto rank = [&](const NeedRow& row) {
        std::array<int, 5> counts{};
        for (const NeedCoverage& need : coverage.needs) {
            if (!need.wanted) continue;
            switch (state_of_cell(row.cells[need.need])) {
                case NeedState::gives: --counts[0]; break;
                case NeedState::asked: --counts[1]; break;
                case NeedState::could:
                    --counts[2];
                    counts[3] = std::min(counts[3], -row.cells[need.need]->fit);
                    break;
                case NeedState::maybe: --counts[4]; break;
                default: break;
            }
        }
        return counts;
    };
    std::erase_if(rows, [&](const NeedRow& row) { return rank(row) == std::array<int, 5>{}; });
    std::ranges::stable_sort(rows, {}, rank);
    return rows;
}

std::vector<GapWords> gaps_in_words(const Session& session, const GoalCoverage& coverage) {
    const Workspace& workspace = session.workspace;
    std::vector<std::string_view> planned;
    for (const RecordId action : workspace.referrers(coverage.goal, action::goal)) {
        if (workspace.date(action, action::dropped_on).empty())
            planned.push_back(workspace.text(action, action::title));
    }
    std::vector<GapWords> gaps;
    for (const GoalGap& gap : coverage.gaps) {
        GapWords& words = gaps.emplace_back();
        words.need = session.text("need." + std::string(key_of(gap.need)));
        words.sentence = session.text(gap.sentence);
        words.more = facts_in_words(session, gap.more);
        for (const GapStep& step : gap.steps) {
            std::string title = session.text(step.what);
            const bool in_plan = std::ranges::contains(planned, title);
            words.steps.push_back({&step, std::move(title), in_plan});
        }
    }
    return gaps;
}

}  // namespace

GoalPageState& goal_state(PageDrawing& page) {
    if (!page.state.goal) page.state.goal = std::make_shared<GoalPageState>();
    return *page.state.goal;
}

const GoalCoverage& goal_coverage(PageDrawing& page) {
    Session& session = page.session;
    GoalSight& sight = sight_of(session);
    const GoalCoverage& coverage = sight.look(session.insight, page.record, session.ui.today());
    if (sight.reading()) session.ui.keep_moving();
    GoalPageState& state = goal_state(page);
    if (state.version == sight.version()) return coverage;
    state.version = sight.version();
    state.rows = rows_of(coverage);
    state.gaps = gaps_in_words(session, coverage);
    state.skills = skills_in_words(session, coverage);
    return coverage;
}

}  // namespace kith::ui
