#include "widgets/tags.h"

#include <cmath>

#include "base/text.h"
#include "widgets/overlays.h"

namespace kith::ui {

namespace {

constexpr float tag_padding = 8;

struct TagColours {
    Colour text, ground;
};

TagColours colours_of(TagKind kind) {
    switch (kind) {
        case TagKind::plain: return {Colour::muted, Colour::surface_2};
        case TagKind::accent: return {Colour::accent, Colour::accent_soft};
        case TagKind::due: return {Colour::due, Colour::due_soft};
        case TagKind::late: return {Colour::late, Colour::late_soft};
        case TagKind::note: return {Colour::note, Colour::note_soft};
    }
    return {Colour::muted, Colour::surface_2};
}

/// Of what is pressed: a finger needs more than what is drawn.
float chip_height(const Ui& ui) {
    return ui.touch() ? ui.px(grid::control_touch) : tag_height(ui) + ui.px(4);
}

ImRect drawn_part(const Ui& ui, const ImRect& area) {
    const float inset = ui.touch() ? ui.px(4) : 0;
    return {area.Min.x, area.Min.y + inset, area.Max.x, area.Max.y - inset};
}

}  // namespace

float tag_width(const Ui& ui, std::string_view text) {
    return std::ceil(text_width(ui, text, Type::small)) + 2 * ui.px(tag_padding);
}

float tag_height(const Ui& ui) {
    return ui.px(20);
}

void draw_tag(Ui& ui, ImVec2 place, std::string_view text, TagKind kind) {
    const ImRect area{place, place + ImVec2(tag_width(ui, text), tag_height(ui))};
    if (!ImGui::IsRectVisible(area.Min, area.Max)) return;
    const TagColours colours = colours_of(kind);
    ImDrawList& list = *ImGui::GetWindowDrawList();
    list.AddRectFilled(area.Min, area.Max, ui.colour(colours.ground), ui.px(4));
    draw_text(ui, list, {area.Min.x + ui.px(tag_padding), middle(area, ui.line(Type::small)).Min.y}, text,
        Type::small, ui.colour(colours.text));
}

void tag(Ui& ui, ImVec2 place, std::string_view text, TagKind kind) {
    Node& node =
        ui.tree().add({.id = ui.static_id(text), .role = Role::paragraph, .name = std::string(text)});
    node.bounds = ui.visible_bounds({place, place + ImVec2(tag_width(ui, text), tag_height(ui))});
    draw_tag(ui, place, text, kind);
}

float chip_width(const Ui& ui, std::string_view text, bool removable) {
    return tag_width(ui, text) + (removable ? ui.px(18) : 0);
}

bool chip(Ui& ui, ImVec2 place, std::string_view text, bool on, bool removable) {
    const float height = chip_height(ui);
    ImRect area{place, place + ImVec2(chip_width(ui, text, removable), height)};
    const ImGuiID id = ImGui::GetID(text.data(), text.data() + text.size());
    Node node{.role = Role::button, .name = std::string(text)};
    if (removable)
        node.name = ui.text("widget.remove", {text});
    else
        node.pressed = on ? Tri::yes : Tri::no;
    const Press press = ui.press(id, area, std::move(node), {.corner = 4});
    area = drawn_part(ui, area);
    if (press.visible) {
        const TagColours colours = colours_of(on ? TagKind::accent : TagKind::plain);
        ImDrawList& list = *ImGui::GetWindowDrawList();
        list.AddRectFilled(area.Min, area.Max, ui.colour(colours.ground), ui.px(4));
        if (press.hovered)
            list.AddRectFilled(area.Min, area.Max, with_alpha(ui.colour(Colour::text), 0.06f), ui.px(4));
        draw_text(ui, list, {area.Min.x + ui.px(tag_padding), middle(area, ui.line(Type::small)).Min.y}, text,
            Type::small, ui.colour(colours.text));
        if (removable) {
            const float icon = ui.px(12);
            draw_icon(ui, list, {area.Max.x - icon - ui.px(7), middle(area, icon).Min.y}, Icon::x, icon,
                ui.colour(colours.text));
        }
    }
    return press.pressed;
}

bool tinted_chip(Ui& ui, ImVec2 place, std::string_view text, TagKind kind, bool on) {
    const float height = chip_height(ui);
    ImRect area{place, place + ImVec2(chip_width(ui, text, false), height)};
    Node node{.role = Role::button, .name = std::string(text)};
    node.pressed = on ? Tri::yes : Tri::no;
    const Press press =
        ui.press(ImGui::GetID(text.data(), text.data() + text.size()), area, std::move(node), {.corner = 4});
    area = drawn_part(ui, area);
    if (press.visible) {
        const TagColours colours = colours_of(kind);
        ImDrawList& list = *ImGui::GetWindowDrawList();
        list.AddRectFilled(area.Min, area.Max, ui.colour(colours.ground), ui.px(4));
        if (on || press.hovered) list.AddRect(area.Min, area.Max, ui.colour(colours.text), ui.px(4));
        draw_text(ui, list, {area.Min.x + ui.px(tag_padding), middle(area, ui.line(Type::small)).Min.y}, text,
            Type::small, ui.colour(colours.text));
    }
    return press.pressed;
}

TagsResult tags_field(Ui& ui, Flow& flow, std::string_view name, std::span<const std::string> tags,
    std::string& draft, std::span<const std::string> suggestions) {
    TagsResult result;
    ImGui::PushID(name.data(), name.data() + name.size());
    const float height = chip_height(ui);
    const float gap = ui.px(ui.touch() ? 2 : 6);
    const std::string field_name = ui.text("widget.add_to", {name});
    const ImGuiID field_id = ImGui::GetID(field_name.c_str());
    const std::string_view placeholder = ui.text("widget.add_tag");
    const float at_rest = std::ceil(text_width(ui, placeholder, Type::small)) + ui.px(14);
    const float field_width = std::min(ui.editing().id == field_id ? ui.px(128) : at_rest, flow.width);
    ui.open_group(Role::list, name, {flow.x, flow.y, flow.end_x(), flow.y + height});
    float x = flow.x;
    const auto place = [&](float width) {
        if (x > flow.x && x + width > flow.end_x()) {
            x = flow.x;
            flow.y += height + gap;
        }
        const ImVec2 at{x, flow.y};
        x += width + gap;
        return at;
    };
    for (std::size_t i = 0; i < tags.size(); ++i) {
        ImGui::PushID(static_cast<int>(i));
        ui.tree().open({.id = ImGui::GetID("item"), .role = Role::listitem});
        if (chip(ui, place(chip_width(ui, tags[i], true)), tags[i], false, true)) result.removed = i;
        ui.tree().close();
        ImGui::PopID();
    }
    ui.tree().close();

    // Where nothing stands before it, its words begin where a tag would.
    ImVec2 at = place(field_width);
    if (at.x == flow.x) at.x -= ui.px(6);
    const ImRect area{at, at + ImVec2(field_width, height)};
    std::vector<std::string_view> offered;
    const std::string wanted = fold(trim(draft));
    for (const std::string& suggestion : suggestions) {
        if (offered.size() == 6) break;
        if (std::ranges::contains(tags, suggestion)) continue;
        if (!wanted.empty() && fold(suggestion).contains(wanted)) offered.push_back(suggestion);
    }
    const Completion completion = completing_field(ui, area,
        {.name = field_name,
            .placeholder = placeholder,
            .look = FieldLook::in_place,
            .focus_first = false,
            .type = Type::small},
        draft, offered);
    if (completion.chosen)
        result.added = std::string(offered[static_cast<std::size_t>(*completion.chosen)]);
    else if (completion.field.committed() && !trim(draft).empty())
        result.added = std::string(trim(draft));
    if (result.added || completion.field.left) {
        draft.clear();
        if (ui.editing().id == completion.field.id) ui.replace_edited("");
    }
    flow.y += height;
    ImGui::PopID();
    return result;
}

}  // namespace kith::ui
