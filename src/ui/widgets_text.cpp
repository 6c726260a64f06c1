#include <cmath>

#include "ui/widgets.h"

namespace kith::ui {

namespace {

float aligned(ImRect area, float width, Align align) {
    if (align == Align::left) return area.Min.x;
    const float free = std::max(area.GetWidth() - width, 0.0f);
    return area.Min.x + std::floor(align == Align::centre ? free * 0.5f : free);
}

struct Drawn {
    float width = 0;
    bool elided = false;
};

Drawn draw_line(Ui& ui, ImRect area, std::string_view text, Type type, ImU32 colour, Align align) {
    const float width = text_width(ui, text, type);
    const float top = middle(area, ui.line(type)).Min.y;
    ImDrawList& list = *ImGui::GetWindowDrawList();
    const bool elided =
        draw_text_elided(ui, list, {aligned(area, width, align), top}, text, type, colour, area.GetWidth());
    return {std::min(width, area.GetWidth()), elided};
}

// Text is no control, so the mouse is looked for by hand.
void offer_whole_text(Ui& ui, ImGuiID id, ImRect area, std::string_view text) {
    if (ImGui::GetCurrentContext()->HoveredWindow != ImGui::GetCurrentWindow()) return;
    if (!ImGui::IsMouseHoveringRect(area.Min, area.Max)) return;
    ui.tooltip(id, area, text, {.hovered = true});
}

}  // namespace

void heading(Ui& ui, ImRect area, std::string_view text, int level, Type type) {
    const ImGuiID id = ui.static_id(text);
    Node& node = ui.tree().add({.id = id, .role = Role::heading, .name = std::string(text)});
    node.level = level;
    node.bounds = ui.visible_bounds(area);
    if (draw_line(ui, area, text, type, ui.colour(Colour::text), Align::left).elided)
        offer_whole_text(ui, id, area, text);
}

float silent_label(Ui& ui, ImRect area, std::string_view text, Type type, Colour colour, Align align) {
    if (text.empty() || !ImGui::IsRectVisible(area.Min, area.Max)) return 0;
    const Drawn drawn = draw_line(ui, area, text, type, ui.colour(colour), align);
    if (drawn.elided) offer_whole_text(ui, ImHashStr(text.data(), text.size(), 17), area, text);
    return drawn.width;
}

float label(Ui& ui, ImRect area, std::string_view text, Type type, Colour colour, Align align) {
    if (text.empty()) return 0;
    Node& node =
        ui.tree().add({.id = ui.static_id(text), .role = Role::paragraph, .name = std::string(text)});
    node.bounds = ui.visible_bounds(area);
    return silent_label(ui, area, text, type, colour, align);
}

void paragraph(Ui& ui, Flow& flow, std::string_view text, Type type, Colour colour, Align align) {
    if (text.empty()) return;
    const float top = flow.y;
    for (std::string_view text_line : wrap_text(ui, text, type, flow.width)) {
        const ImRect area = flow.take(ui.line(type));
        if (ImGui::IsRectVisible(area.Min, area.Max))
            draw_line(ui, area, text_line, type, ui.colour(colour), align);
    }
    Node& node =
        ui.tree().add({.id = ui.static_id(text), .role = Role::paragraph, .name = std::string(text)});
    node.bounds = ui.visible_bounds({flow.x, top, flow.right(), flow.y});
}

void term(Ui& ui, Flow& flow, std::string_view name, std::string_view value, float name_width) {
    const float top = flow.y;
    Flow values{.x = flow.x + name_width, .y = flow.y, .width = flow.width - name_width};
    silent_label(ui, {flow.x, top, flow.x + name_width - ui.px(8), top + ui.line(Type::small)}, name,
        Type::small, Colour::muted);
    for (std::string_view text_line : wrap_text(ui, value, Type::small, values.width)) {
        silent_label(ui, values.take(ui.line(Type::small)), text_line, Type::small);
    }
    flow.y = values.y;
    Node& node =
        ui.tree().add({.id = ui.static_id(name), .role = Role::paragraph, .name = std::string(name)});
    node.name.append(": ").append(value);
    node.bounds = ui.visible_bounds({flow.x, top, flow.right(), flow.y});
}

}  // namespace kith::ui
