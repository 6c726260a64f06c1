// The way in: checking a draft against the schema and writing it; and what was written when. Taking it back
// is undo.cpp.
#include <algorithm>
#include <tuple>

#include "base/assertion.h"
#include "base/catalogue.h"
#include "base/text.h"
#include "workspace/workspace.h"

namespace kith {

namespace {

constexpr std::size_t slice = 256;  // changes between pauses

constexpr std::size_t longest_text = 1 << 20;    // a megabyte of notes
constexpr std::size_t largest_bytes = 16 << 20;  // a photo

Error refused(const FieldSpec* field, std::string_view why, ErrorKind kind = ErrorKind::bad_input) {
    return {.kind = kind,
        .message = {why, {}},
        .file = {},
        .line = 0,
        .field = field != nullptr ? std::string(field->key) : ""};
}

/// Whether the sentence of a label has all that it says. (A label may keep more: an import, its sources.)
[[maybe_unused]] bool is_told(Message label) {
    std::string_view declared = Catalogue::english().parameters(label.key);
    std::size_t count = 0;
    while (next_parameter(declared))
        ++count;
    if (label.arguments.size() > count) label.arguments.resize(count);
    return Catalogue::english().takes(label);
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

Slices Workspace::check(std::span<const Change> changes, Result<>& result, StepProgress& progress) const {
    RecordId record;
    std::size_t looked_at = 0;
    for (const Change& change : changes) {
        if (++looked_at % slice == 0) {
            progress.part = 0.25 + 0.05 * part_done(looked_at, changes.size());
            co_await next_slice;
        }
        const FieldSpec* field = find_field(change.field);
        if (field == nullptr || change.field.kind() != kind_of(change.record))
            result = std::unexpected(refused(field, "workspace.no_such_field"));
        else
            result = check_value(*field, change);
        if (!result) co_return;
        if (change.record == record) continue;
        record = change.record;
        // The state field sorts first, so a record that the draft makes or restores shows it here.
        const bool about_state = change.field.number() == 0;
        if (!about_state && !live(record)) {
            result = std::unexpected(refused(field, "workspace.record_gone", ErrorKind::conflict));
            co_return;
        }
    }
}

Slices Workspace::drop_what_changes_nothing(std::vector<Change>& changes, StepProgress& progress) const {
    std::size_t kept = 0;
    for (std::size_t i = 0; i < changes.size(); ++i) {
        if (i % slice == slice - 1) {
            progress.part = 0.3 + 0.1 * part_done(i, changes.size());
            co_await next_slice;
        }
        const Change& change = changes[i];
        const Record* found = find(change.record);
        const Cell* cell = found != nullptr ? find_cell(*found, change.field, change.element) : nullptr;
        const bool same = cell != nullptr ? cell->value() == change.value : change.value.empty();
        if (!same) changes[kept++] = change;
    }
    changes.resize(kept);
}

Result<Stamp> Workspace::commit(Draft draft, Instant now) {
    Result<Stamp> result;
    StepProgress progress;
    commit(std::move(draft), now, result, progress).finish();
    return result;
}

Slices Workspace::commit(Draft draft, Instant now, Result<Stamp>& result, StepProgress& progress) {
    std::vector<Change> changes;
    result = Stamp{};
    co_await draft.take_changes(changes);
    progress.part = 0.25;
    Result<> checked;
    co_await check(changes, checked, progress);
    if (!checked) {
        result = std::unexpected(checked.error());
        co_return;
    }
    co_await drop_what_changes_nothing(changes, progress);
    if (changes.empty()) co_return;
    if (clock_.at_end()) {
        result = failure(ErrorKind::conflict, {"workspace.at_end_of_time", {}});
        co_return;
    }
    co_await write(draft, changes, now, *result, progress);
}

/// No stamp if nothing can come after what is there.
Slices Workspace::write(const Draft& draft, const std::vector<Change>& changes, Instant now, Stamp& stamp,
    StepProgress& progress) {
    stamp = {};
    if (clock_.at_end()) co_return;
    KITH_ASSERT(is_told(draft.label()));
    stamp = clock_.tick(now);
    std::string frame;
    co_await append_frame_in_slices(frame, draft, stamp, changes);
    progress = {.part = 0.5, .settled = true};
    ApplyReport report;
    co_await apply(std::move(frame), report, progress);
    KITH_ASSERT(report.applied == 1 && !report.damaged);  // what was written can be read
    progress.part = 1;
}

Stamp Workspace::write(const Draft& draft, const std::vector<Change>& changes, Instant now) {
    Stamp stamp;
    StepProgress progress;
    write(draft, changes, now, stamp, progress).finish();
    return stamp;
}

// Merging --------------------------------------------------------------------------------------------

MergeReport Workspace::merge(std::string frames, Draft step, Instant now) {
    MergeReport report;
    StepProgress progress;
    merge(std::move(frames), std::move(step), now, report, progress).finish();
    return report;
}

Slices Workspace::merge(
    std::string frames, Draft step, Instant now, MergeReport& report, StepProgress& progress) {
    std::vector<Change> changes;
    co_await step.take_changes(changes);
    report = {};
    const std::size_t known = transactions_.size();
    progress.settled = true;
    co_await apply(std::move(frames), report.read, progress);
    std::vector<Stamp> stamps;
    for (std::size_t i = known; i < transactions_.size(); ++i)
        stamps.push_back(transactions_[i].stamp);
    co_await next_slice;
    std::vector<StampRange> ranges = ranges_of(std::move(stamps));
    if (ranges.empty() && changes.empty()) co_return;
    step.set_merged(std::move(ranges));
    co_await write(step, changes, now, report.stamp, progress);
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

// History --------------------------------------------------------------------------------------------

Message Workspace::label_of(const TransactionInfo& transaction) {
    FrameReader reader(transaction.frame);
    [[maybe_unused]] const FrameReader::Next next = reader.next();
    KITH_ASSERT(next == FrameReader::Next::frame);
    Message label{reader.header().label_key, {}};
    for (const std::string_view argument : reader.header().label_arguments)
        label.arguments.emplace_back(ArgumentView::kept(argument));
    // Another version may have kept fewer than the message is told now: those are empty.
    std::string_view declared = Catalogue::english().parameters(label.key);
    for (std::size_t count = 1; next_parameter(declared); ++count) {
        if (count > label.arguments.size()) label.arguments.emplace_back(ArgumentView::kept({}));
    }
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
