// Lists of rows of a record (contact points, addresses, links, dates).
#include <algorithm>
#include <cmath>

#include "base/assertion.h"
#include "base/links.h"
#include "base/text.h"
#include "model/fields.h"
#include "ui/records/forms.h"
#include "ui/records/rows.h"
#include "ui/session/dates.h"
#include "ui/session/dialog_foot.h"
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

/// An organisation's lists have the parts of a person's.
FieldId like(FieldId field) {
    if (field == organisation::contact_points) return person::contact_points;
    if (field == organisation::links) return person::links;
    return field;
}

// What the parts of rows are, where they are more than a line of text. `main` is the thing itself; the other
// parts say more about it.
enum class PartType : std::uint8_t { text, flag, date, choice };
struct PartSpec {
    FieldId field;
    std::size_t part = 0;
    PartType type = PartType::text;
    bool main = false;
};

template <PartName Part>
constexpr PartSpec spec_of(
    RowsField<Part> field, std::type_identity_t<Part> part, PartType type, bool main = false) {
    return {field, static_cast<std::size_t>(part), type, main};
}
template <PartName Part>
constexpr PartSpec main_of(
    RowsField<Part> field, std::type_identity_t<Part> part, PartType type = PartType::text) {
    return spec_of(field, part, type, true);
}

constexpr PartSpec part_specs[] = {
    main_of(person::contact_points, person::contact_points::value),
    spec_of(person::contact_points, person::contact_points::kind, PartType::choice),
    spec_of(person::contact_points, person::contact_points::primary, PartType::flag),
    main_of(person::links, person::links::url),
    main_of(person::dates, person::dates::date, PartType::date),
    main_of(person::related, person::related::name),
    main_of(person::addresses, person::addresses::formatted),
    main_of(favour::materials, favour::materials::what),
    spec_of(favour::materials, favour::materials::done, PartType::flag),
    main_of(mentorship::commitments, mentorship::commitments::what),
    spec_of(mentorship::commitments, mentorship::commitments::who, PartType::choice),
    spec_of(mentorship::commitments, mentorship::commitments::due, PartType::date),
    spec_of(mentorship::commitments, mentorship::commitments::done, PartType::flag),
    main_of(goal::obstacles, goal::obstacles::obstacle),
};

PartSpec part_spec(const FieldSpec& field, std::size_t part) {
    for (const PartSpec& spec : part_specs) {
        if (spec.field == like(field.id) && spec.part == part) return spec;
    }
    return {.field = field.id, .part = part};
}

std::size_t main_part(const FieldSpec& field) {
    const auto* const at = std::ranges::find_if(
        part_specs, [&](const PartSpec& spec) { return spec.field == like(field.id) && spec.main; });
    KITH_ASSERT(at != std::end(part_specs));
    return at->part;
}

/// What a part that is a choice may be, and what its words in the catalogue begin with.
struct PartOptions {
    std::vector<std::string_view> keys;
    std::string_view words;
};
PartOptions options_of(FieldId field) {
    if (like(field) == person::contact_points)
        return {{contact::email, contact::phone, contact::message}, "contact."};
    return {list_of(*find_field(action::promised_by)), "part.commitments.who."};
}

std::string address_in_words(Value row) {
    using enum person::addresses;
    std::string words;
    for (const auto part : {street, extended, po_box, postal_code, city, region, country}) {
        const std::string_view text = row_part(row, part);
        if (text.empty()) continue;
        if (!words.empty()) words += part == city && !row_part(row, postal_code).empty() ? " " : ", ";
        words += text;
    }
    return words.empty() ? std::string(row_part(row, formatted)) : words;
}

std::string row_in_words(const Session& session, const FieldSpec& field, Value row) {
    if (field.id == person::addresses) return address_in_words(row);
    const std::string_view text = row_part(row, main_part(field));
    if (part_spec(field, main_part(field)).type == PartType::date) {
        if (const auto date = parse_iso_date(text)) return session.show_exact(*date);
    }
    return std::string(text);
}

bool row_is_done(const FieldSpec& field, Value row) {
    if (field.id == favour::materials) return !row_part(row, favour::materials::done).empty();
    return field.id == mentorship::commitments && !row_part(row, mentorship::commitments::done).empty();
}

