#include "ui/goals/needs.h"

#include <algorithm>
#include <cmath>

#include "base/enums.h"
#include "model/fields.h"
#include "ui/give/suggestions.h"
#include "ui/goals/need_dialog.h"
#include "ui/goals/sight.h"
#include "ui/goals/skills.h"
#include "ui/session/places.h"
#include "ui/session/record_scope.h"
#include "ui/words/record_words.h"

namespace kith::ui {

namespace {

constexpr std::size_t most_rows = 8;     // of the matrix until all are asked for
constexpr std::size_t most_helpers = 3;  // of a need in the list
constexpr float grid_from = 600;         // narrower, a list by need
constexpr int column_count = static_cast<int>(count_of<NeedKind>()) + 1;

struct StateLook {
    std::string_view key;
    Icon icon;
    Colour colour;
    TagKind tag;
};
constexpr EnumArray<NeedState, StateLook> looks{{
    {"goal_needs.nothing", Icon::none, Colour::muted, TagKind::plain},
    {"goal_needs.gives", Icon::circle_check, Colour::accent, TagKind::accent},
    {"goal_needs.asked", Icon::message_square, Colour::due, TagKind::due},
    {"goal_needs.could", Icon::circle, Colour::text, TagKind::plain},
    {"goal_needs.maybe", Icon::circle, Colour::muted, TagKind::plain},
    {"goal_needs.declined", Icon::x, Colour::muted, TagKind::plain},
}};

const StateLook& look_of(NeedState state) {
    return looks[state];
}

// ---- The matrix ----------------------------------------------------------------------------------

/// The matrix while it is drawn: where its columns are, and which rows it shows.
struct Matrix {
    PageDrawing& page;
    GoalPageState& state;
    const GoalCoverage& coverage;
    std::span<const NeedRow> rows;
    float x, name_width, cell_width;
    float pad = 0;  // within a cell
    ImGuiID id = 0;

