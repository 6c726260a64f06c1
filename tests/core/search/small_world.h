// A workspace to search in, built a line at a time.
#pragma once

#include <doctest/doctest.h>

#include <string>
#include <string_view>

#include "base/random.h"
#include "model/fields.h"
#include "search/search.h"
#include "workspace/names.h"
#include "workspace/workspace.h"

namespace kith::testing {

struct SmallWorld {
    Workspace workspace{ReplicaId{7}};
    Random random{42};
    SearchIndex index;
    std::int64_t minute = 0;

    Instant now() { return Instant{std::chrono::minutes{30'000'000 + ++minute}}; }

    void commit(Draft draft) { REQUIRE(workspace.commit(std::move(draft), now())); }

    RecordId person(std::string_view given, std::string_view family) {
        Draft draft({"test", {}});
        const RecordId record = draft.create(Kind::person, random);
        draft.set_text(record, person::given_name, given);
        draft.set_text(record, person::family_name, family);
        commit(std::move(draft));
        return record;
    }
    RecordId named(Kind kind, FieldId field, std::string_view name) {
        Draft draft({"test", {}});
        const RecordId record = draft.create(kind, random);
        draft.set_text(record, field, name);
        commit(std::move(draft));
        return record;
    }
    RecordId organisation(std::string_view name) {
        return named(Kind::organisation, organisation::name, name);
    }
    RecordId works_at(RecordId who, RecordId where, std::string_view role) {
        Draft draft({"test", {}});
        const RecordId record = draft.create(Kind::affiliation, random);
        draft.set(record, affiliation::person, Value::reference(who));
        draft.set(record, affiliation::organisation, Value::reference(where));
        draft.set_text(record, affiliation::role, role);
        commit(std::move(draft));
        return record;
    }
    void set(RecordId record, FieldId field, std::string_view text) {
        Draft draft({"test", {}});
        draft.set_text(record, field, text);
        commit(std::move(draft));
    }
    void contact(RecordId record, std::string_view kind, std::string_view value) {
        Draft draft({"test", {}});
        draft.add_row(record, person::contact_points, {kind, value, "", ""}, random);
        commit(std::move(draft));
    }

    SearchResults find(std::string_view query, SearchOptions options = {}) {
        index.update(workspace);
        return index.find(workspace, query, options);
    }
    /// The names of what is found, in order, with " · " between.
    std::string names(std::string_view query) {
        std::string all;
        for (const SearchResult& result : find(query).results) {
            if (!all.empty()) all += " · ";
            all += record_name(workspace, result.record);
        }
        return all;
    }
    /// What is highlighted in the first result, in brackets: "[An]a | St. [Anna] Hospital".
    std::string marks(std::string_view query) {
        const SearchResults found = find(query);
        if (found.results.empty()) return "nothing";
        std::string all;
        for (const SearchMatch& match : found.results.front().matches) {
            if (!all.empty()) all += " | ";
            all += std::string(match.text.substr(0, match.begin)) + "[" +
                std::string(match.text.substr(match.begin, match.end - match.begin)) + "]" +
                std::string(match.text.substr(match.end));
        }
        return all;
    }
};

}  // namespace kith::testing