/// What the person calls the row ("work").
std::string_view own_label(const FieldSpec& field, Value row) {
    const FieldId id = like(field.id);
    if (id == person::contact_points) return row_part(row, person::contact_points::label);
    if (id == person::addresses) return row_part(row, person::addresses::label);
    if (id == person::links) return row_part(row, person::links::label);
    if (id == person::dates) return row_part(row, person::dates::label);
    if (id == person::related) return row_part(row, person::related::label);
    return {};
}

// What stands at the left of the row; of a contact point its own label stands behind.
std::string row_label(const Session& session, const FieldSpec& field, Value row) {
    if (field.id == mentorship::commitments) {
        const auto who = action::promised_by.option(row_part(row, mentorship::commitments::who));
        const auto due = parse_iso_date(row_part(row, mentorship::commitments::due));
        std::string words(
            session.text(who == action::promised_by::them ? "row.commitment_them" : "row.commitment_me"));
        if (due) words += ", " + session.show_relative(*due);
        return words;
    }
    if (like(field.id) == person::contact_points) {
        const std::string_view kind = row_part(row, person::contact_points::kind);
        const std::string key = "contact." + std::string(kind);
        return std::string(session.ui.words().has(key) ? session.text(key) : kind);
    }
    if (const std::string_view label = own_label(field, row); !label.empty()) return std::string(label);
    const std::string key = "row." + std::string(field.key);
    return std::string(session.ui.words().has(key) ? session.text(key) : field.label);
}

std::string link_of(const FieldSpec& field, Value row) {
    const std::string_view value = row_part(row, main_part(field));
    if (like(field.id) == person::links) return web_link(value);
    if (like(field.id) != person::contact_points) return {};
    const std::string_view kind = row_part(row, person::contact_points::kind);
    if (kind == contact::email) return mail_link(value);
    if (kind == contact::phone) return phone_link(value);
    return {};
}

/// `kind` is that of a contact point.
InputKind input_kind(const FieldSpec& field, std::size_t part, std::string_view kind) {
    const PartSpec spec = part_spec(field, part);
    if (spec.field == person::links && spec.main) return InputKind::url;
    if (spec.field == person::contact_points && spec.main && kind == contact::email) return InputKind::email;
    if (spec.field == person::contact_points && spec.main && kind == contact::phone) return InputKind::tel;
    return spec.type == PartType::date ? InputKind::date : InputKind::text;
}

std::string_view contact_kind_of(const FieldSpec& field, Value row) {
    return like(field.id) == person::contact_points ? row_part(row, person::contact_points::kind)
                                                    : std::string_view{};
}

void write_row(Session& session, RecordId record, const FieldSpec& field, ElementId element,
    const std::vector<std::string>& parts, std::string_view label_key) {
    const std::vector<std::string_view> views(parts.begin(), parts.end());
    session.commit(write_row(
        {label_key, {field_label(session.ui.words(), field), record_name(session.workspace, record)}},
        session.workspace, record, field.id, element, views, session.random));
}

}  // namespace

