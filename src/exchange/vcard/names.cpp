#include "exchange/vcard/names.h"

#include <algorithm>

#include "base/text.h"
#include "model/fields.h"

namespace kith {

namespace {

constexpr std::string_view own_prefix = "X-KITH-";

/// Fields that cards.cpp and out/vcard.cpp handle, or that are not the person's.
bool needs_a_hand(const FieldSpec& field) {
    constexpr FieldId by_hand[] = {person::given_name, person::additional_names, person::family_name,
        person::name_prefix, person::name_suffix, person::display_name, person::former_name, person::photo,
        person::contact_points, person::addresses, person::links, person::birthday, person::dates,
        person::tags, person::notes, person::properties, person::sources, person::uid, person::self,
        person::related, state_field(Kind::person)};
    if (std::ranges::find(by_hand, field.id) != std::end(by_hand)) return true;
    switch (field.type) {
        case FieldType::reference:
        case FieldType::reference_set:
        case FieldType::rows:
        case FieldType::photo:
        case FieldType::instant: return true;
        default: return field.id == person::sample || field.id == organisation::sample;
    }
}

}  // namespace

const FieldSpec* field_of_property(std::string_view name) {
    std::string key;
    if (name.starts_with(own_prefix)) {
        key = ascii_lower(name.substr(own_prefix.size()));
        std::ranges::replace(key, '-', '_');
    }
    for (const FieldSpec& field : fields_of(Kind::person)) {
        const bool meant = key.empty() ? !field.vcard.empty() && field.vcard == name : field.key == key;
        if (meant) return needs_a_hand(field) ? nullptr : &field;
    }
    return nullptr;
}

std::string property_of_field(const FieldSpec& field) {
    if (needs_a_hand(field)) return {};
    if (!field.vcard.empty()) return std::string(field.vcard);
    std::string name(own_prefix);
    for (const char c : field.key)
        name += c == '_' ? '-' : c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : c;
    return name;
}

namespace {

struct TypeName {
    std::string_view type;  // as vCards say it, in lower case
    std::string_view word;  // as people do; empty: says nothing
};
constexpr TypeName type_names[] = {
    {"cell", "mobile"},
    {"home", "home"},
    {"work", "work"},
    {"fax", "fax"},
    {"pager", "pager"},
    {"main", "main"},
    {"other", "other"},
    {"car", "car"},
    {"video", "video"},
    {"textphone", "textphone"},
    {"iphone", "iphone"},
    {"internet", ""},
    {"voice", ""},
    {"pref", ""},
    {"msg", ""},
    {"text", ""},
    {"x400", ""},
    {"dom", ""},
    {"intl", ""},
    {"postal", ""},
    {"parcel", ""},
};

}  // namespace

std::string label_of_types(std::span<const VcardParameter> parameters) {
    std::string label;
    for (const VcardParameter& parameter : parameters) {
        if (!equal_ignoring_ascii_case(parameter.name, "TYPE")) continue;
        const std::string type = ascii_lower(parameter.value);
        const auto known = std::ranges::find(type_names, std::string_view(type), &TypeName::type);
        const std::string_view word = known != std::end(type_names) ? known->word : std::string_view(type);
        if (word.empty()) continue;
        if (!label.empty()) label += ' ';
        label += word;
    }
    return label;
}

std::string types_of_label(std::string_view label) {
    std::string types;
    if (label.empty()) return types;
    for (const std::string_view word : split(label, ' ')) {
        const auto known = std::ranges::find(type_names, word, &TypeName::word);
        if (word.empty() || known == std::end(type_names)) return {};
        if (!types.empty()) types += ',';
        for (const char c : known->type)
            types += static_cast<char>(c - 32);
    }
    return types;
}

std::string kept_parameters(std::span<const VcardParameter> parameters) {
    std::string out;
    for (const VcardParameter& parameter : parameters) {
        if (equal_ignoring_ascii_case(parameter.name, "CHARSET")) continue;
        std::string value = parameter_value(parameter.value);
        if (equal_ignoring_ascii_case(parameter.name, "ENCODING")) {
            if (equal_ignoring_ascii_case(value, "QUOTED-PRINTABLE") ||
                equal_ignoring_ascii_case(value, "8BIT"))
                continue;
            if (equal_ignoring_ascii_case(value, "BASE64")) value = "b";
        }
        if (!out.empty()) out += ';';
        out += parameter.name;
        out += '=';
        out += value;
    }
    return out;
}

}  // namespace kith
