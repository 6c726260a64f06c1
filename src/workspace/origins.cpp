#include "workspace/origins.h"

#include <algorithm>
#include <tuple>

#include "base/assertion.h"
#include "workspace/step_labels.h"

namespace kith {

namespace {

auto register_of(const PastValue& value) {
    return std::tuple(value.field, value.element);
}

}  // namespace

RegisterHistory::RegisterHistory(const Workspace& workspace, RecordId record)
    : values_(workspace.history_of(record)) {
    std::ranges::stable_sort(values_, {}, register_of);
}

std::span<const PastValue> RegisterHistory::of(FieldId field, ElementId element) const {
    const auto values = std::ranges::equal_range(values_, std::tuple(field, element), {}, register_of);
    return {values.begin(), values.end()};
}

Origins::Origins(const Workspace& workspace) : workspace_(workspace) {
    const auto transactions = workspace.transactions();
    places_.reserve(transactions.size());
    for (std::uint32_t i = 0; i < transactions.size(); ++i)
        places_.emplace(transactions[i].stamp, i);
    for (std::uint32_t i = 0; i < transactions.size(); ++i) {
        if (transactions[i].kind == TransactionKind::merge) {
            FrameReader reader(transactions[i].frame);
            reader.next();
            merges_.emplace(i, reader.header().merged);
        }
        Steps undone;
        for (const Stamp stamp : undone_with(transactions[i])) {
            if (const auto place = places_.find(stamp); place != places_.end()) undone.insert(place->second);
        }
        if (!undone.empty()) undone_imports_.emplace(i, std::move(undone));
    }
}

/// Whether a transaction is a step, or came in by it.
bool Origins::holds(std::uint32_t step, std::uint32_t transaction) const {
    if (transaction == step) return true;
    const auto merge = merges_.find(step);
    const Stamp stamp = workspace_.transactions()[transaction].stamp;
    return merge != merges_.end() &&
        std::ranges::any_of(merge->second, [&](const StampRange& range) { return range.holds(stamp); });
}

/// The older value that undo or redo put here again; `at` itself if that can't be found.
std::size_t Origins::reversed(std::span<const PastValue> values, std::size_t at) const {
    const TransactionInfo& info = workspace_.transactions()[values[at].transaction];
    const auto target = places_.find(info.target);
    if (target == places_.end()) return at;
    std::size_t own = at + 1;
    while (own < values.size() && !holds(target->second, values[own].transaction))
        ++own;
    if (own == values.size()) return at;
    if (info.kind == TransactionKind::redo) return own;
    while (own < values.size() && holds(target->second, values[own].transaction))
        ++own;
    return own < values.size() ? own : nothing;
}

/// The older value that the undoing of an import put here again: the latest such that was not undone with it.
/// `nothing` where it left nothing; `at` itself if there is none.
std::size_t Origins::put_back(std::span<const PastValue> values, std::size_t at, const Steps& undone) const {
    if (values[at].value.empty()) return nothing;
    for (std::size_t i = without(values, at + 1, undone); i != nothing; i = without(values, i + 1, undone)) {
        if (values[i].value == values[at].value) return i;
    }
    return at;
}

// Each step goes to an older value, so all of these end.
std::size_t Origins::written(std::span<const PastValue> values, std::size_t at) const {
    while (at < values.size()) {
        std::size_t from = at;
        const TransactionKind kind = workspace_.transactions()[values[at].transaction].kind;
        if (kind == TransactionKind::undo || kind == TransactionKind::redo) {
            from = reversed(values, at);
        } else if (const auto undone = undone_imports_.find(values[at].transaction);
            undone != undone_imports_.end()) {
            from = put_back(values, at, undone->second);
        }
        if (from == at) return at;
        at = from;
    }
    return nothing;
}

std::size_t Origins::without(std::span<const PastValue> values, std::size_t at, const Steps& steps) const {
    while (at < values.size()) {
        const std::size_t from = written(values, at);
        if (from == nothing || !steps.contains(values[from].transaction)) return from;
        at = from + 1;
    }
    return nothing;
}

}  // namespace kith
