#include "exchange/tables/contact_columns.h"

#include <algorithm>
#include <array>
#include <vector>

#include "base/text.h"
#include "model/fields.h"

namespace kith {

namespace {

struct Rule {
    std::string_view heading;  // lower case; # stands for a number
    Column column;
    std::string_view label = {};
    std::size_t part = 0;
    FieldId field = {};
};

constexpr Rule of_field(std::string_view heading, FieldId field) {
    return {heading, Column::field, {}, 0, field};
}

constexpr std::size_t street = place_in_row(person::addresses::street);
constexpr std::size_t extended = place_in_row(person::addresses::extended);
constexpr std::size_t po_box = place_in_row(person::addresses::po_box);
constexpr std::size_t city = place_in_row(person::addresses::city);
constexpr std::size_t region = place_in_row(person::addresses::region);
constexpr std::size_t postal_code = place_in_row(person::addresses::postal_code);
constexpr std::size_t country = place_in_row(person::addresses::country);
constexpr std::size_t label = place_in_row(person::addresses::label);
constexpr std::size_t formatted = place_in_row(person::addresses::formatted);

constexpr auto organisation_name = static_cast<std::size_t>(JobPart::organisation);
constexpr auto role = static_cast<std::size_t>(JobPart::role);
constexpr auto department = static_cast<std::size_t>(JobPart::department);
constexpr auto place = static_cast<std::size_t>(JobPart::place);

// clang-format off
constexpr Rule rules[] = {
    // names
    of_field("first name", person::given_name), of_field("given name", person::given_name),
    of_field("firstname", person::given_name), of_field("vorname", person::given_name),
    of_field("middle name", person::additional_names), of_field("additional name", person::additional_names),
    of_field("last name", person::family_name), of_field("family name", person::family_name),
    of_field("lastname", person::family_name), of_field("surname", person::family_name),
    of_field("nachname", person::family_name),
    of_field("title", person::name_prefix), of_field("name prefix", person::name_prefix),
    of_field("suffix", person::name_suffix), of_field("name suffix", person::name_suffix),
    of_field("nickname", person::nickname), of_field("short name", person::nickname),
    of_field("maiden name", person::former_name),
    of_field("phonetic first name", person::phonetic_given), of_field("given name yomi", person::phonetic_given),
    of_field("phonetic middle name", person::phonetic_middle), of_field("additional name yomi", person::phonetic_middle),
    of_field("phonetic last name", person::phonetic_family), of_field("family name yomi", person::phonetic_family),
    {"name", Column::full_name}, {"full name", Column::full_name}, {"display name", Column::full_name},
    {"fullname", Column::full_name}, {"file as", Column::full_name},
    // reach
    {"email", Column::email}, {"e-mail", Column::email}, {"mail", Column::email}, {"email address", Column::email},
    {"e-mail address", Column::email}, {"e-mail # address", Column::email}, {"e-mail # - value", Column::email},
    {"email #", Column::email}, {"emails", Column::email}, {"e-mail-adresse", Column::email},
    {"e-mail # - label", Column::email_label}, {"e-mail # - type", Column::email_label},
    {"e-mail type", Column::ignored}, {"e-mail # type", Column::ignored},
    {"e-mail display name", Column::ignored}, {"e-mail # display name", Column::ignored},
    {"phone", Column::phone}, {"phone number", Column::phone}, {"telephone", Column::phone},
    {"phone # - value", Column::phone}, {"phone #", Column::phone}, {"telefon", Column::phone},
    {"phone # - label", Column::phone_label}, {"phone # - type", Column::phone_label},
    {"business phone", Column::phone, "work"}, {"business phone #", Column::phone, "work"},
    {"work phone", Column::phone, "work"}, {"company main phone", Column::phone, "main"},
    {"home phone", Column::phone, "home"}, {"home phone #", Column::phone, "home"},
    {"mobile phone", Column::phone, "mobile"}, {"mobile", Column::phone, "mobile"}, {"cell", Column::phone, "mobile"},
    {"cell phone", Column::phone, "mobile"}, {"business fax", Column::phone, "work fax"},
    {"home fax", Column::phone, "home fax"}, {"other fax", Column::phone, "other fax"},
    {"other phone", Column::phone, "other"}, {"primary phone", Column::phone, "main"},
    {"car phone", Column::phone, "car"}, {"pager", Column::phone, "pager"},
    {"assistant's phone", Column::phone, "assistant"}, {"radio phone", Column::phone, "radio"},
    {"im # - value", Column::message}, {"im # - service", Column::message_service},
    {"im # - type", Column::message_label}, {"im # - label", Column::message_label},
    {"website # - value", Column::link}, {"website # - label", Column::link_label}, {"website # - type", Column::link_label},
    {"web page", Column::link}, {"website", Column::link}, {"url", Column::link}, {"homepage", Column::link},
    {"linkedin", Column::link, "LinkedIn"}, {"linkedin url", Column::link, "LinkedIn"},
    {"profile url", Column::link}, {"personal web page", Column::link},
    // work
    {"company", Column::job, {}, organisation_name}, {"organization", Column::job, {}, organisation_name},
    {"organisation", Column::job, {}, organisation_name}, {"employer", Column::job, {}, organisation_name},
    {"firma", Column::job, {}, organisation_name},
    {"organization name", Column::job, {}, organisation_name}, {"organization # - name", Column::job, {}, organisation_name},
    {"position", Column::job, {}, role}, {"job title", Column::job, {}, role}, {"role", Column::job, {}, role},
    {"organization title", Column::job, {}, role}, {"organization # - title", Column::job, {}, role},
    {"department", Column::job, {}, department}, {"organization department", Column::job, {}, department},
    {"organization # - department", Column::job, {}, department},
    {"office location", Column::job, {}, place}, {"organization # - location", Column::job, {}, place},
    {"organization # - type", Column::ignored},
    // dates
    of_field("birthday", person::birthday), of_field("birth date", person::birthday), of_field("date of birth", person::birthday),
    of_field("geburtstag", person::birthday),
    {"anniversary", Column::date, "anniversary"}, {"event # - value", Column::date},
    {"event # - label", Column::date_label}, {"event # - type", Column::date_label},
    {"connected on", Column::connected_on},
    // people around them
    {"relation # - value", Column::related}, {"relation # - label", Column::related_label},
    {"relation # - type", Column::related_label}, {"manager's name", Column::related, "manager"},
    {"assistant's name", Column::related, "assistant"}, {"spouse", Column::related, "spouse"},
    {"children", Column::related, "child"}, {"referred by", Column::related, "referred by"},
    // the rest
    of_field("notes", person::notes), of_field("note", person::notes), of_field("comments", person::notes),
    of_field("location", person::place), of_field("place", person::place), of_field("headline", person::headline),
    of_field("pronouns", person::pronouns), of_field("industry", person::industries), of_field("skills", person::skills),
    {"labels", Column::tags}, {"group membership", Column::tags}, {"categories", Column::tags}, {"tags", Column::tags},
    {"groups", Column::tags},
    {"custom field # - value", Column::custom}, {"custom field # - label", Column::custom_label},
    {"custom field # - type", Column::custom_label},
    // addresses
    {"address # - label", Column::address, {}, label}, {"address # - type", Column::address, {}, label},
    {"address # - formatted", Column::address, {}, formatted}, {"address # - street", Column::address, {}, street},
    {"address # - city", Column::address, {}, city}, {"address # - po box", Column::address, {}, po_box},
    {"address # - region", Column::address, {}, region}, {"address # - postal code", Column::address, {}, postal_code},
    {"address # - country", Column::address, {}, country}, {"address # - extended address", Column::address, {}, extended},
    {"address", Column::address, {}, formatted}, {"street", Column::address, {}, street}, {"city", Column::address, {}, city},
    {"state", Column::address, {}, region}, {"region", Column::address, {}, region}, {"zip", Column::address, {}, postal_code},
    {"postal code", Column::address, {}, postal_code}, {"zip code", Column::address, {}, postal_code},
    {"country", Column::address, {}, country},
    {"business address", Column::address, "work", formatted}, {"business street", Column::address, "work", street},
    {"business street #", Column::address, "work", extended}, {"business city", Column::address, "work", city},
    {"business state", Column::address, "work", region}, {"business postal code", Column::address, "work", postal_code},
    {"business country", Column::address, "work", country}, {"business country/region", Column::address, "work", country},
    {"business address po box", Column::address, "work", po_box},
    {"home address", Column::address, "home", formatted}, {"home street", Column::address, "home", street},
    {"home street #", Column::address, "home", extended}, {"home city", Column::address, "home", city},
    {"home state", Column::address, "home", region}, {"home postal code", Column::address, "home", postal_code},
    {"home country", Column::address, "home", country}, {"home country/region", Column::address, "home", country},
    {"home address po box", Column::address, "home", po_box},
    {"other address", Column::address, "other", formatted}, {"other street", Column::address, "other", street},
    {"other street #", Column::address, "other", extended}, {"other city", Column::address, "other", city},
    {"other state", Column::address, "other", region}, {"other postal code", Column::address, "other", postal_code},
    {"other country", Column::address, "other", country}, {"other country/region", Column::address, "other", country},
    {"other address po box", Column::address, "other", po_box},
    // about the table, not the person
    {"initials", Column::ignored}, {"yomi name", Column::ignored}, {"organization # - yomi name", Column::ignored},
};
// clang-format on

/// The heading in lower case with its number as #.
std::string pattern_of(std::string_view heading, std::size_t& number) {
    std::string pattern;
    number = 1;
    const std::string lower = ascii_lower(collapse_spaces(heading));
    for (std::size_t i = 0; i < lower.size(); ++i) {
        if (lower[i] < '0' || lower[i] > '9') {
            pattern += lower[i];
            continue;
        }
        number = 0;
        for (; i < lower.size() && lower[i] >= '0' && lower[i] <= '9'; ++i) {
            number = std::min<std::size_t>(number * 10 + static_cast<std::size_t>(lower[i] - '0'), 100'000);
        }
        --i;
        pattern += '#';
    }
    return pattern;
}

/// A column of Kith's own export is called by the field's key.
std::optional<ColumnMeaning> by_key(std::string_view heading) {
    const FieldSpec* field = find_field(Kind::person, heading);
    if (field == nullptr || field->id.number() == 0) return std::nullopt;
    switch (field->type) {
        case FieldType::reference:
        case FieldType::reference_set:
        case FieldType::rows:
        case FieldType::photo: return std::nullopt;
        default: return ColumnMeaning{Column::field, field->id, {}, 0, 1};
    }
}

}  // namespace

std::optional<ColumnMeaning> meaning_of(std::string_view heading) {
    ColumnMeaning meaning;
    const std::string pattern = pattern_of(heading, meaning.number);
    const auto at = std::ranges::find(rules, std::string_view(pattern), &Rule::heading);
    if (at == std::end(rules)) return by_key(trim(heading));
    meaning.column = at->column;
    meaning.field = at->field;
    meaning.label = at->label;
    meaning.part = at->part;
    return meaning;
}

}  // namespace kith
