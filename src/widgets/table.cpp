#include "widgets/table.h"

#include <cmath>

#include "base/text.h"
#include "widgets/choices.h"
#include "widgets/icons.h"
#include "widgets/layout.h"
#include "widgets/texts.h"

namespace kith::ui {

namespace {

constexpr float header_height = 36;
constexpr float cell_padding = 10;
constexpr float check_width = 32;

float height_of_row(const Ui& ui, bool two_lines) {
    return two_lines ? ui.px(52) : ui.row();
}

struct Placed {
    std::size_t column;
    float x, width;
};

// Which columns fit, and where.
std::vector<Placed> place_columns(const Ui& ui, std::span<const Column> columns, float x, float width) {
    std::vector<Placed> placed;
    float used = 0;
    for (std::size_t i = 0; i < columns.size(); ++i) {
        placed.push_back({i, 0, ui.px(columns[i].least)});
        used += placed.back().width;
    }
    while (used > width && placed.size() > 1) {
        auto out = placed.begin();
        for (auto it = out; it != placed.end(); ++it) {
            if (columns[it->column].keep >= columns[out->column].keep) out = it;
        }
        used -= out->width;
        placed.erase(out);
    }
    float shares = 0;
    for (const Placed& place : placed)
        shares += columns[place.column].share;
    const float over = std::max(width - used, 0.0f);
    for (Placed& place : placed) {
        if (shares > 0) place.width += std::floor(over * columns[place.column].share / shares);
        place.x = x;
        x += place.width;
    }
    return placed;
}

bool header_cell(Ui& ui, ImRect area, const Column& column, int number, TableState& state) {
    const bool sorted = state.sort_key == column.key;
    Node node{.role = Role::columnheader, .name = std::string(column.title)};
    node.column = number;
    node.row = 1;
    node.sort = sorted ? (state.descending ? SortOrder::descending : SortOrder::ascending) : SortOrder::none;
    if (!column.sortable) {
        node.sort = SortOrder::not_applicable;
        node.id = ui.static_id(column.key);
        node.bounds = ui.visible_bounds(area);
        ui.tree().add(std::move(node));
        silent_label(ui, inset(area, ui.px(cell_padding), 0), column.title, Type::small, Colour::muted);
        return false;
    }
    const ImGuiID id = ImGui::GetID(column.key.data(), column.key.data() + column.key.size());
    const Press press = ui.press(id, area, std::move(node), {.ring = false});
    if (press.focused) ui.draw_ring(inset(area, ui.px(5), ui.px(6)), ui.px(2));
    if (press.visible) {
        Line line(inset(area, ui.px(cell_padding), 0));
        const bool lit = sorted || press.hovered;
        const float width = text_width(ui, column.title, sorted ? Type::small_strong : Type::small);
        silent_label(ui, line.start(std::min(width + 1, line.width() - (lit ? ui.px(18) : 0)), ui.px(4)),
            column.title, sorted ? Type::small_strong : Type::small, lit ? Colour::text : Colour::muted);
        if (lit) {
            const float icon = ui.px(14);
            draw_icon(ui, *ImGui::GetWindowDrawList(), middle(line.start(icon), icon).Min,
                sorted && state.descending ? Icon::arrow_down : Icon::arrow_up, icon,
                ui.colour(sorted ? Colour::text : Colour::muted));
        }
    }
    if (!press.pressed) return false;
    state.descending = sorted && !state.descending;
    state.sort_key = column.key;
    state.reveal = true;
    return true;
}

// Where the keys lead from the cursor; nothing if none was pressed.
std::optional<int> moved_by_keys(Ui& ui, const TableState& state, int count, int page) {
    const int at = state.cursor;
    if (ui.key(ImGuiKey_DownArrow, true)) return std::min(at + 1, count - 1);
    if (ui.key(ImGuiKey_UpArrow, true)) return std::max(at - 1, 0);
    if (ui.key(ImGuiKey_PageDown, true)) return std::min(at + page, count - 1);
    if (ui.key(ImGuiKey_PageUp, true)) return std::max(at - page, 0);
    if (ui.key(ImGuiKey_Home)) return 0;
    if (ui.key(ImGuiKey_End)) return count - 1;
    return std::nullopt;
}

std::optional<int> found_by_letters(Ui& ui, const TableState& state, const TableRows& rows) {
    bool begins = false;
    const auto prefix = ui.typed(begins);
    if (!prefix) return std::nullopt;
    const int from = (std::max(state.cursor, 0) + (begins ? 1 : 0)) % rows.count;
    if (rows.find) {
        const int found = rows.find(*prefix, from);
        return found >= 0 ? std::optional(found) : std::nullopt;
    }
    for (int step = 0; step < rows.count; ++step) {
        const int row = (from + step) % rows.count;
        if (fold(rows.name(row)).starts_with(*prefix)) return row;
    }
    return std::nullopt;
}

}  // namespace

float table_height(const Ui& ui, int count, bool two_lines) {
    return ui.px(header_height) + height_of_row(ui, two_lines) * static_cast<float>(count) +
        2;  // and its two lines
}

TableResult table(Ui& ui, ImRect area, std::string_view name, TableState& state,
    std::span<const Column> columns, const TableRows& rows) {
    TableResult result;
    ImGui::PushID(name.data(), name.data() + name.size());
    const float row_height = height_of_row(ui, rows.two_lines);
    const bool selects = static_cast<bool>(rows.selected);
    area.Max.y = std::min(area.Max.y, area.Min.y + table_height(ui, rows.count, rows.two_lines));
    draw_card(ui, area);

    const float first_x = area.Min.x + (selects ? ui.px(check_width) : 0);
    const float body_height = area.GetHeight() - ui.px(header_height);
    const bool scrolls = row_height * static_cast<float>(rows.count) > body_height + 1;
    const float inner_width = area.Max.x - first_x - (scrolls ? ImGui::GetStyle().ScrollbarSize : 0);
    const std::vector<Placed> placed = place_columns(ui, columns, first_x, inner_width);

    const ImGuiID grid_id = ImGui::GetID("grid");
    Node grid{.id = grid_id, .role = Role::grid, .name = std::string(name)};
    grid.rows = rows.count + 1;
    grid.columns = static_cast<int>(placed.size());
    grid.bounds = ui.visible_bounds(area);
    ui.tree().open(std::move(grid));

    // Header
    ui.tree().open({.id = ImGui::GetID("header"), .role = Role::row}).row = 1;
    const ImRect header{area.Min.x, area.Min.y, area.Max.x, area.Min.y + ui.px(header_height)};
    for (std::size_t i = 0; i < placed.size(); ++i) {
        const ImRect cell{placed[i].x, header.Min.y, placed[i].x + placed[i].width, header.Max.y};
        if (header_cell(ui, cell, columns[placed[i].column], static_cast<int>(i) + 1, state))
            result.sort_changed = true;
    }
    ui.tree().close();
    draw_separator(ui, area.Min.x + 1, area.Max.x - 1, header.Max.y);

    // Body: a window that scrolls over the height of all rows
    const ImRect body{area.Min.x + 1, header.Max.y + 1, area.Max.x - 1, area.Max.y - 1};
    ImGui::SetCursorScreenPos(body.Min);
    ImGui::SetNextWindowContentSize({0, row_height * static_cast<float>(rows.count)});
    ImGui::BeginChild("rows", body.GetSize(), ImGuiChildFlags_None,
        ImGuiWindowFlags_NoSavedSettings | ImGuiWindowFlags_NoNav | ImGuiWindowFlags_NoMove);
    ui.scroll_by_touch();
    ImGuiWindow* window = ImGui::GetCurrentWindow();
    state.cursor = std::min(state.cursor, rows.count - 1);
    const int page = std::max(static_cast<int>(body.GetHeight() / row_height) - 1, 1);
    const auto row_id = [&](int row) {
        const std::uint64_t key = rows.key(row);
        return ImHashData(&key, sizeof key, grid_id);
    };

    // Keys, before anything is drawn, so that the answer is in this frame.
    const bool has_focus = state.cursor >= 0 && state.cursor < rows.count &&
        ui.focus().id() == row_id(state.cursor) && ui.focus().in_top_layer();
    if (has_focus && rows.count > 0) {
        const ImGuiIO& io = ImGui::GetIO();
        if (selects && io.KeyCtrl && ui.key(ImGuiKey_A)) result.select_all = true;
        if (selects && !io.KeyCtrl && ui.key(ImGuiKey_Space)) {
            result.toggled = state.cursor;
            state.anchor = state.cursor;
        }
        if (ui.key(ImGuiKey_Enter) || ui.key(ImGuiKey_KeypadEnter)) result.opened = state.cursor;
        const auto moved = moved_by_keys(ui, state, rows.count, page);
        const auto found = moved ? std::nullopt : found_by_letters(ui, state, rows);
        if (moved || found) {
            const int from = state.anchor >= 0 ? state.anchor : state.cursor;
            state.cursor = moved ? *moved : *found;
            if (selects && io.KeyShift && moved) {
                state.anchor = from;
                result.range = std::minmax(from, state.cursor);
            } else {
                state.anchor = state.cursor;
            }
            ui.focus().move_to(row_id(state.cursor), true);
            state.reveal = true;
        }
    }
    if (state.reveal && state.cursor >= 0) {
        const float top = row_height * static_cast<float>(state.cursor);
        const float visible = body.GetHeight();
        if (top < window->Scroll.y)
            ImGui::SetScrollY(top);
        else if (top + row_height > window->Scroll.y + visible)
            ImGui::SetScrollY(top + row_height - visible);
        ui.keep_moving();
    }
    state.reveal = false;

    // Rows
    const int first = std::max(static_cast<int>(window->Scroll.y / row_height) - 1, 0);
    const int last =
        std::min(static_cast<int>((window->Scroll.y + body.GetHeight()) / row_height) + 2, rows.count);
    // One row is the way in for Tab: the cursor, else the row that is shown beside, else the first in sight.
    int entry = state.cursor;
    if (entry < 0) entry = rows.current >= 0 ? rows.current : first;
    const float origin = std::floor(body.Min.y - window->Scroll.y);
    ImDrawList& list = *window->DrawList;

    const auto draw_row = [&](int row) {
        const float top = origin + row_height * static_cast<float>(row);
        const ImRect strip{body.Min.x, top, window->InnerRect.Max.x, top + row_height};
        const bool chosen = selects && rows.selected(row);
        const ImGuiID id = row_id(row);
        Node node{.role = Role::row, .name = rows.name(row)};
        node.row = row + 2;
        node.selected = selects ? (chosen ? Tri::yes : Tri::no) : Tri::not_applicable;
        node.current = row == rows.current;
        // Only over its check box does the row give way: an item that gives way misses a press by a pointer
        // that was not there in the frame before (a tap, a slow frame).
        const bool gives_way = selects && ImGui::IsMouseHoveringRect(strip.Min, {first_x, strip.Max.y});
        const Press press = ui.press(id, strip, std::move(node),
            {.tab = row == entry, .keys = false, .hold_open = true, .ring = false, .overlap = gives_way});
        if (press.focused) {
            if (state.cursor != row) state.cursor = row;
            ui.draw_ring(inset(strip, ui.px(4), ui.px(4)), ui.px(3));
        }
        if (press.visible) {
            if (chosen || row == rows.current)
                list.AddRectFilled(strip.Min, strip.Max, ui.colour(Colour::accent_soft));
            else if (press.hovered)
                list.AddRectFilled(strip.Min, strip.Max, ui.colour(Colour::surface_2));
        }
        if (selects) {
            ImGui::PushID(static_cast<int>(id));
            const ImRect box{strip.Min.x, strip.Min.y, first_x, strip.Max.y};
            const bool show =
                chosen || press.hovered || press.focused || ui.touch() || result.range.has_value();
            const ImGuiID check_id = ImGui::GetID("select");
            if (show || ImGui::IsMouseHoveringRect(box.Min, box.Max)) {
                // Reached with Space on the row, so it is no stop of its own. A row holds cells only.
                ui.tree().open({.id = ImGui::GetID("selection"), .role = Role::gridcell});
                Node check{.role = Role::checkbox, .name = ui.text("widget.select_row", {rows.name(row)})};
                check.checked = chosen ? Tri::yes : Tri::no;
                const Press ticked =
                    ui.press(check_id, box, std::move(check), {.tab = false, .keys = false, .ring = false});
                ui.tree().close();
                if (ticked.visible) {
                    const float side = ui.px(16);
                    const ImVec2 at{box.Min.x + ui.px(9), middle(box, side).Min.y};
                    if (chosen) {
                        list.AddRectFilled(at, at + ImVec2(side, side), ui.colour(Colour::accent), ui.px(4));
                        draw_icon(ui, list, at + ImVec2(ui.px(2), ui.px(2)), Icon::check, side - ui.px(4),
                            ui.colour(Colour::on_accent));
                    } else {
                        list.AddRectFilled(at, at + ImVec2(side, side), ui.colour(Colour::surface), ui.px(4));
                        list.AddRect(at, at + ImVec2(side, side), ui.colour(Colour::edge), ui.px(4), 0,
                            ui.px_exact(1.5f));
                    }
                }
                if (ticked.pressed) {
                    if (ImGui::GetIO().KeyShift && state.anchor >= 0)
                        result.range = std::minmax(state.anchor, row);
                    else
                        result.toggled = row;
                    state.cursor = state.anchor = row;
                    ui.focus().move_to(id, false);
                }
            }
            ImGui::PopID();
        }
        for (std::size_t i = 0; i < placed.size(); ++i) {
            const ImRect cell{placed[i].x + ui.px(cell_padding), strip.Min.y,
                placed[i].x + placed[i].width - ui.px(cell_padding), strip.Max.y};
            Node cell_node{.role = Role::gridcell};
            const auto number = static_cast<int>(i) + 1;
            cell_node.id = ImHashData(&number, sizeof number, id);
            cell_node.column = number;
            cell_node.row = row + 2;
            cell_node.bounds = ui.visible_bounds(cell);
            cell_node.name = rows.cell(row, placed[i].column, cell, press.hovered || chosen);
            ui.tree().add(std::move(cell_node));
        }
        if (press.visible && row + 1 < rows.count) {
            draw_separator(ui, strip.Min.x, strip.Max.x, strip.Max.y - 1);
        }
        ui.tree().close();
        if (press.pressed) {
            const ImGuiIO& io = ImGui::GetIO();
            if (selects && io.KeyShift && state.anchor >= 0) {
                result.range = std::minmax(state.anchor, row);
            } else if (selects && io.KeyCtrl) {
                result.toggled = row;
                state.anchor = row;
            } else if (!result.toggled) {
                result.opened = row;
                state.anchor = row;
            }
            state.cursor = row;
        }
    };
    // The row with the keyboard stays known even when it is scrolled out of sight.
    if (entry >= 0 && entry < std::min(first, rows.count)) draw_row(entry);
    for (int row = first; row < last; ++row)
        draw_row(row);
    if (entry >= last && entry < rows.count) draw_row(entry);

    ImGui::EndChild();
    ui.tree().close();
    ImGui::PopID();
    return result;
}

}  // namespace kith::ui
