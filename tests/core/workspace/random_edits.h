// Random histories for property tests: replicas that edit, undo and redo, and a plain picture of a
// workspace that two of them can be compared by.
#pragma once

#include <algorithm>
#include <cstdlib>
#include <map>
#include <string>
#include <tuple>
#include <vector>

#include "base/random.h"
#include "model/fields.h"
#include "workspace/workspace.h"

namespace kith::testing {

/// Everything a workspace shows: (record, field, element) → value in words. Equal pictures, equal workspaces.
using Picture = std::map<std::tuple<std::uint64_t, std::uint16_t, std::uint64_t>, std::string>;

inline std::string in_words(Value value) {
    const auto type = std::to_string(static_cast<int>(value.type())) + ":";
    return type +
        (Value::holds_data(value.type()) ? std::string(value.data()) : std::to_string(value.bits()));
}

inline Picture picture(const Workspace& workspace) {
    Picture result;
    for (const KindSpec& kind : all_kinds()) {
        for (const RecordId record : workspace.all(kind.kind)) {
            for (const FieldSpec& field : fields_of(kind.kind)) {
                workspace.for_each_element(record, field.id, [&](const Element& element) {
                    result[{record.value, field.id.value, element.id.value}] = in_words(element.value);
                });
            }
        }
    }
    return result;
}

/// A picture as one number, for comparing many. Records may come in any order.
inline std::uint64_t digest(const Workspace& workspace) {
    std::uint64_t sum = 0;
    for (const KindSpec& kind : all_kinds()) {
        for (const RecordId record : workspace.all(kind.kind)) {
            workspace.for_each_value(record, [&](FieldId field, const Element& element) {
                const auto place = mix(record.value + mix(field.value + mix(element.id.value)));
                sum += mix(place + hash_text(in_words(element.value)));
            });
        }
    }
    return sum;
}

/// How many random histories a law is tried on: KITH_HISTORIES says, else `usual`.
inline std::uint64_t histories(std::uint64_t usual) {
    const char* wanted = std::getenv("KITH_HISTORIES");  // NOLINT(concurrency-mt-unsafe)
    return wanted != nullptr ? std::strtoull(wanted, nullptr, 10) : usual;
}

/// The same with all that was, not only what is.
inline std::vector<std::string> full_history(const Workspace& workspace) {
    std::vector<std::string> lines;
    for (const KindSpec& kind : all_kinds()) {
        for (const RecordId record : workspace.all(kind.kind)) {
            for (const PastValue& past : workspace.history_of(record)) {
                const Stamp stamp = workspace.transactions()[past.transaction].stamp;
                lines.push_back(to_hex(record.value) + " " + std::to_string(past.field.value) + " " +
                    to_hex(past.element.value) + " " + to_hex(stamp.ticks) + to_hex(stamp.replica.value) +
                    " " + in_words(past.value));
            }
        }
    }
    std::ranges::sort(lines);
    return lines;
}

inline Instant moment(std::int64_t milliseconds) {
    return Instant{std::chrono::milliseconds{1'800'000'000'000 + milliseconds}};
}

/// A random draft over people, organisations, affiliations, ties and interactions that exist.
inline Draft random_draft(const Workspace& workspace, Random& random) {
    Draft draft({"test.edit", {std::to_string(random.below(1000))}});
    const auto pick = [&](Kind kind) -> RecordId {
        std::vector<RecordId> live;
        workspace.for_each(kind, [&](RecordId record) { live.push_back(record); });
        return live.empty() ? RecordId{} : live[random.below(live.size())];
    };
    const std::size_t steps = 1 + random.below(4);
    for (std::size_t i = 0; i < steps; ++i) {
        const RecordId person = pick(Kind::person);
        const std::string word = "word" + std::to_string(random.below(6));
        switch (person ? random.below(9) : 0) {
            case 0: draft.set_text(draft.create(Kind::person, random), person::given_name, word); break;
            case 1: draft.set_text(person, person::notes, random.below(4) == 0 ? "" : word); break;
            case 2: draft.add(person, person::tags, word); break;
            case 3: draft.remove(person, person::tags, element_of(word)); break;
            case 4:
                draft.add_row(
                    person, person::contact_points, {"email", word + "@example.org", "", ""}, random);
                break;
            case 5:
                draft.set(person, person::birthday,
                    Value::date(PartialDate::unpack(
                        (11985U << 9) | (5U << 5) | static_cast<unsigned>(1 + random.below(28)))));
                break;
            case 6: draft.trash(person); break;
            case 7: {
                const RecordId tie = draft.create(Kind::tie, random);
                draft.set(tie, tie::a, Value::reference(person));
                draft.set(tie, tie::b, Value::reference(pick(Kind::person)));
                break;
            }
            default: {
                const RecordId interaction = draft.create(Kind::interaction, random);
                draft.add(interaction, interaction::people, person);
                draft.set_text(interaction, interaction::summary, word);
            }
        }
    }
    return draft;
}

/// Edits, undoes and redoes at random. A draft that the workspace refuses changes nothing.
inline void random_step(Workspace& workspace, Random& random, Instant now) {
    const auto what = random.below(10);
    if (what == 0)
        (void)workspace.undo(now);
    else if (what == 1)
        (void)workspace.redo(now);
    else
        (void)workspace.commit(random_draft(workspace, random), now);
}

inline std::vector<std::string> frames_of_all(const Workspace& workspace) {
    std::vector<std::string> frames;
    for (const TransactionInfo& transaction : workspace.transactions())
        frames.emplace_back(transaction.frame);
    return frames;
}

}  // namespace kith::testing
