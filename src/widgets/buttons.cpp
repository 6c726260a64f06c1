#include "widgets/buttons.h"

#include <cmath>

#include "widgets/texts.h"

namespace kith::ui {

namespace {

constexpr float button_padding = 14;
constexpr float icon_gap = 8;

Type button_type(const Button& button) {
    if (button.kind == ButtonKind::primary) return Type::body_strong;
    return button.small ? Type::small : Type::body;
}

}  // namespace

float button_width(const Ui& ui, const Button& button) {
    if (button.icon_only) return ui.control();
    float width = text_width(ui, button.label, button_type(button)) + 2 * ui.px(button_padding);
    if (button.icon != Icon::none) width += ui.px(grid::icon + icon_gap);
    return std::ceil(width);
}

bool button(Ui& ui, ImRect area, const Button& button) {
    const std::string_view identity = button.id.empty() ? button.label : button.id;
    const ImGuiID id = ImGui::GetID(identity.data(), identity.data() + identity.size());
    Node node{.role = Role::button, .name = std::string(button.label)};
    node.description = button.description;
    node.shortcut = button.shortcut;
    node.has_popup = button.has_popup;
    node.expanded = button.expanded;
    node.pressed = button.pressed;
    const Press press = ui.press(id, area, std::move(node), {.disabled = button.disabled});
    if (press.visible && !(button.retiring && !press.hovered && !press.focused)) {
        ImDrawList& list = *ImGui::GetWindowDrawList();
        const bool lit =
            press.hovered || press.held || button.expanded == Tri::yes || button.pressed == Tri::yes;
        ImU32 text = ui.colour(button.disabled ? Colour::edge : Colour::text);
        ImU32 ground = 0;
        switch (button.kind) {
            case ButtonKind::primary:
                ground = button.disabled ? ui.colour(Colour::surface_2) : ui.colour(Colour::accent);
                if (!button.disabled) text = ui.colour(Colour::on_accent);
                break;
            case ButtonKind::quiet: ground = ui.colour(Colour::surface_2); break;
            case ButtonKind::bare: ground = lit ? ui.colour(Colour::surface_2) : 0; break;
            case ButtonKind::danger:
                ground = ui.colour(Colour::surface_2);
                if (!button.disabled) text = ui.colour(Colour::late);
                break;
        }
        if (ground != 0) list.AddRectFilled(area.Min, area.Max, ground, ui.px(grid::corner));
        // Pressed and hovered are a breath of the text colour over the ground: right in light and dark.
        if (lit && !button.disabled && button.kind != ButtonKind::bare) {
            list.AddRectFilled(
                area.Min, area.Max, with_alpha(text, press.held ? 0.16f : 0.08f), ui.px(grid::corner));
        } else if (press.held) {
            list.AddRectFilled(area.Min, area.Max, with_alpha(text, 0.08f), ui.px(grid::corner));
        }
        const Type type = button_type(button);
        const float icon = ui.px(grid::icon);
        if (button.icon_only) {
            draw_icon(ui, list,
                {std::floor((area.Min.x + area.Max.x - icon) * 0.5f),
                    std::floor((area.Min.y + area.Max.y - icon) * 0.5f)},
                button.icon, icon,
                button.kind == ButtonKind::bare && !button.disabled ? ui.colour(Colour::muted) : text);
        } else {
            const float room = area.GetWidth() - 2 * ui.px(8);
            float content = text_width(ui, button.label, type);
            const float before = button.icon != Icon::none ? icon + ui.px(icon_gap) : 0;
            content = std::min(content + before, room);
            ImVec2 at{
                std::floor((area.Min.x + area.Max.x - content) * 0.5f), middle(area, ui.line(type)).Min.y};
            if (before > 0) draw_icon(ui, list, {at.x, middle(area, icon).Min.y}, button.icon, icon, text);
            draw_text_elided(ui, list, {at.x + before, at.y}, button.label, type, text, content - before + 1);
        }
    }
    if (button.icon_only) ui.tooltip(id, area, button.label, press);
    return press.pressed;
}

bool button(Ui& ui, Flow& flow, const Button& button_) {
    Line line(flow.take(ui.control()));
    return button(ui, line.start(button_width(ui, button_)), button_);
}

bool link(Ui& ui, ImRect area, std::string_view text, Type type, std::string_view identity) {
    if (identity.empty()) identity = text;
    const ImGuiID id = ImGui::GetID(identity.data(), identity.data() + identity.size());
    area.Max.x = std::min(area.Max.x, area.Min.x + std::ceil(text_width(ui, text, type)));
    const Press press = ui.press(id, area, {.role = Role::link, .name = std::string(text)}, {.corner = 2});
    if (press.visible) {
        const float width = silent_label(ui, area, text, type, Colour::accent);
        if (press.hovered) {
            const float y = middle(area, ui.line(type)).Max.y - ui.px(2);
            ImGui::GetWindowDrawList()->AddLine(
                {area.Min.x, y}, {area.Min.x + width, y}, ui.colour(Colour::accent));
        }
    }
    return press.pressed;
}

bool choice_card(Ui& ui, Flow& flow, Icon icon, std::string_view title, std::string_view detail) {
    const float text_x = ui.px(50), right = ui.px(48);
    const auto lines = wrap_text(ui, detail, Type::small, flow.width - text_x - right);
    const float text_height = ui.line(Type::body) + ui.line(Type::small) * static_cast<float>(lines.size());
    const ImRect area = flow.take(std::max(ui.px(64), text_height + 2 * ui.px(10)));
    const ImGuiID id = ImGui::GetID(title.data(), title.data() + title.size());
    const Press press = ui.press(
        id, area, {.role = Role::button, .name = std::string(title), .description = std::string(detail)});
    if (press.visible) {
        ImDrawList& list = *ImGui::GetWindowDrawList();
        draw_card(ui, area);
        if (press.hovered || press.held) {
            list.AddRectFilled(area.Min, area.Max, ui.colour(Colour::surface_2), ui.px(grid::corner));
            list.AddRect(area.Min, area.Max, ui.colour(Colour::line), ui.px(grid::corner));
        }
        const float sign = ui.px(20);
        draw_icon(ui, list, {area.Min.x + ui.px(17), middle(area, sign).Min.y}, icon, sign,
            ui.colour(Colour::accent));
        const float arrow = ui.px(grid::icon);
        draw_icon(ui, list, {area.Max.x - ui.px(16) - arrow, middle(area, arrow).Min.y}, Icon::chevron_right,
            arrow, ui.colour(Colour::text));
        Flow text{.x = area.Min.x + text_x,
            .y = middle(area, text_height).Min.y,
            .width = flow.width - text_x - right};
        silent_label(ui, text.take(ui.line(Type::body)), title, Type::body_strong);
        for (std::string_view text_line : lines)
            silent_label(ui, text.take(ui.line(Type::small)), text_line, Type::small, Colour::muted);
    }
    return press.pressed;
}

}  // namespace kith::ui
