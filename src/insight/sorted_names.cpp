#include "insight/sorted_names.h"

#include "base/text.h"
#include "identity/name_reading.h"
#include "model/fields.h"
#include "model/joined_name.h"
#include "workspace/names.h"
#include "workspace/settings.h"

namespace kith {

namespace {

constexpr std::string_view by_family = "family";

/// The parts of a name one behind the other, so that a shorter part stands before all that begin like it.
std::string one_behind_the_other(std::initializer_list<std::string_view> parts) {
    std::string key;
    for (const std::string_view part : parts) {
        if (part.empty()) continue;
        if (!key.empty()) key += ' ';
        key += fold(trim(part));
    }
    return key;
}

}  // namespace

NameOrder name_order(const Workspace& workspace) {
    return setting_text(workspace, settings::name_order) == by_family ? NameOrder::family_first
                                                                      : NameOrder::given_first;
}

std::string_view name_order_text(NameOrder order) {
    return order == NameOrder::family_first ? by_family : std::string_view{};
}

std::string sorting_name(const Workspace& workspace, RecordId person, NameOrder order) {
    const auto text = [&](FieldId field) { return std::string(workspace.text(person, field)); };
    const identity::ReadName name = identity::read_name({.prefix = {},
        .given = text(person::given_name),
        .additional = text(person::additional_names),
        .family = text(person::family_name),
        .suffix = {},
        .shown = text(person::display_name),
        .phonetic_given = {},
        .phonetic_family = {}});
    if (name.empty()) return fold(person_name(workspace, person));
    const std::string_view family =
        std::string_view(name.family).substr(identity::particle_length(name.family));
    const std::string_view particle =
        std::string_view(name.family).substr(0, identity::particle_length(name.family));
    if (order == NameOrder::family_first || is_east_asian(name.family))
        return one_behind_the_other({family, name.given, name.additional, particle, name.generation});
    return one_behind_the_other({name.given, name.additional, family, particle, name.generation});
}

}  // namespace kith
