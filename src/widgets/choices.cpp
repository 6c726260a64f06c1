#include "widgets/choices.h"

#include <array>
#include <cmath>

#include "widgets/texts.h"

namespace kith::ui {

namespace {

ImGuiID id_of(std::string_view text) {
    return ImGui::GetID(text.data(), text.data() + text.size());
}

void draw_check_mark(ImDrawList& list, ImRect box, ImU32 colour, float thick) {
    const float size = box.GetWidth();
    const std::array points{ImVec2(box.Min.x + size * 0.22f, box.Min.y + size * 0.53f),
        ImVec2(box.Min.x + size * 0.43f, box.Min.y + size * 0.74f),
        ImVec2(box.Min.x + size * 0.79f, box.Min.y + size * 0.29f)};
    list.AddPolyline(points.data(), static_cast<int>(points.size()), colour, 0, thick);
}

}  // namespace

bool checkbox(
    Ui& ui, ImRect area, std::string_view text, Tri value, bool show_label, std::string_view identity) {
    const ImGuiID id = id_of(identity.empty() ? text : identity);
    Node node{.role = Role::checkbox, .name = std::string(text)};
    node.checked = value;
    const float side = ui.px(18);
    const Press press = ui.press(id, area, std::move(node), {.corner = 4});
    if (press.visible) {
        ImDrawList& list = *ImGui::GetWindowDrawList();
        const float left = show_label ? area.Min.x : std::floor((area.Min.x + area.Max.x - side) * 0.5f);
        const float top = middle(area, side).Min.y;
        const ImRect box{left, top, left + side, top + side};
        const float corner = ui.px(4);
        if (value == Tri::no) {
            list.AddRectFilled(
                box.Min, box.Max, ui.colour(press.hovered ? Colour::surface_2 : Colour::surface), corner);
            list.AddRect(box.Min, box.Max, ui.colour(press.hovered ? Colour::muted : Colour::edge), corner, 0,
                ui.px_exact(1.5f));
        } else {
            list.AddRectFilled(box.Min, box.Max, ui.colour(Colour::accent), corner);
            if (value == Tri::mixed) {
                list.AddRectFilled({box.Min.x + side * 0.25f, box.GetCenter().y - ui.px(1)},
                    {box.Max.x - side * 0.25f, box.GetCenter().y + ui.px(1)}, ui.colour(Colour::on_accent));
            } else {
                draw_check_mark(list, box, ui.colour(Colour::on_accent), ui.px(2));
            }
        }
        if (show_label) {
            silent_lines(ui, {area.Min.x + side + ui.px(10), area.Min.y, area.Max.x, area.Max.y}, text);
        } else {
            ui.tooltip(id, area, text, press);
        }
    }
    return press.pressed;
}

bool checkbox(Ui& ui, Flow& flow, std::string_view text, Tri value) {
    const float words = lines_height(ui, text, Type::body, flow.width - ui.px(18 + 10));
    return checkbox(ui, flow.take(std::max(ui.control(), words)), text, value);
}

bool toggle(Ui& ui, ImRect area, std::string_view text, bool value, std::string_view description) {
    Node node{.role = Role::switch_, .name = std::string(text)};
    node.checked = value ? Tri::yes : Tri::no;
    node.description = description;
    const Press press = ui.press(id_of(text), area, std::move(node));
    if (press.visible) {
        ImDrawList& list = *ImGui::GetWindowDrawList();
        const ImVec2 size{ui.px(36), ui.px(20)};
        const ImVec2 corner{area.Max.x - size.x, middle(area, size.y).Min.y};
        const float radius = size.y * 0.5f;
        list.AddRectFilled(corner, corner + size, ui.colour(value ? Colour::accent : Colour::edge), radius);
        const float knob = value ? corner.x + size.x - radius : corner.x + radius;
        list.AddCircleFilled({knob, corner.y + radius}, radius - ui.px(3),
            ui.colour(value ? Colour::on_accent : Colour::surface));
        const ImRect words{area.Min.x, area.Min.y, corner.x - ui.px(12), area.Max.y};
        if (description.empty()) {
            silent_label(ui, words, text);
        } else {
            const float both = ui.line(Type::body) + ui.line(Type::small);
            const ImRect lines = middle(words, both);
            silent_label(
                ui, {lines.Min.x, lines.Min.y, lines.Max.x, lines.Min.y + ui.line(Type::body)}, text);
            silent_label(ui, {lines.Min.x, lines.Min.y + ui.line(Type::body), lines.Max.x, lines.Max.y},
                description, Type::small, Colour::muted);
        }
    }
    return press.pressed;
}

float segmented_width(const Ui& ui, std::span<const std::string_view> options) {
    float width = ui.px(4);
    for (std::string_view option : options)
        width += std::ceil(text_width(ui, option, Type::body_strong)) + ui.px(28);
    return width;
}

namespace {

// Radio buttons and tabs: one tab stop, arrows move and choose at once.
std::optional<int> choose_by_arrows(Ui& ui, std::span<const ImGuiID> ids, int current) {
    if (!ui.focus().in_top_layer()) return std::nullopt;
    const int count = static_cast<int>(ids.size());
    for (int i = 0; i < count; ++i) {
        if (ui.focus().id() != ids[static_cast<std::size_t>(i)]) continue;
        int next = i;
        if (ui.key(ImGuiKey_RightArrow, true) || ui.key(ImGuiKey_DownArrow, true))
            next = (i + 1) % count;
        else if (ui.key(ImGuiKey_LeftArrow, true) || ui.key(ImGuiKey_UpArrow, true))
            next = (i + count - 1) % count;
        else if (ui.key(ImGuiKey_Home))
            next = 0;
        else if (ui.key(ImGuiKey_End))
            next = count - 1;
        if (next == i) return std::nullopt;
        ui.focus().move_to(ids[static_cast<std::size_t>(next)], true);
        return next == current ? std::nullopt : std::optional(next);
    }
    return std::nullopt;
}

}  // namespace

std::optional<int> segmented(
    Ui& ui, ImRect area, std::string_view name, std::span<const std::string_view> options, int current) {
    ImGui::PushID(name.data(), name.data() + name.size());
    ImDrawList& list = *ImGui::GetWindowDrawList();
    list.AddRectFilled(area.Min, area.Max, ui.colour(Colour::surface_2), ui.px(grid::corner));
    ui.open_group(Role::radiogroup, name, area);
    std::optional<int> chosen;
    std::vector<ImGuiID> ids;
    Line line(inset(area, ui.px(2), ui.px(2)));
    // Each as wide as its words, and all alike in what is over.
    float words = 0;
    for (std::string_view option : options)
        words += std::ceil(text_width(ui, option, Type::body_strong));
    const float over = std::max((line.width() - words) / static_cast<float>(options.size()), 0.0f);
    for (std::size_t i = 0; i < options.size(); ++i) {
        const bool on = static_cast<int>(i) == current;
        const ImRect piece = i + 1 == options.size()
            ? line.area
            : line.start(std::floor(std::ceil(text_width(ui, options[i], Type::body_strong)) + over));
        Node node{.role = Role::radio, .name = std::string(options[i])};
        node.checked = on ? Tri::yes : Tri::no;
        node.position = static_cast<int>(i) + 1;
        node.set_size = static_cast<int>(options.size());
        const ImGuiID id = id_of(options[i]);
        ids.push_back(id);
        const Press press =
            ui.press(id, piece, std::move(node), {.tab = on || (current < 0 && i == 0), .corner = 4});
        if (press.visible) {
            if (on) {
                list.AddRectFilled(piece.Min, piece.Max, ui.colour(Colour::surface), ui.px(4));
                list.AddRect(piece.Min, piece.Max, ui.colour(Colour::edge), ui.px(4));
            }
            silent_label(ui, inset(piece, ui.px(2), 0), options[i], on ? Type::body_strong : Type::body,
                on || press.hovered ? Colour::text : Colour::muted, Align::centre);
        }
        if (press.pressed && !on) chosen = static_cast<int>(i);
    }
    if (auto by_key = choose_by_arrows(ui, ids, current)) chosen = by_key;
    ui.tree().close();
    ImGui::PopID();
    return chosen;
}

std::optional<int> tabs(
    Ui& ui, ImRect area, std::string_view name, std::span<const std::string_view> titles, int current) {
    ImGui::PushID(name.data(), name.data() + name.size());
    ImDrawList& list = *ImGui::GetWindowDrawList();
    ui.open_group(Role::tablist, name, area);
    std::optional<int> chosen;
    std::vector<ImGuiID> ids;
    Line line(area);
    for (std::size_t i = 0; i < titles.size(); ++i) {
        const bool on = static_cast<int>(i) == current;
        const float width = std::ceil(text_width(ui, titles[i], Type::body_strong));
        const ImRect piece = line.start(width, ui.px(20));
        Node node{.role = Role::tab, .name = std::string(titles[i])};
        node.selected = on ? Tri::yes : Tri::no;
        node.position = static_cast<int>(i) + 1;
        node.set_size = static_cast<int>(titles.size());
        const ImGuiID id = id_of(titles[i]);
        ids.push_back(id);
        const Press press = ui.press(id, piece, std::move(node), {.tab = on, .corner = 2});
        if (press.visible) {
            silent_label(ui, piece, titles[i], on ? Type::body_strong : Type::body,
                on || press.hovered ? Colour::text : Colour::muted);
            if (on)
                list.AddRectFilled({piece.Min.x, area.Max.y - ui.px(2)}, {piece.Max.x, area.Max.y},
                    ui.colour(Colour::accent));
        }
        if (press.pressed && !on) chosen = static_cast<int>(i);
    }
    draw_separator(ui, area.Min.x, area.Max.x, area.Max.y - 1);
    if (auto by_key = choose_by_arrows(ui, ids, current)) chosen = by_key;
    ui.tree().close();
    ImGui::PopID();
    return chosen;
}

}  // namespace kith::ui
