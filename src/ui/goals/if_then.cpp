#include "ui/goals/if_then.h"

#include <algorithm>

#include "model/fields.h"
#include "planning/goals/if_then.h"
#include "planning/goals/plan.h"
#include "ui/give/suggestions.h"
#include "ui/records/pickers.h"
#include "ui/records/steps.h"
#include "ui/session/record_scope.h"
#include "ui/words/record_words.h"

namespace kith::ui {

void draw_if_then(PageDrawing& page, Flow& flow) {
    Session& session = page.session;
    Ui& ui = session.ui;
    const FieldSpec& field = *find_field(goal::obstacles);
    const std::string title(session.text("page.obstacles"));
    const std::vector<IfThen> plans = if_then_plans(page.workspace(), page.record, ui.today());
    ListCard list(session, flow, title);
    const std::string_view add = session.text("page.obstacles_add");
    if (list.action({.label = add, .icon = Icon::plus, .kind = ButtonKind::bare, .icon_only = true}))
        open_row(session, page.state.row, page.record, field, {});
    if (plans.empty()) {
        list.say(session.text("page.obstacles_none"));
        list.end();
        return;
    }
    list.begin_rows();
    ui.open_group(Role::list, title);
    int position = 0;
    for (const IfThen& plan : plans) {
        const RecordScope scope(RecordId{plan.row.value});
        const bool planned = !plan.then.empty(), now = plan.came && !plan.settled;
        const std::string sentence = planned
            ? session.text("page.if_then", {plan.when.empty() ? plan.obstacle : plan.when, plan.then})
            : plan.obstacle;
        if (position > 0) list.separate();
        const ListItem item{.title = sentence,
            .detail = planned ? std::string_view(plan.obstacle) : session.text("page.no_plan_yet"),
            .tag =
                !planned ? std::string_view{} : session.text(now ? "page.if_then_now" : "page.if_then_tag"),
            .tag_kind = now ? TagKind::due : TagKind::note,
            .action = now ? session.text("page.if_then_take_up") : std::string_view{},
            .position = ++position,
            .set_size = static_cast<int>(plans.size()),
            .id = "obstacle"};
        const float high = list_item_height(ui, item, list.card.flow.width);
        const ListItemResult result = list_item(ui, list.card.flow.take(high), item);
        if (result.action) {
            session.commit(plan_if_then(plan, record_title(session, page.record), ui.today(), session.random),
                session.text("toast.added", {plan.then}));
        } else if (result.pressed) {
            open_row(session, page.state.row, page.record, field, plan.row);
        }
    }
    ui.tree().close();
    list.end();
}

void draw_could_help(PageDrawing& page, Flow& flow) {
    // What is over needs nobody any more.
    if (!page.workspace().get(page.record, challenge::to).empty()) return;
    if (!page.state.suggestions) page.state.suggestions = std::make_shared<SuggestionState>();
    draw_whom_to_turn_to(page.session, *page.state.suggestions, flow, page.record);
}

}  // namespace kith::ui
