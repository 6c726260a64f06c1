#include "ui/opportunity_stages.h"

#include <algorithm>

#include "base/text.h"
#include "model/fields.h"
#include "ui/record_page.h"
#include "ui/record_steps.h"
#include "ui/record_words.h"

namespace kith::ui {

std::vector<std::string> board_stages(const Session& session) {
    std::string kept = session.setting("opportunity.stages");
    if (kept.empty()) kept = session.text("opps.stages");
    std::vector<std::string> stages;
    for (std::string_view stage : split(kept, '|')) {
        if (!trim(stage).empty()) stages.emplace_back(trim(stage));
    }
    return stages;
}

std::string stage_of(const Session& session, RecordId opportunity, const std::vector<std::string>& stages) {
    const std::string_view stage = session.workspace.text(opportunity, opportunity::stage);
    return stage.empty() && !stages.empty() ? stages.front() : std::string(stage);
}

void move_to_stage(Session& session, RecordId opportunity, std::string_view stage) {
    if (session.workspace.text(opportunity, opportunity::stage) == stage) return;
    const std::string title = record_title(session, opportunity);
    Draft draft({"change.stage", {title, std::string(stage)}});
    draft.set_text(opportunity, opportunity::stage, stage);
    draft.add_row(
        opportunity, opportunity::stage_history, {stage, to_iso(session.ui.today())}, session.random);
    session.commit(std::move(draft), session.text("toast.stage", {title, stage}));
}

std::string what_is_missing(const Session& session, RecordId opportunity) {
    const Workspace& workspace = session.workspace;
    const auto lacks = [&](FieldId field) {
        return !workspace.live(workspace.reference(opportunity, field));
    };
    const bool heard = workspace.text(opportunity, opportunity::advertised) != "advertised";
    if (heard && lacks(opportunity::source)) return std::string(session.text("opps.missing_source"));
    if (lacks(opportunity::decision_maker)) return std::string(session.text("opps.missing_decides"));
    if (lacks(opportunity::referrer)) return std::string(session.text("opps.missing_referrer"));
    if (workspace.elements(opportunity, opportunity::insiders).empty())
        return std::string(session.text("opps.missing_insiders"));
    return {};
}

RecordId next_step_for(const Workspace& workspace, RecordId opportunity) {
    std::vector<RecordId> steps = workspace.referrers(opportunity, action::opportunity);
    std::erase_if(steps, [&](RecordId step) { return is_done(workspace, step); });
    order_records(workspace, steps);
    return steps.empty() ? RecordId{} : steps.front();
}

}  // namespace kith::ui
