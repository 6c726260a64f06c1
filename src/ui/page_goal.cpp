// The page of a goal: its plan, and what to do when an obstacle comes (mental contrasting with implementation
// intentions: EVIDENCE.md, "Plans").
#include <algorithm>

#include "model/fields.h"
#include "planning/if_then.h"
#include "planning/plan.h"
#include "ui/page_parts.h"
#include "ui/pickers.h"
#include "ui/places.h"
#include "ui/record_steps.h"
#include "ui/record_words.h"
#include "ui/suggestions.h"

namespace kith::ui {

namespace {

// Rows in the plan's order: milestones, each before its steps, then steps of no milestone; what is done last.
struct PlanRows {
    std::vector<RecordId> open, done;
    Progress progress;
};

PlanRows rows_of_plan(const Workspace& workspace, RecordId goal, Day today) {
    const Plan plan = plan_of(workspace, goal, today, rules_of(workspace));
    PlanRows rows{.progress = plan.progress};
    const auto put = [&](RecordId record) {
        (is_done(workspace, record) ? rows.done : rows.open).push_back(record);
    };
    for (const PlanMilestone& milestone : plan.milestones) {
        if (milestone.milestone) put(milestone.milestone);
        for (const PlanStep& step : milestone.steps)
            put(step.action);
    }
    return rows;
}

void add_to_plan(PageDrawing& page, Kind kind, FieldId field, std::string_view title) {
    Session& session = page.session;
    Draft draft({"change.add_to", {std::string(title), record_title(session, page.record)}});
    const RecordId made = create_named(session, draft, kind, title);
    draft.set(made, field, Value::reference(page.record));
    session.commit(std::move(draft), session.text("toast.added", {title}));
}

}  // namespace

void draw_goal_plan(PageDrawing& page, Flow& flow) {
    Session& session = page.session;
    Ui& ui = session.ui;
    const PlanRows plan = rows_of_plan(page.workspace(), page.record, ui.today());
    const std::string title(session.text("page.plan"));
    ListCard list(session, flow, title);
    if (list.action({.label = session.text("page.milestone_add"), .icon = Icon::flag}))
        open_new(session, page.state.form, Kind::milestone, std::string(session.text("page.milestone_add")),
            {{milestone::goal, page.record}});
    if (plan.open.empty() && plan.done.empty()) {
        list.say(session.text("page.plan_none"));
    } else {
        const float side = ui.px(grid::between_cards);
        ImRect bar = list.card.flow.take(ui.px(28));
        bar.Min.x += side, bar.Max.x -= side;
        const std::string words = ui.words().format(progress_fact(plan.progress));
        Line line(bar);
        label(ui, line.left(text_width(ui, words, Type::small) + 1, ui.px(12)), words, Type::small,
            Colour::muted);
        progress_bar(ui, line.left(std::min(line.width(), ui.px(240))), title,
            static_cast<float>(plan.progress.done) /
                static_cast<float>(std::max<std::size_t>(plan.progress.total, 1)));
        list.card.flow.space(ui.px(4));
        list.begin_rows();
        draw_record_rows(page, list, plan.open, title, "plan");
        if (!plan.done.empty()) {
            const bool shown = page.state.whole.contains("done");
            Line line_of_done(inset(list.card.flow.take(ui.row()), ui.px(4), ui.px(2)));
            const std::string toggle_words =
                session.text(shown ? "page.hide_done" : "page.show_done", {std::to_string(plan.done.size())});
            const Button toggle_done_rows{.label = toggle_words,
                .icon = shown ? Icon::chevron_down : Icon::chevron_right,
                .kind = ButtonKind::bare,
                .expanded = shown ? Tri::yes : Tri::no,
                .id = "done"};
            if (button(ui, line_of_done.left(button_width(ui, toggle_done_rows)), toggle_done_rows)) {
                if (shown)
                    page.state.whole.erase("done");
                else
                    page.state.whole.insert("done");
            }
            if (shown) draw_record_rows(page, list, plan.done, session.text("page.done_steps"), "done_steps");
        }
    }
    draw_separator(ui, list.card.flow.x, list.card.flow.right(), list.card.flow.y);
    if (const auto typed =
            adding_field(session, list.card.flow, page.state.typing["plan"], session.text("page.step_add")))
        add_to_plan(page, Kind::action, action::goal, *typed);
    list.end();
}

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
            Draft draft({"change.add_to", {plan.then, record_title(session, page.record)}});
            take_up(draft, plan, ui.today(), session.random);
            session.commit(std::move(draft), session.text("toast.added", {plan.then}));
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

void step_of_milestone(PageDrawing& page, Draft& draft, RecordId action, bool) {
    const RecordId goal = page.workspace().reference(page.record, milestone::goal);
    if (page.workspace().live(goal)) draft.set(action, action::goal, Value::reference(goal));
}

}  // namespace kith::ui
