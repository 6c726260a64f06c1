#include "workspace/workspace.h"

#include <algorithm>
#include <tuple>

#include "base/assertion.h"
#include "model/fields.h"

namespace kith {

namespace {

constexpr std::size_t slice = 256;  // frames or changes between pauses

bool comes_before(const Cell& cell, FieldId field, ElementId element) {
    return std::tie(cell.field, cell.element) < std::tie(field, element);
}

Cell make_cell(const Change& change, std::uint32_t transaction) {
    const Value& value = change.value;
    const bool data = Value::holds_data(value.type());
    return {.element = change.element,
        .bits = data ? static_cast<std::uint64_t>(reinterpret_cast<std::uintptr_t>(value.data().data()))
                     : value.bits(),
        .size = data ? static_cast<std::uint32_t>(value.data().size()) : 0,
        .transaction = transaction,
        .field = change.field,
        .type = value.type()};
}

}  // namespace

Value Cell::value() const {
    if (!Value::holds_data(type)) return Value::raw(type, bits, {});
    return Value::raw(type, 0, {reinterpret_cast<const char*>(static_cast<std::uintptr_t>(bits)), size});
}

Workspace::Workspace(ReplicaId replica) : clock_(replica), by_kind_(kind_limit), live_count_(kind_limit) {}

// Reading --------------------------------------------------------------------------------------------

const Workspace::Record* Workspace::find(RecordId record) const {
    const auto at = slots_.find(record);
    return at != slots_.end() ? &records_[at->second] : nullptr;
}

RecordState Workspace::state(RecordId record) const {
    const Record* found = find(record);
    return found != nullptr ? found->state : RecordState::absent;
}

std::span<const Cell> Workspace::cells_of(const Record& record, FieldId field) const {
    const auto first = std::ranges::lower_bound(record.cells, field, {}, &Cell::field);
    auto last = first;
    while (last != record.cells.end() && last->field == field)
        ++last;
    return {first, last};
}

const Cell* Workspace::find_cell(const Record& record, FieldId field, ElementId element) const {
    const auto at = std::ranges::lower_bound(record.cells, std::tie(field, element), {},
        [](const Cell& cell) { return std::tie(cell.field, cell.element); });
    const bool found = at != record.cells.end() && at->field == field && at->element == element;
    return found ? &*at : nullptr;
}

const Cell* Workspace::older_of(const Cell& cell) const {
    KITH_ASSERT(cell.older == none || cell.older < older_.size());
    return cell.older == none ? nullptr : &older_[cell.older];
}

Value Workspace::get(RecordId record, FieldId field) const {
    const Record* found = find(record);
    const Cell* cell = found != nullptr ? find_cell(*found, field, ElementId{}) : nullptr;
    return cell != nullptr ? cell->value() : Value{};
}

bool Workspace::has(RecordId record, FieldId field, ElementId element) const {
    const Record* found = find(record);
    const Cell* cell = found != nullptr ? find_cell(*found, field, element) : nullptr;
    return cell != nullptr && cell->type != ValueType::none;
}

std::vector<Element> Workspace::elements(RecordId record, FieldId field) const {
    const Record* found = find(record);
    if (found == nullptr) return {};
    struct Placed {
        Stamp first;
        Element element;
    };
    const FieldSpec* spec = find_field(field);
    const bool by_age = spec != nullptr && spec->type == FieldType::rows;
    std::vector<Placed> placed;
    for (const Cell& cell : cells_of(*found, field)) {
        if (cell.type == ValueType::none) continue;
        const Cell* oldest = &cell;
        while (by_age && older_of(*oldest) != nullptr)
            oldest = older_of(*oldest);
        placed.push_back(
            {by_age ? transactions_[oldest->transaction].stamp : Stamp{}, {cell.element, cell.value()}});
    }
    std::ranges::stable_sort(placed, {}, &Placed::first);  // cells come ordered by element id
    std::vector<Element> result;
    result.reserve(placed.size());
    for (const Placed& at : placed)
        result.push_back(at.element);
    return result;
}

std::vector<std::string_view> Workspace::texts(RecordId record, FieldId field) const {
    std::vector<std::string_view> result;
    for_each_element(
        record, field, [&](const Element& element) { result.push_back(element.value.as_text()); });
    std::ranges::sort(result);
    return result;
}

std::span<const RecordId> Workspace::all(Kind kind) const {
    const auto index = static_cast<std::size_t>(kind);
    return index < kind_limit ? std::span<const RecordId>(by_kind_[index]) : std::span<const RecordId>{};
}

std::size_t Workspace::count(Kind kind) const {
    const auto index = static_cast<std::size_t>(kind);
    return index < kind_limit ? live_count_[index] : 0;
}

template <typename Accept>
std::vector<RecordId> Workspace::referrers_where(RecordId record, Accept accept) const {
    std::vector<RecordId> result;
    const Record* found = find(record);
    if (found == nullptr) return result;
    std::vector<Reference> candidates;
    std::ranges::copy_if(found->referrers, std::back_inserter(candidates), accept);
    std::ranges::sort(candidates);
    candidates.erase(std::ranges::unique(candidates).begin(), candidates.end());
    for (const Reference& reference : candidates) {
        const Record& from = records_[reference.record];
        const bool still = from.state == RecordState::live &&
            std::ranges::any_of(cells_of(from, reference.field), [&](const Cell& cell) {
                return cell.type == ValueType::reference && cell.bits == record.value;
            });
        if (still && (result.empty() || result.back() != from.id)) result.push_back(from.id);
    }
    return result;
}

std::vector<RecordId> Workspace::referrers(RecordId record, FieldId field) const {
    return referrers_where(record, [&](const Reference& reference) { return reference.field == field; });
}

std::vector<RecordId> Workspace::referrers(RecordId record) const {
    return referrers_where(record, [](const Reference&) { return true; });
}

std::span<const RecordId> Workspace::touched_since(std::size_t cursor) const {
    return std::span(touched_).subspan(std::min(cursor, touched_.size()));
}

// Applying -------------------------------------------------------------------------------------------

std::uint32_t Workspace::slot_for(RecordId record) {
    const auto [at, added] = slots_.try_emplace(record, static_cast<std::uint32_t>(records_.size()));
    if (added) {
        records_.push_back({.id = record, .state = RecordState::absent, .cells = {}, .referrers = {}});
        by_kind_[static_cast<std::size_t>(kind_of(record))].push_back(record);
    }
    return at->second;
}

ApplyReport Workspace::apply(std::string frames) {
    ApplyReport report;
    apply(std::move(frames), report).finish();
    return report;
}

Slices Workspace::apply(std::string frames, ApplyReport& report) {
    StepProgress progress;
    co_await apply(std::move(frames), report, progress);
}

Slices Workspace::apply(std::string frames, ApplyReport& report, StepProgress& progress) {
    blocks_.push_back(std::move(frames));
    std::string& block = blocks_.back();
    FrameReader reader(block);
    co_await apply_all(reader, report, progress);
    // Unless others came meanwhile, which have to stay.
    if (report.applied == 0 && &blocks_.back() == &block) blocks_.pop_back();
    look_for_packed();
}

Slices Workspace::apply_all(FrameReader& reader, ApplyReport& report, StepProgress& progress) {
    const double before = progress.part;
    for (std::size_t read = 0;; ++read) {
        if (read % slice == slice - 1) co_await next_slice;
        const FrameReader::Next next = reader.next();
        report.damaged = next == FrameReader::Next::damaged;
        report.too_new = next == FrameReader::Next::too_new;
        if (next != FrameReader::Next::frame) break;
        if (transaction_index_.contains(reader.header().stamp)) {
            ++report.known;
        } else {
            bool sound = true;
            co_await read_frame(reader, sound, progress);
            report.damaged = !sound;
            if (!sound) break;
            ++report.applied;
        }
        report.bytes_read = reader.offset();
        progress.part = before + (1 - before) * reader.fraction();
    }
}

/// How far back everything is there. O(transactions), when there is something new to it.
void Workspace::look_for_packed() {
    if (!packs_changed_) return;
    packs_changed_ = false;
    packed_until_ = 0;
    for (const Group& pack : packs_) {
        const auto here = std::ranges::count_if(transactions_, [&](const TransactionInfo& transaction) {
            return std::ranges::any_of(
                pack.merged, [&](const StampRange& range) { return range.holds(transaction.stamp); });
        });
        if (static_cast<std::uint64_t>(here) < pack.packed.count)
            packed_until_ = std::max(packed_until_, pack.packed.until);
    }
}

Slices Workspace::read_frame(FrameReader& reader, bool& sound, StepProgress& progress) {
    const TransactionHeader& header = reader.header();
    sound = header.change_count <= reader.frame().size();  // a change takes at least a byte
    if (!sound) co_return;
    // All changes are read before any is applied: a frame counts whole or not at all.
    std::vector<Change> changes;
    changes.reserve(static_cast<std::size_t>(header.change_count));
    for (Change change; reader.next_change(change);) {
        changes.push_back(change);
        if (changes.size() % slice == 0) co_await next_slice;
    }
    sound = reader.changes_were_sound() && changes.size() == header.change_count;
    if (!sound) co_return;

    const auto transaction = static_cast<std::uint32_t>(transactions_.size());
    transactions_.push_back({.stamp = header.stamp,
        .kind = header.kind,
        .target = header.target,
        .frame = reader.frame(),
        .changes = static_cast<std::uint32_t>(header.change_count)});
    transaction_index_.emplace(header.stamp, transaction);
    if (header.kind == TransactionKind::merge) merges_.push_back({transaction, header.merged});
    if (header.kind == TransactionKind::pack) packs_.push_back({transaction, header.merged, header.packed});
    packs_changed_ =
        packs_changed_ || header.kind == TransactionKind::pack || header.stamp.ticks < packed_until_;
    clock_.observe(header.stamp);
    note_for_undo(transaction);
    // In whatever order changes come, with whatever others between them, they come to the same.
    const double before = progress.part;
    const std::span<const Change> all = changes;
    for (std::size_t i = 0; i < all.size(); i += slice) {
        if (i > 0) co_await next_slice;
        apply_some(transaction, all.subspan(i, std::min(slice, all.size() - i)));
        progress.part = before + (1 - before) * part_done(i, all.size());
    }
}

void Workspace::apply_some(std::uint32_t transaction, std::span<const Change> changes) {
    for (std::size_t i = 0; i < changes.size();) {
        const RecordId record = changes[i].record;
        std::size_t end = i;
        while (end < changes.size() && changes[end].record == record)
            ++end;
        const std::uint32_t slot = slot_for(record);
        if (records_[slot].cells.empty()) records_[slot].cells.reserve(end - i);
        for (; i < end; ++i)
            apply_change(slot, transaction, changes[i]);
        touched_.push_back(record);
    }
}

void Workspace::apply_change(std::uint32_t slot, std::uint32_t transaction, const Change& change) {
    KITH_ASSERT(slot < records_.size() && transaction < transactions_.size());
    KITH_ASSERT(change.field.kind() == kind_of(records_[slot].id));
    Cell next = make_cell(change, transaction);
    std::vector<Cell>& cells = records_[slot].cells;
    auto at = cells.end();
    if (!cells.empty() && !comes_before(cells.back(), change.field, change.element)) {
        at = std::ranges::lower_bound(cells, std::tie(change.field, change.element), {},
            [](const Cell& cell) { return std::tie(cell.field, cell.element); });
    }
    const bool known = at != cells.end() && at->field == change.field && at->element == change.element;
    if (known && transactions_[transaction].stamp < transactions_[at->transaction].stamp) {
        insert_older(*at, next);
        return;
    }
    if (known) {
        if (at->transaction == transaction) return;  // a register stands once in a transaction
        older_.push_back(*at);
        next.older = static_cast<std::uint32_t>(older_.size() - 1);
        *at = next;
    } else {
        cells.insert(at, next);
    }
    if (change.field.number() == 0) show_state(slot, change.value.as_integer());
    if (change.field == person::self) note_self(change.record);
    // Kept at the record that is pointed to: who has pointed to it. Whether they still do is seen on reading.
    const RecordId target = change.value.as_reference();
    if (kind_of(target) != Kind::none) records_[slot_for(target)].referrers.push_back({slot, change.field});
}

/// A value that arrives after one that overrules it takes its place in the chain.
void Workspace::insert_older(Cell& current, Cell late) {
    const Stamp stamp = transactions_[late.transaction].stamp;
    std::uint32_t* link = &current.older;
    while (*link != none && transactions_[older_[*link].transaction].stamp > stamp)
        link = &older_[*link].older;
    if (*link != none && older_[*link].transaction == late.transaction) return;
    late.older = *link;
    *link = static_cast<std::uint32_t>(older_.size());
    older_.push_back(late);
}

/// Asked for all the time, so it is not looked for among everybody.
void Workspace::note_self(RecordId record) {
    const auto seen = [&](RecordId one) { return slots_.find(one)->second; };
    const auto at = std::ranges::lower_bound(ever_self_, seen(record), {}, seen);
    if (at == ever_self_.end() || *at != record) ever_self_.insert(at, record);
}

void Workspace::show_state(std::uint32_t slot, std::int64_t state) {
    Record& record = records_[slot];
    const bool was_live = record.state == RecordState::live;
    const bool was_trashed = record.state == RecordState::trashed;
    record.state = state >= 0 && state <= 3 ? static_cast<RecordState>(state) : RecordState::absent;
    const bool is_live = record.state == RecordState::live;
    if (was_trashed != (record.state == RecordState::trashed)) ++trash_revision_;
    std::size_t& count = live_count_[static_cast<std::size_t>(kind_of(record.id))];
    if (is_live && !was_live) ++count;
    KITH_ASSERT(!was_live || count > 0);
    if (was_live && !is_live) --count;
}

}  // namespace kith
