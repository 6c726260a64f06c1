#include "widgets/list_item.h"

#include <cmath>
#include <vector>

#include "widgets/buttons.h"
#include "widgets/choices.h"
#include "widgets/texts.h"

namespace kith::ui {

namespace {

constexpr float tick_width = 20;

float menu_width(const Ui& ui) {
    return ui.touch() ? ui.control() : ui.px(32);
}

// A long tag ("27 January 2027") takes no more of a narrow row than this; it goes below the words instead.
constexpr float widest_tag = 0.26F;
constexpr std::size_t most_detail_lines = 2;  // where the title keeps to one

enum class TagPlace : std::uint8_t { beside, above_menu, below };

struct ItemShape {
    float text_x, text_width, height;
    TagPlace tag;
    std::vector<std::string_view> title, detail;
};

float icon_action_width(const Ui& ui) {
    return ui.control() + ui.px(grid::in_row);
}

/// On a phone the tag stands above the menu, so that words keep their room.
TagPlace place_of_tag(const Ui& ui, const ListItem& item, float width, bool wraps) {
    if (!wraps || item.tag.empty()) return TagPlace::beside;
    if (tag_width(ui, item.tag) > width * widest_tag) return TagPlace::below;
    return item.menu.empty() ? TagPlace::beside : TagPlace::above_menu;
}

/// As many lines as there may be; the last of them has the rest, and is shortened when it is drawn.
std::vector<std::string_view> at_most(
    std::vector<std::string_view> lines, std::size_t most, std::string_view text) {
    if (lines.size() <= most) return lines;
    const char* const rest = lines[most - 1].data();
    lines.resize(most);
    lines.back() = {rest, static_cast<std::size_t>(text.data() + text.size() - rest)};
    return lines;
}

// On a phone titles wrap, as in the drawings; elsewhere a title keeps to one line and its reasons to two.
ItemShape shape_of(const Ui& ui, const ListItem& item, float width) {
    ItemShape shape{};
    shape.text_x = ui.px(grid::between_cards);
    if (!item.tick.empty() || item.tick_room) shape.text_x += ui.px(tick_width + grid::in_row);
    if (item.face != nullptr || item.face_room)
        shape.text_x += ui.px(grid::avatar + grid::in_row);
    else if (item.icon != Icon::none)
        shape.text_x += ui.px(grid::icon + grid::in_row);
    float right = ui.px(grid::between_cards);
    if (!item.action.empty()) {
        right += button_width(
                     ui, {.label = item.action, .icon_only = item.action_icon != Icon::none, .small = true}) +
            ui.px(grid::in_row);
    } else if (item.action_room) {
        right += icon_action_width(ui);
    }
    if (item.chevron) right += ui.px(grid::icon + grid::in_row);
    const bool wraps = ui.phone() || item.wraps;
    shape.tag = place_of_tag(ui, item, width, wraps);
    const bool beside = !item.tag.empty() && shape.tag != TagPlace::below;
    const float tag = beside ? tag_width(ui, item.tag) + ui.px(grid::in_row) : 0;
    const float menu = item.menu.empty() ? 0 : menu_width(ui) + ui.px(4);
    right += shape.tag == TagPlace::above_menu ? std::max(tag, menu) : tag + menu;
    shape.text_width = std::max(width - shape.text_x - right, ui.px(40));
    if (wraps) {
        shape.title =
            wrap_text(ui, item.title, item.strong ? Type::body_strong : Type::body, shape.text_width);
        if (!item.detail.empty()) shape.detail = wrap_text(ui, item.detail, Type::small, shape.text_width);
    } else {
        shape.title = {item.title};
        if (!item.detail.empty())
            shape.detail = at_most(
                wrap_text(ui, item.detail, Type::small, shape.text_width), most_detail_lines, item.detail);
    }
    const float text = ui.line(Type::body) * static_cast<float>(shape.title.size()) +
        ui.line(Type::small) * static_cast<float>(shape.detail.size()) +
        (shape.tag == TagPlace::below ? tag_height(ui) + ui.px(6) : 0);
    const float least = item.detail.empty() ? ui.row() : ui.px(grid::row_two);
    shape.height = std::max(least, text + 2 * ui.px(6));
    if (shape.tag == TagPlace::above_menu)
        shape.height = std::max(shape.height, tag_height(ui) + ui.control() + ui.px(16));
    return shape;
}

}  // namespace

float list_item_height(const Ui& ui, const ListItem& item, float width) {
    return shape_of(ui, item, width).height;
}

ListItemResult list_item(Ui& ui, ImRect area, const ListItem& item) {
    ListItemResult result;
    const ItemShape shape = shape_of(ui, item, area.GetWidth());
    const std::string_view identity = item.id.empty() ? item.title : item.id;
    ImGui::PushID(identity.data(), identity.data() + identity.size());

    Node node{.role = Role::listitem, .name = std::string(item.title)};
    for (const std::string_view part : {item.said, item.detail, item.tag}) {
        if (!part.empty() && !node.description.empty()) node.description += " · ";
        node.description += part;
    }
    node.position = item.position;
    node.set_size = item.set_size;
    Press press;
    if (item.pressable) {
        // The row leads somewhere; screen readers get that as a link within the item.
        node.id = ui.static_id(identity);
        node.bounds = ui.visible_bounds(area);
        ui.tree().open(node);
        press = ui.press(ImGui::GetID("row"), area,
            {.role = Role::link, .name = std::string(item.title), .description = node.description},
            {.overlap = !item.action.empty() || !item.tick.empty() || !item.menu.empty(), .corner = 4});
    } else {
        node.id = ui.static_id(identity);
        node.bounds = ui.visible_bounds(area);
        ui.tree().open(node);
        press.visible = ImGui::IsRectVisible(area.Min, area.Max);
    }
    result.pressed = press.pressed;
    result.focused = press.focused && ui.focus().in_top_layer();

    if (press.visible) {
        ImDrawList& list = *ImGui::GetWindowDrawList();
        if (press.hovered || press.held) list.AddRectFilled(area.Min, area.Max, ui.colour(Colour::surface_2));
        float sign_x = area.Min.x + ui.px(grid::between_cards);
        if (!item.tick.empty() || item.tick_room) sign_x += ui.px(tick_width + grid::in_row);
        if (item.face != nullptr) {
            const float size = ui.px(grid::avatar);
            avatar(ui, {sign_x, middle(area, size).Min.y}, size, *item.face);
        } else if (item.icon != Icon::none) {
            const float size = ui.px(grid::icon);
            if (item.face_room) sign_x += std::floor((ui.px(grid::avatar) - size) * 0.5f);
            draw_icon(
                ui, list, {sign_x, middle(area, size).Min.y}, item.icon, size, ui.colour(Colour::muted));
        }
        const bool tag_below = shape.tag == TagPlace::below;
        const float text_height = ui.line(Type::body) * static_cast<float>(shape.title.size()) +
            ui.line(Type::small) * static_cast<float>(shape.detail.size()) +
            (tag_below ? tag_height(ui) + ui.px(6) : 0);
        Flow text{
            .x = area.Min.x + shape.text_x, .y = middle(area, text_height).Min.y, .width = shape.text_width};
        for (std::string_view text_line : shape.title)
            silent_label(ui, text.take(ui.line(Type::body)), text_line,
                item.strong ? Type::body_strong : Type::body, item.tick_on ? Colour::muted : Colour::text);
        for (std::string_view text_line : shape.detail) {
            silent_label(ui, text.take(ui.line(Type::small)), text_line, Type::small, Colour::muted);
        }
        if (tag_below) draw_tag(ui, {text.x, text.y + ui.px(4)}, item.tag, item.tag_kind);
    }
    const bool above_menu = shape.tag == TagPlace::above_menu;
    Line line(inset(area, ui.px(grid::between_cards), 0));
    if (!item.tick.empty()) {
        // Wider than it looks, for fingers.
        const ImRect place = line.start(ui.px(tick_width));
        const float out = ui.px(ui.touch() ? 12 : 4);
        result.ticked = checkbox(ui,
            middle({place.Min.x - out, place.Min.y, place.Max.x + out, place.Max.y},
                ui.touch() ? ui.control() : ui.px(28)),
            item.tick, item.tick_on ? Tri::yes : Tri::no, false, "tick");
    }
    if (!item.menu.empty()) {
        const Button more{.label = item.menu,
            .icon = item.dismissed ? Icon::x : Icon::ellipsis,
            .kind = ButtonKind::bare,
            .icon_only = true,
            .has_popup = !item.dismissed};
        const float high = ui.touch() ? ui.control() : ui.px(34);
        const ImRect column = above_menu
            ? ImRect{line.area.Max.x - menu_width(ui), line.area.Min.y, line.area.Max.x, line.area.Max.y}
            : line.end(menu_width(ui), ui.px(4));
        result.menu_area = above_menu
            ? ImRect{column.Min.x, column.Max.y - high - ui.px(4), column.Max.x, column.Max.y - ui.px(4)}
            : middle(column, high);
        result.menu = button(ui, result.menu_area, more);
    }
    if (item.chevron) {
        const float size = ui.px(grid::icon);
        const ImRect sign = middle(line.end(size, ui.px(grid::in_row)), size);
        if (press.visible)
            draw_icon(ui, *ImGui::GetWindowDrawList(), sign.Min, Icon::chevron_right, size,
                ui.colour(Colour::muted));
    }
    if (!item.action.empty()) {
        const bool sign = item.action_icon != Icon::none;
        const bool attended =
            ui.touch() || press.hovered || press.focused || ImGui::IsMouseHoveringRect(area.Min, area.Max);
        const Button action{.label = item.action,
            .icon = item.action_icon,
            .kind = sign ? ButtonKind::bare : ButtonKind::quiet,
            .icon_only = sign,
            .small = true,
            .retiring = sign && !attended};
        const ImRect place = middle(
            line.end(button_width(ui, action), ui.px(grid::in_row)), ui.touch() ? ui.control() : ui.px(34));
        result.action = button(ui, place, action);
    } else if (item.action_room) {
        line.end(icon_action_width(ui));
    }
    if (result.action || result.ticked || result.menu) result.pressed = false;
    if (!item.tag.empty() && shape.tag != TagPlace::below && press.visible) {
        const ImRect place = line.end(tag_width(ui, item.tag));
        draw_tag(ui,
            {place.Min.x, above_menu ? place.Min.y + ui.px(10) : middle(place, tag_height(ui)).Min.y},
            item.tag, item.tag_kind);
    }
    ui.tree().close();
    ImGui::PopID();
    return result;
}

}  // namespace kith::ui
