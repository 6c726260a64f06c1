#include "ui/records/edit_in_place.h"

#include <algorithm>
#include <charconv>

#include "base/text.h"
#include "model/fields.h"
#include "ui/records/form_pieces.h"
#include "ui/records/forms.h"
#include "ui/records/pickers.h"
#include "ui/session/dates.h"
#include "ui/words/record_words.h"
#include "workspace/edits.h"

namespace kith::ui {

namespace {

void write_value(Session& session, RecordId record, const FieldSpec& field, Value value) {
    if (session.workspace.get(record, field.id) == value) return;
    session.commit(set_field(
        {field_label(session.ui.words(), field), record_title(session, record)}, record, field.id, value));
}

void edit_set_in_place(
    Session& session, Flow& flow, RecordId record, const FieldSpec& field, const std::string& name) {
    const auto had = session.workspace.elements(record, field.id);
    std::vector<std::string> shown;
    for (const Element& element : had)
        shown.push_back(option_label(session.ui.words(), field, element.value.as_text()));
    if (field.list.empty()) {  // words of the person's own stay as they are
        shown.clear();
        for (const Element& element : had)
            shown.emplace_back(element.value.as_text());
    }
    std::vector<std::string> suggestions = option_labels(session, field);
    if (suggestions.empty() && session.ui.editing().id != 0) suggestions = session.known_texts(field.id);
    std::string typing;
    const TagsResult tags = tags_field(session.ui, flow, name, shown, typing, suggestions);
    if (!tags.added && !tags.removed) return;
    const std::string title = record_title(session, record);
    if (tags.removed) session.commit(remove_member({name, title}, record, field.id, had[*tags.removed].id));
    if (!tags.added) return;
    std::string key = *tags.added;
    for (std::string_view option : list_of(field)) {
        if (fold(option_label(session.ui.words(), field, option)) == fold(key)) key = option;
    }
    session.commit(add_text({name, title}, record, field.id, key));
}

}  // namespace

void edit_in_place(
    Session& session, Flow& flow, RecordId record, const FieldSpec& field, float label_width, bool begin) {
    Ui& ui = session.ui;
    const Workspace& workspace = session.workspace;
    const std::string name = field_label(ui.words(), field);
    ImGui::PushID(static_cast<int>(field.id.value));

    if (field.type == FieldType::boolean) {
        const bool on = workspace.flag(record, field.id);
        if (toggle(ui, flow.take(ui.control()), name, on))
            write_value(session, record, field, Value::boolean(!on));
        ImGui::PopID();
        return;
    }

    const float top = flow.y;
    const float high = ui.touch() ? ui.control() : ui.px(28);
    // A long text has its first line where others have their only one, but for its own padding.
    const float lower =
        field.type == FieldType::long_text ? ui.px(7) - std::floor((high - ui.line(Type::body)) * 0.5f) : 0;
    const ImRect label_area{flow.x, top + lower, flow.x + label_width - ui.px(8), top + lower + high};
    silent_label(ui, label_area, name, Type::small, Colour::muted);
    Flow values{.x = flow.x + label_width, .y = top, .width = flow.width - label_width};
    Field look{.name = name,
        .placeholder = session.text("form.empty"),
        .kind = input_kind(field),
        .look = FieldLook::in_place,
        .focus_first = false,
        .id = "value"};
    // The text begins where the label's column ends, its frame a little before.
    const auto in_place = [&](float height) {
        const ImRect area = values.take(height);
        return ImRect{area.Min.x - ui.px(6), area.Min.y, area.Max.x, area.Max.y};
    };
    if (begin) ui.request({.id = ImGui::GetID("value"), .action = NodeAction::focus});

    switch (field.type) {
        case FieldType::long_text: {
            std::string text(workspace.text(record, field.id));
            if (ui.editing().id == ImGui::GetID("value")) text = ui.editing().text;
            look.multiline = true;
            look.select_all = false;
            const FieldResult result = text_field(ui,
                in_place(std::max(high, text_area_height(ui, text, values.width + ui.px(12), 1, 16))), look,
                text);
            if (result.committed())
                write_value(session, record, field, text.empty() ? Value{} : Value::text(text));
            break;
        }
        case FieldType::choice:
            if (auto picked = choice_field(
                    session, in_place(high), field, workspace.text(record, field.id), FieldLook::in_place)) {
                write_value(session, record, field, picked->empty() ? Value{} : Value::text(*picked));
            }
            break;
        case FieldType::date: {
            std::string text = date_to_edit(workspace.date(record, field.id), ui.host().locale().tag);
            const ImGuiID id = ImGui::GetID("value");
            std::string& error = session.field_errors[id];
            // At rest a date reads in words; while edited, as numbers.
            if (ui.editing().id != id && error.empty()) {
                std::string words = session.show_exact(workspace.date(record, field.id));
                const PartialDate date = workspace.date(record, field.id);
                if (date.empty()) words.clear();
                look.placeholder = session.text(date_pattern_key(ui.host().locale().tag));
                look.edited_as = text;
                const FieldResult result = text_field(ui, in_place(high), look, words);
                if (result.accepted) {  // set by request
                    if (const auto typed = parse_typed_date(words, ui.host().locale().tag, ui.today()))
                        write_value(session, record, field, Value::date(*typed));
                    else if (trim(words).empty())
                        write_value(session, record, field, Value{});
                    else {
                        error = session.text("form.no_such_date");
                        session.field_texts[id] = words;
                    }
                }
            } else {
                if (ui.editing().id == id)
                    text = ui.editing().text;
                else
                    text = session.field_texts[id];
                const auto date = date_field(session, in_place(high), look, text, error);
                if (!error.empty()) session.field_texts[id] = text;
                if (date) write_value(session, record, field, date->empty() ? Value{} : Value::date(*date));
                if (!error.empty()) paragraph(ui, values, error, Type::small, Colour::late);
            }
            break;
        }
        case FieldType::text_set:
            values.space(ui.px(2));
            edit_set_in_place(session, values, record, field, name);
            values.space(ui.px(2));
            break;
        case FieldType::reference: edit_reference(session, in_place(high), record, field, look); break;
        case FieldType::reference_set:
            values.space(ui.px(2));
            edit_reference_set(session, values, record, field, name);
            values.space(ui.px(2));
            break;
        case FieldType::integer: {
            std::string text = workspace.get(record, field.id).empty()
                ? std::string{}
                : std::to_string(workspace.integer(record, field.id));
            const FieldResult result = text_field(ui, in_place(high), look, text);
            if (result.committed()) {
                std::int64_t number = 0;
                const std::string_view digits = trim(text);
                const auto [end, problem] =
                    std::from_chars(digits.data(), digits.data() + digits.size(), number);
                if (digits.empty())
                    write_value(session, record, field, Value{});
                else if (problem == std::errc{} && end == digits.data() + digits.size())
                    write_value(session, record, field, Value::integer(number));
                else
                    session.say(std::string(session.text("form.no_number")));
            }
            break;
        }
        default: {
            std::string text(workspace.text(record, field.id));
            const FieldResult result = text_field(ui, in_place(high), look, text);
            if (result.committed())
                write_value(session, record, field, trim(text).empty() ? Value{} : Value::text(trim(text)));
            break;
        }
    }
    flow.y = std::max(values.y, top + high);
    ImGui::PopID();
}

}  // namespace kith::ui