void draw_rows(
    Session& session, RowForm& form, Flow& flow, RecordId record, const FieldSpec& field, float label_width) {
    Ui& ui = session.ui;
    ImGui::PushID(static_cast<int>(field.id.value));
    const float high = ui.touch() ? ui.control() : ui.px(28);
    const bool editable =
        field.id != person::addresses && part_spec(field, main_part(field)).type == PartType::text;
    for (const Element& element : session.workspace.elements(record, field.id)) {
        ImGui::PushID(reinterpret_cast<const char*>(&element.id.value),
            reinterpret_cast<const char*>(&element.id.value + 1));
        const std::string words = row_in_words(session, field, element.value);
        const std::string title = row_label(session, field, element.value);
        const std::string_view sort = like(field.id) == person::contact_points
            ? own_label(field, element.value)
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
        const ImRect more_area = line.end(high, 0);
        const ImRect open_area = target.empty() ? ImRect{} : line.end(high, 0);
        if (!attended) line.area = whole;
        if (editable) {
            std::string text(row_part(element.value, main_part(field)));
            // The text comes before its label.
            const bool both =
                text_width(ui, text, Type::body) + text_width(ui, sort, Type::small) + ui.px(24) <=
                whole.GetWidth();
            const FieldResult result = text_field(ui, line.area,
                {.name = name,
                    .kind = input_kind(field, main_part(field), contact_kind_of(field, element.value)),
                    .look = FieldLook::in_place,
                    .trailing = attended || !both ? std::string_view{} : sort,
                    .focus_first = false,
                    .id = "value"},
                text);
            if (result.committed() && trim(text) != row_part(element.value, main_part(field))) {
                std::vector<std::string> parts;
                for (std::string_view part : decode_row(element.value.as_row()))
                    parts.emplace_back(part);
                parts.resize(std::max(parts.size(), main_part(field) + 1));
                parts[main_part(field)] = trim(text);
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
        if (like(field.id) == person::contact_points)
            form.part(person::contact_points::kind) = contact::email;
        if (field.id == mentorship::commitments)
            form.part(mentorship::commitments::who) = action::promised_by.key(action::promised_by::me);
        return;
    }
    for (const Element& had : session.workspace.elements(record, field.id)) {
        if (had.id != element) continue;
        const auto parts = decode_row(had.value.as_row());
        for (std::size_t i = 0; i < std::min(parts.size(), form.parts.size()); ++i)
            form.parts[i] = parts[i];
    }
    for (std::size_t i = 0; i < form.parts.size(); ++i) {
        if (part_spec(field, i).type != PartType::date) continue;
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
    const std::string contact_kind =
        like(field.id) == person::contact_points ? form.part(person::contact_points::kind) : "";
    for (std::size_t i = 0; i < parts.size(); ++i) {
        const std::string label = part_label(session, field, parts[i]);
        const PartSpec spec = part_spec(field, i);
        if (spec.type == PartType::flag) {
            const bool on = !form.parts[i].empty();
            if (checkbox(ui, flow, label, on ? Tri::yes : Tri::no))
                form.parts[i] = on ? std::string_view{} : contact::primary;
            continue;
        }
        silent_label(ui, flow.take(ui.line(Type::small)), label, Type::small, Colour::muted);
        flow.space(ui.px(4));
        if (spec.type == PartType::choice) {
            const auto [keys, begin] = options_of(field.id);
            std::vector<std::string_view> words;
            for (std::string_view key : keys)
                words.push_back(session.text(std::string(begin) + std::string(key)));
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
                    .kind = input_kind(field, i, contact_kind),
                    .error = i == main_part(field) ? std::string_view(form.error) : std::string_view{}},
                form.parts[i]);
        }
        flow.space(ui.px(12));
    }
    if (!form.error.empty()) paragraph(ui, flow, form.error, Type::small, Colour::late);
    flow.space(ui.px(4));

    DialogFoot foot(session, flow, save_button(session));
    const Button remove{
        .label = session.text("form.remove"), .icon = Icon::trash_2, .kind = ButtonKind::danger};
    if (form.element && button(ui, foot.line.start(button_width(ui, remove)), remove)) {
        write_row(session, form.record, field, form.element, {}, "change.field");
        form.open = false;
    }
    const DialogAnswer answer = foot.answer();
    if (answer == DialogAnswer::cancelled) form.open = false;
    if (answer == DialogAnswer::done) {
        std::vector<std::string> written = form.parts;
        form.error.clear();
        for (std::size_t i = 0; i < parts.size(); ++i) {
            if (part_spec(field, i).type != PartType::date || trim(written[i]).empty()) continue;
            const auto date = parse_typed_date(written[i], ui.host().locale().tag, ui.today());
            if (date)
                written[i] = to_iso(*date);
            else
                form.error = session.text("form.no_such_date");
        }
        // Without the thing itself a row says nothing; an address may be given in parts.
        const bool said = field.id == person::addresses
            ? std::ranges::any_of(written, [](const std::string& part) { return !trim(part).empty(); })
            : !trim(written[main_part(field)]).empty();
        if (form.error.empty() && !said) form.error = session.text("form.nothing_said");
        if (form.error.empty()) {
            write_row(session, form.record, field, form.element, written, "change.field");
            form.open = false;
        }
    }
    end_dialog(ui, flow);
}

}  // namespace kith::ui
