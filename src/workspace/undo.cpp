// Taking transactions back and doing them again. Undo is a transaction of its own, so it travels and is kept
// like any other.
#include <algorithm>
#include <tuple>

#include "base/assertion.h"
#include "base/sorting.h"
#include "workspace/workspace.h"

namespace kith {

namespace {

constexpr std::size_t slice = 256;  // changes between pauses

}  // namespace

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

Slices Workspace::undo(Instant now, Result<UndoReport>& result, StepProgress& progress) {
    if (next_undo() == nullptr)
        result = failure(ErrorKind::conflict, {"undo.nothing", {}});
    else
        co_await reverse(TransactionKind::undo, undo_stack_.back(), now, result, progress);
}

Slices Workspace::redo(Instant now, Result<UndoReport>& result, StepProgress& progress) {
    if (next_redo() == nullptr)
        result = failure(ErrorKind::conflict, {"redo.nothing", {}});
    else
        co_await reverse(TransactionKind::redo, redo_stack_.back(), now, result, progress);
}

Result<UndoReport> Workspace::undo(Instant now) {
    Result<UndoReport> result;
    StepProgress progress;
    undo(now, result, progress).finish();
    return result;
}

Result<UndoReport> Workspace::redo(Instant now) {
    Result<UndoReport> result;
    StepProgress progress;
    redo(now, result, progress).finish();
    return result;
}

std::size_t Workspace::size_of_step(std::uint32_t transaction) const {
    const Group group = group_of(transaction);
    std::size_t changes = transactions_[transaction].changes;
    for (std::uint32_t i = 0; !group.merged.empty() && i < transactions_.size(); ++i)
        changes += i != transaction && holds(group, i) ? transactions_[i].changes : 0;
    return changes;
}

Workspace::Group Workspace::group_of(std::uint32_t transaction) const {
    KITH_ASSERT(transaction < transactions_.size());
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
Slices Workspace::registers_of(const Group& group, std::vector<Change>& registers) const {
    registers.clear();
    const bool many = !group.merged.empty();
    for (std::uint32_t i = many ? 0 : group.transaction; i < transactions_.size(); ++i) {
        if (i % slice == slice - 1) co_await next_slice;
        if (!holds(group, i)) continue;
        FrameReader reader(transactions_[i].frame);
        [[maybe_unused]] const FrameReader::Next next = reader.next();
        KITH_ASSERT(next == FrameReader::Next::frame);
        for (Change change; reader.next_change(change);) {
            registers.push_back(change);
            if (registers.size() % slice == 0) co_await next_slice;
        }
        if (!many) co_return;  // each stands once in a transaction
    }
    const auto place = [](const Change& change) {
        return std::tie(change.record, change.field, change.element);
    };
    co_await sort_in_slices(registers, [&](const Change& a, const Change& b) { return place(a) < place(b); });
    const auto twice = std::ranges::unique(registers, {}, place);
    registers.erase(twice.begin(), twice.end());
}

std::vector<Change> Workspace::registers_of(const Group& group) const {
    std::vector<Change> registers;
    registers_of(group, registers).finish();
    return registers;
}

/// What a register of the group is to be now: put into `change`. False if it stays as it is.
bool Workspace::reversed(TransactionKind kind, const Group& group, Change& change, UndoReport& report) const {
    const Record* record = find(change.record);
    const Cell* current = record != nullptr ? find_cell(*record, change.field, change.element) : nullptr;
    const Cell* own = written_by(current, group);
    if (own == nullptr) return false;
    // What came in with a merge may have been overruled by what was here all along.
    const bool showed = holds(group, current->transaction) ||
        transactions_[current->transaction].stamp > transactions_[group.transaction].stamp;
    if (!showed) return false;
    const Cell* earlier = before(*own, group);
    const Cell* shown = source_of(*current, group);
    const bool expected = kind == TransactionKind::undo
        ? shown != nullptr && holds(group, shown->transaction)
        : shown == (earlier != nullptr ? source_of(*earlier, group) : nullptr);
    if (!expected) {
        ++report.left_alone;
        return false;
    }
    if (kind == TransactionKind::redo)
        change.value = own->value();
    else
        change.value = earlier != nullptr ? earlier->value() : Value{};
    return true;
}

Slices Workspace::reverse(TransactionKind kind, std::uint32_t transaction, Instant now,
    Result<UndoReport>& result, StepProgress& progress) {
    result = UndoReport{.label = label_of(transactions_[transaction])};
    Draft header(result->label, kind);
    header.set_target(transactions_[transaction].stamp);
    const Group group = group_of(transaction);
    std::vector<Change> changes;
    co_await registers_of(group, changes);
    progress.part = 0.2;
    // As they come, so they go: ordered, and views into the journal.
    std::size_t kept = 0;
    for (std::size_t i = 0; i < changes.size(); ++i) {
        if (i % slice == slice - 1) {
            progress.part = 0.2 + 0.2 * part_done(i, changes.size());
            co_await next_slice;
        }
        Change change = changes[i];
        if (reversed(kind, group, change, *result)) changes[kept++] = change;
    }
    changes.resize(kept);
    result->changed = kept;
    co_await write(header, changes, now, result->stamp, progress);
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

Slices Workspace::undo_one(
    std::uint32_t transaction, Instant now, Result<UndoReport>& result, StepProgress& progress) {
    order_stacks();
    if (!reaches(transaction))
        result = failure(ErrorKind::conflict, {"undo.packed", {}});
    else if (clock_.at_end())
        result = failure(ErrorKind::conflict, {"workspace.at_end_of_time", {}});
    else if (!depend_on(transaction).empty())
        result = failure(ErrorKind::conflict, {"undo.others_depend", {}});
    else
        co_await reverse(TransactionKind::undo, transaction, now, result, progress);
}

Result<UndoReport> Workspace::undo_one(std::uint32_t transaction, Instant now) {
    Result<UndoReport> result;
    StepProgress progress;
    undo_one(transaction, now, result, progress).finish();
    return result;
}

}  // namespace kith
