#include "ui/records/cards.h"

#include <cmath>

#include "base/text.h"

namespace kith::ui {

void wrapped_heading(Ui& ui, Flow& flow, std::string_view text, int level, Type type) {
    const float top = flow.y;
    ImDrawList& list = *ImGui::GetWindowDrawList();
    for (std::string_view line : wrap_text(ui, text, type, flow.width)) {
        const ImRect area = flow.take(ui.line(type));
        draw_text(ui, list, area.Min, line, type, ui.colour(Colour::text));
    }
    Node& node = ui.tree().add({.id = ui.static_id(text), .role = Role::heading, .name = std::string(text)});
    node.level = level;
    node.bounds = ui.visible_bounds({flow.x, top, flow.end_x(), flow.y});
}

ListCard::ListCard(Session& session, Flow& around, std::string_view title, std::size_t count)
    : card(session.ui, around, 0, 0), session_(session) {
    Ui& ui = session.ui;
    heading_ = inset(card.flow.take(ui.px(48)), ui.px(grid::between_cards), 0);
    Line line(heading_);
    const float wide = std::ceil(text_width(ui, title, Type::section)) + 1;
    heading(ui, line.start(std::min(wide, line.width()), ui.px(8)), title, 2, Type::section);
    if (count > 0) {
        ImRect number = line.area;
        number.Min.y += ui.px(2), number.Max.y += ui.px(2);
        silent_label(ui, number, ui.number(count), Type::small, Colour::muted);
    }
}

bool ListCard::action(const Button& made) {
    Ui& ui = session_.ui;
    const ImRect place = middle(heading_, ui.touch() ? ui.control() : ui.px(34));
    const float wide = button_width(ui, made);
    heading_.Max.x -= wide + ui.px(8);
    return button(ui, {place.Max.x - wide, place.Min.y, place.Max.x, place.Max.y}, made);
}

void ListCard::begin_rows() {
    draw_separator(session_.ui, card.flow.x, card.flow.end_x(), card.flow.y);
    card.flow.space(1);
}

void ListCard::say(std::string_view text) {
    Ui& ui = session_.ui;
    const float side = ui.px(grid::between_cards);
    Flow inside{.x = card.flow.x + side, .y = card.flow.y, .width = card.flow.width - 2 * side};
    paragraph(ui, inside, text, Type::small, Colour::muted);
    card.flow.y = inside.y + ui.px(grid::in_row);
}

void ListCard::separate() {
    draw_separator(session_.ui, card.flow.x, card.flow.end_x(), card.flow.y - 1);
}

void ListCard::end() {
    card.end();
}

bool ButtonLines::operator()(const Button& made) {
    const float wide = std::min(button_width(ui_, made), flow_.width);
    if (x_ > flow_.x && x_ + wide > flow_.end_x()) {
        x_ = flow_.x;
        flow_.space(ui_.control() + ui_.px(8));
    }
    const ImRect area{x_, flow_.y, x_ + wide, flow_.y + ui_.control()};
    x_ += wide + ui_.px(8);
    return button(ui_, area, made);
}

void ButtonLines::end() {
    if (x_ > flow_.x) flow_.space(ui_.control());
}

std::optional<std::string> adding_field(
    Session& session, Flow& flow, std::string& typing, std::string_view name) {
    Ui& ui = session.ui;
    const ImRect strip = flow.take(ui.row());
    const ImRect area = inset(strip, ui.px(10), ui.px(4));
    const FieldResult result = text_field(ui, area,
        {.name = name,
            .placeholder = name,
            .look = FieldLook::in_place,
            .icon = Icon::plus,
            .focus_first = false},
        typing);
    std::string title(trim(typing));
    if (!result.accepted || title.empty()) return std::nullopt;
    typing.clear();
    if (ui.editing().id == result.id) ui.replace_edited("");
    return title;
}

}  // namespace kith::ui
