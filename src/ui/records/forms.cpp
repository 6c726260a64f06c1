#include "ui/records/forms.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

#include "base/text.h"
#include "model/fields.h"
#include "ui/records/form_fields.h"
#include "ui/records/form_pieces.h"
#include "ui/records/guides.h"
#include "ui/records/pickers.h"
#include "ui/session/dates.h"
#include "ui/session/dialog_foot.h"
#include "ui/words/record_words.h"
#include "workspace/names.h"
#include "workspace/trash.h"

namespace kith::ui {

// ---- Pieces --------------------------------------------------------------------------------------

ReferenceResult reference_field(Session& session, ImRect area, Field field, Kind target, std::string& text) {
    ReferenceResult result;
    const ImGuiID id = ImGui::GetID((field.id.empty() ? field.name : field.id).data(),
        (field.id.empty() ? field.name : field.id).data() +
            (field.id.empty() ? field.name : field.id).size());
    std::vector<RecordId> found;
    std::vector<std::string> names, details;
    if (session.ui.editing().id == id && !trim(session.ui.editing().text).empty()) {
        for (const SearchResult& hit : session.insight.search_so_far()
                 .find(session.workspace, session.ui.editing().text, {.limit = 6, .kind = target})
                 .results) {
            found.push_back(hit.record);
            names.push_back(record_name(session.workspace, hit.record));
            details.push_back(
                target == Kind::person ? work_of(session.workspace, hit.record) : std::string{});
        }
    }
    const std::vector<std::string_view> options(names.begin(), names.end());
    const std::vector<std::string_view> second(details.begin(), details.end());
    const Completion completion = completing_field(session.ui, area, field, text, options, second);
    result.field = completion.field;
    if (completion.chosen) {
        result.chosen = found[static_cast<std::size_t>(*completion.chosen)];
    } else if (completion.field.committed()) {
        // The name written out in full is as good as choosing it.
        for (std::size_t i = 0; i < found.size(); ++i) {
            if (fold(names[i]) == fold(trim(text))) {
                result.chosen = found[i];
                break;
            }
        }
    }
    return result;
}

std::optional<PartialDate> date_field(
    Session& session, ImRect area, Field field, std::string& text, std::string& error) {
    const std::string_view tag = session.ui.host().locale().tag;
    field.kind = InputKind::date;
    field.error = error;
    field.placeholder = session.text(date_pattern_key(tag));
    const FieldResult result = text_field(session.ui, area, field, text);
    if (result.changed) error.clear();
    if (result.cancelled) error.clear();
    if (!result.committed()) return std::nullopt;
    if (trim(text).empty()) {
        error.clear();
        return PartialDate{};
    }
    if (const auto date = parse_typed_date(text, tag, session.ui.today())) {
        error.clear();
        return date;
    }
    error = session.text("form.no_such_date");
    session.ui.tree().announce(error, Politeness::assertive);
    return std::nullopt;
}

std::string value_in_words(const Session& session, const FieldSpec& field, Value value) {
    if (value.empty()) return {};
    switch (value.type()) {
        case ValueType::boolean:
            return std::string(session.text(value.as_boolean() ? "form.yes" : "form.no"));
        case ValueType::integer: return std::to_string(value.as_integer());
        case ValueType::date: return session.show_exact(value.as_date());
        case ValueType::reference: return record_title(session, value.as_reference());
        case ValueType::text:
            if (!field.list.empty()) return option_label(session.ui.words(), field, value.as_text());
            return std::string(value.as_text());
        case ValueType::row: {
            std::string words;
            for (std::string_view part : decode_row(value.as_row())) {
                if (part.empty()) continue;
                if (!words.empty()) words += ", ";
                words += part;
            }
            return words;
        }
        case ValueType::bytes: return std::string(session.text("form.picture"));
        default: return {};
    }
}

// ---- The dialog ----------------------------------------------------------------------------------

FormValue* value_of(RecordForm& form, FieldId field) {
    for (FormValue& value : form.values) {
        if (value.field->id == field) return &value;
    }
    return nullptr;
}

void open_form(Session& session, RecordForm& form, Kind kind, RecordId record,
    std::span<const FieldId> fields, std::string title) {
    form = {.open = true, .title = std::move(title), .kind = kind, .record = record};
    const Workspace& workspace = session.workspace;
    for (const FieldId id : fields) {
        FormValue value{.field = find_field(id)};
        if (record) {
            switch (value.field->type) {
                case FieldType::date:
                    value.text = date_to_edit(workspace.date(record, id), session.ui.host().locale().tag);
                    break;
                case FieldType::boolean: value.flag = workspace.flag(record, id); break;
                case FieldType::integer:
                    if (!workspace.get(record, id).empty())
                        value.text = std::to_string(workspace.integer(record, id));
                    break;
                case FieldType::text_set:
                    for (std::string_view text : workspace.texts(record, id))
                        value.texts.emplace_back(text);
                    break;
                case FieldType::reference:
                    value.reference = workspace.reference(record, id);
                    if (value.reference) value.text = record_title(session, value.reference);
                    break;
                case FieldType::reference_set:
                    workspace.for_each_element(record, id, [&](const Element& element) {
                        value.references.push_back(element.value.as_reference());
                    });
                    break;
                default: value.text = workspace.text(record, id); break;
            }
        }
        form.values.push_back(std::move(value));
    }
}

void open_new(Session& session, RecordForm& form, Kind kind, std::string title,
    std::vector<std::pair<FieldId, RecordId>> fixed) {
    open_form(session, form, kind, {}, form_fields(kind), std::move(title));
    std::erase_if(form.values, [&](const FormValue& value) {
        return std::ranges::contains(fixed, value.field->id, &std::pair<FieldId, RecordId>::first);
    });
    form.fixed = std::move(fixed);
}

void draw_form_value(Session& session, Flow& flow, FormValue& value) {
    Ui& ui = session.ui;
    const FieldSpec& field = *value.field;
    const std::string name = field_label(ui.words(), field);
    Field look{.name = name, .kind = input_kind(field), .error = value.error, .id = field.key};
    const auto label_above = [&] {
        silent_label(ui, flow.take(ui.line(Type::small)), name, Type::small, Colour::muted);
        flow.space(ui.px(4));
    };
    switch (field.type) {
        case FieldType::long_text:
            look.multiline = true;
            look.select_all = false;
            label_above();
            text_field(ui, flow.take(text_area_height(ui, value.text, flow.width, 3, 8)), look, value.text);
            break;
        case FieldType::choice:
            label_above();
            if (auto picked =
                    choice_field(session, flow.take(ui.control()), field, value.text, FieldLook::framed))
                value.text = *picked;
            break;
        case FieldType::boolean:
            if (checkbox(ui, flow, name, value.flag ? Tri::yes : Tri::no)) value.flag = !value.flag;
            break;
        case FieldType::date: {
            label_above();
            const ImRect area = flow.take(ui.control());
            date_field(session,
                {area.Min.x, area.Min.y, area.Min.x + std::min(area.GetWidth(), ui.px(200)), area.Max.y},
                look, value.text, value.error);
            break;
        }
        case FieldType::text_set: {
            label_above();
            // Options of the schema are shown as words and kept as keys.
            std::vector<std::string> shown, suggestions = option_labels(session, field);
            for (const std::string& text : value.texts)
                shown.push_back(option_label(ui.words(), field, text));
            const TagsResult tags = tags_field(ui, flow, name, shown, value.typing, suggestions);
            if (tags.added) {
                std::string key = *tags.added;
                for (std::string_view option : list_of(field)) {
                    if (fold(option_label(ui.words(), field, option)) == fold(key)) key = option;
                }
                if (!std::ranges::contains(value.texts, key)) value.texts.push_back(std::move(key));
            }
            if (tags.removed)
                value.texts.erase(value.texts.begin() + static_cast<std::ptrdiff_t>(*tags.removed));
            break;
        }
        case FieldType::reference: {
            label_above();
            const Picked picked =
                pick_record(session, flow.take(ui.control()), look, {.target = field.target}, value.text);
            if (picked.field.changed) value.reference = {}, value.fresh.clear(), value.error.clear();
            if (picked.record)
                value.reference = picked.record, value.text = record_title(session, picked.record);
            else if (!picked.fresh.empty())
                value.fresh = {picked.fresh}, value.text = picked.fresh;
            break;
        }
        case FieldType::reference_set: {
            label_above();
            ui.open_group(Role::list, name);
            // Those there are, then those to be made.
            float x = flow.x;
            std::optional<std::size_t> gone;
            const float high = tag_height(ui) + ui.px(4);
            const std::size_t known = value.references.size(), all = known + value.fresh.size();
            for (std::size_t i = 0; i < all; ++i) {
                const std::string name_there =
                    i < known ? record_title(session, value.references[i]) : value.fresh[i - known];
                const float wide = chip_width(ui, name_there, true);
                if (x > flow.x && x + wide > flow.end_x()) x = flow.x, flow.space(high + ui.px(6));
                ImGui::PushID(static_cast<int>(i));
                ui.tree().open({.id = ImGui::GetID("item"), .role = Role::listitem});
                if (chip(ui, {x, flow.y}, name_there, false, true)) gone = i;
                ui.tree().close();
                ImGui::PopID();
                x += wide + ui.px(6);
            }
            ui.tree().close();
            if (all > 0) flow.space(high + ui.px(6));
            if (gone && *gone < known)
                value.references.erase(value.references.begin() + static_cast<std::ptrdiff_t>(*gone));
            else if (gone)
                value.fresh.erase(value.fresh.begin() + static_cast<std::ptrdiff_t>(*gone - known));
            look.placeholder =
                session.text(field.target == Kind::person ? "form.add_person" : "form.add_another");
            const Picked picked = pick_record(session, flow.take(ui.control()), look,
                {.target = field.target, .without = value.references}, value.typing);
            if (picked.field.changed) value.error.clear();
            if (picked.record) value.references.push_back(picked.record);
            if (!picked.fresh.empty()) value.fresh.push_back(picked.fresh);
            if (picked.any()) {
                value.typing.clear();
                if (ui.editing().id == picked.field.id) ui.replace_edited("");
            }
            break;
        }
        default: {
            label_above();
            const FieldResult result = text_field(ui, flow.take(ui.control()), look, value.text);
            if (result.changed) value.error.clear();
            break;
        }
    }
    if (!value.error.empty()) paragraph(ui, flow, value.error, Type::small, Colour::late);
    flow.space(ui.px(12));
}

namespace {

/// The number that is typed; nothing if it is none. Empty text clears.
std::optional<Value> read_number(std::string_view text) {
    const std::string_view digits = trim(text);
    if (digits.empty()) return Value{};
    std::int64_t number = 0;
    const auto [end, problem] = std::from_chars(digits.data(), digits.data() + digits.size(), number);
    if (problem != std::errc{} || end != digits.data() + digits.size()) return std::nullopt;
    return Value::integer(number);
}

/// The one record that a field names; an error's key if it names none that can be meant.
std::string_view read_reference(const FormValue& value, bool required, FieldEntry& entry) {
    const bool typed = !trim(value.text).empty();
    if (value.reference) {
        entry.named = {{.record = value.reference, .fresh = {}}};
    } else if (typed && value.field->target == Kind::organisation) {
        entry.named = {{.record = {}, .fresh = value.text}};
        entry.by_name = true;
    } else if (!value.fresh.empty()) {
        entry.named = {{.record = {}, .fresh = value.fresh.front()}};
    } else if (typed) {
        return "form.unknown_name";
    } else if (required) {
        return "form.whom";
    }
    return {};
}

/// Fills in what a field is to hold; an error's key if that can't be.
std::string_view read_value(
    const Session& session, const RecordForm& form, FormValue& value, FieldEntry& entry) {
    const bool required = value.field->id == required_field(form.kind);
    switch (value.field->type) {
        case FieldType::date: {
            if (trim(value.text).empty()) return {};
            const auto date = parse_typed_date(
                value.text, session.ui.host().locale().tag, session.ui.today(), wanted_in(value.field->key));
            if (!date) return "form.no_such_date";
            entry.value = Value::date(*date);
            return {};
        }
        case FieldType::boolean:
            // What was never said and is not ticked stays unsaid.
            if (value.flag || (form.record && !session.workspace.get(form.record, value.field->id).empty()))
                entry.value = Value::boolean(value.flag);
            return {};
        case FieldType::integer: {
            const auto number = read_number(value.text);
            if (!number) return "form.no_number";
            entry.value = *number;
            return {};
        }
        case FieldType::text_set:
            if (const std::string_view typed = trim(value.typing);
                !typed.empty() && !std::ranges::contains(value.texts, typed))
                value.texts.emplace_back(typed);
            entry.texts.assign(value.texts.begin(), value.texts.end());
            return {};
        case FieldType::reference_set:
            for (const RecordId reference : value.references)
                entry.named.push_back({.record = reference, .fresh = {}});
            for (const std::string& name : value.fresh)
                entry.named.push_back({.record = {}, .fresh = name});
            if (!trim(value.typing).empty()) return "form.unknown_name";
            return required && entry.named.empty() ? "form.whom" : "";
        case FieldType::reference: return read_reference(value, required, entry);
        default: {
            const std::string_view text =
                value.field->type == FieldType::long_text ? std::string_view(value.text) : trim(value.text);
            if (!text.empty()) entry.value = Value::text(text);
            return required && text.empty() ? "form.wanted" : "";
        }
    }
}

}  // namespace

std::optional<RecordEntry> read_form(const Session& session, RecordForm& form) {
    RecordEntry entry{.kind = form.kind, .record = form.record, .fixed = form.fixed, .fields = {}};
    bool sound = true;
    for (FormValue& value : form.values) {
        FieldEntry& field = entry.fields.emplace_back();
        field.field = value.field->id;
        if (const std::string_view error = read_value(session, form, value, field); !error.empty()) {
            value.error = session.text(error);
            sound = false;
        }
    }
    if (!sound) return std::nullopt;
    return entry;
}

namespace {

/// Closes the form once what it says is written; else it stays open and says what is wrong.
void save_form(Session& session, RecordForm& form) {
    const std::string inside = kind_inside(session.ui.words(), form.kind);
    form.saved = {};
    const auto entry = read_form(session, form);
    if (!entry) {
        session.ui.tree().announce(std::string(session.text("form.look_again")), Politeness::assertive);
        return;
    }
    Made made = write_record(
        {form.record ? "change.edit" : "change.add", {inside}}, session.workspace, *entry, session.random);
    const std::string what = kind_name(session.ui.words(), form.kind);
    if (!session.commit(
            std::move(made.draft), form.record ? std::string{} : session.text("toast.added", {what})))
        return;
    form.saved = made.record;
    form.open = false;
}

}  // namespace

void draw_form(Session& session, RecordForm& form) {
    Ui& ui = session.ui;
    Flow flow;
    if (!begin_dialog(ui, form.title, 520, form.open, flow)) return;
    for (FormValue& value : form.values)
        draw_form_value(session, flow, value);

    flow.space(ui.px(4));
    DialogFoot foot(session, flow, save_button(session));
    const Button remove{
        .label = session.text("form.delete"), .icon = Icon::trash_2, .kind = ButtonKind::danger};
    const std::string what = kind_name(ui.words(), form.kind);
    const std::string inside = kind_inside(ui.words(), form.kind);
    if (form.record && button(ui, foot.line.start(button_width(ui, remove)), remove)) {
        const Message label{"change.delete", {inside}};
        if (session.commit(delete_whole(label, session.workspace, {&form.record, 1}),
                session.text("toast.deleted", {what})))
            form.open = false;
    }
    if (const std::string_view guide = form.record ? std::string_view{} : guide_for(form.kind);
        !guide.empty()) {
        const Button how = how_to_button(session);
        if (button(ui, foot.line.start(button_width(ui, how)), how)) session.wish.guide = guide;
    }
    const DialogAnswer answer = foot.answer();
    if (answer == DialogAnswer::cancelled) form.open = false;
    if (answer == DialogAnswer::done) save_form(session, form);
    end_dialog(ui, flow);
}

}  // namespace kith::ui
