#include "widgets/texts.h"

#include <cmath>

namespace kith::ui {

namespace {

float aligned(ImRect area, float width, Align align) {
    if (align == Align::start) return area.Min.x;
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
    if (draw_line(ui, area, text, type, ui.colour(Colour::text), Align::start).elided)
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

float lines_height(const Ui& ui, std::string_view text, Type type, float width) {
    return static_cast<float>(wrap_text(ui, text, type, width).size()) * ui.line(type);
}

void silent_lines(Ui& ui, ImRect area, std::string_view text, Type type, Colour colour) {
    const auto lines = wrap_text(ui, text, type, area.GetWidth());
    const float high = ui.line(type);
    const auto room = static_cast<std::size_t>(std::max(area.GetHeight() / high, 1.0f));
    if (lines.size() <= 1 || room < 2) {
        silent_label(ui, area, text, type, colour);
        return;
    }
    const std::size_t shown = std::min(lines.size(), room);
    float y = middle(area, high * static_cast<float>(shown)).Min.y;
    for (std::size_t i = 0; i < shown; ++i, y += high) {
        // The last line there is room for takes the rest, shortened.
        const std::string_view words =
            i + 1 < shown ? lines[i] : text.substr(static_cast<std::size_t>(lines[i].data() - text.data()));
        silent_label(ui, {area.Min.x, y, area.Max.x, y + high}, words, type, colour);
    }
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
    node.bounds = ui.visible_bounds({flow.x, top, flow.end_x(), flow.y});
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
    node.bounds = ui.visible_bounds({flow.x, top, flow.end_x(), flow.y});
}

}  // namespace kith::ui
