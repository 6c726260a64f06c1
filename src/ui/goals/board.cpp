#include "ui/goals/board.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

#include "model/fields.h"
#include "ui/goals/plan_menu.h"
#include "ui/records/steps.h"
#include "ui/session/places.h"
#include "ui/session/record_scope.h"
#include "ui/words/record_words.h"

namespace kith::ui {

namespace {

constexpr float least_column = 190;

enum class ColumnKind : std::uint8_t { open, waiting, done, milestone };

struct PlanColumn {
    ColumnKind kind = ColumnKind::open;
    RecordId milestone;
    std::string title;
    std::vector<const PlanStep*> steps;
    ImRect area = {};  // where a card can be dropped, once it is drawn
};

ColumnKind kind_of_step(const PlanStep& step) {
    if (is_over(step)) return ColumnKind::done;
    return step.state == StepState::waiting ? ColumnKind::waiting : ColumnKind::open;
}

std::vector<PlanColumn> columns_of(const Session& session, const GoalPlanState& state) {
    std::vector<PlanColumn> columns;
    if (!state.by_milestone) {
        constexpr std::array<std::string_view, 3> keys{"steps.to_do", "steps.waiting", "steps.done"};
        for (std::size_t i = 0; i < keys.size(); ++i)
            columns.push_back(
                {.kind = static_cast<ColumnKind>(i), .title = std::string(session.text(keys[i]))});
    }
    for (const PlanMilestone& one : state.plan.last().milestones) {
        if (state.by_milestone)
            columns.push_back({.kind = ColumnKind::milestone,
                .milestone = one.milestone,
                .title = one.milestone ? record_title(session, one.milestone)
                                       : std::string(session.text("steps.no_milestone"))});
        for (const PlanStep& step : one.steps) {
            PlanColumn& column =
                state.by_milestone ? columns.back() : columns[static_cast<std::size_t>(kind_of_step(step))];
            column.steps.push_back(&step);
        }
    }
    return columns;
}

ImGuiID card_id(RecordId record) {
    return ImHashStr("plan card", 0, static_cast<ImGuiID>(mix(record.value)));
}

/// What it means to put a step into a column. Waiting has to be for something: that is asked for.
void put_into(PageDrawing& page, GoalPlanState& state, RecordId step, const PlanColumn& column) {
    const bool over = is_done(page.workspace(), step);
    switch (column.kind) {
        case ColumnKind::milestone:
            if (page.workspace().reference(step, action::milestone) != column.milestone)
                move_to_milestone(page, state, step, column.milestone);
            break;
        case ColumnKind::done:
            if (!over) toggle_done(page.session, step);
            break;
        case ColumnKind::waiting:
            if (!over) open_plan_menu(state, step, PlanMenu::waits_for);
            break;
        case ColumnKind::open:
            if (over)
                toggle_done(page.session, step);
            else if (!page.workspace().elements(step, action::after).empty())
                open_plan_menu(state, step, PlanMenu::waits_for);
            break;
    }
}

struct CardLines {
    std::vector<std::string_view> title, detail;
    float height = 0;
};

CardLines lines_of(const Ui& ui, std::string_view title, std::string_view detail, bool tag, float width) {
    const float inside = width - ui.px(12) - ui.px(40);
    CardLines lines{.title = wrap_text(ui, title, Type::body, inside)};
    if (!detail.empty()) lines.detail = wrap_text(ui, detail, Type::small, width - ui.px(24));
    lines.height = 2 * ui.px(9) + ui.line(Type::body) * static_cast<float>(lines.title.size()) +
        ui.line(Type::small) * static_cast<float>(lines.detail.size());
    if (tag) lines.height += tag_height(ui) + ui.px(5);
    lines.height = std::max(lines.height, ui.px(ui.touch() ? 56 : 48));
    return lines;
}

void draw_plan_card(
    PageDrawing& page, GoalPlanState& state, Flow& flow, const PlanStep& step, int position, int set_size) {
    Session& session = page.session;
    Ui& ui = session.ui;
    const RecordScope scope(step.action);
    const std::string title = record_title(session, step.action);
    const std::string detail = step_in_words(session, step), due = due_in_words(session, step);
    const CardLines lines = lines_of(ui, title, detail, !due.empty(), flow.width);
    const ImRect area = flow.take(lines.height);
    Node item{.id = ui.static_id("card"), .role = Role::listitem, .name = title};
    item.position = position;
    item.set_size = set_size;
    item.bounds = ui.visible_bounds(area);
    ui.tree().open(std::move(item));
    Node node{.role = Role::link, .name = title};
    node.description = joined({detail, due});
    const Press press = ui.press(card_id(step.action), area, std::move(node), {.overlap = true});
    if (press.focused) state.focused = step.action;
    if (press.visible) {
        draw_card(ui, area);
        if (press.hovered || press.held)
            ImGui::GetWindowDrawList()->AddRect(
                area.Min, area.Max, ui.colour(Colour::edge), ui.px(grid::corner));
        Flow text{
            .x = area.Min.x + ui.px(12), .y = area.Min.y + ui.px(9), .width = area.GetWidth() - ui.px(52)};
        for (const std::string_view line : lines.title)
            silent_label(ui, text.take(ui.line(Type::body)), line, Type::body,
                is_over(step) ? Colour::muted : Colour::text);
        text.width = area.GetWidth() - ui.px(24);
        for (const std::string_view line : lines.detail)
            silent_label(ui, text.take(ui.line(Type::small)), line, Type::small, Colour::muted);
        text.space(ui.px(5));
        if (!due.empty()) draw_tag(ui, {text.x, text.y}, due, due_kind(step));
    }
    const std::string menu = session.text("today.menu", {title});
    const Button more{.label = menu,
        .icon = Icon::ellipsis,
        .kind = ButtonKind::bare,
        .icon_only = true,
        .has_popup = true,
        .id = "more"};
    const float size = ui.touch() ? ui.control() : ui.px(32);
    const ImRect corner{area.Max.x - size - ui.px(3), area.Min.y + ui.px(3), area.Max.x - ui.px(3),
        area.Min.y + ui.px(3) + size};
    const bool menu_pressed = button(ui, corner, more);
    if (menu_pressed) open_plan_menu(state, step.action);
    if (state.menu_of == step.action) draw_plan_menu(page, state, step.action, corner);
    ui.tree().close();
    if (press.held && !ui.touch() && ImGui::IsMouseDragging(0, ui.px(6))) state.dragged = step.action;
    if (press.pressed && !menu_pressed && !state.dragged) open_record(session, step.action);
    flow.space(ui.px(8));
}

/// Arrows go from card to card; with Shift they take the card along.
void follow_keys(PageDrawing& page, GoalPlanState& state, const std::vector<PlanColumn>& columns) {
    Ui& ui = page.ui();
    if (!state.focused || ui.focus().id() != card_id(state.focused) || !ui.focus().in_top_layer()) return;
    std::size_t column = columns.size(), row = 0;
    for (std::size_t i = 0; i < columns.size(); ++i) {
        const auto at = std::ranges::find(columns[i].steps, state.focused, &PlanStep::action);
        if (at == columns[i].steps.end()) continue;
        column = i;
        row = static_cast<std::size_t>(at - columns[i].steps.begin());
    }
    if (column == columns.size()) return;
    const bool right = ui.key(ImGuiKey_RightArrow, true), left = ui.key(ImGuiKey_LeftArrow, true);
    const bool down = ui.key(ImGuiKey_DownArrow, true), up = ui.key(ImGuiKey_UpArrow, true);
    if (ImGui::GetIO().KeyShift) {
        if (up) move_in_plan(page, state, state.focused, -1);
        if (down) move_in_plan(page, state, state.focused, 1);
        // Past "waiting", which no card is simply put into.
        const std::size_t by = state.by_milestone ? 1 : 2;
        if (right && column + 1 < columns.size())
            put_into(page, state, state.focused, columns[std::min(column + by, columns.size() - 1)]);
        if (left && column > 0) put_into(page, state, state.focused, columns[column >= by ? column - by : 0]);
        return;
    }
    const auto& steps = columns[column].steps;
    const PlanStep* next = nullptr;
    if (down && row + 1 < steps.size()) next = steps[row + 1];
    if (up && row > 0) next = steps[row - 1];
    for (std::size_t i = column + 1; right && next == nullptr && i < columns.size(); ++i)
        if (!columns[i].steps.empty()) next = columns[i].steps[std::min(row, columns[i].steps.size() - 1)];
    for (std::size_t i = column; left && next == nullptr && i-- > 0;)
        if (!columns[i].steps.empty()) next = columns[i].steps[std::min(row, columns[i].steps.size() - 1)];
    if (next == nullptr) return;
    ui.focus().move_to(card_id(next->action), true);
    state.focused = next->action;
}

void drop_dragged(
    PageDrawing& page, GoalPlanState& state, const std::vector<PlanColumn>& columns, float width) {
    if (!state.dragged || state.view != PlanView::board) return;
    Session& session = page.session;
    Ui& ui = session.ui;
    const ImVec2 mouse = ImGui::GetIO().MousePos;
    const auto under =
        std::ranges::find_if(columns, [&](const PlanColumn& column) { return column.area.Contains(mouse); });
    if (!ImGui::IsMouseDown(0)) {
        const RecordId dropped = std::exchange(state.dragged, {});
        if (under != columns.end()) put_into(page, state, dropped, *under);
        return;
    }
    if (under != columns.end())
        ImGui::GetWindowDrawList()->AddRect(
            under->area.Min, under->area.Max, ui.colour(Colour::accent), ui.px(grid::corner));
    const std::string title = record_title(session, state.dragged);
    const CardLines lines = lines_of(ui, title, {}, false, width);
    const ImVec2 at = mouse - ImVec2(ui.px(24), ui.px(16));
    ImDrawList& list = *ImGui::GetForegroundDrawList();
    list.AddRectFilled(at, at + ImVec2(width, lines.height), ui.colour(Colour::surface), ui.px(grid::corner));
    list.AddRect(at, at + ImVec2(width, lines.height), ui.colour(Colour::accent), ui.px(grid::corner));
    ImVec2 line = at + ImVec2(ui.px(12), ui.px(9));
    for (const std::string_view text : lines.title) {
        draw_text(ui, list, line, text, Type::body, ui.colour(Colour::text));
        line.y += ui.line(Type::body);
    }
    ui.keep_moving();
}

void draw_plan_column(PageDrawing& page, GoalPlanState& state, Flow& flow, const PlanColumn& column) {
    Session& session = page.session;
    Ui& ui = session.ui;
    const std::string title = session.text("opps.column", {column.title, column.steps.size()});
    ImGui::PushID(column.title.c_str());
    heading(ui, inset(flow.take(ui.px(32)), ui.px(4), 0), title, 3, Type::small);
    ui.open_group(Role::list, column.title);
    int position = 0;
    for (const PlanStep* step : column.steps)
        draw_plan_card(page, state, flow, *step, ++position, static_cast<int>(column.steps.size()));
    ui.tree().close();
    ImGui::PopID();
}

}  // namespace

void draw_plan_board(PageDrawing& page, GoalPlanState& state, Flow& flow) {
    Session& session = page.session;
    Ui& ui = session.ui;
    follow_keys(page, state, columns_of(session, state));
    read_plan(page, state);  // what the keys moved
    const float side = ui.px(grid::between_cards), gap = ui.px(12);
    Flow inside{.x = flow.x + side, .y = flow.y, .width = flow.width - 2 * side};
    const std::array<std::string_view, 2> kinds{
        session.text("steps.by_state"), session.text("steps.by_milestone")};
    const float chooser = std::min(segmented_width(ui, kinds), inside.width);
    if (const auto chosen = segmented(ui, Line(inside.take(ui.control())).start(chooser),
            session.text("steps.columns"), kinds, state.by_milestone ? 1 : 0))
        state.by_milestone = *chosen == 1;
    inside.space(ui.px(8));
    std::vector<PlanColumn> columns = columns_of(session, state);
    const auto fit = std::max<std::size_t>(
        1, static_cast<std::size_t>((inside.width + gap) / (ui.px(least_column) + gap)));
    const std::size_t in_row = std::min(fit, columns.size());
    const auto count = static_cast<float>(in_row);
    const float wide = std::floor((inside.width - gap * (count - 1)) / count);
    for (std::size_t begin = 0; begin < columns.size(); begin += in_row) {
        const std::size_t end = std::min(columns.size(), begin + in_row);
        float lowest = inside.y + ui.px(120), x = inside.x;
        if (in_row == 1) lowest = inside.y;
        for (std::size_t i = begin; i < end; ++i) {
            Flow column{.x = x, .y = inside.y, .width = wide};
            draw_plan_column(page, state, column, columns[i]);
            columns[i].area = {x - ui.px(4), inside.y, x + wide + ui.px(4), column.y};
            lowest = std::max(lowest, column.y);
            x += wide + gap;
        }
        for (std::size_t i = begin; i < end; ++i)
            columns[i].area.Max.y = lowest;
        inside.y = lowest + ui.px(4);
    }
    drop_dragged(page, state, columns, wide);
    if (!ui.touch()) paragraph(ui, inside, session.text("steps.board_keys"), Type::small, Colour::muted);
    flow.y = inside.y + ui.px(8);
}

}  // namespace kith::ui
