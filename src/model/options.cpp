// Compares the enums of fields.h with the table. Here and not where they are declared, since every file of the
// program would pay for it.
#include <algorithm>
#include <span>
#include <string_view>

#include "base/enums.h"
#include "model/fields.h"

namespace kith {

namespace {

/// An option's name is its key. Where C++ allows no such name it is one that ends with the number
/// ("closest_5" for "5") or with an underscore ("friend_").
constexpr bool is_name_of(std::string_view key, std::string_view name) {
    if (name == key) return true;
    const bool number = key.front() >= '0' && key.front() <= '9';
    const std::string_view rest =
        number ? name.substr(0, name.find_last_not_of("0123456789") + 1) : name.substr(0, key.size());
    return number ? rest.ends_with('_') && name.substr(rest.size()) == key
                  : rest == key && name.substr(rest.size()) == "_";
}

/// Whether the values of an enum from `first` on, and no others, are named as the list of that field.
template <typename Names>
consteval bool names_list_of(FieldId id, std::size_t first) {
    std::string_view list;
    for (const FieldSpec& field : schema_table::fields) {
        if (field.id == id) list = field.list;
    }
    for (const std::string_view name : std::span(enumerator_names<Names>).subspan(first)) {
        const std::string_view key = list.substr(0, list.find(' '));
        if (key.empty() || !is_name_of(key, name)) return false;
        list.remove_prefix(std::min(key.size() + 1, list.size()));
    }
    return list.empty();
}

template <typename Names>
consteval bool names_all_of(const NamedOptions<Names>& field) {
    static_assert(static_cast<std::uint8_t>(Names::none) == 0);
    static_assert(static_cast<std::uint8_t>(Names::unknown) == unknown_option);
    return names_list_of<Names>(field, 1);
}
template <typename Part>
consteval bool names_all_of(const RowsField<Part>& field) {
    return names_list_of<Part>(field, 0);
}

constexpr bool checked[] = {
    names_all_of(person::contact_points),
    names_all_of(person::addresses),
    names_all_of(person::links),
    names_all_of(person::dates),
    names_all_of(person::circle),
    names_all_of(person::standing),
    names_all_of(person::decides),
    names_all_of(person::properties),
    names_all_of(person::related),
    names_all_of(organisation::kind),
    names_all_of(organisation::links),
    names_all_of(organisation::properties),
    names_all_of(organisation::contact_points),
    names_all_of(tie::kinds),
    names_all_of(tie::closeness),
    names_all_of(tie::origin),
    names_all_of(interaction::kind),
    names_all_of(interaction::begun_by),
    names_all_of(favour::direction),
    names_all_of(favour::kind),
    names_all_of(favour::stage),
    names_all_of(favour::materials),
    names_all_of(mentorship::side),
    names_all_of(mentorship::kind),
    names_all_of(mentorship::commitments),
    names_all_of(mentorship::stage),
    names_all_of(event::kind),
    names_all_of(event::worth),
    names_all_of(event::going),
    names_all_of(project::kind),
    names_all_of(goal::obstacles),
    names_all_of(goal::needs),
    names_all_of(goal::stage),
    names_all_of(action::promised_by),
    names_all_of(opportunity::kind),
    names_all_of(opportunity::advertised),
    names_all_of(opportunity::stage_history),
    names_all_of(achievement::kind),
    names_all_of(celebration::kind),
};
static_assert(
    std::ranges::all_of(checked, std::identity{}), "an enum of fields.h is not as the table has it");
static_assert(std::ranges::count_if(schema_table::fields,
                  [](const FieldSpec& field) { return !field.list.empty(); }) == std::size(checked),
    "each field with options or parts has an enum, and each enum is looked at here");

}  // namespace

}  // namespace kith
