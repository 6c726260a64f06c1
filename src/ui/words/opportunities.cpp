#include "ui/words/opportunities.h"

#include <algorithm>

#include "model/fields.h"
#include "planning/pursuits/board.h"
#include "ui/words/record_words.h"

namespace kith::ui {

std::string stage_label(const Session& session, std::string_view stage) {
    const std::string key = "stage." + std::string(stage);
    return std::string(session.ui.words().has(key) ? session.text(key) : stage);
}

std::size_t stage_index(const Workspace& workspace, RecordId opportunity, const std::vector<Stage>& stages) {
    const auto found =
        std::ranges::find(stages, workspace.text(opportunity, opportunity::stage), &Stage::name);
    return found == stages.end() ? 0 : static_cast<std::size_t>(found - stages.begin());
}

void move_card(Session& session, RecordId opportunity, const Stage& stage) {
    if (session.workspace.text(opportunity, opportunity::stage) == stage.name) return;
    const std::string title = record_title(session, opportunity), label = stage_label(session, stage.name);
    session.commit(
        move_along(session.workspace, opportunity, stage, title, label, session.ui.today(), session.random),
        session.text("toast.stage", {title, label}));
}

std::string next_there_in_words(const Session& session, const OpportunityStep& next) {
    const std::string_view step = std::string_view(next.what.key).substr(next.what.key.rfind('.') + 1);
    const std::string there = "opportunity.next_there." + std::string(step);
    const Catalogue& words = session.ui.words();
    return words.has(there) ? std::string(words.get(there)) : session.text(next.what);
}

}  // namespace kith::ui
