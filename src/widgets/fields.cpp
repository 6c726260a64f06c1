#include "widgets/fields.h"

#include <cmath>

#include "widgets/texts.h"

namespace kith::ui {

namespace {

constexpr float field_padding = 12;

ImRect text_area_of(const Ui& ui, ImRect area, const Field& field) {
    ImRect inner = area;
    if (field.look != FieldLook::bare) {
        const float padding = ui.px(field.look == FieldLook::in_place ? 6 : field_padding);
        inner.Min.x += padding;
        inner.Max.x -= padding;
    }
    if (field.icon != Icon::none) inner.Min.x += ui.px(grid::icon + 8);
    if (!field.trailing.empty())
        inner.Max.x -= std::ceil(text_width(ui, field.trailing, Type::small)) + ui.px(8);
    if (field.multiline) {
        inner.Min.y += ui.px(7);
        inner.Max.y -= ui.px(7);
    }
    return inner;
}

bool is_secret(const Field& field) {
    return field.kind == InputKind::passphrase || field.kind == InputKind::new_passphrase;
}

/// A dot for each letter.
std::string dots_for(std::string_view text) {
    std::string dots;
    for (const char byte : text) {
        if ((static_cast<unsigned char>(byte) & 0xc0) != 0x80) dots += "•";
    }
    return dots;
}

void draw_frame(Ui& ui, ImRect area, const Field& field, const Press& press, bool editing) {
    ImDrawList& list = *ImGui::GetWindowDrawList();
    const float corner = ui.px(grid::corner);
    const bool wrong = !field.error.empty();
    switch (field.look) {
        case FieldLook::framed:
            list.AddRectFilled(
                area.Min, area.Max, ui.colour(field.read_only ? Colour::ground : Colour::surface), corner);
            list.AddRect(area.Min, area.Max,
                ui.colour(wrong         ? Colour::late
                        : editing       ? Colour::accent
                        : press.hovered ? Colour::muted
                                        : Colour::edge),
                corner, 0, editing || wrong ? ui.px_exact(1.5f) : 1.0f);
            break;
        case FieldLook::in_place:
            if (editing || wrong) {
                list.AddRectFilled(area.Min, area.Max, ui.colour(Colour::surface), corner);
                list.AddRect(area.Min, area.Max, ui.colour(wrong ? Colour::late : Colour::accent), corner, 0,
                    ui.px_exact(1.5f));
            } else if (press.hovered && !field.read_only) {
                list.AddRectFilled(area.Min, area.Max, ui.colour(Colour::surface_2), corner);
            }
            break;
        case FieldLook::bare: break;
    }
}

void draw_content(Ui& ui, ImRect area, const Field& field, const std::string& value) {
    ImDrawList& list = *ImGui::GetWindowDrawList();
    const ImRect inner = text_area_of(ui, area, field);
    if (field.icon != Icon::none) {
        const float icon = ui.px(grid::icon);
        draw_icon(ui, list, {inner.Min.x - icon - ui.px(8), middle(area, icon).Min.y}, field.icon, icon,
            ui.colour(Colour::muted));
    }
    if (!field.trailing.empty()) {
        silent_label(ui, {inner.Max.x, area.Min.y, area.Max.x - ui.px(field_padding), area.Max.y},
            field.trailing, Type::small, Colour::muted, Align::end);
    }
    // While the host's own field lies here, it shows the text.
    if (ui.editing().id == ImGui::GetItemID() && ui.editing().id != 0) return;
    const bool empty = value.empty();
    const std::string dots = is_secret(field) ? dots_for(value) : std::string{};
    const std::string_view shown = empty ? field.placeholder : dots.empty() ? std::string_view(value) : dots;
    const Colour colour = empty ? Colour::muted : Colour::text;
    if (!field.multiline) {
        silent_label(ui, inner, shown, field.type, colour);
        return;
    }
    list.PushClipRect(inner.Min, inner.Max, true);
    ImVec2 at = inner.Min;
    for (std::string_view text_line : wrap_text(ui, shown, field.type, inner.GetWidth())) {
        if (at.y > inner.Max.y) break;
        draw_text(ui, list, at, text_line, field.type, ui.colour(colour));
        at.y += ui.line(field.type);
    }
    list.PopClipRect();
}

void show_host_field(Ui& ui, ImRect area, const Field& field) {
    Ui::Editing& editing = ui.editing();
    const ImRect inner = text_area_of(ui, area, field);
    const TypeStyle style = type_style(field.type);
    const ImRect clip = ImGui::GetCurrentWindow()->ClipRect;
    TextEdit edit;
    edit.id = editing.id;
    edit.name = field.name;
    edit.text = editing.text;
    edit.placeholder = field.placeholder;
    edit.bounds = inner.ToVec4();
    edit.clip = clip.ToVec4();
    edit.font_size = ui.px_exact(style.size);
    edit.line_height = ui.px_exact(style.line);
    edit.bold = style.strong;
    edit.revision = editing.revision;
    edit.multiline = field.multiline;
    edit.invalid = !field.error.empty();
    edit.select_all = editing.select_all;
    edit.caret = editing.caret;
    edit.kind = field.kind;
    edit.list = field.controls;
    edit.active_option = field.active_option;
    ui.host().edit_text(edit);
}

void begin_edit(Ui& ui, const Field& field, FieldResult& result, std::string& value) {
    auto waiting = ui.resumes(result.id, field.name) ? ui.take_waiting(result.id) : std::nullopt;
    if (field.edited_as) value = *field.edited_as;
    ui.begin_edit(result.id, value, field.select_all && !waiting);
    Ui::Editing& editing = ui.editing();
    editing.own_work = !is_secret(field) && field.kind != InputKind::search;
    editing.in_layer = ui.focus().current_layer() != 0;
    editing.name = field.name;
    if (waiting) {
        result.changed = value != waiting->text;
        value = editing.text = std::move(waiting->text);
        editing.caret = waiting->caret;
    }
    result.began = true;
    ui.keep_moving();
}

}  // namespace

FieldResult text_field(Ui& ui, ImRect area, const Field& field, std::string& value) {
    const std::string_view identity = field.id.empty() ? field.name : field.id;
    FieldResult result{.id = ImGui::GetID(identity.data(), identity.data() + identity.size())};
    Ui::Editing& editing = ui.editing();
    const bool was_editing = editing.id == result.id;
    const bool resumes = !field.read_only && !was_editing && ui.resumes(result.id, field.name);
    if (was_editing) value = editing.text;  // so callers may pass the stored text every frame

    Node node{.role = field.role, .name = std::string(field.name), .value = is_secret(field) ? "" : value};
    node.description = field.error.empty() ? field.description : field.error;
    if (node.description.empty() && value.empty()) node.description = field.placeholder;
    node.shortcut = field.shortcut;
    node.invalid = !field.error.empty();
    node.required = field.required;
    node.read_only = field.read_only;
    node.multiline = field.multiline;
    node.editable = true;
    node.expanded = field.expanded;
    node.has_popup = field.expanded != Tri::not_applicable;
    const Press press = ui.press(result.id, area, std::move(node),
        {.field = field.focus_first,
            .keys = !was_editing,
            .ring = !was_editing && field.look != FieldLook::bare});
    result.hovered = press.hovered;

    if (auto set = ui.take_request(result.id, NodeAction::set_value); set && !field.read_only) {
        value = *set;
        result.changed = result.accepted = true;
        if (was_editing) ui.replace_edited(value);
    }

    if (was_editing) {
        editing.seen = true;
        for (Ui::TextHappening& happening : ui.take_text_events(result.id)) {
            switch (happening.event) {
                case TextEvent::changed:
                    editing.text = std::move(happening.text);
                    if (value != editing.text) {
                        value = editing.text;
                        result.changed = true;
                    }
                    break;
                case TextEvent::accepted:
                    result.accepted = true;
                    if (field.role == Role::textbox) ui.submit();
                    break;
                case TextEvent::left: result.left = true; break;
                case TextEvent::cancelled:
                    value = editing.before;
                    result.cancelled = true;
                    break;
                case TextEvent::next:
                case TextEvent::previous:
                    result.left = true;
                    ui.focus().step(happening.event == TextEvent::next ? +1 : -1);
                    break;
                default: result.steer = happening.event; break;
            }
        }
        if (ui.focus().id() != result.id) result.left = true;
        if (result.left || result.cancelled)
            ui.end_edit();
        else if (result.accepted)
            editing.before = value;
    } else if (const bool asked = press.pressed || ui.focus().arrived(result.id);
        !field.read_only && press.focused && ui.focus().in_top_layer() && (asked || resumes)) {
        if (editing.id == 0) {
            begin_edit(ui, field, result, value);
        } else if (asked) {
            // First the other field is left, wherever it is drawn: what stands in it is to be written.
            ui.request({.id = result.id, .action = NodeAction::activate, .value = {}});
            ui.keep_moving();
        }
    } else if (resumes && editing.id == 0 && ui.focus().id() != result.id &&
        (ui.focus().in_top_layer() || ui.focus().in_fresh_layer())) {
        ui.focus().move_to(result.id, true);
        ui.keep_moving();
    }
    result.editing = ui.editing().id == result.id;
    if (press.visible && !field.read_only) ui.note_field(result.id, area);
    if (press.visible) {
        draw_frame(ui, area, field, press, result.editing);
        draw_content(ui, area, field, value);
    }
    if (result.editing) show_host_field(ui, area, field);
    return result;
}

float text_area_height(const Ui& ui, std::string_view text, float width, int least, int most) {
    const auto lines =
        static_cast<int>(wrap_text(ui, text, Type::body, width - 2 * ui.px(field_padding)).size());
    return ui.line(Type::body) * static_cast<float>(std::clamp(lines, least, most)) + 2 * ui.px(7);
}

ImRect labelled(Ui& ui, Flow& flow, std::string_view name, float field_height) {
    silent_label(ui, flow.take(ui.line(Type::small)), name, Type::small, Colour::muted);
    flow.space(ui.px(4));
    return flow.take(field_height);
}

}  // namespace kith::ui
