// Lists of rows of a record (contact points, addresses, links, dates) and the history of its fields.
#include <algorithm>
#include <array>
#include <cmath>

#include "base/text.h"
#include "exchange/reach.h"
#include "model/fields.h"
#include "ui/dates.h"
#include "ui/screens.h"
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

// The part that is the thing itself; the others say more about it.
std::string_view main_part(const FieldSpec& field) {
    if (field.key == "contact_points") return "value";
    if (field.key == "links") return "url";
    if (field.key == "dates") return "date";
    if (field.key == "related") return "name";
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
    if (field.key == "dates") {
        if (const auto date = parse_iso_date(text)) return session.show_exact(*date);
    }
    return std::string(text);
}

// What stands at the left of the row; of a contact point the label ("work") stands behind.
std::string row_label(const Session& session, const FieldSpec& field, Value row) {
    const std::string_view label = row_part(row, part_index(field, "label"));
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
    if (field.key == "links") return value.contains("://") ? value : "https://" + value;
    const std::string_view kind = row_part(row, 0);
    if (kind == "email") return "mailto:" + value;
    if (kind == "phone") return "tel:" + value;
    return {};
}

InputKind input_kind(const FieldSpec& field, std::string_view part, std::string_view kind) {
    if (part == "url") return InputKind::url;
    if (part == "value" && kind == "email") return InputKind::email;
    if (part == "value" && kind == "phone") return InputKind::tel;
    if (field.key == "dates" && part == "date") return InputKind::date;
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

void draw_rows(Session& session, PersonState& state, Flow& flow, RecordId record, const FieldSpec& field,
    float label_width) {
    Ui& ui = session.ui;
    ImGui::PushID(static_cast<int>(field.id.value));
    const float high = ui.touch() ? ui.control() : ui.px(28);
    const bool editable = field.key != "addresses" && field.key != "dates";
    for (const Element& element : session.workspace.elements(record, field.id)) {
        ImGui::PushID(reinterpret_cast<const char*>(&element.id.value),
            reinterpret_cast<const char*>(&element.id.value + 1));
        const std::string words = row_in_words(session, field, element.value);
        const std::string title = row_label(session, field, element.value);
        const std::string_view sort = field.key == "contact_points"
            ? row_part(element.value, part_index(field, "label"))
            : std::string_view{};
        const std::string name = sort.empty() ? title : title + " · " + std::string(sort);
        const ImRect strip = flow.take(high);
        const bool attended = ui.touch() || ImGui::IsMouseHoveringRect(strip.Min, strip.Max);
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
        const ImRect more_area = line.right(high, 0);
        const ImRect open_area = target.empty() ? ImRect{} : line.right(high, 0);
        if (editable) {
            std::string text(row_part(element.value, part_index(field, main_part(field))));
            const FieldResult result = text_field(ui, line.area,
                {.name = name,
                    .kind = input_kind(field, main_part(field), row_part(element.value, 0)),
                    .look = FieldLook::in_place,
                    .trailing = attended ? std::string_view{} : sort,
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
            if (press.pressed) open_row(session, state, record, field, element.id);
        }
        if (!target.empty() && button(ui, open_area, open)) ui.host().open_link(target);
        if (button(ui, more_area, more)) open_row(session, state, record, field, element.id);
        ImGui::PopID();
    }
    ImGui::PopID();
}

void open_row(
    Session& session, PersonState& state, RecordId record, const FieldSpec& field, ElementId element) {
    RowForm& form = state.row;
    form = {.open = true, .record = record, .field = field.id, .element = element};
    form.parts.resize(list_of(field).size());
    if (!element) {
        if (field.key == "contact_points") form.parts[0] = "email";
        return;
    }
    for (const Element& had : session.workspace.elements(record, field.id)) {
        if (had.id != element) continue;
        const auto parts = decode_row(had.value.as_row());
        for (std::size_t i = 0; i < std::min(parts.size(), form.parts.size()); ++i)
            form.parts[i] = parts[i];
    }
    if (field.key == "dates") {
        if (const auto date = parse_iso_date(form.parts[0]))
            form.parts[0] = date_to_edit(*date, session.ui.host().locale().tag);
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
        if (part == "primary") {
            const bool on = !form.parts[i].empty();
            if (checkbox(ui, flow.take(ui.control()), label, on ? Tri::yes : Tri::no))
                form.parts[i] = on ? std::string_view{} : contact::primary;
            continue;
        }
        silent_label(ui, flow.take(ui.line(Type::small)), label, Type::small, Colour::muted);
        flow.space(ui.px(4));
        if (part == "kind") {
            static constexpr std::array kinds{contact::email, contact::phone, contact::message};
            std::vector<std::string_view> words;
            for (std::string_view kind : kinds)
                words.push_back(session.text("contact." + std::string(kind)));
            const auto at = std::ranges::find(kinds, form.parts[i]) - kinds.begin();
            if (auto picked = select(ui, flow.take(ui.control()),
                    {.name = label, .options = words, .current = static_cast<int>(at)})) {
                form.parts[i] = kinds[static_cast<std::size_t>(*picked)];
            }
        } else if (field.key == "dates" && part == "date") {
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
        if (field.key == "dates") {
            const auto date = parse_typed_date(written[0], ui.host().locale().tag, ui.words(), ui.today());
            if (date)
                written[0] = to_iso(*date);
            else
                form.error = session.text("form.no_such_date");
        }
        const bool said = std::ranges::any_of(written, [&](const std::string& part) {
            return !trim(part).empty() && &part != (field.key == "contact_points" ? &written[0] : nullptr);
        });
        if (!said) form.error = session.text("form.nothing_said");
        if (form.error.empty()) {
            write_row(session, form.record, field, form.element, written, "change.field");
            form.open = false;
        }
    }
    end_dialog(ui, flow);
}

void draw_history(Session& session, Flow& flow, RecordId record) {
    Ui& ui = session.ui;
    const Workspace& workspace = session.workspace;
    const auto history = workspace.history_of(record);
    const auto transactions = workspace.transactions();
    ui.open_group(Role::list, session.text("person.history"));
    // One entry for each transaction, with the fields it changed.
    for (std::size_t i = 0; i < history.size();) {
        const std::uint32_t number = history[i].transaction;
        const TransactionInfo& transaction = transactions[number];
        const float top = flow.y;
        const std::string label = ui.words().format(Workspace::label_of(transaction));
        const std::string when = exact_moment(ui.words(), ui.host(), transaction.stamp.wall());
        std::string whole = label + ", " + when;
        silent_label(ui, flow.take(ui.line(Type::body)), label);
        silent_label(ui, flow.take(ui.line(Type::small)), when, Type::small, Colour::muted);
        for (; i < history.size() && history[i].transaction == number; ++i) {
            const FieldSpec* field = find_field(history[i].field);
            if (field == nullptr || field->has(hidden)) continue;
            const std::string name = field_label(ui.words(), *field);
            const std::string value = value_in_words(session, *field, history[i].value);
            const std::string line =
                value.empty() ? session.text("person.history_removed", {name}) : name + ": " + value;
            for (std::string_view part : wrap_text(ui, line, Type::small, flow.width - ui.px(12))) {
                const ImRect area = flow.take(ui.line(Type::small));
                silent_label(
                    ui, {area.Min.x + ui.px(12), area.Min.y, area.Max.x, area.Max.y}, part, Type::small);
            }
            whole += "; " + line;
        }
        Node node{.id = ui.static_id(whole), .role = Role::listitem, .name = std::move(whole)};
        node.bounds = ui.visible_bounds({flow.x, top, flow.right(), flow.y});
        ui.tree().add(std::move(node));
        flow.space(ui.px(12));
    }
    ui.tree().close();
}

}  // namespace kith::ui
