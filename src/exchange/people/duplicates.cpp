#include "exchange/people/duplicates.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "base/assertion.h"
#include "base/text.h"
#include "exchange/people/compare.h"
#include "exchange/people/identity_answers.h"
#include "exchange/people/identity_entries.h"
#include "model/fields.h"
#include "workspace/names.h"
#include "workspace/step_labels.h"

namespace kith {

// Finding --------------------------------------------------------------------------------------------

KeyKind strongest_reason(const identity::Comparison& comparison) {
    using identity::Reason;
    if (comparison.agrees(Reason::profile)) return KeyKind::linkedin;
    if (comparison.agrees(Reason::uid)) return KeyKind::uid;
    if (comparison.agrees(Reason::email)) return KeyKind::email;
    for (const Reason reason : {Reason::mobile, Reason::home, Reason::line}) {
        if (comparison.agrees(reason)) return KeyKind::phone;
    }
    return comparison.agrees(Reason::employer) ? KeyKind::work : KeyKind::name;
}

namespace {

/// Whom a change of a record may make the same as somebody, or another than somebody.
void add_concerned(const Workspace& workspace, RecordId record, std::vector<RecordId>& people) {
    const auto add = [&](RecordId person) {
        if (kind_of(person) == Kind::person) people.push_back(person);
    };
    if (kind_of(record) == Kind::affiliation) {
        for (const PastValue& past : workspace.history_of(record, affiliation::person))
            add(past.value.as_reference());
    } else if (kind_of(record) == Kind::organisation) {
        for (const RecordId job : workspace.referrers(record, affiliation::organisation))
            add(workspace.reference(job, affiliation::person));
    } else {
        add(record);
    }
}

}  // namespace

Slices DuplicateSearch::catch_up(const Workspace& workspace) {
    if (!search_) search_ = std::make_unique<identity::RecordSearch>();
    Pieces pieces;
    do {
        see_changes(workspace);
        while (next_ < waiting_.size()) {
            look_at(workspace, waiting_[next_++]);
            if (pieces.done()) {
                co_await next_slice;
                see_changes(workspace);
            }
        }
        waiting_.clear();
        next_ = 0;
        if (done_) co_return;
        see_apart(workspace);
        const std::uint64_t revision = revision_;
        co_await search_->catch_up(apart_);
        if (revision != workspace.revision()) continue;
        found_.clear();
        const auto people = workspace.all(Kind::person);
        for (const identity::SamePair& pair : search_->questions()) {
            found_.push_back({people[pair.a], people[pair.b], strongest_reason(pair.comparison),
                pair.comparison.is_certain(), pair.comparison});
        }
        done_ = true;
    } while (!done_);
}

void DuplicateSearch::see_changes(const Workspace& workspace) {
    if (revision_ == workspace.revision()) return;
    revision_ = workspace.revision();
    const auto everybody = workspace.all(Kind::person);
    for (std::size_t place = places_.size(); place < everybody.size(); ++place)
        places_.emplace(everybody[place], static_cast<std::uint32_t>(place));
    std::vector<RecordId> people;
    for (const RecordId record : workspace.touched_since(cursor_)) {
        add_concerned(workspace, record, people);
        if (kind_of(record) == Kind::setting) done_ = false;
    }
    cursor_ = workspace.cursor();
    std::vector<std::uint32_t> places;
    for (const RecordId person : people) {
        if (const auto at = places_.find(person); at != places_.end()) places.push_back(at->second);
    }
    if (!places.empty()) done_ = false;
    std::ranges::sort(places);
    const auto twice = std::ranges::unique(places);
    places.erase(twice.begin(), twice.end());
    waiting_.insert(waiting_.end(), places.begin(), places.end());
}

void DuplicateSearch::look_at(const Workspace& workspace, std::uint32_t place) {
    const RecordId person = workspace.all(Kind::person)[place];
    if (workspace.live(person))
        search_->set(place, identity_entry(workspace, person, 0));
    else
        search_->set(place, std::nullopt);
}

void DuplicateSearch::see_apart(const Workspace& workspace) {
    apart_.clear();
    for (const auto& [a, b] : identity_answers(workspace).apart) {
        const auto one = places_.find(a), other = places_.find(b);
        if (one != places_.end() && other != places_.end())
            apart_.push_back({std::min(one->second, other->second), std::max(one->second, other->second)});
    }
    std::ranges::sort(apart_);
}

// Joining --------------------------------------------------------------------------------------------

namespace {

/// Writes one field of `other` into `keep`, where it has something that `keep` lacks.
class Joining {
public:
    Joining(Draft& draft, const Workspace& workspace, RecordId keep, RecordId other, Random& random)
        : draft_(draft), workspace_(workspace), keep_(keep), other_(other), random_(random) {}

