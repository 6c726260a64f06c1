#include "workspace/looking_back.h"

#include <algorithm>
#include <boost/unordered/unordered_flat_map.hpp>

#include "workspace/step_labels.h"

namespace kith {

Workspace as_of(const Workspace& workspace, Instant end) {
    std::string frames;
    for (const TransactionInfo& transaction : workspace.transactions()) {
        if (transaction.stamp.wall() <= end) frames += transaction.frame;
    }
    Workspace past(workspace.replica());
    past.apply(std::move(frames));
    return past;
}

Result<Workspace> as_if(const Workspace& workspace, Draft draft, Instant now) {
    Workspace copy = as_of(workspace, Instant::max());
    if (const auto written = copy.commit(std::move(draft), now); !written)
        return std::unexpected(written.error());
    return copy;
}

std::vector<HistoryEntry> history_entries(const Workspace& workspace) {
    const auto transactions = workspace.transactions();
    std::vector<std::uint32_t> order(transactions.size());
    for (std::uint32_t i = 0; i < order.size(); ++i)
        order[i] = i;
    std::ranges::sort(order, {}, [&](std::uint32_t i) { return transactions[i].stamp; });

    std::vector<HistoryEntry> entries;
    boost::unordered_flat_map<Stamp, std::size_t, StampHash> places;
    for (const std::uint32_t i : order) {
        const TransactionInfo& transaction = transactions[i];
        if (transaction.kind != TransactionKind::undo && transaction.kind != TransactionKind::redo) {
            places.emplace(transaction.stamp, entries.size());
            entries.push_back({.transaction = i});
        } else if (const auto place = places.find(transaction.target); place != places.end()) {
            entries[place->second].undone = transaction.kind == TransactionKind::undo;
        }
    }
    for (std::size_t i = 0; i < entries.size(); ++i) {
        if (entries[i].undone) continue;
        for (const Stamp stamp : undone_with(transactions[entries[i].transaction])) {
            if (const auto place = places.find(stamp); place != places.end())
                entries[place->second].undone = true;
        }
    }
    std::ranges::reverse(entries);
    return entries;
}

namespace {

void add_changes(const Workspace& workspace, std::uint32_t transaction, std::size_t most,
    std::vector<PastChange>& changes) {
    FrameReader reader(workspace.transactions()[transaction].frame);
    reader.next();
    for (Change change; changes.size() < most && reader.next_change(change);) {
        const FieldSpec* field = find_field(change.field);
        if (field == nullptr || (field->has(hidden) && change.field.number() != 0)) continue;
        PastChange past{change.record, change.field, change.element, {}, {}};
        bool found = false;
        for (const PastValue& value : workspace.history_of(change.record, change.field)) {
            if (value.element != change.element) continue;
            if (found) {
                past.before = value.value;
                break;
            }
            found = value.transaction == transaction;
            if (found) past.after = value.value;
        }
        changes.push_back(past);
    }
}

}  // namespace

std::vector<PastChange> changes_of(const Workspace& workspace, std::uint32_t transaction, std::size_t most) {
    std::vector<PastChange> changes;
    add_changes(workspace, transaction, most, changes);
    if (workspace.transactions()[transaction].kind != TransactionKind::merge) return changes;
    FrameReader reader(workspace.transactions()[transaction].frame);
    reader.next();
    for (std::uint32_t i = 0; i < workspace.transactions().size() && changes.size() < most; ++i) {
        const bool came = std::ranges::any_of(reader.header().merged,
            [&](const StampRange& range) { return range.holds(workspace.transactions()[i].stamp); });
        if (came) add_changes(workspace, i, most, changes);
    }
    return changes;
}

}  // namespace kith
