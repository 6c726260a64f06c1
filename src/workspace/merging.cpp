#include "workspace/merging.h"

#include <algorithm>
#include <tuple>
#include <utility>

namespace kith {

namespace {

struct Register {
    FieldId field;
    ElementId element;
    Value value;

    auto place() const { return std::tie(field, element); }
    bool operator==(const Register&) const = default;
};

/// Everything a record holds, by field and element.
std::vector<Register> registers_of(const Workspace& workspace, RecordId record) {
    std::vector<Register> registers;
    workspace.for_each_value(record, [&](FieldId field, const Element& element) {
        registers.push_back({field, element.id, element.value});
    });
    return registers;
}

/// `visit(left, right)` for each register that one of the two has; null where it has not.
template <typename Visit>
void side_by_side(const std::vector<Register>& left, const std::vector<Register>& right, Visit visit) {
    auto a = left.begin();
    auto b = right.begin();
    while (a != left.end() || b != right.end()) {
        const bool only_a = b == right.end() || (a != left.end() && a->place() < b->place());
        const bool only_b = a == left.end() || (b != right.end() && b->place() < a->place());
        visit(only_b ? nullptr : &*a, only_a ? nullptr : &*b);
        if (!only_b) ++a;
        if (!only_a) ++b;
    }
}

/// The latest change of a register, and when it was made.
struct Latest {
    Stamp stamp;
    Value value;
};
Latest latest_of(const Workspace& workspace, RecordId record, FieldId field, ElementId element) {
    for (const PastValue& past : workspace.history_of(record, field)) {
        if (past.element == element) return {workspace.transactions()[past.transaction].stamp, past.value};
    }
    return {};
}

void find_conflicts(
    const Workspace& here, const Workspace& there, RecordId record, std::vector<Conflict>& conflicts) {
    side_by_side(
        registers_of(here, record), registers_of(there, record), [&](const Register* a, const Register* b) {
            if (a != nullptr && b != nullptr && a->value == b->value) return;
            const Register& at = a != nullptr ? *a : *b;
            const FieldSpec* field = find_field(at.field);
            if (field == nullptr || (field->has(hidden) && at.field.number() != 0)) return;
            const Latest ours = latest_of(here, record, at.field, at.element);
            const Latest theirs = latest_of(there, record, at.field, at.element);
            const bool both =
                ours.stamp && theirs.stamp && !there.knows(ours.stamp) && !here.knows(theirs.stamp);
            if (!both) return;
            conflicts.push_back(
                {record, at.field, at.element, ours.value, theirs.value, ours.stamp, theirs.stamp});
        });
}

/// What makes `from` look like `to`.
void set_differences(Draft& draft, const Workspace& from, const Workspace& to) {
    for (const KindSpec& kind : all_kinds()) {
        const FieldId state = state_field(kind.kind);
        for (const RecordId record : from.all(kind.kind)) {
            if (to.state(record) == RecordState::absent) {  // made since: as if its making were undone
                if (from.state(record) != RecordState::absent) draft.clear(record, state);
                continue;
            }
            side_by_side(registers_of(from, record), registers_of(to, record),
                [&](const Register* a, const Register* b) {
                    if (a != nullptr && b != nullptr && a->value == b->value) return;
                    const Register& at = a != nullptr ? *a : *b;
                    draft.change({record, at.field, at.element, b != nullptr ? b->value : Value{}});
                });
        }
    }
}

}  // namespace

Differences differences(const Workspace& before, const Workspace& after) {
    Differences found;
    for (const KindSpec& kind : all_kinds()) {
        for (const RecordId record : after.all(kind.kind)) {
            const bool was = before.live(record), is = after.live(record);
            if (is && !was) found.added.push_back(record);
            if (is && was && registers_of(before, record) != registers_of(after, record))
                found.changed.push_back(record);
        }
        for (const RecordId record : before.all(kind.kind)) {
            if (before.live(record) && !after.live(record)) found.gone.push_back(record);
        }
    }
    return found;
}

Result<MergePlan> plan_merge(const Workspace& here, std::string_view file) {
    const auto frames = frames_of(file);
    if (!frames) return std::unexpected(frames.error());
    MergePlan plan;
    plan.there = std::make_unique<Workspace>(here.replica());
    const ApplyReport read = plan.there->apply(std::string(*frames));
    if (read.too_new) return failure(ErrorKind::too_new, {"journal.too_new", {}});
    if (read.damaged && read.bytes_read == 0) return failure(ErrorKind::damaged, {"journal.cut_short", {}});
    plan.damaged = read.damaged;
    plan.frames = frames->substr(0, read.bytes_read);
    for (const TransactionInfo& transaction : plan.there->transactions()) {
        plan.fresh += here.knows(transaction.stamp) ? 0 : 1;
        plan.latest = std::max(plan.latest, transaction.stamp);
    }
    plan.after = std::make_unique<Workspace>(here.replica());
    std::string all;
    for (const TransactionInfo& transaction : here.transactions())
        all += transaction.frame;
    plan.after->apply(std::move(all));
    plan.after->apply(plan.frames);
    plan.join = differences(here, *plan.after);
    plan.replace = differences(here, *plan.there);
    // Where both sides changed a field, the file need not win: look wherever the two differ.
    for (const RecordId record : plan.replace.changed)
        find_conflicts(here, *plan.there, record, plan.conflicts);
    for (const RecordId record : plan.replace.gone) {
        if (plan.there->state(record) != RecordState::absent)
            find_conflicts(here, *plan.there, record, plan.conflicts);
    }
    for (const RecordId record : plan.replace.added) {
        if (here.state(record) != RecordState::absent)
            find_conflicts(here, *plan.there, record, plan.conflicts);
    }
    plan.revision = here.revision();
    return plan;
}

MergeReport carry_out(Workspace& here, const MergePlan& plan, MergeWay way, Message label, Instant now) {
    Draft step(std::move(label), TransactionKind::merge);
    if (way == MergeWay::replace) set_differences(step, *plan.after, *plan.there);
    return here.merge(plan.frames, std::move(step), now);
}

}  // namespace kith
