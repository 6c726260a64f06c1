#include "exchange/people/matching.h"

#include <algorithm>
#include <cctype>

#include "base/text.h"
#include "exchange/cards/reach.h"
#include "identity/name_reading.h"
#include "model/fields.h"

namespace kith {

std::string organisation_key(std::string_view name) {
    return fold(collapse_spaces(name));
}

namespace {

void add_key(Identity& identity, std::string_view text) {
    if (!text.empty()) identity.keys.push_back({KeyKind::name, hash_text(text)});
}

/// What people without a name go by instead is a question too, as a name is. Cards that have a name don't
/// ask it: colleagues share websites. Who is here may have been given a name since.
void add_stand_in(Identity& identity, std::string_view text) {
    if (!text.empty()) add_key(identity, "\n" + fold(text));
}

void add_row(Identity& identity, FieldId field, Value row) {
    if (field == person::contact_points) {
        add_stand_in(identity, row_part(row, person::contact_points::value));
    } else if (field == person::links) {
        const std::string_view url = row_part(row, person::links::url);
        const std::string key = url_key(url);
        add_stand_in(identity, key.empty() ? url : key);  // "https://" leads nowhere, but is written
    }
}

/// The words of a name, whichever field they stand in; empty if there is none.
template <typename Text>
std::string name_of(Text text) {
    std::string name;
    const auto add = [&](std::string_view part) {
        for (const std::string_view word : split(part, ' ')) {
            if (std::ranges::any_of(
                    word, [](char c) { return std::isalnum(static_cast<unsigned char>(c)) || (c & 0x80); }))
                name += (name.empty() ? "" : " ") + std::string(word);
        }
    };
    const identity::ReadName read = identity::read_name({.given = std::string(text(person::given_name)),
        .family = std::string(text(person::family_name)),
        .shown = std::string(text(person::display_name))});
    add(fold(read.given));
    add(fold(read.family));
    return name;
}

/// The words of a name in any order; without one, whatever else there is.
template <typename Text>
void add_names(Identity& identity, Text text) {
    const std::string name = name_of(text);
    identity.nameless = name.empty();
    if (!name.empty()) {
        const std::vector<std::string_view> words = split(name, ' ');
        add_key(identity, std::string(words.front()) + ' ' + std::string(words.back()));
        return;
    }
    // Names without a word that could be compared ("...", a middle name alone) stand in for one, each by itself.
    for (const FieldId field :
        {person::given_name, person::additional_names, person::family_name, person::display_name})
        add_stand_in(identity, text(field));
}

void add_work(Identity& identity, std::string_view organisation, std::string_view role) {
    add_stand_in(identity, organisation_key(organisation.empty() ? role : organisation));
}

}  // namespace

Identity identity_of(const Card& card) {
    Identity identity;
    add_names(identity, [&](FieldId field) { return card.text(field); });
    if (!identity.nameless) return identity;
    for (const Entry& entry : card.entries)
        add_row(identity, entry.field, entry.value);
    for (const CardJob& job : card.jobs)
        add_work(identity, job.organisation, job.role);
    add_stand_in(identity, card.text(person::nickname));
    return identity;
}

Identity identity_of(const Workspace& workspace, RecordId record) {
    Identity identity;
    add_names(identity, [&](FieldId field) { return workspace.text(record, field); });
    for (const FieldId field : {FieldId(person::contact_points), FieldId(person::links)}) {
        workspace.for_each_element(
            record, field, [&](const Element& element) { add_row(identity, field, element.value); });
    }
    for (const RecordId affiliation : workspace.referrers(record, affiliation::person)) {
        const RecordId organisation = workspace.reference(affiliation, affiliation::organisation);
        add_work(identity, workspace.text(organisation, organisation::name),
            workspace.text(affiliation, affiliation::role));
    }
    add_stand_in(identity, workspace.text(record, person::nickname));
    return identity;
}

std::string derived_uid(RecordId person) {
    // RFC 9562 §5.8: version 8 is for what one makes oneself.
    const std::string high = to_hex(person.value);
    const std::string low = to_hex(mix(person.value));
    return "urn:uuid:" + high.substr(0, 8) + "-" + high.substr(8, 4) + "-8" + high.substr(12, 3) + "-a" +
        low.substr(0, 3) + "-" + high.substr(15, 1) + low.substr(3, 11);
}

void KeyIndex::reserve(std::size_t keys) {
    first_.reserve(keys);
    links_.reserve(keys);
}

void KeyIndex::add(PersonKey key, std::uint64_t who) {
    const auto [at, fresh] = first_.try_emplace(mixed(key), none);
    links_.push_back({who, at->second});
    at->second = static_cast<std::uint32_t>(links_.size() - 1);
}

}  // namespace kith
