#include "widgets/notices.h"

#include <cmath>

#include "widgets/buttons.h"
#include "widgets/texts.h"

namespace kith::ui {

using namespace std::chrono_literals;

void progress_bar(Ui& ui, ImRect area, std::string_view name, float part) {
    part = std::clamp(part, 0.0f, 1.0f);
    Node& node =
        ui.tree().add({.id = ui.static_id(name), .role = Role::progressbar, .name = std::string(name)});
    node.maximum = 100;
    node.now = std::round(part * 100);
    node.value = std::to_string(static_cast<int>(node.now)) + "%";
    node.bounds = ui.visible_bounds(area);
    ImDrawList& list = *ImGui::GetWindowDrawList();
    const ImRect bar = middle(area, ui.px(6));
    list.AddRectFilled(bar.Min, bar.Max, ui.colour(Colour::surface_2), ui.px(3));
    if (part > 0) {
        list.AddRectFilled(bar.Min, {bar.Min.x + std::max(bar.GetWidth() * part, ui.px(6)), bar.Max.y},
            ui.colour(Colour::accent), ui.px(3));
    }
}

void skeleton_rows(Ui& ui, Flow& flow, int count, Instant since) {
    if (ui.now() - since < 300ms) {
        ui.host().request_frame(300ms);
        return;
    }
    ImDrawList& list = *ImGui::GetWindowDrawList();
    for (int i = 0; i < count; ++i) {
        const ImRect row = flow.take(ui.row());
        const float x = row.Min.x + ui.px(grid::in_row);
        const float size = ui.px(grid::avatar);
        list.AddCircleFilled({x + size * 0.5f, row.GetCenter().y}, size * 0.5f, ui.colour(Colour::surface_2));
        const ImRect bar = middle(row, ui.px(10));
        const float width = ui.px(static_cast<float>(96 + (i * 37) % 64));
        list.AddRectFilled({x + size + ui.px(12), bar.Min.y}, {x + size + ui.px(12) + width, bar.Max.y},
            ui.colour(Colour::surface_2), ui.px(4));
    }
}

bool empty_state(Ui& ui, Flow& flow, const EmptyState& state) {
    flow.space(ui.px(48));
    const float side = ui.px(32);
    draw_icon(ui, *ImGui::GetWindowDrawList(), {flow.x + ImFloor((flow.width - side) * 0.5f), flow.y},
        state.icon, side, ui.colour(Colour::muted));
    flow.space(side + ui.px(12));
    paragraph(ui, flow, state.title, Type::section, Colour::text, Align::centre);
    flow.space(ui.px(4));
    const float narrow = std::min(flow.width, ui.px(440));
    Flow inner{.x = flow.x + ImFloor((flow.width - narrow) * 0.5f), .y = flow.y, .width = narrow};
    paragraph(ui, inner, state.text, Type::body, Colour::muted, Align::centre);
    flow.y = inner.y;
    if (state.action.empty()) return false;
    flow.space(ui.px(16));
    const Button action{.label = state.action, .icon = state.action_icon};
    const float width = button_width(ui, action);
    const float left = flow.x + ImFloor((flow.width - width) * 0.5f);
    const ImRect area = flow.take(ui.control());
    return button(ui, {left, area.Min.y, left + width, area.Max.y}, action);
}

void notice(Ui& ui, Flow& flow, TagKind kind, std::string_view text) {
    const auto [front, back] = [&]() -> std::pair<Colour, Colour> {
        switch (kind) {
            case TagKind::late: return {Colour::late, Colour::late_soft};
            case TagKind::due: return {Colour::due, Colour::due_soft};
            case TagKind::note: return {Colour::note, Colour::note_soft};
            case TagKind::accent: return {Colour::accent, Colour::accent_soft};
            case TagKind::plain: break;
        }
        return {Colour::muted, Colour::surface_2};
    }();
    const float icon = ui.px(grid::icon);
    const float text_x = ui.px(12) + icon + ui.px(10);
    const auto lines = wrap_text(ui, text, Type::body, flow.width - text_x - ui.px(12));
    const ImRect area = flow.take(ui.line(Type::body) * static_cast<float>(lines.size()) + 2 * ui.px(10));
    Node& node = ui.tree().add({.id = ui.static_id(text),
        .role = kind == TagKind::late ? Role::alert : Role::note,
        .name = std::string(text)});
    node.bounds = ui.visible_bounds(area);
    if (!ImGui::IsRectVisible(area.Min, area.Max)) return;
    ImDrawList& list = *ImGui::GetWindowDrawList();
    list.AddRectFilled(area.Min, area.Max, ui.colour(back), ui.px(grid::corner));
    draw_icon(ui, list, {area.Min.x + ui.px(12), area.Min.y + ui.px(13)},
        kind == TagKind::late ? Icon::triangle_alert : Icon::info, icon, ui.colour(front));
    ImVec2 at = area.Min + ImVec2(text_x, ui.px(10));
    for (std::string_view text_line : lines) {
        draw_text(ui, list, at, text_line, Type::body, ui.colour(front));
        at.y += ui.line(Type::body);
    }
}

}  // namespace kith::ui
