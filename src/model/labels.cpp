#include "model/labels.h"

#include "base/formats.h"
#include "base/formatter.h"
#include "model/fields.h"

namespace kith {

namespace {

std::string key_of(Kind kind) {
    const KindSpec* spec = find_kind(kind);
    return std::string(spec != nullptr ? spec->key : "");
}

}  // namespace

std::string kind_name(const Catalogue& words, Kind kind, std::size_t count) {
    PlainFormats formats;  // the name has no number in it
    return Formatter(words, formats, {}).format("kind." + key_of(kind), {count});
}

std::string kind_inside(const Catalogue& words, Kind kind) {
    return std::string(words.get("kind_inside." + key_of(kind)));
}

std::string field_label(const Catalogue& words, const FieldSpec& field) {
    const std::string key = "field." + key_of(field.id.kind()) + "." + std::string(field.key);
    return std::string(words.has(key) ? words.get(key) : field.label);
}

std::string option_label(const Catalogue& words, const FieldSpec& field, std::string_view option) {
    const std::string shared = std::string(field.key) + "." + std::string(option);
    for (const std::string& key : {"option." + key_of(field.id.kind()) + "." + shared, "option." + shared}) {
        if (words.has(key)) return std::string(words.get(key));
    }
    std::string label(option);
    for (char& letter : label) {
        if (letter == '_') letter = ' ';
    }
    if (!label.empty() && label[0] >= 'a' && label[0] <= 'z')
        label[0] = static_cast<char>(label[0] - 'a' + 'A');
    return label;
}

std::string circle_name(const Catalogue& words, std::string_view circle) {
    return option_label(words, *find_field(person::circle), circle.empty() ? "beyond" : circle);
}

std::string circle_name(const Catalogue& words, enum person::circle circle) {
    return circle_name(words, person::circle.key(circle));
}

}  // namespace kith
