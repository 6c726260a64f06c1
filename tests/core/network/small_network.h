// A network told in a few lines: who knows whom, who met whom, who worked where.
#pragma once

#include "../planning/world.h"
#include "network/snapshot.h"

namespace kith::testing {

struct SmallNetwork : World {
    ContactGraph contacts;

    /// The person of that first name; made if new.
    RecordId who(const std::string& name) {
        RecordId found;
        workspace.for_each(Kind::person, [&](RecordId record) {
            if (workspace.text(record, person::given_name) == name) found = record;
        });
        if (found) return found;
        edit([&](Draft& draft) {
            found = draft.create(Kind::person, random);
            draft.set_text(found, person::given_name, name);
        });
        return found;
    }
    void set(const std::string& name, FieldId field, std::string_view text) {
        const RecordId record = who(name);
        edit([&](Draft& draft) { draft.set_text(record, field, text); });
    }
    void set(const std::string& name, FieldId field, Day day) {
        const RecordId record = who(name);
        edit([&](Draft& draft) { draft.set(record, field, date_value(day)); });
    }
    RecordId named(Kind kind, FieldId field, std::string_view name) {
        RecordId found;
        workspace.for_each(kind, [&](RecordId record) {
            if (workspace.text(record, field) == name) found = record;
        });
        if (found) return found;
        edit([&](Draft& draft) {
            found = draft.create(kind, random);
            draft.set_text(found, field, name);
        });
        return found;
    }
    RecordId firm(std::string_view name) { return named(Kind::organisation, organisation::name, name); }

    RecordId knows(const std::string& a, const std::string& b, std::string_view closeness = "well",
        std::optional<Day> since = {}, std::optional<Day> until = {}) {
        const RecordId one = who(a);
        const RecordId other = who(b);
        RecordId record;
        edit([&](Draft& draft) {
            record = draft.create(Kind::tie, random);
            draft.set(record, tie::a, Value::reference(one));
            draft.set(record, tie::b, Value::reference(other));
            draft.set_text(record, tie::closeness, closeness);
            if (since) draft.set(record, tie::since, date_value(*since));
            if (until) draft.set(record, tie::until, date_value(*until));
        });
        return record;
    }
    RecordId met(Day day, const std::vector<std::string>& names) {
        std::vector<RecordId> people;
        for (const std::string& name : names)
            people.push_back(who(name));
        return interaction(day, people);
    }
    RecordId works(const std::string& name, std::string_view where, std::optional<Day> from = {},
        std::optional<Day> to = {}, std::string_view role = "") {
        const RecordId one = who(name);
        const RecordId organisation = firm(where);
        RecordId record;
        edit([&](Draft& draft) {
            record = draft.create(Kind::affiliation, random);
            draft.set(record, affiliation::person, Value::reference(one));
            draft.set(record, affiliation::organisation, Value::reference(organisation));
            draft.set_text(record, affiliation::role, role);
            if (from) draft.set(record, affiliation::from, date_value(*from));
            if (to) draft.set(record, affiliation::to, date_value(*to));
        });
        return record;
    }
    RecordId favour(const std::string& name, std::string_view direction, std::string_view kind, Day on,
        std::string_view stage = "done", const std::string& introduced = "") {
        const RecordId one = who(name);
        const RecordId other = introduced.empty() ? RecordId{} : who(introduced);
        RecordId record;
        edit([&](Draft& draft) {
            record = draft.create(Kind::favour, random);
            draft.set(record, favour::person, Value::reference(one));
            draft.set_text(record, favour::direction, direction);
            draft.set_text(record, favour::kind, kind);
            draft.set_text(record, favour::stage, stage);
            draft.set(record, favour::done_on, date_value(on));
            if (other) draft.set(record, favour::introduced, Value::reference(other));
        });
        return record;
    }

    NodeIndex node(const std::string& name) {
        contacts.update(workspace);
        return contacts.find(who(name));
    }
    /// Null: no edge.
    const ContactEdge* edge(const std::string& a, const std::string& b) {
        const NodeIndex one = node(a);
        return contacts.between(one, node(b));
    }
    const ContactEdge* own_edge(const std::string& name) {
        return contacts.between(ContactGraph::self, node(name));
    }
    bool acquainted(const std::string& a, const std::string& b, Day day) {
        const ContactEdge* found = edge(a, b);
        return found != nullptr && acquainted_on(*found, day);
    }
    GraphSnapshot graph() {
        contacts.update(workspace);
        return graph_on(contacts, {.day = today});
    }
    std::string name(NodeIndex contact) const {
        return contact == ContactGraph::self ? "me" : person_name(workspace, contacts.node(contact).record);
    }
};

}  // namespace kith::testing
