#include "ui/screen_opportunities.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "base/text.h"
#include "model/fields.h"
#include "ui/opportunity_stages.h"
#include "ui/places.h"
#include "ui/record_page.h"
#include "ui/record_words.h"

namespace kith::ui {

std::vector<BoardColumn> board_columns(const Session& session) {
    const std::vector<std::string> stages = board_stages(session);
    std::vector<BoardColumn> columns;
    for (const std::string& stage : stages)
        columns.push_back({stage, {}});
    session.workspace.for_each(Kind::opportunity, [&](RecordId opportunity) {
        const std::string stage = stage_of(session, opportunity, stages);
        auto found = std::ranges::find(columns, stage, &BoardColumn::stage);
        if (found == columns.end()) found = columns.insert(columns.end(), {stage, {}});
        found->cards.push_back(opportunity);
    });
    for (BoardColumn& column : columns) {
        std::ranges::stable_sort(column.cards, [&](RecordId a, RecordId b) {
            const auto day_a = session.workspace.date(a, opportunity::deadline).earliest();
            const auto day_b = session.workspace.date(b, opportunity::deadline).earliest();
            if (day_a.has_value() != day_b.has_value()) return day_a.has_value();
            return day_a && *day_a < *day_b;
        });
    }
    return columns;
}

namespace {

// What stands on a card below its title.
struct CardWords {
    std::string title, organisation, from, tag;
    TagKind tag_kind = TagKind::plain;
};

CardWords card_words(const Session& session, RecordId record) {
    const Workspace& workspace = session.workspace;
    CardWords words{.title = record_title(session, record)};
    if (const RecordId there = workspace.reference(record, opportunity::organisation); workspace.live(there))
        words.organisation = record_title(session, there);
    const RecordId source = workspace.reference(record, opportunity::source);
    const RecordId referrer = workspace.reference(record, opportunity::referrer);
    if (workspace.live(referrer))
        words.from = session.text("opps.referred_by", {record_title(session, referrer)});
    else if (workspace.live(source))
        words.from = session.text("words.heard_from", {record_title(session, source)});
    else
        words.from = choice_in_words(session, record, opportunity::advertised);
    // The next step, else a deadline, else what is missing.
    const DueTag deadline = due_tag(session, workspace.date(record, opportunity::deadline));
    if (const RecordId step = next_step_for(workspace, record)) {
        words.tag = record_title(session, step);
        words.tag_kind = due_tag(session, workspace.date(step, action::due)).kind;
    } else if (!workspace.get(record, opportunity::outcome).empty()) {
        words.tag = workspace.text(record, opportunity::outcome);
        words.tag_kind = TagKind::accent;
    } else if (deadline.text.empty()) {
        words.tag = what_is_missing(session, record);
        words.tag_kind = TagKind::due;
    }
    if (!deadline.text.empty()) {
        words.from = joined({words.from, session.text("opps.deadline", {deadline.text})});
        if (words.tag.empty())
            words.tag = session.text("opps.deadline", {deadline.text}), words.tag_kind = deadline.kind;
    }
    return words;
}

struct CardShape {
    std::vector<std::string_view> title;
    float height = 0;
};

CardShape shape_of(const Ui& ui, const CardWords& words, float width) {
    CardShape shape{.title = wrap_text(ui, words.title, Type::body_strong, width - 2 * ui.px(12))};
    shape.height = 2 * ui.px(10) + ui.line(Type::body) * static_cast<float>(shape.title.size());
    for (const std::string* line : {&words.organisation, &words.from})
        shape.height += line->empty() ? 0 : ui.line(Type::small) + ui.px(2);
    if (!words.tag.empty()) shape.height += tag_height(ui) + ui.px(6);
    return shape;
}

void draw_card_words(Session& session, ImRect area, const CardWords& words, const CardShape& shape) {
    Ui& ui = session.ui;
    Flow flow{
        .x = area.Min.x + ui.px(12), .y = area.Min.y + ui.px(10), .width = area.GetWidth() - 2 * ui.px(12)};
    for (std::string_view line : shape.title)
        silent_label(ui, flow.take(ui.line(Type::body)), line, Type::body_strong);
    if (!words.organisation.empty())
        silent_label(ui, flow.take(ui.line(Type::small) + ui.px(2)), words.organisation, Type::small);
    if (!words.from.empty())
        silent_label(ui, flow.take(ui.line(Type::small) + ui.px(2)), words.from, Type::small, Colour::muted);
    if (words.tag.empty()) return;
    flow.space(ui.px(4));
    // A long next step is shortened to the card.
    std::string tag = words.tag;
    while (tag_width(ui, tag) > flow.width && tag.size() > 4) {
        tag.resize(tag.size() - 4);
        while (!tag.empty() && !is_valid_utf8(tag))
            tag.pop_back();
        tag = std::string(trim(tag)) + "…";
    }
    draw_tag(ui, {flow.x, flow.y}, tag, words.tag_kind);
}

void draw_one_card(Session& session, OpportunitiesState& state, Flow& flow, RecordId record, int position,
    std::size_t set_size) {
    Ui& ui = session.ui;
    const RecordScope scope(record);
    const CardWords words = card_words(session, record);
    const CardShape shape = shape_of(ui, words, flow.width);
    const ImRect area = flow.take(shape.height);
    Node item{.id = ui.static_id("card"), .role = Role::listitem, .name = words.title};
    item.position = position;
    item.set_size = static_cast<int>(set_size);
    item.bounds = ui.visible_bounds(area);
    ui.tree().open(std::move(item));
    Node node{.role = Role::link, .name = words.title, .shortcut = {}};
    node.description = joined({words.organisation, words.from, words.tag});
    const Press press =
        ui.press(ImHashStr("card", 0, static_cast<ImGuiID>(mix(record.value))), area, std::move(node));
    ui.tree().close();
    if (press.focused) state.focused = record;
    if (press.visible) {
        draw_card(ui, area);
        if (press.hovered || press.held)
            ImGui::GetWindowDrawList()->AddRect(
                area.Min, area.Max, ui.colour(Colour::edge), ui.px(grid::corner));
        draw_card_words(session, area, words, shape);
    }
    if (press.held && !ui.touch() && ImGui::IsMouseDragging(0, ui.px(6))) state.dragged = record;
    if (press.pressed && !state.dragged) open_record(session, record);
    flow.space(ui.px(8));
}

ImGuiID card_id(RecordId record) {
    return ImHashStr("card", 0, static_cast<ImGuiID>(mix(record.value)));
}

// Arrows go from card to card; with Shift they take the card along to the stage beside it.
void follow_keys(Session& session, OpportunitiesState& state, const std::vector<BoardColumn>& columns) {
    Ui& ui = session.ui;
    if (!state.focused || ui.focus().id() != card_id(state.focused) || !ui.focus().in_top_layer()) return;
    std::size_t column = 0, row = 0;
    for (std::size_t i = 0; i < columns.size(); ++i) {
        const auto found = std::ranges::find(columns[i].cards, state.focused);
        if (found != columns[i].cards.end())
            column = i, row = static_cast<std::size_t>(found - columns[i].cards.begin());
    }
    const bool right = ui.key(ImGuiKey_RightArrow, true), left = ui.key(ImGuiKey_LeftArrow, true);
    const bool down = ui.key(ImGuiKey_DownArrow, true), up = ui.key(ImGuiKey_UpArrow, true);
    if (ImGui::GetIO().KeyShift) {
        if (right && column + 1 < columns.size())
            move_to_stage(session, state.focused, columns[column + 1].stage);
        if (left && column > 0) move_to_stage(session, state.focused, columns[column - 1].stage);
        return;
    }
    const auto& cards = columns[column].cards;
    RecordId next;
    if (down && row + 1 < cards.size()) next = cards[row + 1];
    if (up && row > 0) next = cards[row - 1];
    for (std::size_t i = column + 1; right && !next && i < columns.size(); ++i)
        if (!columns[i].cards.empty()) next = columns[i].cards[std::min(row, columns[i].cards.size() - 1)];
    for (std::size_t i = column; left && !next && i-- > 0;)
        if (!columns[i].cards.empty()) next = columns[i].cards[std::min(row, columns[i].cards.size() - 1)];
    if (next) {
        ui.focus().move_to(card_id(next), true);
        state.focused = next;
    }
}

void drop_dragged(Session& session, OpportunitiesState& state, const std::vector<BoardColumn>& columns,
    std::span<const ImRect> areas) {
    if (!state.dragged) return;
    Ui& ui = session.ui;
    const ImVec2 mouse = ImGui::GetIO().MousePos;
    const auto under = std::ranges::find_if(
        areas, [&](const ImRect& area) { return mouse.x >= area.Min.x && mouse.x < area.Max.x; });
    if (!ImGui::IsMouseDown(0)) {
        if (under != areas.end())
            move_to_stage(
                session, state.dragged, columns[static_cast<std::size_t>(under - areas.begin())].stage);
        state.dragged = {};
        return;
    }
    if (under != areas.end())
        ImGui::GetWindowDrawList()->AddRect(under->Min - ImVec2(ui.px(4), 0),
            under->Max + ImVec2(ui.px(4), 0), ui.colour(Colour::accent), ui.px(grid::corner));
    const CardWords words = card_words(session, state.dragged);
    const float width = areas.empty() ? ui.px(220) : areas.front().GetWidth();
    const CardShape shape = shape_of(ui, words, width);
    const ImVec2 at = mouse - ImVec2(ui.px(24), ui.px(16));
    ImDrawList& list = *ImGui::GetForegroundDrawList();
    list.AddRectFilled(at, at + ImVec2(width, shape.height), ui.colour(Colour::surface), ui.px(grid::corner));
    list.AddRect(at, at + ImVec2(width, shape.height), ui.colour(Colour::accent), ui.px(grid::corner));
    ImVec2 line = at + ImVec2(ui.px(12), ui.px(10));
    for (std::string_view text : shape.title) {
        draw_text(ui, list, line, text, Type::body_strong, ui.colour(Colour::text));
        line.y += ui.line(Type::body);
    }
    ui.keep_moving();
}

void draw_column(Session& session, OpportunitiesState& state, Flow& flow, const BoardColumn& column) {
    Ui& ui = session.ui;
    ImGui::PushID(column.stage.c_str());
    const std::string title =
        session.text("opps.column", {column.stage, std::to_string(column.cards.size())});
    const ImRect head = flow.take(ui.px(32));
    heading(ui, {head.Min.x + ui.px(4), head.Min.y, head.Max.x, head.Max.y}, title, 2, Type::small);
    ui.open_group(Role::list, column.stage);
    int position = 0;
    for (const RecordId card : column.cards)
        draw_one_card(session, state, flow, card, ++position, column.cards.size());
    ui.tree().close();
    ImGui::PopID();
}

void draw_board(Session& session, OpportunitiesState& state, ImRect area) {
    Ui& ui = session.ui;
    const std::vector<BoardColumn> columns = board_columns(session);
    follow_keys(session, state, columns);
    const ScrollOptions options{.side = 0, .top = 0, .reserve_scrollbar = true};
    Flow flow = begin_scroll(ui, "board", area, options);
    const float gap = ui.px(12);
    const auto count = static_cast<float>(columns.size());
    const float wide = std::floor((flow.width - gap * (count - 1)) / count);
    if (wide < ui.px(160)) {
        for (const BoardColumn& column : columns) {
            draw_column(session, state, flow, column);
            flow.space(ui.px(8));
        }
    } else {
        std::vector<ImRect> areas;
        float lowest = flow.y;
        for (std::size_t i = 0; i < columns.size(); ++i) {
            Flow inside{.x = flow.x + (wide + gap) * static_cast<float>(i), .y = flow.y, .width = wide};
            draw_column(session, state, inside, columns[i]);
            areas.emplace_back(inside.x, flow.y, inside.right(), area.Max.y - ui.px(8));
            lowest = std::max(lowest, inside.y);
        }
        drop_dragged(session, state, columns, areas);
        flow.y = lowest;
    }
    end_scroll(ui, flow, options);
}

void draw_stages_dialog(Session& session, OpportunitiesState& state) {
    Ui& ui = session.ui;
    Flow flow;
    if (!begin_dialog(ui, session.text("opps.edit_stages"), 400, state.asking_stages, flow)) return;
    paragraph(ui, flow, session.text("opps.stages_text"), Type::small, Colour::muted);
    flow.space(ui.px(8));
    text_field(ui, flow.take(text_area_height(ui, state.stages, flow.width, 5, 10)),
        {.name = session.text("opps.stages_name"), .multiline = true, .select_all = false}, state.stages);
    flow.space(ui.px(16));
    Line line(flow.take(ui.control()));
    const Button save{
        .label = session.text("form.save"), .kind = ButtonKind::primary, .shortcut = "Control+Enter"};
    const Button cancel{.label = session.text("form.cancel")};
    const ImRect save_area = line.right(button_width(ui, save), ui.px(8));
    if (button(ui, line.right(button_width(ui, cancel)), cancel)) state.asking_stages = false;
    if (button(ui, save_area, save)) {
        std::string kept;
        for (std::string_view stage : split(state.stages, '\n')) {
            std::string clean = collapse_spaces(stage);
            std::ranges::replace(clean, '|', '/');
            kept = joined({kept, clean}, "|");
        }
        session.set_setting("opportunity.stages", kept);
        state.asking_stages = false;
    }
    end_dialog(ui, flow);
}

}  // namespace

void draw_opportunities(Session& session, OpportunitiesState& state, ImRect area, RecordForm& add) {
    Ui& ui = session.ui;
    if (session.workspace.count(Kind::opportunity) == 0)
        return draw_record_list(session, state.table, area, Kind::opportunity, add);
    Flow flow{.x = area.Min.x, .y = area.Min.y, .width = area.GetWidth()};
    Line line(flow.take(ui.control()));
    const std::array<std::string_view, 2> views{session.text("opps.board"), session.text("opps.list")};
    if (auto chosen = segmented(ui, line.left(segmented_width(ui, views), ui.px(8)),
            session.text("opps.view"), views, state.list ? 1 : 0))
        state.list = *chosen == 1;
    if (!state.list) {
        const Button stages{.label = session.text("opps.edit_stages"), .kind = ButtonKind::bare};
        if (button(ui, line.left(button_width(ui, stages), ui.px(8)), stages)) {
            state.asking_stages = true;
            state.stages.clear();
            for (const std::string& stage : board_stages(session))
                state.stages = joined({state.stages, stage}, "\n");
        }
        label(ui, line.area, ui.touch() ? std::string_view{} : session.text("opps.keys"), Type::small,
            Colour::muted);
    }
    flow.space(ui.px(8));
    const ImRect rest{area.Min.x, flow.y, area.Max.x, area.Max.y};
    if (state.list)
        draw_record_list(session, state.table, rest, Kind::opportunity, add);
    else
        draw_board(session, state, rest);
    draw_stages_dialog(session, state);
}

}  // namespace kith::ui
