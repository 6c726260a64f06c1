#include "ui/goals/gaps.h"

#include "model/fields.h"
#include "ui/session/places.h"
#include "ui/words/record_words.h"

namespace kith::ui {

namespace {

constexpr std::size_t most_gaps = 3;  // until all are asked for

void draw_step(PageDrawing& page, Flow& flow, const GapWords::Step& words, int position, int set_size) {
    Session& session = page.session;
    Ui& ui = session.ui;
    const RecordId person = words.step->people.empty() ? RecordId{} : words.step->people.front();
    const ListItem item{.title = words.title,
        .tag = words.in_plan ? session.text("goal_gaps.in_plan") : std::string_view{},
        .tag_kind = TagKind::accent,
        .action = words.in_plan ? std::string_view{} : session.text("goal_gaps.take"),
        .pressable = static_cast<bool>(person),
        .wraps = true,
        .position = position,
        .set_size = set_size};
    const ListItemResult result = list_item(ui, flow.take(list_item_height(ui, item, flow.width)), item);
    if (result.action)
        add_gap_step(session, page.record, *words.step, words.title);
    else if (result.pressed && person)
        open_record(session, person);
}

void draw_gap(PageDrawing& page, Flow& flow, const GapWords& gap) {
    Session& session = page.session;
    Ui& ui = session.ui;
    const float side = ui.px(grid::between_cards);
    Flow text{.x = flow.x + side, .y = flow.y + ui.px(10), .width = flow.width - 2 * side};
    heading(ui, text.take(ui.line(Type::small)), gap.need, 3, Type::small_strong);
    paragraph(ui, text, gap.sentence);
    paragraph(ui, text, gap.more, Type::small, Colour::muted);
    flow.y = text.y + ui.px(4);
    ui.open_group(Role::list, session.text("goal_gaps.steps", {gap.sentence}));
    int position = 0;
    for (const GapWords::Step& step : gap.steps)
        draw_step(page, flow, step, ++position, static_cast<int>(gap.steps.size()));
    ui.tree().close();
    flow.space(ui.px(4));
}

void draw_gaps(PageDrawing& page, Flow& flow) {
    Session& session = page.session;
    Ui& ui = session.ui;
    goal_coverage(page);
    const GoalPageState& state = goal_state(page);
    const bool whole = page.state.whole.contains("gaps");
    const std::size_t shown = whole ? state.gaps.size() : std::min(state.gaps.size(), most_gaps);
    ListCard list(session, flow, session.text("goal_gaps.title"), state.gaps.size());
    if (state.gaps.empty()) list.say(session.text("goal_gaps.none"));
    for (std::size_t i = 0; i < shown; ++i) {
        ImGui::PushID(static_cast<int>(i));
        draw_separator(ui, list.card.flow.x, list.card.flow.end_x(), list.card.flow.y);
        draw_gap(page, list.card.flow, state.gaps[i]);
        ImGui::PopID();
    }
    if (shown < state.gaps.size()) {
        draw_separator(ui, list.card.flow.x, list.card.flow.end_x(), list.card.flow.y);
        const std::string words = session.text("page.show_all", {state.gaps.size()});
        const Button all{.label = words, .kind = ButtonKind::bare, .small = true, .id = "all_gaps"};
        Line line(inset(list.card.flow.take(ui.row()), ui.px(4), ui.px(2)));
        if (button(ui, line.start(button_width(ui, all)), all)) page.state.whole.insert("gaps");
    }
    list.end();
}

}  // namespace

void draw_goal_gaps(PageDrawing& page, Flow& flow) {
    if (page.two_columns) draw_gaps(page, flow);
}

void draw_goal_gaps_below(PageDrawing& page, Flow& flow) {
    if (!page.two_columns) draw_gaps(page, flow);
}

void add_gap_step(Session& session, RecordId goal, const GapStep& step, const std::string& title) {
    session.commit(plan_for_gap(step, goal, title, record_title(session, goal), session.random),
        session.text("toast.added", {title}));
}

}  // namespace kith::ui
