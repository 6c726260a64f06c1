#include "exchange/people/record_taking.h"

#include <algorithm>

#include "model/fields.h"

namespace kith {

namespace {

RecordId referred(const ReadRecord& record, FieldId field) {
    const auto at = std::ranges::find(record.entries, field, &Entry::field);
    return at != record.entries.end() ? at->value.as_reference() : RecordId{};
}

std::string_view name_in(const ReadRecord& record) {
    const auto at = std::ranges::find(record.entries, FieldId(organisation::name), &Entry::field);
    return at != record.entries.end() ? at->value.as_text() : std::string_view{};
}

}  // namespace

std::size_t RecordTaking::place(const ImportPlan& plan, ImportPlanning& planning) {
    people_.clear();
    placed_.clear();
    became_.clear();
    for (std::size_t i = 0; i < plan.items.size(); ++i) {
        if (plan.items[i].choice == ItemChoice::skip) continue;
        const PlannedItem& item = planning.planned()[i];
        people_.insert(item.card.record);
        for (const Card& part : item.parts)
            people_.insert(part.record);
    }
    people_.erase(RecordId{});  // of cards that are not from Kith's own JSON
    for (const ReadRecord& one : records_) {
        const Kind kind = kind_of(one.record);
        if (kind == Kind::person || workspace_.state(one.record) != RecordState::absent) continue;
        if (kind == Kind::organisation) {
            if (const RecordId same = planning.organisations().find(name_in(one))) {
                became_.emplace(one.record, same);
                continue;
            }
        } else if (!names_somebody(one) || is_known_tie(one)) {
            continue;
        }
        placed_.insert(one.record);
    }
    return placed_.size();
}

bool RecordTaking::comes(RecordId record) const {
    return people_.contains(record) || workspace_.live(record);
}

/// A tie, a favour or a celebration without its person is none.
bool RecordTaking::names_somebody(const ReadRecord& record) const {
    for (const FieldId field : {FieldId(tie::a), FieldId(tie::b), FieldId(favour::person),
             FieldId(mentorship::person), FieldId(celebration::person)}) {
        if (field.kind() == kind_of(record.record) && !comes(referred(record, field))) return false;
    }
    return true;
}

bool RecordTaking::is_known_tie(const ReadRecord& record) const {
    if (kind_of(record.record) != Kind::tie) return false;
    const RecordId a = referred(record, tie::a), b = referred(record, tie::b);
    const auto joins = [&](FieldId end, FieldId other) {
        return std::ranges::any_of(workspace_.referrers(a, end),
            [&](RecordId one) { return workspace_.reference(one, other) == b; });
    };
    return workspace_.live(a) && workspace_.live(b) && (joins(tie::a, tie::b) || joins(tie::b, tie::a));
}

void RecordTaking::note_person(RecordId in_file, RecordId record) {
    if (in_file && record) became_.insert_or_assign(in_file, record);
}

RecordId RecordTaking::here(RecordId in_file) const {
    if (const auto at = became_.find(in_file); at != became_.end()) return at->second;
    return workspace_.live(in_file) ? in_file : RecordId{};
}

Slices RecordTaking::write_organisations(Draft& draft, OrganisationIndex& fresh, Random& random) {
    Pieces pieces;
    for (const ReadRecord& one : records_) {
        if (kind_of(one.record) == Kind::organisation && placed_.erase(one.record) > 0) {
            became_.emplace(one.record, one.record);
            fresh.add(name_in(one), one.record);
            write(draft, one, one.record, random);
        }
        if (pieces.done()) co_await next_slice;
    }
}

/// They refer to each other, so all of them have their places before the first is written.
Slices RecordTaking::write_others(Draft& draft, Random& random) {
    Pieces pieces;
    for (const RecordId record : placed_)
        became_.emplace(record, record);
    for (const ReadRecord& one : records_) {
        // Of people only who they were met through is here, of new ones.
        const bool is_new_person =
            people_.contains(one.record) && workspace_.state(one.record) == RecordState::absent;
        if (is_new_person && here(one.record) == one.record) {
            for (const Entry& entry : one.entries) {
                if (const RecordId target = here(entry.value.as_reference()))
                    draft.set(one.record, entry.field, Value::reference(target));
            }
        } else if (placed_.erase(one.record) > 0) {
            write(draft, one, one.record, random);
        }
        if (pieces.done()) co_await next_slice;
    }
}

void RecordTaking::write(Draft& draft, const ReadRecord& record, RecordId into, Random& random) {
    draft.create(into);
    for (const auto& [field, value] : record.entries) {
        switch (find_field(field)->type) {
            case FieldType::rows: draft.add_row(into, field, decode_row(value.as_row()), random); break;
            case FieldType::text_set: draft.add(into, field, value.as_text()); break;
            case FieldType::reference:
                if (const RecordId target = here(value.as_reference()))
                    draft.set(into, field, Value::reference(target));
                break;
            case FieldType::reference_set:
                if (const RecordId target = here(value.as_reference())) draft.add(into, field, target);
                break;
            default: draft.set(into, field, value);
        }
    }
}

}  // namespace kith
