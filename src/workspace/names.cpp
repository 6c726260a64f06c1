#include "workspace/names.h"

#include <algorithm>

#include "base/text.h"
#include "model/fields.h"
#include "model/joined_name.h"
#include "model/meanings.h"

namespace kith {

namespace {

std::string name_from_parts(const Workspace& workspace, RecordId person) {
    const auto part = [&](FieldId field) { return workspace.text(person, field); };
    return joined_name(part(person::name_prefix), part(person::given_name), part(person::additional_names),
        part(person::family_name), part(person::name_suffix));
}

}  // namespace

std::string person_name(const Workspace& workspace, RecordId person) {
    if (const auto shown = workspace.text(person, person::display_name); !shown.empty())
        return std::string(shown);
    if (std::string name = name_from_parts(workspace, person); !name.empty()) return name;
    if (const auto nickname = workspace.text(person, person::nickname); !nickname.empty())
        return std::string(nickname);
    if (const RecordId affiliation = main_affiliation(workspace, person)) {
        const auto organisation =
            workspace.text(workspace.reference(affiliation, affiliation::organisation), organisation::name);
        if (!organisation.empty()) return std::string(organisation);
    }
    const auto points = workspace.elements(person, person::contact_points);
    return points.empty() ? std::string{}
                          : std::string(row_part(points.front().value, person::contact_points::value));
}

std::string record_name(const Workspace& workspace, RecordId record) {
    const Kind kind = kind_of(record);
    if (kind == Kind::person) return person_name(workspace, record);
    for (const std::string_view key :
        {"name", "title", "wish", "what", "about", "summary", "field", "role"}) {
        const FieldSpec* field = find_field(kind, key);
        if (field == nullptr) continue;
        if (const auto text = workspace.text(record, field->id); !text.empty()) return std::string(text);
    }
    return {};
}

Argument named(const Workspace& workspace, RecordId record) {
    const std::string name = record_name(workspace, record);
    if (kind_of(record) == Kind::person) return ArgumentView::person(record, name);
    return ArgumentView::record(record, name);
}

const FieldSpec* title_field(Kind kind) {
    for (const std::string_view key : {"name", "title", "wish", "what", "about", "summary"}) {
        if (const FieldSpec* field = find_field(kind, key)) return field;
    }
    return nullptr;
}

std::string favour_subject(const Workspace& workspace, RecordId favour) {
    if (const auto about = workspace.text(favour, favour::about); !about.empty()) return std::string(about);
    const RecordId introduced = workspace.reference(favour, favour::introduced);
    return workspace.live(introduced) ? person_name(workspace, introduced) : std::string{};
}

std::string initials(const Workspace& workspace, RecordId person) {
    const std::string_view given = workspace.text(person, person::given_name);
    const std::string_view family = workspace.text(person, person::family_name);
    if (is_east_asian(family)) return std::string(first_graphemes(family, 1));
    std::string letters;
    if (!given.empty() || !family.empty()) {
        letters += first_graphemes(given, 1);
        letters += first_graphemes(family, 1);
        return letters;
    }
    const std::string name = person_name(workspace, person);
    if (is_east_asian(name)) return std::string(first_graphemes(name, 1));
    const auto words = split(name, ' ');
    letters += first_graphemes(words.front(), 1);
    if (words.size() > 1) letters += first_graphemes(words.back(), 1);
    return letters;
}

bool is_past(const Workspace& workspace, RecordId affiliation) {
    return workspace.flag(affiliation, affiliation::past) ||
        !workspace.date(affiliation, affiliation::to).empty();
}

std::vector<RecordId> affiliations_of(const Workspace& workspace, RecordId person) {
    std::vector<RecordId> found = workspace.referrers(person, affiliation::person);
    std::ranges::stable_sort(found, [&](RecordId a, RecordId b) {
        const bool a_past = is_past(workspace, a);
        const bool b_past = is_past(workspace, b);
        if (a_past != b_past) return b_past;
        return workspace.date(a, affiliation::from).earliest().value_or(Day{}) >
            workspace.date(b, affiliation::from).earliest().value_or(Day{});
    });
    return found;
}

RecordId main_affiliation(const Workspace& workspace, RecordId person) {
    RecordId first;
    for (const RecordId affiliation : affiliations_of(workspace, person)) {
        if (is_past(workspace, affiliation)) break;
        if (!first) first = affiliation;
        const RecordId organisation = workspace.reference(affiliation, affiliation::organisation);
        const auto kind = workspace.choice(organisation, organisation::kind);
        if (!is_membership(kind)) return affiliation;
    }
    return first;
}

RecordId self(const Workspace& workspace) {
    for (const RecordId person : workspace.ever_self()) {
        if (workspace.live(person) && workspace.flag(person, person::self)) return person;
    }
    return {};
}

}  // namespace kith
