// Packing older history away: which transactions nothing depends on any more.
#include <algorithm>

#include "workspace/workspace.h"

namespace kith {

std::vector<std::uint32_t> Workspace::superseded_before(Instant moment) const {
    std::vector<bool> counts(transactions_.size());  // those that stay
    for (std::uint32_t i = 0; i < transactions_.size(); ++i) {
        const TransactionInfo& info = transactions_[i];
        counts[i] = info.kind == TransactionKind::pack || info.stamp.wall() >= moment;
    }
    for (const Record& record : records_)
        note_values_at(record, moment, counts);
    // What can still be taken back or done again rests on what was there before.
    std::vector<bool> reverses(transactions_.size());
    for (std::uint32_t i = 0; i < transactions_.size(); ++i) {
        const TransactionKind kind = transactions_[i].kind;
        reverses[i] = kind == TransactionKind::undo || kind == TransactionKind::redo;
    }
    for (const Group& merge : merges_) {
        if (transactions_[merge.transaction].stamp.wall() < moment) continue;
        for (std::uint32_t i = 0; i < transactions_.size(); ++i) {
            if (holds(merge, i)) reverses[i] = counts[i] = true;
        }
    }
    while (note_what_it_rests_on(reverses, counts)) {}
    std::vector<std::uint32_t> superseded;
    for (std::uint32_t i = 0; i < transactions_.size(); ++i) {
        if (!counts[i]) superseded.push_back(i);
    }
    return superseded;
}

/// Marks the transactions whose values counted at a moment.
void Workspace::note_values_at(const Record& record, Instant moment, std::vector<bool>& counts) const {
    const auto at_moment = [&](const Cell* cell) {
        while (cell != nullptr && transactions_[cell->transaction].stamp.wall() >= moment)
            cell = older_of(*cell);
        return cell;
    };
    const Cell* state = at_moment(find_cell(record, state_field(kind_of(record.id)), {}));
    // Of what was erased for good by then, only that it was.
    const bool erased =
        state != nullptr && state->value().as_integer() == static_cast<int>(RecordState::erased);
    for (const Cell& newest : record.cells) {
        if (erased && newest.field.number() != 0) continue;
        const Cell* cell = at_moment(&newest);
        if (cell == nullptr) continue;
        counts[cell->transaction] = true;
        // Rows are in the order in which they were first added.
        const FieldSpec* spec = find_field(newest.field);
        if (spec == nullptr || spec->type != FieldType::rows) continue;
        while (older_of(*cell) != nullptr)
            cell = older_of(*cell);
        counts[cell->transaction] = true;
    }
}

/// What a step that stays took back or did again stays; and where a value that stays was written by undo,
/// redo or a merge, all values before it. True if that were more.
bool Workspace::note_what_it_rests_on(const std::vector<bool>& reverses, std::vector<bool>& counts) const {
    bool more = false;
    for (std::uint32_t i = 0; i < transactions_.size(); ++i) {
        const auto target =
            counts[i] ? transaction_index_.find(transactions_[i].target) : transaction_index_.end();
        if (target == transaction_index_.end() || counts[target->second]) continue;
        more = counts[target->second] = true;
    }
    for (const Record& record : records_) {
        for (const Cell& newest : record.cells) {
            const Cell* cell = &newest;
            while (cell != nullptr && !(counts[cell->transaction] && reverses[cell->transaction]))
                cell = older_of(*cell);
            for (; cell != nullptr; cell = older_of(*cell)) {
                more = more || !counts[cell->transaction];
                counts[cell->transaction] = true;
            }
        }
    }
    return more;
}

Stamp Workspace::note_packing(
    Message label, std::span<const std::uint32_t> away, Instant moment, Instant now) {
    if (away.empty()) return {};
    std::vector<Stamp> stamps;
    for (const std::uint32_t transaction : away)
        stamps.push_back(transactions_[transaction].stamp);
    const auto milliseconds = static_cast<std::uint64_t>(moment.time_since_epoch().count());
    Draft step(std::move(label), TransactionKind::pack);
    step.set_packed(ranges_of(std::move(stamps)), {.until = milliseconds << 16, .count = away.size()});
    return write(step, {}, now);
}

}  // namespace kith