    ImGuiID cell_id(int row, int column) const {
        const std::uint64_t key[]{
            rows[static_cast<std::size_t>(row)].person.value, static_cast<std::uint64_t>(column)};
        return ImHashData(key, sizeof key, id);
    }
    ImRect cell_area(ImRect strip, int column) const {
        if (column == 0) return {strip.Min.x, strip.Min.y, x + name_width, strip.Max.y};
        const float left = x + name_width + cell_width * static_cast<float>(column - 1);
        return {left, strip.Min.y, left + cell_width, strip.Max.y};
    }
};

void follow_keys(Matrix& matrix) {
    Ui& ui = matrix.page.ui();
    GoalPageState& state = matrix.state;
    const int count = static_cast<int>(matrix.rows.size());
    state.row = std::clamp(state.row, 0, count - 1);
    if (ui.focus().id() != matrix.cell_id(state.row, state.column) || !ui.focus().in_top_layer()) return;
    int row = state.row, column = state.column;
    if (ui.key(ImGuiKey_DownArrow, true)) ++row;
    if (ui.key(ImGuiKey_UpArrow, true)) --row;
    if (ui.key(ImGuiKey_RightArrow, true)) ++column;
    if (ui.key(ImGuiKey_LeftArrow, true)) --column;
    if (ui.key(ImGuiKey_Home)) column = 0;
    if (ui.key(ImGuiKey_End)) column = column_count - 1;
    row = std::clamp(row, 0, count - 1);
    column = std::clamp(column, 0, column_count - 1);
    if (row == state.row && column == state.column) return;
    state.row = row;
    state.column = column;
    ui.focus().move_to(matrix.cell_id(row, column), true);
}

void draw_column_heads(Matrix& matrix, ImRect strip) {
    Session& session = matrix.page.session;
    Ui& ui = session.ui;
    ui.tree().open({.id = ImGui::GetID("heads"), .role = Role::row}).row = 1;
    for (int column = 0; column < column_count; ++column) {
        const ImRect area = inset(matrix.cell_area(strip, column), column == 0 ? 0 : matrix.pad, 0);
        const bool first = column == 0;
        const NeedKind need = static_cast<NeedKind>(first ? 0 : column - 1);
        const bool wanted = first || matrix.coverage.of(need).wanted;
        const std::string_view words = first ? session.text("goal_needs.person") : short_name(session, need);
        Node node{.id = ImHashData(&column, sizeof column, matrix.id), .role = Role::columnheader};
        node.name = first ? words : session.text("need." + std::string(key_of(need)));
        if (!wanted) node.description = session.text("goal_needs.not_wanted");
        node.row = 1;
        node.column = column + 1;
        node.bounds = ui.visible_bounds(area);
        ui.tree().add(std::move(node));
        if (!first)
            silent_label(ui, area, words, wanted ? Type::small_strong : Type::small,
                wanted ? Colour::text : Colour::muted);
    }
    ui.tree().close();
}

void draw_person_cell(Matrix& matrix, ImRect area, int row, const Node& placed) {
    Session& session = matrix.page.session;
    Ui& ui = session.ui;
    const RecordId person = matrix.rows[static_cast<std::size_t>(row)].person;
    const std::string name = record_title(session, person);
    Node node = placed;
    node.role = Role::rowheader;
    node.name = name;
    const bool entry = matrix.state.row == row && matrix.state.column == 0;
    const Press press =
        ui.press(matrix.cell_id(row, 0), area, std::move(node), {.tab = entry, .ring = false});
    if (press.focused) ui.draw_ring(inset(area, ui.px(2), ui.px(2)), ui.px(3));
    if (press.visible) {
        const float size = ui.px(28);
        Line line(area);
        avatar(ui, middle(line.start(size, ui.px(10)), size).Min, size,
            {.name = name,
                .key = person.value,
                .photo = session.workspace.get(person, person::photo).as_bytes()});
        silent_label(ui, line.area, name, Type::body, press.hovered ? Colour::accent : Colour::text);
    }
    if (press.pressed) open_record(session, person);
}

void draw_need_cell(Matrix& matrix, ImRect area, int row, int column, const Node& placed) {
    Session& session = matrix.page.session;
    Ui& ui = session.ui;
    const NeedRow& line_of = matrix.rows[static_cast<std::size_t>(row)];
    const NeedKind need = static_cast<NeedKind>(column - 1);
    const Helper* helper = line_of.cells[need];
    const StateLook& look = look_of(state_of_cell(helper));
    Node node = placed;
    node.role = Role::gridcell;
    node.name = session.text(look.key);
    node.has_popup = true;
    const bool entry = matrix.state.row == row && matrix.state.column == column;
    const Press press =
        ui.press(matrix.cell_id(row, column), area, std::move(node), {.tab = entry, .ring = false});
    if (press.focused) ui.draw_ring(inset(area, ui.px(2), ui.px(3)), ui.px(3));
    if (press.visible) {
        ImDrawList& list = *ImGui::GetWindowDrawList();
        if (press.hovered)
            list.AddRectFilled(area.Min + ImVec2(1, 3), area.Max - ImVec2(1, 4), ui.colour(Colour::surface_2),
                ui.px(grid::corner));
        if (look.icon != Icon::none) {
            const float sign = ui.px(grid::icon);
            Line inner(inset(area, matrix.pad, 0));
            draw_icon(ui, list, middle(inner.start(sign), sign).Min, look.icon, sign, ui.colour(look.colour));
        }
    }
    if (press.pressed) {
        matrix.state.row = row;
        matrix.state.column = column;
        open_need(matrix.state, line_of.person, need);
    }
}

void draw_matrix(PageDrawing& page, Flow& flow, std::size_t shown) {
    Ui& ui = page.ui();
    GoalPageState& state = goal_state(page);
    Matrix matrix{.page = page,
        .state = state,
        .coverage = goal_coverage(page),
        .rows = std::span(state.rows).first(shown),
        .x = flow.x,
        .name_width = std::floor(std::clamp(flow.width * 0.24f, ui.px(140), ui.px(230))),
        .cell_width = 0,
        .id = ImGui::GetID("matrix")};
    matrix.cell_width = std::floor((flow.width - matrix.name_width) / static_cast<float>(column_count - 1));
    matrix.pad = ui.px(matrix.cell_width < ui.px(76) ? 2 : 4);
    follow_keys(matrix);
    Node grid{
        .id = matrix.id, .role = Role::grid, .name = std::string(page.session.text("goal_needs.title"))};
    grid.rows = static_cast<int>(shown) + 1;
    grid.columns = column_count;
    ui.tree().open(std::move(grid));
    draw_column_heads(matrix, flow.take(ui.px(32)));
    const float out = ui.px(grid::between_cards);
    for (int row = 0; row < static_cast<int>(shown); ++row) {
        draw_separator(ui, flow.x - out, flow.end_x() + out, flow.y);
        const ImRect strip = flow.take(ui.row());
        const RecordId person = matrix.rows[static_cast<std::size_t>(row)].person;
        const RecordScope scope(person);
        Node line{.id = ImGui::GetID("row"), .role = Role::row, .name = record_title(page.session, person)};
        line.row = row + 2;
        ui.tree().open(std::move(line));
        for (int column = 0; column < column_count; ++column) {
            Node placed;
            placed.row = row + 2;
            placed.column = column + 1;
            const ImRect area = matrix.cell_area(strip, column);
            if (column == 0)
                draw_person_cell(matrix, area, row, placed);
            else
                draw_need_cell(matrix, area, row, column, placed);
        }
        ui.tree().close();
    }
    ui.tree().close();
}

/// What the signs mean, at the right end of the heading's line: those that are there. The cells have names.
void draw_legend(Session& session, Line& line, std::span<const NeedRow> rows) {
    Ui& ui = session.ui;
    const float sign = ui.px(14), gap = ui.px(5);
    for (const NeedState state : enumerators<NeedState> | std::views::reverse) {
        if (state == NeedState::nothing) continue;
        const StateLook& look = looks[state];
        const bool there = std::ranges::any_of(rows, [&](const NeedRow& row) {
            return std::ranges::any_of(
                row.cells, [&](const Helper* helper) { return state_of_cell(helper) == state; });
        });
        const std::string_view words = session.text(look.key);
        const float wide = std::ceil(text_width(ui, words, Type::small)) + 1;
        if (!there || line.width() < sign + gap + wide) continue;
        Line one(line.end(sign + gap + wide, ui.px(14)));
        draw_icon(ui, *ImGui::GetWindowDrawList(), middle(one.start(sign, gap), sign).Min, look.icon, sign,
            ui.colour(look.colour));
        silent_label(ui, one.area, words, Type::small, Colour::muted);
    }
}

/// How far the needs are answered, beside the heading.
std::string answered_in_words(const Session& session, const GoalCoverage& coverage) {
    std::size_t givers = 0, wanted = 0, answered = 0;
    for (const NeedCoverage& need : coverage.needs) {
        if (!need.wanted) continue;
        ++wanted;
        answered += need.givers > 0 ? 1 : 0;
        givers += need.givers;
    }
    if (givers == 0) return std::string(session.text("goal_needs.none_yet"));
    return session.text("goal_needs.answered", {answered, wanted});
}

bool fits_grid(const Ui& ui, float width) {
    return width >= ui.px(grid_from);
}

// ---- The list by need ----------------------------------------------------------------------------

void draw_need(PageDrawing& page, Flow& flow, const NeedCoverage& need) {
    Session& session = page.session;
    Ui& ui = session.ui;
    GoalPageState& state = goal_state(page);
    const std::string_view key = key_of(need.need);
    const std::string title(session.text("need." + std::string(key)));
    const bool whole = page.state.whole.contains(key);
    // Who is proved is the answer; the others stand apart, and are shown when all are asked for.
    const std::size_t answer = need.proved_helpers().size();
    const std::size_t few = std::min(answer > 0 ? answer : need.helpers.size(), most_helpers);
    const std::size_t shown = whole ? need.helpers.size() : few;
    ImGui::PushID(static_cast<int>(need.need));
    Flow text{.x = flow.x + ui.px(grid::between_cards),
        .y = flow.y + ui.px(8),
        .width = flow.width - 2 * ui.px(grid::between_cards)};
    heading(ui, text.take(ui.line(Type::body)), title, 3, Type::body_strong);
    if (need.helpers.empty())
        paragraph(ui, text, session.text("goal_needs.nobody"), Type::small, Colour::muted);
    flow.y = text.y + ui.px(4);
    ui.open_group(Role::list, title);
    int position = 0;
    for (const Helper& helper : std::span(need.helpers).first(shown)) {
        if (answer > 0 && position == static_cast<int>(answer))
            silent_label(ui, inset(flow.take(ui.row()), ui.px(grid::between_cards), 0),
                session.text("goal_needs.others"), Type::small, Colour::muted);
        const RecordScope scope(helper.person);
        const std::string name = record_title(session, helper.person);
        const std::string why =
            facts_in_words(session, helper.asked.empty() ? helper.evidence : helper.asked, 2);
        const StateLook& look = look_of(state_of(helper));
        const Face face{.name = name,
            .key = helper.person.value,
            .photo = session.workspace.get(helper.person, person::photo).as_bytes()};
        const ListItem item{.title = name,
            .detail = why,
            .tag = session.text(look.key),
            .tag_kind = look.tag,
            .face = &face,
            .position = ++position,
            .set_size = static_cast<int>(need.helpers.size()),
            .id = "helper"};
        if (list_item(ui, flow.take(list_item_height(ui, item, flow.width)), item).pressed)
            open_need(state, helper.person, need.need);
    }
    ui.tree().close();
    if (shown < need.helpers.size()) {
        const std::string words = session.text("page.show_all", {need.helpers.size()});
        const Button all{.label = words, .kind = ButtonKind::bare, .small = true};
        Line line(inset(flow.take(ui.row()), ui.px(4), ui.px(2)));
        if (button(ui, line.start(button_width(ui, all)), all)) page.state.whole.insert(key);
    }
    ImGui::PopID();
}

}  // namespace

// ---- Shared --------------------------------------------------------------------------------------

std::string_view short_name(const Session& session, NeedKind need) {
    return session.text("goal_needs.short." + std::string(key_of(need)));
}

// ---- The sections --------------------------------------------------------------------------------

void draw_goal_needs(PageDrawing& page, Flow& flow) {
    Session& session = page.session;
    Ui& ui = session.ui;
    if (!fits_grid(ui, flow.width)) return;
    const GoalCoverage& coverage = goal_coverage(page);
    const GoalPageState& state = goal_state(page);
    const bool whole = page.state.whole.contains("needs");
    const std::size_t shown = whole ? state.rows.size() : std::min(state.rows.size(), most_rows);
    Card card(ui, flow, grid::between_cards, 0);
    Line head(card.flow.take(ui.px(48)));
    const std::string_view title = session.text("goal_needs.title");
    heading(ui, head.start(std::ceil(text_width(ui, title, Type::section)) + 1, ui.px(12)), title, 2,
        Type::section);
    head.area.Min.y += ui.px(2), head.area.Max.y += ui.px(2);
    const std::string answered = answered_in_words(session, coverage);
    label(ui, head.start(std::ceil(text_width(ui, answered, Type::small)) + 1, ui.px(16)), answered,
        Type::small, Colour::muted);
    draw_legend(session, head, state.rows);
    if (shown == 0) {
        paragraph(ui, card.flow, session.text("goal_needs.empty"), Type::body, Colour::muted);
        card.flow.space(ui.px(8));
        if (button(ui, card.flow, {.label = session.text("first.add"), .icon = Icon::user_plus}))
            session.wish.add_person = true;
        card.flow.space(ui.px(12));
    } else {
        draw_matrix(page, card.flow, shown);
    }
    if (shown < state.rows.size()) {
        const std::string words = session.text("page.show_all", {state.rows.size()});
        const Button all{.label = words, .kind = ButtonKind::bare, .small = true, .id = "all_rows"};
        Line line(middle(card.flow.take(ui.row()), ui.px(34)));
        line.area.Min.x -= ui.px(12);
        if (button(ui, line.start(button_width(ui, all)), all)) page.state.whole.insert("needs");
    }
    card.end();
}

void draw_goal_needs_list(PageDrawing& page, Flow& flow) {
    Session& session = page.session;
    Ui& ui = session.ui;
    if (fits_grid(ui, flow.width)) return;
    const GoalCoverage& coverage = goal_coverage(page);
    ListCard list(session, flow, session.text("goal_needs.title"));
    list.say(answered_in_words(session, coverage));
    bool first = true;
    for (const NeedCoverage& need : coverage.needs) {
        if (!need.wanted) continue;
        if (first)
            list.begin_rows();
        else
            draw_separator(ui, list.card.flow.x, list.card.flow.end_x(), list.card.flow.y);
        first = false;
        draw_need(page, list.card.flow, need);
    }
    list.end();
}

}  // namespace kith::ui
