#include "planning/pursuits/board.h"

#include <algorithm>

#include "model/fields.h"

namespace kith {

std::vector<StageColumn> opportunity_board(const Workspace& workspace) {
    std::vector<StageColumn> board;
    for (Stage& stage : stages_of(workspace))
        board.push_back({std::move(stage), {}});
    workspace.for_each(Kind::opportunity, [&](RecordId opportunity) {
        const std::string_view name = workspace.text(opportunity, opportunity::stage);
        auto column = std::ranges::find(
            board, name, [](const StageColumn& one) { return std::string_view(one.stage.name); });
        if (column == board.end()) column = board.begin();
        column->opportunities.push_back(opportunity);
    });
    for (StageColumn& column : board) {
        std::ranges::stable_sort(column.opportunities, {}, [&](RecordId opportunity) {
            return std::pair(
                workspace.date(opportunity, opportunity::deadline).earliest().value_or(Day::max()),
                workspace.text(opportunity, opportunity::title));
        });
    }
    return board;
}

void move_to_stage(Draft& draft, const Workspace& workspace, RecordId opportunity, const Stage& stage,
    Day today, Random& random) {
    draft.set_text(opportunity, opportunity::stage, stage.name);
    draft.add_row(opportunity, opportunity::stage_history,
        {{opportunity::stage_history::stage, stage.name}, {opportunity::stage_history::date, to_iso(today)}},
        random);
    if (stage.mark == StageMark::applied && workspace.date(opportunity, opportunity::applied_on).empty())
        draft.set(opportunity, opportunity::applied_on,
            Value::date(PartialDate{std::chrono::year_month_day{today}}));
}

Draft move_along(const Workspace& workspace, RecordId opportunity, const Stage& stage, std::string_view title,
    std::string_view label, Day today, Random& random) {
    Draft draft({"change.stage", {std::string(title), std::string(label)}});
    move_to_stage(draft, workspace, opportunity, stage, today, random);
    return draft;
}

Draft change_stages(const Workspace& workspace, std::span<const Stage> stages) {
    Draft draft({"change.stages", {}});
    set_stages(draft, workspace, stages);
    return draft;
}

}  // namespace kith
