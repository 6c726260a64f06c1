#include "exchange/people/duplicates.h"

#include <algorithm>
#include <tuple>
#include <utility>

#include "base/assertion.h"
#include "base/text.h"
#include "exchange/people/compare.h"
#include "model/fields.h"
#include "workspace/names.h"

namespace kith {

// Finding --------------------------------------------------------------------------------------------

namespace {

std::uint64_t pair_key(RecordId a, RecordId b) {
    return mix(std::min(a.value, b.value)) + std::max(a.value, b.value);
}

constexpr std::string_view apart_prefix = "not_the_same ";

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
    } else if (kind_of(record) == Kind::setting) {
        for (const PastValue& past : workspace.history_of(record, setting::name)) {  // undo empties it
            std::string_view name = past.value.as_text();
            if (!name.starts_with(apart_prefix)) continue;
            name.remove_prefix(apart_prefix.size());
            for (const std::string_view id : split(name, ' '))
                add(RecordId{from_hex(id).value_or(0)});
        }
    } else {
        add(record);
    }
}

}  // namespace

Slices DuplicateSearch::catch_up(const Workspace& workspace) {
    for (see_changes(workspace); next_ < workspace.all(Kind::person).size(); see_changes(workspace)) {
        done_ = false;
        look_at(workspace, next_++);
        co_await next_slice;
    }
    if (!done_) {
        const auto order = [&](const Duplicate& pair) {
            KITH_ASSERT(places_.contains(pair.a) && places_.contains(pair.b));
            return std::tuple(pair.why, places_.find(pair.b)->second, places_.find(pair.a)->second);
        };
        std::ranges::sort(found_, {}, order);
    }
    done_ = true;
}

void DuplicateSearch::see_changes(const Workspace& workspace) {
    if (revision_ == workspace.revision()) return;
    const std::size_t touched = workspace.touched_since(cursor_).size();
    const bool much = touched > 1000 && touched * 8 > workspace.cursor();
    if (revision_ == ~std::uint64_t{0} || much)
        *this = {};
    else
        look_again(workspace);
    revision_ = workspace.revision();
    cursor_ = workspace.cursor();
}

/// At those who were looked at already and were touched since.
void DuplicateSearch::look_again(const Workspace& workspace) {
    std::vector<RecordId> people;
    for (const RecordId record : workspace.touched_since(cursor_))
        add_concerned(workspace, record, people);
    std::ranges::sort(people);
    const auto twice = std::ranges::unique(people);
    people.erase(twice.begin(), twice.end());
    for (const RecordId person : people) {
        const auto at = places_.find(person);
        if (at == places_.end()) continue;  // their turn comes
        forget(person);
        look_at(workspace, at->second);
        done_ = false;
    }
}

void DuplicateSearch::forget(RecordId person) {
    std::erase_if(found_, [&](const Duplicate& pair) {
        if (pair.a != person && pair.b != person) return false;
        pairs_.erase(pair_key(pair.a, pair.b));
        return true;
    });
}

void DuplicateSearch::look_at(const Workspace& workspace, std::size_t place) {
    KITH_ASSERT(place <= identities_.size());  // one after the other
    const RecordId person = workspace.all(Kind::person)[place];
    if (place == identities_.size()) {
        identities_.emplace_back();
        places_.emplace(person, static_cast<std::uint32_t>(place));
    }
    const std::vector<PersonKey> before = std::exchange(identities_[place], {}).keys;
    if (!workspace.live(person)) return;
    Identity& mine = identities_[place];
    mine = identity_of(workspace, person);
    std::ranges::stable_sort(mine.keys, {}, &PersonKey::kind);
    for (const PersonKey& key : mine.keys) {
        index_.for_each(key, [&](std::uint64_t who) {
            const auto there = static_cast<std::size_t>(who);
            KITH_ASSERT(there < identities_.size());
            const RecordId other = workspace.all(Kind::person)[there];
            const Identity& theirs = identities_[there];
            if (there == place || !std::ranges::contains(theirs.keys, key)) return;  // they had it once
            const bool sure = key.kind == KeyKind::linkedin || key.kind == KeyKind::uid;
            if (!sure && (mine.contradicts(theirs) || !can_be_same(mine.name, theirs.name))) return;
            if (are_told_apart(workspace, person, other)) return;
            if (!pairs_.insert(pair_key(person, other)).second) return;
            found_.push_back(
                there < place ? Duplicate{other, person, key.kind} : Duplicate{person, other, key.kind});
        });
    }
    for (const PersonKey& key : mine.keys) {
        if (!std::ranges::contains(before, key)) index_.add(key, place);
    }
}

// Not the same ---------------------------------------------------------------------------------------

namespace {

std::string apart_name(RecordId a, RecordId b) {
    return std::string(apart_prefix) + to_hex(std::min(a.value, b.value)) + " " +
        to_hex(std::max(a.value, b.value));
}
RecordId apart_record(RecordId a, RecordId b) {
    return make_record_id(Kind::setting, hash_text(apart_name(a, b)));
}

}  // namespace

void tell_apart(Draft& draft, const Workspace& workspace, RecordId a, RecordId b) {
    const RecordId record = apart_record(a, b);
    if (!workspace.live(record)) draft.create(record);
    draft.set_text(record, setting::name, apart_name(a, b));
    draft.set_text(record, setting::value, "yes");
}

bool are_told_apart(const Workspace& workspace, RecordId a, RecordId b) {
    return workspace.live(apart_record(a, b));
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
}

Draft join_people(const Workspace& workspace, RecordId keep, RecordId other, Random& random) {
    Draft draft({"change.join_people", {named(workspace, keep), named(workspace, other)}});
    join_people(draft, workspace, keep, other, random);
    return draft;
}

Draft tell_apart(const Workspace& workspace, RecordId a, RecordId b) {
    Draft draft({"change.told_apart", {named(workspace, a), named(workspace, b)}});
    tell_apart(draft, workspace, a, b);
    return draft;
}

}  // namespace kith