    void join_field(const FieldSpec& field) {
        if (field.id.number() == 0) return;
        if (field.type == FieldType::rows) return join_rows(field);
        if (is_collection(field.type)) return join_set(field);
        const Value theirs = workspace_.get(other_, field.id);
        const Value mine = workspace_.get(keep_, field.id);
        if (theirs.empty() || theirs == mine) return;
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
};

void join_fields(Draft& draft, const Workspace& workspace, RecordId keep, RecordId other, Random& random) {
    Joining joining(draft, workspace, keep, other, random);
    for (const FieldSpec& field : fields_of(kind_of(keep)))
        joining.join_field(field);
}

/// Lets every field of a record that names one person name the other.
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

bool same_job(const Workspace& workspace, RecordId a, RecordId b) {
    return workspace.reference(a, affiliation::organisation) ==
        workspace.reference(b, affiliation::organisation) &&
        fold(workspace.text(a, affiliation::role)) == fold(workspace.text(b, affiliation::role));
}

/// The tie or job of `keep` that says the same as one of `other`; none: zero.
RecordId counterpart(const Workspace& workspace, RecordId record, RecordId keep, RecordId other) {
    if (kind_of(record) == Kind::affiliation) {
        for (const RecordId job : workspace.referrers(keep, affiliation::person)) {
            if (same_job(workspace, job, record)) return job;
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

std::vector<Difference> joining_leaves(const Workspace& workspace, RecordId keep, RecordId other) {
    std::vector<Difference> differences;
    for (const FieldSpec& field : fields_of(Kind::person)) {
        if (is_collection(field.type) || field.has(hidden) || field.type == FieldType::long_text ||
            field.type == FieldType::boolean)
            continue;
        const Value mine = workspace.get(keep, field.id), theirs = workspace.get(other, field.id);
        if (!mine.empty() && !theirs.empty() && mine != theirs)
            differences.push_back({field.id, mine, theirs});
    }
    return differences;
}

void join_people(Draft& draft, const Workspace& workspace, RecordId keep, RecordId other, Random& random) {
    join_fields(draft, workspace, keep, other, random);
    for (const RecordId record : workspace.referrers(other)) {
        if (record == other) continue;
        const bool between = kind_of(record) == Kind::tie && other_end(workspace, record, other) == keep;
        const RecordId same = between ? RecordId{} : counterpart(workspace, record, keep, other);
        if (same) join_fields(draft, workspace, same, record, random);
        if (between || same)
            draft.trash(record);
        else
            point_elsewhere(draft, workspace, record, other, keep);
    }
    draft.trash(other);
    tell_same(draft, workspace, keep, other);
}

Draft join_people(const Workspace& workspace, RecordId keep, RecordId other, Random& random) {
    Draft draft({joined_people_label, {named(workspace, keep), named(workspace, other)}});
    join_people(draft, workspace, keep, other, random);
    return draft;
}

Draft tell_apart(const Workspace& workspace, RecordId a, RecordId b) {
    Draft draft({"change.told_apart", {named(workspace, a), named(workspace, b)}});
    tell_apart(draft, workspace, a, b);
    return draft;
}

}  // namespace kith
