#include "exchange/records/record_values.h"

#include <algorithm>

#include "base/dates.h"
#include "base/text.h"
#include "exchange/cards/card.h"
#include "exchange/vcard/values.h"

namespace kith {

namespace {

std::optional<Value> text_value(const FieldSpec& field, std::string_view text, std::string& data) {
    if (text.empty() || text.size() > longest_kept) return std::nullopt;
    const auto options = list_of(field);
    const bool is_list = field.type == FieldType::choice || field.type == FieldType::text_set;
    if (is_list && !options.empty() && !std::ranges::contains(options, text)) return std::nullopt;
    data = repair_utf8(text);
    return Value::text(data);
}

/// Nothing where the row has a part that Kith does not know.
std::optional<Value> row_value(const FieldSpec& field, const JsonValue& written, std::string& data) {
    const auto names = list_of(field);
    std::vector<std::string> texts(names.size());
    std::size_t size = 0;
    for (const auto& [name, value] : written.members) {
        const auto at = std::ranges::find(names, name);
        if (at == names.end() || (size += value.word().size()) > longest_kept) return std::nullopt;
        texts[static_cast<std::size_t>(at - names.begin())] = repair_utf8(value.word());
    }
    data = encode_row({texts.begin(), texts.end()});
    return data.empty() ? std::nullopt : std::optional(Value::row(data));
}

std::optional<Value> photo_value(std::string_view text, std::string& data) {
    const std::size_t comma = text.find(";base64,");
    if (!text.starts_with("data:image/") || comma == std::string_view::npos) return std::nullopt;
    data = from_base64(text.substr(comma + 8));
    if (data.empty() || data.size() > largest_photo) return std::nullopt;
    return Value::bytes(data);
}

std::optional<Value> reference_value(const FieldSpec& field, std::string_view word) {
    const RecordId record{word.size() == 16 ? from_hex(word).value_or(0) : 0};
    const Kind kind = kind_of(record);
    const bool fits = find_kind(kind) != nullptr && (field.target == Kind::none || field.target == kind);
    return fits ? std::optional(Value::reference(record)) : std::nullopt;
}

template <typename Read, typename Make>
std::optional<Value> made(const std::optional<Read>& read, Make make) {
    return read ? std::optional(make(*read)) : std::nullopt;
}

}  // namespace

std::optional<Value> value_of(const FieldSpec& field, const JsonValue& written, std::string& data) {
    const std::string_view word = written.word();
    switch (field.type) {
        case FieldType::text:
        case FieldType::long_text:
        case FieldType::choice:
        case FieldType::text_set: return text_value(field, word, data);
        case FieldType::boolean:
            return written.is(JsonValue::Type::boolean) ? std::optional(Value::boolean(written.truth))
                                                        : std::nullopt;
        case FieldType::integer: return made(read_integer(word), Value::integer);
        case FieldType::date: return made(parse_iso_date(word), [](auto date) { return Value::date(date); });
        case FieldType::instant: return made(parse_iso_instant(word), Value::instant);
        case FieldType::reference:
        case FieldType::reference_set: return reference_value(field, word);
        case FieldType::rows: return row_value(field, written, data);
        case FieldType::photo: return photo_value(word, data);
    }
    return std::nullopt;
}

std::string shown(const JsonValue& written) {
    std::string out(written.word());
    const auto add = [&](std::string_view name, const JsonValue& value) {
        const std::string text = shown(value);
        if (text.empty()) return;
        if (!out.empty()) out += "; ";
        if (!name.empty()) out += std::string(name) + ": ";
        out += text;
    };
    for (const JsonValue& item : written.items)
        add({}, item);
    for (const auto& [name, value] : written.members)
        add(name, value);
    return out;
}

}  // namespace kith
