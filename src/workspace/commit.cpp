// The way in: checking a draft against the schema, writing it, and taking transactions back.
#include <algorithm>
#include <tuple>

#include "base/text.h"
#include "workspace/workspace.h"

namespace kith {

namespace {

constexpr std::size_t longest_text = 1 << 20;    // a megabyte of notes
constexpr std::size_t largest_bytes = 16 << 20;  // a photo

Error refused(const FieldSpec* field, std::string_view why, ErrorKind kind = ErrorKind::bad_input) {
    return {.kind = kind,
        .message = {why, {}},
        .file = {},
        .line = 0,
        .field = field != nullptr ? std::string(field->key) : ""};
}

/// Whether a value may stand in a field. Empty values always may: they clear.
Result<> check_value(const FieldSpec& field, const Change& change) {
    const Value& value = change.value;
    if (is_collection(field.type) != static_cast<bool>(change.element))
        return std::unexpected(refused(&field, "workspace.wrong_element"));
    if (value.empty()) return {};
    if (value.type() != stored_as(field.type))
        return std::unexpected(refused(&field, "workspace.wrong_type"));
    const std::size_t limit = value.type() == ValueType::bytes ? largest_bytes : longest_text;
    if (value.data().size() > limit) return std::unexpected(refused(&field, "workspace.too_long"));
    if (value.type() == ValueType::text && !is_valid_utf8(value.as_text()))
        return std::unexpected(refused(&field, "workspace.not_text"));
    if (value.type() == ValueType::row && !row_is_sound(value.as_row()))
        return std::unexpected(refused(&field, "workspace.not_text"));
    if (value.type() == ValueType::date && !value.as_date().valid())
        return std::unexpected(refused(&field, "workspace.no_such_date"));
    if (field.type == FieldType::choice && !std::ranges::contains(list_of(field), value.as_text())) {
        return std::unexpected(refused(&field, "workspace.no_such_choice"));
    }
    if (value.type() == ValueType::reference) {
        const Kind kind = kind_of(value.as_reference());
        if (kind == Kind::none || (field.target != Kind::none && kind != field.target))
            return std::unexpected(refused(&field, "workspace.wrong_reference"));
    }
    return {};
}

}  // namespace

Result<> Workspace::check(std::span<const Change> changes) const {
    RecordId record;
    for (const Change& change : changes) {
        const FieldSpec* field = find_field(change.field);
        if (field == nullptr || change.field.kind() != kind_of(change.record))
            return std::unexpected(refused(field, "workspace.no_such_field"));
        if (auto checked = check_value(*field, change); !checked) return checked;
        if (change.record == record) continue;
        record = change.record;
        // The state field sorts first, so a record that the draft makes or restores shows it here.
        const bool about_state = change.field.number() == 0;
        if (!about_state && !live(record))
            return std::unexpected(refused(field, "workspace.record_gone", ErrorKind::conflict));
    }
    return {};
}

Result<Stamp> Workspace::commit(Draft draft, Instant now) {
    std::vector<Change> changes = draft.take_changes();
    if (auto checked = check(changes); !checked) return std::unexpected(checked.error());
    std::erase_if(changes, [&](const Change& change) {
        const Record* found = find(change.record);
        const Cell* cell = found != nullptr ? find_cell(*found, change.field, change.element) : nullptr;
        return cell != nullptr ? cell->value() == change.value : change.value.empty();
    });
    if (changes.empty()) return Stamp{};
    if (clock_.at_end()) return failure(ErrorKind::conflict, {"workspace.at_end_of_time", {}});
    return write(draft, changes, now);
}

/// No stamp if nothing can come after what is there.
Stamp Workspace::write(const Draft& draft, const std::vector<Change>& changes, Instant now) {
    if (clock_.at_end()) return {};
    const Stamp stamp = clock_.tick(now);
    std::string frame;
    append_frame(frame, draft, stamp, changes);
    apply(std::move(frame));
    return stamp;
}

// Merging --------------------------------------------------------------------------------------------

MergeReport Workspace::merge(std::string frames, Draft step, Instant now) {
    MergeReport report;
    const std::size_t known = transactions_.size();
    report.read = apply(std::move(frames));
    std::vector<Stamp> stamps;
    for (std::size_t i = known; i < transactions_.size(); ++i)
        stamps.push_back(transactions_[i].stamp);
    std::vector<StampRange> ranges = ranges_of(std::move(stamps));
    std::vector<Change> changes = step.take_changes();
    if (ranges.empty() && changes.empty()) return report;
    step.set_merged(std::move(ranges));
    report.stamp = write(step, changes, now);
    return report;
}

/// Neighbours of one replica make one range, as long as no other transaction of it lies between them.
std::vector<StampRange> Workspace::ranges_of(std::vector<Stamp> stamps) const {
    std::vector<Stamp> all;
    for (const TransactionInfo& transaction : transactions_)
        all.push_back(transaction.stamp);
    const auto by_replica = [](const Stamp& stamp) { return std::tie(stamp.replica, stamp.ticks); };
    std::ranges::sort(stamps, {}, by_replica);
    std::ranges::sort(all, {}, by_replica);
    std::vector<StampRange> ranges;
    auto next = all.begin();
    for (const Stamp& stamp : stamps) {
        const bool follows =
            !ranges.empty() && next != all.end() && *next == stamp && ranges.back().replica == stamp.replica;
        if (follows)
            ranges.back().last = stamp.ticks;
        else
            ranges.push_back({stamp.replica, stamp.ticks, stamp.ticks});
        next = std::ranges::upper_bound(all, by_replica(stamp), {}, by_replica);
    }
    return ranges;
}

// Undo -----------------------------------------------------------------------------------------------

/// Own transactions form the undo stack; an undo moves its target over to the redo stack and a redo back;
/// anything else empties the redo stack. Read off the journal, so it survives a restart.
void Workspace::note_for_undo(std::uint32_t transaction) {
    const TransactionInfo& info = transactions_[transaction];
    if (info.stamp.replica != clock_.replica()) return;
    if (last_own_ != none && info.stamp < transactions_[last_own_].stamp) {
        stacks_in_order_ = false;  // older than what was seen: sorted out when asked for
        return;
    }
    last_own_ = transaction;
    const auto move_target = [&](std::vector<std::uint32_t>& from, std::vector<std::uint32_t>& to) {
        const auto target = transaction_index_.find(info.target);
        if (target == transaction_index_.end()) return;
        if (std::erase(from, target->second) > 0) to.push_back(target->second);
    };
    switch (info.kind) {
        case TransactionKind::undo: move_target(undo_stack_, redo_stack_); break;
        case TransactionKind::redo: move_target(redo_stack_, undo_stack_); break;
        case TransactionKind::pack: break;  // nothing that could be taken back
        default: undo_stack_.push_back(transaction); redo_stack_.clear();
    }
}

void Workspace::order_stacks() {
    if (stacks_in_order_) return;
    std::vector<std::uint32_t> own;
    for (std::uint32_t i = 0; i < transactions_.size(); ++i) {
        if (transactions_[i].stamp.replica == clock_.replica()) own.push_back(i);
    }
    std::ranges::sort(own, {}, [&](std::uint32_t i) { return transactions_[i].stamp; });
    undo_stack_.clear();
    redo_stack_.clear();
    last_own_ = none;
    stacks_in_order_ = true;
    for (const std::uint32_t transaction : own)
        note_for_undo(transaction);
}

const TransactionInfo* Workspace::next_undo() {
    order_stacks();
    const bool any = !undo_stack_.empty() && reaches(undo_stack_.back()) && !clock_.at_end();
    return any ? &transactions_[undo_stack_.back()] : nullptr;
}

const TransactionInfo* Workspace::next_redo() {
    order_stacks();
    const bool any = !redo_stack_.empty() && !clock_.at_end();
    return any ? &transactions_[redo_stack_.back()] : nullptr;
}

Result<UndoReport> Workspace::undo(Instant now) {
    if (next_undo() == nullptr) return failure(ErrorKind::conflict, {"undo.nothing", {}});
    return reverse(TransactionKind::undo, undo_stack_.back(), now);
}

Result<UndoReport> Workspace::redo(Instant now) {
    if (next_redo() == nullptr) return failure(ErrorKind::conflict, {"redo.nothing", {}});
    return reverse(TransactionKind::redo, redo_stack_.back(), now);
}

Workspace::Group Workspace::group_of(std::uint32_t transaction) const {
    const auto merge = std::ranges::find(merges_, transaction, &Group::transaction);
    return merge != merges_.end() ? *merge : Group{transaction, {}};
}

bool Workspace::holds(const Group& group, std::uint32_t transaction) const {
    return transaction == group.transaction ||
        std::ranges::any_of(group.merged,
            [&](const StampRange& range) { return range.holds(transactions_[transaction].stamp); });
}

/// The latest value that the group gave a register.
const Cell* Workspace::written_by(const Cell* newest, const Group& group) const {
    while (newest != nullptr && !holds(group, newest->transaction))
        newest = older_of(*newest);
    return newest;
}

/// What would be there without the group.
const Cell* Workspace::before(const Cell& own, const Group& group) const {
    const Cell* cell = older_of(own);
    while (cell != nullptr && holds(group, cell->transaction))
        cell = older_of(*cell);
    return cell;
}

/// The value that a cell shows, followed through undo and redo to where it was first written, or into the
/// group; null if undo left nothing. Each step goes to an older value, so it ends.
const Cell* Workspace::source_of(const Cell& cell, const Group& group) const {
    const Cell* at = &cell;
    while (at != nullptr && !holds(group, at->transaction)) {
        const TransactionInfo& info = transactions_[at->transaction];
        if (info.kind != TransactionKind::undo && info.kind != TransactionKind::redo) return at;
        const auto target = transaction_index_.find(info.target);
        if (target == transaction_index_.end()) return at;
        const Group reversed = group_of(target->second);
        const Cell* own = written_by(older_of(*at), reversed);
        at = own != nullptr && info.kind == TransactionKind::undo ? before(*own, reversed) : own;
    }
    return at;
}

/// What a group set, each register once.
std::vector<Change> Workspace::registers_of(const Group& group) const {
    std::vector<Change> registers;
    const auto read = [&](std::uint32_t transaction) {
        FrameReader reader(transactions_[transaction].frame);
        reader.next();
        for (Change change; reader.next_change(change);)
            registers.push_back(change);
    };
    if (group.merged.empty()) {
        read(group.transaction);
        return registers;
    }
    for (std::uint32_t i = 0; i < transactions_.size(); ++i) {
        if (holds(group, i)) read(i);
    }
    const auto place = [](const Change& change) {
        return std::tie(change.record, change.field, change.element);
    };
    std::ranges::sort(registers, {}, place);
    const auto twice = std::ranges::unique(registers, {}, place);
    registers.erase(twice.begin(), twice.end());
    return registers;
}

Result<UndoReport> Workspace::reverse(TransactionKind kind, std::uint32_t transaction, Instant now) {
    UndoReport report;
    report.label = label_of(transactions_[transaction]);
    Draft draft(report.label, kind);
    draft.set_target(transactions_[transaction].stamp);

    const Group group = group_of(transaction);
    for (Change change : registers_of(group)) {
        const Record* record = find(change.record);
        const Cell* current = record != nullptr ? find_cell(*record, change.field, change.element) : nullptr;
        const Cell* own = written_by(current, group);
        if (own == nullptr) continue;
        // What came in with a merge may have been overruled by what was here all along.
        const bool showed = holds(group, current->transaction) ||
            transactions_[current->transaction].stamp > transactions_[transaction].stamp;
        if (!showed) continue;
        const Cell* earlier = before(*own, group);
        const Cell* shown = source_of(*current, group);
        const bool expected = kind == TransactionKind::undo
            ? shown != nullptr && holds(group, shown->transaction)
            : shown == (earlier != nullptr ? source_of(*earlier, group) : nullptr);
        if (!expected) {
            ++report.left_alone;
            continue;
        }
        if (kind == TransactionKind::redo)
            change.value = own->value();
        else
            change.value = earlier != nullptr ? earlier->value() : Value{};
        draft.change(change);
    }
    report.changed = draft.size();
    const std::vector<Change> draft_changes = draft.take_changes();
    report.stamp = write(draft, draft_changes, now);
    return report;
}

std::vector<std::uint32_t> Workspace::depend_on(std::uint32_t transaction) const {
    std::vector<std::uint32_t> later;
    const Group group = group_of(transaction);
    const auto comes_from_group = [&](const Cell& cell) {
        const Cell* source = source_of(cell, group);
        return source != nullptr && holds(group, source->transaction);
    };
    for (const Change& change : registers_of(group)) {
        const Record* record = find(change.record);
        const Cell* current = record != nullptr ? find_cell(*record, change.field, change.element) : nullptr;
        const Cell* own = written_by(current, group);
        if (own == nullptr) continue;
        const bool since = transactions_[current->transaction].stamp >= transactions_[transaction].stamp;
        if (since && !comes_from_group(*current)) later.push_back(current->transaction);
        // A record that it made: whatever was written into it since, and whatever names it.
        const bool made = change.field.number() == 0 && before(*own, group) == nullptr;
        if (!made || record->state != RecordState::live) continue;
        for (const Cell& cell : record->cells) {
            if (!comes_from_group(cell)) later.push_back(cell.transaction);
        }
        for (const Reference& reference : record->referrers) {
            const Record& from = records_[reference.record];
            if (from.state != RecordState::live) continue;
            for (const Cell& cell : cells_of(from, reference.field)) {
                if (cell.type == ValueType::reference && cell.value().as_reference() == change.record &&
                    !comes_from_group(cell))
                    later.push_back(cell.transaction);
            }
        }
    }
    std::ranges::sort(later);
    const auto twice = std::ranges::unique(later);
    later.erase(twice.begin(), twice.end());
    std::ranges::stable_sort(later, {}, [&](std::uint32_t i) { return transactions_[i].stamp; });
    return later;
}

Result<UndoReport> Workspace::undo_one(std::uint32_t transaction, Instant now) {
    order_stacks();
    if (!reaches(transaction)) return failure(ErrorKind::conflict, {"undo.packed", {}});
    if (clock_.at_end()) return failure(ErrorKind::conflict, {"workspace.at_end_of_time", {}});
    if (!depend_on(transaction).empty()) return failure(ErrorKind::conflict, {"undo.others_depend", {}});
    return reverse(TransactionKind::undo, transaction, now);
}

// History --------------------------------------------------------------------------------------------

Message Workspace::label_of(const TransactionInfo& transaction) {
    FrameReader reader(transaction.frame);
    reader.next();
    Message label{reader.header().label_key, {}};
    for (const std::string_view argument : reader.header().label_arguments)
        label.arguments.emplace_back(argument);
    return label;
}

std::vector<PastValue> Workspace::history_of(RecordId record) const {
    std::vector<PastValue> history;
    const Record* found = find(record);
    if (found == nullptr) return history;
    for (const Cell& current : found->cells) {
        for (const Cell* cell = &current; cell != nullptr; cell = older_of(*cell)) {
            history.push_back({cell->field, cell->element, cell->value(), cell->transaction});
        }
    }
    std::ranges::stable_sort(history, std::ranges::greater{},
        [&](const PastValue& past) { return transactions_[past.transaction].stamp; });
    return history;
}

std::vector<PastValue> Workspace::history_of(RecordId record, FieldId field) const {
    std::vector<PastValue> history = history_of(record);
    std::erase_if(history, [&](const PastValue& past) { return past.field != field; });
    return history;
}

Stamp Workspace::changed_at(RecordId record) const {
    const Record* found = find(record);
    Stamp latest;
    if (found == nullptr) return latest;
    for (const Cell& cell : found->cells)
        latest = std::max(latest, transactions_[cell.transaction].stamp);
    return latest;
}

}  // namespace kith
