#include "exchange/export_json.h"

#include "exchange/vcard.h"

namespace kith {

void append_json_string(std::string& out, std::string_view text) {
    constexpr std::string_view digits = "0123456789abcdef";
    out += '"';
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        if (c == '"' || c == '\\') {
            out += '\\';
            out += c;
        } else if (c == '\n') {
            out += "\\n";
        } else if (byte < 0x20 || byte == 0x7f) {
            out += "\\u00";
            out += digits[byte >> 4];
            out += digits[byte & 15];
        } else {
            out += c;
        }
    }
    out += '"';
}

namespace {

void append_row(std::string& out, const FieldSpec& field, Value row) {
    const auto names = list_of(field);
    const auto parts = decode_row(row.as_row());
    out += '{';
    bool first = true;
    for (std::size_t i = 0; i < parts.size() && i < names.size(); ++i) {
        if (parts[i].empty()) continue;
        if (!first) out += ", ";
        first = false;
        append_json_string(out, names[i]);
        out += ": ";
        append_json_string(out, parts[i]);
    }
    out += '}';
}

void append_value(std::string& out, const FieldSpec& field, Value value) {
    switch (value.type()) {
        case ValueType::none: out += "null"; break;
        case ValueType::boolean: out += value.as_boolean() ? "true" : "false"; break;
        case ValueType::integer: out += std::to_string(value.as_integer()); break;
        case ValueType::text: append_json_string(out, value.as_text()); break;
        case ValueType::date: append_json_string(out, to_iso(value.as_date())); break;
        case ValueType::instant: append_json_string(out, to_iso(value.as_instant())); break;
        case ValueType::reference: append_json_string(out, to_string(value.as_reference())); break;
        case ValueType::row: append_row(out, field, value); break;
        case ValueType::bytes: {
            const std::string_view bytes = value.as_bytes();
            const std::string_view type = bytes.starts_with("\x89PNG") ? "png"
                : bytes.starts_with("RIFF")                            ? "webp"
                                                                       : "jpeg";
            append_json_string(out, "data:image/" + std::string(type) + ";base64," + to_base64(bytes));
            break;
        }
    }
}

}  // namespace

void append_json_record(
    std::string& out, const Workspace& workspace, RecordId record, const ExportOptions& options) {
    out += "{\"id\": ";
    append_json_string(out, to_string(record));
    for (const FieldSpec& field : fields_of(kind_of(record))) {
        if (field.id.number() == 0 || (!options.sensitive && field.has(sensitive))) continue;
        if (!is_collection(field.type)) {
            const Value value = workspace.get(record, field.id);
            if (value.empty()) continue;
            out += ", \"" + std::string(field.key) + "\": ";
            append_value(out, field, value);
            continue;
        }
        const auto elements = workspace.elements(record, field.id);
        if (elements.empty()) continue;
        out += ", \"" + std::string(field.key) + "\": [";
        for (const Element& element : elements) {
            if (&element != elements.data()) out += ", ";
            append_value(out, field, element.value);
        }
        out += ']';
    }
    out += '}';
}

}  // namespace kith
