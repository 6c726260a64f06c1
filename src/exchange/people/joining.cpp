#include "exchange/people/joining.h"

#include <algorithm>
#include <boost/unordered/unordered_flat_set.hpp>

#include "base/assertion.h"
#include "base/text.h"
#include "exchange/people/compare.h"
#include "exchange/people/identity_answers.h"
#include "model/fields.h"
#include "workspace/names.h"
#include "workspace/step_labels.h"

namespace kith {

namespace {

/// Writes one field of `other` into `keep`, where it has something that `keep` lacks, or what was chosen of it.
class Joining {
public:
    Joining(Draft& draft, const Workspace& workspace, JoinedPair pair, Random& random,
        std::span<const FieldId> chosen = {})
        : draft_(draft),
          workspace_(workspace),
          keep_(pair.keep),
          other_(pair.other),
          random_(random),
          chosen_(chosen) {}

    void join_field(const FieldSpec& field) {
        if (field.id.number() == 0) return;
        if (field.type == FieldType::rows) return join_rows(field);
        if (is_collection(field.type)) return join_set(field);
        const Value theirs = workspace_.get(other_, field.id);
        const Value mine = workspace_.get(keep_, field.id);
        if (theirs == mine) return;
        if (std::ranges::contains(chosen_, field.id)) {
            draft_.set(keep_, field.id, theirs);
            return;
        }
        if (theirs.empty()) return;
        if (mine.empty())
            draft_.set(keep_, field.id, theirs == Value::reference(keep_) ? Value{} : theirs);
        else if (field.type == FieldType::long_text)
            draft_.set_text(
                keep_, field.id, std::string(mine.as_text()) + "\n\n" + std::string(theirs.as_text()));
        else if (field.type == FieldType::boolean)  // private, family, this is you: true of one, true of both
            draft_.set(keep_, field.id, Value::boolean(mine.as_boolean() || theirs.as_boolean()));
    }

private:
    void join_set(const FieldSpec& field) {
        workspace_.for_each_element(other_, field.id,
            [&](const Element& element) { draft_.change({keep_, field.id, element.id, element.value}); });
    }

    void join_rows(const FieldSpec& field) {
        std::vector<std::uint64_t> keys;
        workspace_.for_each_element(keep_, field.id,
            [&](const Element& element) { keys.push_back(row_key(field.id, element.value)); });
        for (const Element& element : workspace_.elements(other_, field.id)) {
            const std::uint64_t key = row_key(field.id, element.value);
            if (std::ranges::contains(keys, key)) continue;
            keys.push_back(key);
            draft_.add_row(keep_, field.id, decode_row(element.value.as_row()), random_);
        }
    }

    Draft& draft_;
    const Workspace& workspace_;
    RecordId keep_, other_;
    Random& random_;
    std::span<const FieldId> chosen_;
};

void join_fields(Joining joining, Kind kind) {
    for (const FieldSpec& field : fields_of(kind))
        joining.join_field(field);
}

/// Lets every field of a record that names one of them name the other.
void point_elsewhere(Draft& draft, const Workspace& workspace, RecordId record, RecordId from, RecordId to) {
    for (const FieldSpec& field : fields_of(kind_of(record))) {
        const bool set = field.type == FieldType::reference_set;
        if (!set && field.type != FieldType::reference) continue;
        workspace.for_each_element(record, field.id, [&](const Element& element) {
            if (element.value.as_reference() != from) return;
            if (set) {
                draft.remove(record, field.id, element.id);
                draft.add(record, field.id, to);
            } else {
                draft.set(record, field.id, record == to ? Value{} : Value::reference(to));
            }
        });
    }
}

RecordId other_end(const Workspace& workspace, RecordId tie, RecordId person) {
    const RecordId a = workspace.reference(tie, tie::a);
    return a == person ? workspace.reference(tie, tie::b) : a;
}

/// The tie or job of `keep` that says the same as one of `other`; none: zero.
RecordId counterpart(const Workspace& workspace, RecordId record, JoinedPair pair) {
    const auto [keep, other] = pair;
    if (kind_of(record) == Kind::affiliation) {
        const bool of_person = kind_of(keep) == Kind::person;
        const FieldId mine = of_person ? affiliation::person : affiliation::organisation;
        const FieldId others = of_person ? affiliation::organisation : affiliation::person;
        const std::string role = fold(workspace.text(record, affiliation::role));
        for (const RecordId job : workspace.referrers(keep, mine)) {
            if (workspace.reference(job, others) == workspace.reference(record, others) &&
                fold(workspace.text(job, affiliation::role)) == role)
                return job;
        }
    }
    if (kind_of(record) == Kind::tie) {
        const RecordId end = other_end(workspace, record, other);
        for (const FieldId field : {tie::a, tie::b}) {
            for (const RecordId tie : workspace.referrers(keep, field)) {
                if (other_end(workspace, tie, keep) == end) return tie;
            }
        }
    }
    return {};
}

}  // namespace

void join_records(Draft& draft, const Workspace& workspace, JoinedPair pair, Random& random,
    std::span<const FieldId> chosen) {
    const auto [keep, other] = pair;
    KITH_ASSERT(keep != other && kind_of(keep) == kind_of(other));
    join_fields({draft, workspace, pair, random, chosen}, kind_of(keep));
    for (const RecordId record : workspace.referrers(other)) {
        if (record == other) continue;
        const bool between = kind_of(record) == Kind::tie && other_end(workspace, record, other) == keep;
        const RecordId same = between ? RecordId{} : counterpart(workspace, record, pair);
        if (same) join_fields({draft, workspace, {same, record}, random}, kind_of(record));
        if (between || same)
            draft.trash(record);
        else
            point_elsewhere(draft, workspace, record, other, keep);
    }
    draft.trash(other);
    tell_same(draft, workspace, keep, other);
}

Draft join_records(
    const Workspace& workspace, JoinedPair pair, Random& random, std::span<const FieldId> chosen) {
    Draft draft({joined_label, {named(workspace, pair.keep), named(workspace, pair.other)}});
    join_records(draft, workspace, pair, random, chosen);
    return draft;
}

JoinedPairs join_certain(const Workspace& workspace, std::span<const JoinedPair> pairs, Random& random) {
    JoinedPairs result{.draft = Draft({joined_certain_label, {pairs.size()}})};
    boost::unordered_flat_set<RecordId, IdHash> joined;
    for (const JoinedPair& pair : pairs) {
        if (joined.contains(pair.keep) || joined.contains(pair.other)) continue;
        joined.insert(pair.keep);
        joined.insert(pair.other);
        join_records(result.draft, workspace, pair, random);
        ++result.count;
    }
    result.draft.relabel({joined_certain_label, {result.count}});
    return result;
}

Draft tell_apart(const Workspace& workspace, RecordId a, RecordId b) {
    Draft draft({"change.told_apart", {named(workspace, a), named(workspace, b)}});
    tell_apart(draft, workspace, a, b);
    return draft;
}

}  // namespace kith
