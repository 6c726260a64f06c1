// Lists of rows of a record (contact points, addresses, links, dates).
#include <algorithm>
#include <array>
#include <cmath>

#include "base/text.h"
#include "exchange/cards/reach.h"
#include "model/fields.h"
#include "ui/records/forms.h"
#include "ui/records/rows.h"
#include "ui/session/dates.h"
#include "workspace/names.h"

namespace kith::ui {

namespace {

std::string part_label(const Session& session, const FieldSpec& field, std::string_view part) {
    const std::string key = "part." + std::string(field.key) + "." + std::string(part);
    if (session.ui.words().has(key)) return std::string(session.text(key));
    std::string label(part);
    std::ranges::replace(label, '_', ' ');
    if (!label.empty() && label[0] >= 'a' && label[0] <= 'z')
        label[0] = static_cast<char>(label[0] - 'a' + 'A');
    return label;
}

// What the parts of rows are, where they are more than a line of text. `main` is the thing itself; the other
// parts say more about it.
enum class PartType : std::uint8_t { text, flag, date, choice };
struct PartSpec {
    std::string_view field, part;
    PartType type = PartType::text;
    bool main = false;
    std::string_view options = {};  // keys, divided by spaces
    std::string_view words = {};    // catalogue: WORDS + key
};
constexpr std::array part_specs{
    PartSpec{"contact_points", "value", PartType::text, true},
    PartSpec{"contact_points", "kind", PartType::choice, false, "email phone message", "contact."},
    PartSpec{"contact_points", "primary", PartType::flag},
    PartSpec{"links", "url", PartType::text, true},
    PartSpec{"dates", "date", PartType::date, true},
    PartSpec{"related", "name", PartType::text, true},
    PartSpec{"addresses", "formatted", PartType::text, true},
    PartSpec{"materials", "what", PartType::text, true},
    PartSpec{"materials", "done", PartType::flag},
    PartSpec{"commitments", "what", PartType::text, true},
    PartSpec{"commitments", "who", PartType::choice, false, "me them", "part.commitments.who."},
    PartSpec{"commitments", "due", PartType::date},
    PartSpec{"commitments", "done", PartType::flag},
    PartSpec{"obstacles", "obstacle", PartType::text, true},
};

PartSpec part_spec(const FieldSpec& field, std::string_view part) {
    for (const PartSpec& spec : part_specs) {
        if (spec.field == field.key && spec.part == part) return spec;
    }
    return {.field = field.key, .part = part};
}

std::string_view main_part(const FieldSpec& field) {
    for (const PartSpec& spec : part_specs) {
        if (spec.field == field.key && spec.main) return spec.part;
    }
    return "formatted";
}

std::string address_in_words(Value row, const FieldSpec& field) {
    const auto part = [&](std::string_view name) { return row_part(row, part_index(field, name)); };
    std::string words;
    for (std::string_view name :
        {"street", "extended", "po_box", "postal_code", "city", "region", "country"}) {
        const std::string_view text = part(name);
        if (text.empty()) continue;
        if (!words.empty())
            words += name == std::string_view("city") && !part("postal_code").empty() ? " " : ", ";
        words += text;
    }
    return words.empty() ? std::string(part("formatted")) : words;
}

std::string row_in_words(const Session& session, const FieldSpec& field, Value row) {
    if (field.key == "addresses") return address_in_words(row, field);
    const std::string_view text = row_part(row, part_index(field, main_part(field)));
    if (part_spec(field, main_part(field)).type == PartType::date) {
        if (const auto date = parse_iso_date(text)) return session.show_exact(*date);
    }
    return std::string(text);
}

bool row_is_done(const FieldSpec& field, Value row) {
    const std::size_t done = part_index(field, "done");
    return done < list_of(field).size() && !row_part(row, done).empty();
}

// What stands at the left of the row; of a contact point the label ("work") stands behind.
std::string row_label(const Session& session, const FieldSpec& field, Value row) {
    const std::size_t label_at = part_index(field, "label");
    const std::string_view label =
        label_at < list_of(field).size() ? row_part(row, label_at) : std::string_view{};
    if (field.key == "commitments") {
        const std::string_view who = row_part(row, part_index(field, "who"));
        const auto due = parse_iso_date(row_part(row, part_index(field, "due")));
        std::string words(session.text(who == "them" ? "row.commitment_them" : "row.commitment_me"));
        if (due) words += ", " + session.show_relative(*due);
        return words;
    }
    if (field.key == "contact_points") {
        const std::string_view kind = row_part(row, 0);
        const std::string key = "contact." + std::string(kind);
        return std::string(session.ui.words().has(key) ? session.text(key) : kind);
    }
    if (!label.empty()) return std::string(label);
    const std::string key = "row." + std::string(field.key);
    return std::string(session.ui.words().has(key) ? session.text(key) : field.label);
}

std::string link_of(const FieldSpec& field, Value row) {
    const std::string value(row_part(row, part_index(field, main_part(field))));
    if (value.empty()) return {};
    if (field.key == "links") return value.contains("://") ? value : "https://" + value;
    if (field.key != "contact_points") return {};
    const std::string_view kind = row_part(row, 0);
    if (kind == "email") return "mailto:" + value;
    if (kind == "phone") return "tel:" + value;
    return {};
}

InputKind input_kind(const FieldSpec& field, std::string_view part, std::string_view kind) {
    if (part == "url") return InputKind::url;
    if (part == "value" && kind == "email") return InputKind::email;
    if (part == "value" && kind == "phone") return InputKind::tel;
    if (part_spec(field, part).type == PartType::date) return InputKind::date;
    return InputKind::text;
}

void write_row(Session& session, RecordId record, const FieldSpec& field, ElementId element,
    const std::vector<std::string>& parts, std::string_view label_key) {
    Draft draft(
        {label_key, {field_label(session.ui.words(), field), record_name(session.workspace, record)}});
    const std::vector<std::string_view> views(parts.begin(), parts.end());
    if (element)
        draft.set_row(record, field.id, element, views);
    else
        draft.add_row(record, field.id, views, session.random);
    // One of each kind is the first choice: the one marked last.
    const std::size_t primary = part_index(field, "primary");
    if (primary < parts.size() && !parts[primary].empty()) {
        for (const Element& other : session.workspace.elements(record, field.id)) {
            if (other.id == element || row_part(other.value, primary).empty() ||
                row_part(other.value, 0) != parts[0])
                continue;
            std::vector<std::string_view> rest = decode_row(other.value.as_row());
            rest[primary] = std::string_view{};
            draft.set_row(record, field.id, other.id, rest);
        }
    }
    session.commit(std::move(draft));
}

}  // namespace

void draw_rows(
    Session& session, RowForm& form, Flow& flow, RecordId record, const FieldSpec& field, float label_width) {
    Ui& ui = session.ui;
    ImGui::PushID(static_cast<int>(field.id.value));
    const float high = ui.touch() ? ui.control() : ui.px(28);
    const bool editable =
        field.key != "addresses" && part_spec(field, main_part(field)).type == PartType::text;
    for (const Element& element : session.workspace.elements(record, field.id)) {
        ImGui::PushID(reinterpret_cast<const char*>(&element.id.value),
            reinterpret_cast<const char*>(&element.id.value + 1));
        const std::string words = row_in_words(session, field, element.value);
        const std::string title = row_label(session, field, element.value);
        const std::string_view sort = field.key == "contact_points"
            ? row_part(element.value, part_index(field, "label"))
            : row_is_done(field, element.value) ? session.text("row.done")
                                                : std::string_view{};
        const std::string name = sort.empty() ? title : title + " · " + std::string(sort);
        const ImRect strip = flow.take(high);
        const ImGuiID focused = ui.focus().id();
        const bool attended = ui.touch() || ImGui::IsMouseHoveringRect(strip.Min, strip.Max) ||
            focused == ImGui::GetID("edit") || focused == ImGui::GetID("open");
        silent_label(ui, {strip.Min.x, strip.Min.y, strip.Min.x + label_width - ui.px(8), strip.Max.y}, title,
            Type::small, Colour::muted);
        Line line({strip.Min.x + label_width - ui.px(6), strip.Min.y, strip.Max.x, strip.Max.y});
        const std::string edit_name = session.text("row.edit", {words}),
                          open_name = session.text("row.open", {words});
        const Button more{.label = edit_name,
            .icon = Icon::pencil,
            .kind = ButtonKind::bare,
            .icon_only = true,
            .retiring = !attended,
            .id = "edit"};
        const std::string target = link_of(field, element.value);
        const Button open{.label = open_name,
            .icon = Icon::external_link,
            .kind = ButtonKind::bare,
            .icon_only = true,
            .retiring = !attended,
            .id = "open"};
        // Signs that are not shown take no room from the words.
        const ImRect whole = line.area;
        const ImRect more_area = line.right(high, 0);
        const ImRect open_area = target.empty() ? ImRect{} : line.right(high, 0);
        if (!attended) line.area = whole;
        if (editable) {
            std::string text(row_part(element.value, part_index(field, main_part(field))));
            // The text comes before its label.
            const bool both =
                text_width(ui, text, Type::body) + text_width(ui, sort, Type::small) + ui.px(24) <=
                whole.GetWidth();
            const FieldResult result = text_field(ui, line.area,
                {.name = name,
                    .kind = input_kind(field, main_part(field), row_part(element.value, 0)),
                    .look = FieldLook::in_place,
                    .trailing = attended || !both ? std::string_view{} : sort,
                    .focus_first = false,
                    .id = "value"},
                text);
            if (result.committed() &&
                trim(text) != row_part(element.value, part_index(field, main_part(field)))) {
                std::vector<std::string> parts;
                for (std::string_view part : decode_row(element.value.as_row()))
                    parts.emplace_back(part);
                parts.resize(std::max(parts.size(), part_index(field, main_part(field)) + 1));
                parts[part_index(field, main_part(field))] = trim(text);
                if (trim(text).empty()) parts.clear();
                write_row(session, record, field, element.id, parts, "change.field");
            }
        } else {
            const Press press = ui.press(ImGui::GetID("value"), line.area,
                {.role = Role::button, .name = name, .value = words, .description = words});
            if (press.visible && press.hovered) {
                ImGui::GetWindowDrawList()->AddRectFilled(
                    line.area.Min, line.area.Max, ui.colour(Colour::surface_2), ui.px(grid::corner));
            }
            silent_label(ui, inset(line.area, ui.px(6), 0), words);
            if (press.pressed) open_row(session, form, record, field, element.id);
        }
        if (!target.empty() && button(ui, open_area, open)) ui.host().open_link(target);
        if (button(ui, more_area, more)) open_row(session, form, record, field, element.id);
        ImGui::PopID();
    }
    ImGui::PopID();
}

void open_row(Session& session, RowForm& form, RecordId record, const FieldSpec& field, ElementId element) {
    form = {.open = true, .record = record, .field = field.id, .element = element};
    form.parts.resize(list_of(field).size());
    if (!element) {
        if (field.key == "contact_points") form.parts[0] = "email";
        if (field.key == "commitments") form.parts[0] = "me";
        return;
    }
    for (const Element& had : session.workspace.elements(record, field.id)) {
        if (had.id != element) continue;
        const auto parts = decode_row(had.value.as_row());
        for (std::size_t i = 0; i < std::min(parts.size(), form.parts.size()); ++i)
            form.parts[i] = parts[i];
    }
    const auto names = list_of(field);
    for (std::size_t i = 0; i < names.size(); ++i) {
        if (part_spec(field, names[i]).type != PartType::date) continue;
        if (const auto date = parse_iso_date(form.parts[i]))
            form.parts[i] = date_to_edit(*date, session.ui.host().locale().tag);
    }
}

void draw_row_form(Session& session, RowForm& form) {
    if (!form.open) return;
    Ui& ui = session.ui;
    const FieldSpec& field = *find_field(form.field);
    Flow flow;
    const std::string name = field_label(ui.words(), field);
    const std::string title = session.text(form.element ? "row.edit" : "row.add", {name});
    if (!begin_dialog(ui, title, 440, form.open, flow)) return;
    const auto parts = list_of(field);
    for (std::size_t i = 0; i < parts.size(); ++i) {
        const std::string_view part = parts[i];
        const std::string label = part_label(session, field, part);
        const PartSpec spec = part_spec(field, part);
        if (spec.type == PartType::flag) {
            const bool on = !form.parts[i].empty();
            if (checkbox(ui, flow, label, on ? Tri::yes : Tri::no))
                form.parts[i] = on ? std::string_view{} : contact::primary;
            continue;
        }
        silent_label(ui, flow.take(ui.line(Type::small)), label, Type::small, Colour::muted);
        flow.space(ui.px(4));
        if (spec.type == PartType::choice) {
            const auto keys = split(spec.options, ' ');
            std::vector<std::string_view> words;
            for (std::string_view key : keys)
                words.push_back(session.text(std::string(spec.words) + std::string(key)));
            const auto at = std::ranges::find(keys, form.parts[i]) - keys.begin();
            if (auto picked = select(ui, flow.take(ui.control()),
                    {.name = label, .options = words, .current = static_cast<int>(at)})) {
                form.parts[i] = keys[static_cast<std::size_t>(*picked)];
            }
        } else if (spec.type == PartType::date) {
            date_field(session, flow.take(ui.control()), {.name = label}, form.parts[i], form.error);
        } else {
            text_field(ui, flow.take(ui.control()),
                {.name = label,
                    .kind = input_kind(field, part, form.parts[0]),
                    .error = part == main_part(field) ? std::string_view(form.error) : std::string_view{}},
                form.parts[i]);
        }
        flow.space(ui.px(12));
    }
    if (!form.error.empty()) paragraph(ui, flow, form.error, Type::small, Colour::late);
    flow.space(ui.px(4));

    Line line(flow.take(ui.control()));
    const Button save{
        .label = session.text("form.save"), .kind = ButtonKind::primary, .shortcut = "Control+Enter"};
    const Button cancel{.label = session.text("form.cancel")};
    const Button remove{
        .label = session.text("form.remove"), .icon = Icon::trash_2, .kind = ButtonKind::danger};
    const ImRect save_area = line.right(button_width(ui, save), ui.px(8));
    const ImRect cancel_area = line.right(button_width(ui, cancel), ui.px(8));
    if (form.element && button(ui, line.left(button_width(ui, remove)), remove)) {
        write_row(session, form.record, field, form.element, {}, "change.field");
        form.open = false;
    }
    if (button(ui, cancel_area, cancel)) form.open = false;
    if (button(ui, save_area, save) || ui.submitted()) {
        std::vector<std::string> written = form.parts;
        form.error.clear();
        for (std::size_t i = 0; i < parts.size(); ++i) {
            if (part_spec(field, parts[i]).type != PartType::date || trim(written[i]).empty()) continue;
            const auto date = parse_typed_date(written[i], ui.host().locale().tag, ui.words(), ui.today());
            if (date)
                written[i] = to_iso(*date);
            else
                form.error = session.text("form.no_such_date");
        }
        // Without the thing itself a row says nothing; an address may be given in parts.
        const bool said = field.key == "addresses"
            ? std::ranges::any_of(written, [](const std::string& part) { return !trim(part).empty(); })
            : !trim(written[part_index(field, main_part(field))]).empty();
        if (form.error.empty() && !said) form.error = session.text("form.nothing_said");
        if (form.error.empty()) {
            write_row(session, form.record, field, form.element, written, "change.field");
            form.open = false;
        }
    }
    end_dialog(ui, flow);
}

}  // namespace kith::ui
