#include "exchange/people/identity_entries.h"

#include "exchange/people/matching.h"
#include "model/fields.h"

namespace kith {

namespace {

identity::NumberUse use_of(std::string_view label) {
    // Labels as readers write them: "work fax", "home", "mobile, work".
    if (label.contains("mobile")) return identity::NumberUse::mobile;
    if (label.contains("work") || label.contains("main") || label.contains("fax"))
        return identity::NumberUse::work;
    if (label.contains("home")) return identity::NumberUse::home;
    return identity::NumberUse::unknown;
}

void add_row(identity::Entry& entry, FieldId field, Value row) {
    if (field == person::contact_points) {
        const std::string_view kind = row_part(row, person::contact_points::kind);
        std::string value(row_part(row, person::contact_points::value));
        if (kind == contact::email)
            entry.emails.push_back(std::move(value));
        else if (kind == contact::phone)
            entry.numbers.push_back({std::move(value), use_of(row_part(row, person::contact_points::label))});
    } else if (field == person::links) {
        entry.profiles.emplace_back(row_part(row, person::links::url));
    } else if (field == person::addresses) {
        entry.addresses.push_back({.street = std::string(row_part(row, person::addresses::street)),
            .city = std::string(row_part(row, person::addresses::city)),
            .postal_code = std::string(row_part(row, person::addresses::postal_code)),
            .country = std::string(row_part(row, person::addresses::country))});
    }
}

constexpr FieldId rows[] = {person::contact_points, person::links, person::addresses};

/// From a plain text field to what it says: `text(field)`.
template <typename Text>
identity::NameFields name_of(Text text) {
    return {.prefix = std::string(text(person::name_prefix)),
        .given = std::string(text(person::given_name)),
        .additional = std::string(text(person::additional_names)),
        .family = std::string(text(person::family_name)),
        .suffix = std::string(text(person::name_suffix)),
        .shown = std::string(text(person::display_name)),
        .phonetic_given = std::string(text(person::phonetic_given)),
        .phonetic_family = std::string(text(person::phonetic_family))};
}

void add_nickname(identity::Entry& entry, std::string_view nickname) {
    if (!nickname.empty()) entry.nicknames.emplace_back(nickname);
}

}  // namespace

identity::Entry identity_entry(const Card& card, std::uint32_t first_file) {
    identity::Entry entry;
    entry.source = first_file + card.file;
    entry.name = name_of([&](FieldId field) { return card.text(field); });
    add_nickname(entry, card.text(person::nickname));
    for (const Entry& one : card.entries) {
        add_row(entry, one.field, one.value);
        if (one.field == person::uid) entry.uids.emplace_back(one.value.as_text());
        if (one.field == person::birthday) entry.birthday = one.value.as_date();
    }
    for (const CardJob& job : card.jobs)
        entry.work.push_back({std::string(job.organisation), std::string(job.role)});
    return entry;
}

identity::Entry identity_entry(const Workspace& workspace, RecordId record, std::uint32_t source) {
    identity::Entry entry;
    entry.source = source;
    entry.name = name_of([&](FieldId field) { return workspace.text(record, field); });
    add_nickname(entry, workspace.text(record, person::nickname));
    for (const FieldId field : rows) {
        workspace.for_each_element(
            record, field, [&](const Element& element) { add_row(entry, field, element.value); });
    }
    const std::string_view uid = workspace.text(record, person::uid);
    if (!uid.empty()) entry.uids.emplace_back(uid);
    entry.exported_as = derived_uid(record);
    entry.birthday = workspace.get(record, person::birthday).as_date();
    for (const RecordId job : workspace.referrers(record, affiliation::person)) {
        if (!workspace.live(job)) continue;
        const RecordId organisation = workspace.reference(job, affiliation::organisation);
        entry.work.push_back({std::string(workspace.text(organisation, organisation::name)),
            std::string(workspace.text(job, affiliation::role))});
    }
    return entry;
}

}  // namespace kith
