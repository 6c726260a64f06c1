#include "ui/opportunities/screen.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

#include "base/text.h"
#include "model/fields.h"
#include "ui/records/page.h"
#include "ui/session/dialog_foot.h"
#include "ui/session/places.h"
#include "ui/session/record_scope.h"
#include "ui/words/opportunities.h"
#include "ui/words/record_words.h"

namespace kith::ui {

namespace {

CardWords card_words(Session& session, RecordId record) {
    const Workspace& workspace = session.workspace;
    const OpportunityView view = look_at_opportunity(
        workspace, session.insight.contacts(), record, session.ui.today(), rules_of(workspace));
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
    const PartialDate until = workspace.date(record, opportunity::deadline);
    const DueTag deadline = due_tag(session, until);
    if (!deadline.text.empty() && !is_closed(view.mark))
        words.deadline = session.text("opps.deadline", {until});
    if (!view.next) return words;
    words.tag = next_there_in_words(session, *view.next);
    const bool pressing = deadline.kind != TagKind::plain && view.deadline;
    words.tag_kind = is_closed(view.mark) ? TagKind::accent : pressing ? deadline.kind : TagKind::note;
    return words;
}

// The board as of one state of the workspace and one day.
void read_board(Session& session, OpportunitiesState& state) {
    if (!state.board.renew(session.moment())) return;
    state.columns = opportunity_board(session.workspace);
    state.words.clear();
    for (const StageColumn& column : state.columns) {
        for (const RecordId card : column.opportunities)
            state.words.emplace(card, card_words(session, card));
    }
}

// A next step that fits has the look of a tag; a longer one is written out.
struct CardShape {
    std::vector<std::string_view> title, organisation, rest, next;
    float height = 0;
};

float next_height(const Ui& ui, const CardShape& shape) {
    return ui.line(Type::small) * static_cast<float>(shape.next.size()) + 2 * ui.px(2);
}

CardShape shape_of(const Ui& ui, const CardWords& words, float width) {
    const float inside = width - 2 * ui.px(12);
    CardShape shape{.title = wrap_text(ui, words.title, Type::body_strong, inside)};
    shape.height = 2 * ui.px(10) + ui.line(Type::body) * static_cast<float>(shape.title.size());
    const auto wrap = [&](const std::string& line, std::vector<std::string_view>& lines) {
        if (!line.empty()) lines.append_range(wrap_text(ui, line, Type::small, inside));
    };
    wrap(words.organisation, shape.organisation);
    wrap(words.from, shape.rest);
    wrap(words.deadline, shape.rest);
    shape.height +=
        (ui.line(Type::small) + ui.px(2)) * static_cast<float>(shape.organisation.size() + shape.rest.size());
    if (words.tag.empty()) return shape;
    shape.next = wrap_text(ui, words.tag, Type::small, inside - 2 * ui.px(8));
    shape.height += next_height(ui, shape) + ui.px(6);
    return shape;
}

struct NextColours {
    Colour words, ground;
};
NextColours next_colours(TagKind kind) {
    switch (kind) {
        case TagKind::late: return {Colour::late, Colour::late_soft};
        case TagKind::due: return {Colour::due, Colour::due_soft};
        case TagKind::accent: return {Colour::accent, Colour::accent_soft};
        case TagKind::note: return {Colour::note, Colour::note_soft};
        case TagKind::plain: break;
    }
    return {Colour::muted, Colour::surface_2};
}

/// A tag that may have several lines.
void draw_next(Ui& ui, ImVec2 place, const CardShape& shape, TagKind kind) {
    const NextColours colours = next_colours(kind);
    float wide = 0;
    for (const std::string_view line : shape.next)
        wide = std::max(wide, std::ceil(text_width(ui, line, Type::small)));
    ImDrawList& list = *ImGui::GetWindowDrawList();
    list.AddRectFilled(place, place + ImVec2(wide + 2 * ui.px(8), next_height(ui, shape)),
        ui.colour(colours.ground), ui.px(4));
    Flow flow{.x = place.x + ui.px(8), .y = place.y + ui.px(2), .width = wide + 1};
    for (const std::string_view line : shape.next)
        silent_label(ui, flow.take(ui.line(Type::small)), line, Type::small, colours.words);
}

void draw_card_words(Session& session, ImRect area, const CardWords& words, const CardShape& shape) {
    Ui& ui = session.ui;
    Flow flow{
        .x = area.Min.x + ui.px(12), .y = area.Min.y + ui.px(10), .width = area.GetWidth() - 2 * ui.px(12)};
    for (std::string_view line : shape.title)
        silent_label(ui, flow.take(ui.line(Type::body)), line, Type::body_strong);
    for (const std::string_view line : shape.organisation)
        silent_label(ui, flow.take(ui.line(Type::small) + ui.px(2)), line, Type::small);
    for (const std::string_view line : shape.rest)
        silent_label(ui, flow.take(ui.line(Type::small) + ui.px(2)), line, Type::small, Colour::muted);
    flow.space(ui.px(4));
    if (!shape.next.empty()) draw_next(ui, {flow.x, flow.y}, shape, words.tag_kind);
}

void draw_one_card(Session& session, OpportunitiesState& state, Flow& flow, RecordId record, int position,
    std::size_t set_size) {
    Ui& ui = session.ui;
    const RecordScope scope(record);
    const CardWords& words = state.words.at(record);
    const CardShape shape = shape_of(ui, words, flow.width);
    const ImRect area = flow.take(shape.height);
    Node item{.id = ui.static_id("card"), .role = Role::listitem, .name = words.title};
    item.position = position;
    item.set_size = static_cast<int>(set_size);
    item.bounds = ui.visible_bounds(area);
    ui.tree().open(std::move(item));
    Node node{.role = Role::link, .name = words.title, .shortcut = {}};
    node.description = joined({words.organisation, words.from, words.deadline, words.tag});
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
void follow_keys(Session& session, OpportunitiesState& state, const std::vector<StageColumn>& columns) {
    Ui& ui = session.ui;
    if (!state.focused || ui.focus().id() != card_id(state.focused) || !ui.focus().in_top_layer()) return;
    std::size_t column = 0, row = 0;
    for (std::size_t i = 0; i < columns.size(); ++i) {
        const auto found = std::ranges::find(columns[i].opportunities, state.focused);
        if (found != columns[i].opportunities.end())
            column = i, row = static_cast<std::size_t>(found - columns[i].opportunities.begin());
    }
    const bool right = ui.key(ImGuiKey_RightArrow, true), left = ui.key(ImGuiKey_LeftArrow, true);
    const bool down = ui.key(ImGuiKey_DownArrow, true), up = ui.key(ImGuiKey_UpArrow, true);
    if (ImGui::GetIO().KeyShift) {
        if (right && column + 1 < columns.size())
            move_card(session, state.focused, columns[column + 1].stage);
        if (left && column > 0) move_card(session, state.focused, columns[column - 1].stage);
        return;
    }
    const auto& cards = columns[column].opportunities;
    RecordId next;
    if (down && row + 1 < cards.size()) next = cards[row + 1];
    if (up && row > 0) next = cards[row - 1];
    for (std::size_t i = column + 1; right && !next && i < columns.size(); ++i)
        if (!columns[i].opportunities.empty())
            next = columns[i].opportunities[std::min(row, columns[i].opportunities.size() - 1)];
    for (std::size_t i = column; left && !next && i-- > 0;)
        if (!columns[i].opportunities.empty())
            next = columns[i].opportunities[std::min(row, columns[i].opportunities.size() - 1)];
    if (next) {
        ui.focus().move_to(card_id(next), true);
        state.focused = next;
    }
}

// Where a card can be dropped.
struct DropArea {
    ImRect area;
    const Stage* stage;
};

void drop_dragged(Session& session, OpportunitiesState& state, std::span<const DropArea> areas, float width) {
    if (!state.dragged || !state.words.contains(state.dragged)) return;
    Ui& ui = session.ui;
    const ImVec2 mouse = ImGui::GetIO().MousePos;
    const auto under =
        std::ranges::find_if(areas, [&](const DropArea& drop) { return drop.area.Contains(mouse); });
    if (!ImGui::IsMouseDown(0)) {
        const RecordId dropped = std::exchange(state.dragged, {});
        if (under != areas.end()) move_card(session, dropped, *under->stage);
        return;
    }
    if (under != areas.end()) {
        const ImVec2 out(ui.px(4), 0);
        ImGui::GetWindowDrawList()->AddRect(
            under->area.Min - out, under->area.Max + out, ui.colour(Colour::accent), ui.px(grid::corner));
    }
    const CardWords& words = state.words.at(state.dragged);
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

void draw_column(Session& session, OpportunitiesState& state, Flow& flow, const StageColumn& column) {
    Ui& ui = session.ui;
    const std::string label = stage_label(session, column.stage.name);
    ImGui::PushID(column.stage.name.c_str());
    const std::string title = session.text("opps.column", {label, column.opportunities.size()});
    const ImRect head = flow.take(ui.px(32));
    heading(ui, {head.Min.x + ui.px(4), head.Min.y, head.Max.x, head.Max.y}, title, 2, Type::small);
    ui.open_group(Role::list, label);
    int position = 0;
    for (const RecordId card : column.opportunities)
        draw_one_card(session, state, flow, card, ++position, column.opportunities.size());
    ui.tree().close();
    ImGui::PopID();
}

void draw_board(Session& session, OpportunitiesState& state, ImRect area) {
    Ui& ui = session.ui;
    read_board(session, state);
    follow_keys(session, state, state.columns);
    read_board(session, state);  // what the keys moved
    const ScrollOptions options{.side = 0, .top = 0, .reserve_scrollbar = true};
    Flow flow = begin_scroll(ui, "board", area, options);
    // A column for each stage that is under way; how things ended stands below each other in the last.
    const auto closed = [](const StageColumn& column) { return is_closed(column.stage.mark); };
    const auto ends = std::ranges::count_if(state.columns, closed);
    const auto count =
        static_cast<float>(static_cast<std::ptrdiff_t>(state.columns.size()) - ends + (ends > 0 ? 1 : 0));
    const float gap = ui.px(12);
    const float wide = std::floor((flow.width - gap * (count - 1)) / count);
    if (wide < ui.px(150)) {
        for (const StageColumn& column : state.columns) {
            if (ui.phone() && column.opportunities.empty()) continue;
            draw_column(session, state, flow, column);
            flow.space(ui.px(8));
        }
    } else {
        std::vector<DropArea> areas;
        float x = flow.x, lowest = flow.y;
        const float bottom = area.Max.y - ui.px(8);
        for (const StageColumn& column : state.columns) {
            if (closed(column)) continue;
            Flow inside{.x = x, .y = flow.y, .width = wide};
            draw_column(session, state, inside, column);
            areas.push_back({{x, flow.y, x + wide, bottom}, &column.stage});
            lowest = std::max(lowest, inside.y);
            x += wide + gap;
        }
        Flow last{.x = x, .y = flow.y, .width = wide};
        for (const StageColumn& column : state.columns) {
            if (!closed(column)) continue;
            const float top = last.y;
            draw_column(session, state, last, column);
            areas.push_back({{x, top, x + wide, last.y}, &column.stage});
        }
        flow.y = std::max(lowest, last.y);
        drop_dragged(session, state, areas, wide);
    }
    end_scroll(ui, flow, options);
}

// The stages as they are edited, one a line: what is known keeps what it means, a new one means what the one
// before it does.
std::vector<Stage> stages_from(const Session& session, std::string_view lines) {
    const std::vector<Stage> had = stages_of(session.workspace);
    std::vector<Stage> stages;
    for (std::string_view line : split(lines, '\n')) {
        const std::string name = collapse_spaces(line);
        if (name.empty()) continue;
        const auto known = std::ranges::find_if(
            had, [&](const Stage& stage) { return fold(stage_label(session, stage.name)) == fold(name); });
        if (known != had.end())
            stages.push_back(*known);
        else
            stages.push_back({name, stages.empty() ? StageMark::lead : stages.back().mark});
    }
    return stages;
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
    DialogFoot foot(session, flow, save_button(session));
    const DialogAnswer answer = foot.answer();
    if (answer == DialogAnswer::done)
        session.commit(change_stages(session.workspace, stages_from(session, state.stages)));
    if (answer != DialogAnswer::none) state.asking_stages = false;
    end_dialog(ui, flow);
}

}  // namespace

void draw_opportunities(Session& session, OpportunitiesState& state, ImRect area, RecordForm& add) {
    Ui& ui = session.ui;
    if (session.workspace.count(Kind::opportunity) == 0)
        return draw_record_list(session, state.table, area, Kind::opportunity, add);
    Flow flow{.x = area.Min.x, .y = area.Min.y, .width = area.GetWidth()};
    Line line(flow.take(ui.control()));
    const std::array<std::string_view, 3> views{session.text("opps.board"), session.text("opps.list"),
        session.text(ui.phone() ? "led.title_short" : "led.title")};
    if (auto chosen = segmented(ui, line.start(segmented_width(ui, views), ui.px(8)),
            session.text("opps.view"), views, static_cast<int>(state.view)))
        state.view = static_cast<OpportunitiesView>(*chosen);
    if (state.view == OpportunitiesView::board) {
        const Button stages{.label = session.text("opps.edit_stages"), .kind = ButtonKind::bare};
        if (button(ui, line.start(button_width(ui, stages), ui.px(8)), stages)) {
            state.asking_stages = true;
            state.stages.clear();
            for (const Stage& stage : stages_of(session.workspace))
                state.stages = joined({state.stages, stage_label(session, stage.name)}, "\n");
        }
        const std::string_view keys = session.text("opps.keys");
        if (!ui.touch() && text_width(ui, keys, Type::small) <= line.width())
            label(ui, line.area, keys, Type::small, Colour::muted);
    }
    flow.space(ui.px(8));
    const ImRect rest{area.Min.x, flow.y, area.Max.x, area.Max.y};
    switch (state.view) {
        case OpportunitiesView::board: draw_board(session, state, rest); break;
        case OpportunitiesView::list:
            draw_record_list(session, state.table, rest, Kind::opportunity, add);
            break;
        case OpportunitiesView::led_to: draw_led_to(session, state.led_to, rest); break;
    }
    draw_stages_dialog(session, state);
}

}  // namespace kith::ui
