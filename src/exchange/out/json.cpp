#include "exchange/out/json.h"

#include "exchange/vcard/reader.h"

namespace kith {

namespace {

void write_row(JsonWriter& json, const FieldSpec& field, Value row) {
    const auto names = list_of(field);
    const auto parts = decode_row(row.as_row());
    json.open('{');
    for (std::size_t i = 0; i < parts.size() && i < names.size(); ++i) {
        if (!parts[i].empty()) json.key(names[i]).text(parts[i]);
    }
    json.close('}');
}

void write_value(JsonWriter& json, const FieldSpec& field, Value value) {
    switch (value.type()) {
        case ValueType::none: json.raw("null"); break;
        case ValueType::boolean: json.boolean(value.as_boolean()); break;
        case ValueType::integer: json.number(value.as_integer()); break;
        case ValueType::text: json.text(value.as_text()); break;
        case ValueType::date: json.text(to_iso(value.as_date())); break;
        case ValueType::instant: json.text(to_iso(value.as_instant())); break;
        case ValueType::reference: json.text(to_string(value.as_reference())); break;
        case ValueType::row: write_row(json, field, value); break;
        case ValueType::bytes: {
            const std::string_view bytes = value.as_bytes();
            const std::string_view type = bytes.starts_with("\x89PNG") ? "png"
                : bytes.starts_with("RIFF")                            ? "webp"
                                                                       : "jpeg";
            json.text("data:image/" + std::string(type) + ";base64," + to_base64(bytes));
            break;
        }
    }
}

}  // namespace

void write_json(JsonWriter& json, const Workspace& workspace, RecordId record, const ExportOptions& options) {
    json.open('{').key("id").text(to_string(record));
    for (const FieldSpec& field : fields_of(kind_of(record))) {
        if (field.id.number() == 0 || (!options.sensitive && field.has(sensitive))) continue;
        if (!is_collection(field.type)) {
            const Value value = workspace.get(record, field.id);
            if (value.empty()) continue;
            json.key(field.key);
            write_value(json, field, value);
            continue;
        }
        const auto elements = workspace.elements(record, field.id);
        if (elements.empty()) continue;
        json.key(field.key).open('[');
        for (const Element& element : elements)
            write_value(json, field, element.value);
        json.close(']');
    }
    json.close('}');
}

}  // namespace kith
