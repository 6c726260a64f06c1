#include "workspace/merging.h"

#include <algorithm>
#include <optional>
#include <tuple>
#include <utility>

#include "base/assertion.h"
#include "journal/seal.h"

namespace kith {

namespace {

constexpr std::size_t bite = 200;

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
Slices set_differences(Draft& draft, const Workspace& from, const Workspace& to) {
    std::size_t looked_at = 0;
    for (const KindSpec& kind : all_kinds()) {
        const FieldId state = state_field(kind.kind);
        for (const RecordId record : from.all(kind.kind)) {
            if (++looked_at % bite == 0) co_await next_slice;
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

/// Goes through all records of two workspaces.
Slices compare(const Workspace& before, const Workspace& after, Differences& found) {
    Pieces pieces(bite);
    for (const KindSpec& kind : all_kinds()) {
        for (const RecordId record : after.all(kind.kind)) {
            if (pieces.done()) co_await next_slice;
            const bool was = before.live(record), is = after.live(record);
            if (is && !was) found.added.push_back(record);
            if (is && was && registers_of(before, record) != registers_of(after, record))
                found.changed.push_back(record);
        }
        for (const RecordId record : before.all(kind.kind)) {
            if (pieces.done()) co_await next_slice;
            if (before.live(record) && !after.live(record)) found.gone.push_back(record);
        }
    }
}

constexpr std::size_t run_size = std::size_t{1} << 16;  // bytes of frames applied at once

/// The next whole frames of some bytes, by their lengths; all of it if that makes no sense.
std::string next_run(std::string_view bytes) {
    std::uint64_t needed = 0;
    std::uint64_t whole = whole_frames(bytes.substr(0, run_size), needed);
    if (whole == 0) whole = std::min<std::uint64_t>(needed, bytes.size());
    return std::string(bytes.substr(0, whole));
}

}  // namespace

Differences differences(const Workspace& before, const Workspace& after) {
    Differences found;
    compare(before, after, found).finish();
    return found;
}

// In slices ---------------------------------------------------------------------------------------------

struct MergeJob::Inside {
    /// What is done, in this order: the first once, the others again if something changes here.
    enum class Stage : std::uint8_t { read, copy, join, compare, conflicts, done };

    const Workspace& here;
    std::string frames;  // of the file
    std::optional<Error> error;
    MergePlan plan;
    bool has_read = false;
    double fraction = 0;
    Slices work;  // last, so that it goes first

    explicit Inside(const Workspace& workspace) : here(workspace) {}

    /// So many of all of this stage are done.
    void come_to(Stage stage, std::size_t done = 0, std::size_t all = 1) {
        constexpr auto stages = static_cast<double>(Stage::done);
        fraction = (static_cast<double>(stage) + part_done(done, all)) / stages;
    }

    Slices read_and_work_out() {
        co_await read();
        if (!error) co_await work_out();
    }
    Slices work_out() {
        has_read = true;
        plan.revision = here.revision();
        plan.join = plan.replace = {};
        plan.conflicts.clear();
        plan.fresh = 0;
        plan.after = std::make_unique<Workspace>(here.replica());
        co_await count();
        co_await next_slice;
        co_await copy();
        co_await join();
        come_to(Stage::compare);
        co_await compare(here, *plan.after, plan.join);
        come_to(Stage::compare, 1, 2);
        co_await next_slice;
        co_await compare(here, *plan.there, plan.replace);
        co_await next_slice;
        co_await look_for_conflicts();
        come_to(Stage::done);
    }

    Slices read() {
        std::string_view rest = frames;
        while (!rest.empty() && !plan.damaged) {
            ApplyReport run;
            co_await plan.there->apply(next_run(rest), run);
            if (run.too_new) error = Error{.kind = ErrorKind::too_new, .message = {"journal.too_new", {}}};
            rest.remove_prefix(run.bytes_read);
            plan.damaged = run.damaged || run.bytes_read == 0;
            come_to(Stage::read, frames.size() - rest.size(), frames.size());
            co_await next_slice;
        }
        frames.resize(frames.size() - rest.size());
        if (plan.damaged && frames.empty() && !error)
            error = Error{.kind = ErrorKind::damaged, .message = {"journal.cut_short", {}}};
    }
    Slices count() {
        Pieces pieces(1024);
        for (const TransactionInfo& transaction : plan.there->transactions()) {
            plan.fresh += here.knows(transaction.stamp) ? 0 : 1;
            plan.latest = std::max(plan.latest, transaction.stamp);
            if (pieces.done()) co_await next_slice;
        }
    }
    Slices copy() {
        const auto transactions = here.transactions();
        for (std::size_t at = 0; at < transactions.size();) {
            std::string run;
            for (; at < transactions.size() && run.size() < run_size; ++at)
                run += transactions[at].frame;
            ApplyReport report;
            co_await plan.after->apply(std::move(run), report);
            come_to(Stage::copy, at, transactions.size());
            co_await next_slice;
        }
    }
    Slices join() {
        for (std::string_view rest = frames; !rest.empty();) {
            std::string run = next_run(rest);
            rest.remove_prefix(run.size());
            ApplyReport report;
            co_await plan.after->apply(std::move(run), report);
            come_to(Stage::join, frames.size() - rest.size(), frames.size());
            co_await next_slice;
        }
    }
    /// Where both sides changed a field, the file need not win: looks wherever the two differ.
    Slices look_for_conflicts() {
        std::vector<RecordId> questionable = plan.replace.changed;
        for (const RecordId record : plan.replace.gone) {
            if (plan.there->state(record) != RecordState::absent) questionable.push_back(record);
        }
        for (const RecordId record : plan.replace.added) {
            if (here.state(record) != RecordState::absent) questionable.push_back(record);
        }
        Pieces pieces(100);
        for (std::size_t at = 0; at < questionable.size();) {
            find_conflicts(here, *plan.there, questionable[at], plan.conflicts);
            come_to(Stage::conflicts, ++at, questionable.size());
            if (pieces.done()) co_await next_slice;
        }
    }
};

MergeJob::MergeJob(const Workspace& here, std::string_view file) : inside_(std::make_unique<Inside>(here)) {
    const auto frames = frames_of(file);
    if (!frames) {
        inside_->error = frames.error();
        return;
    }
    inside_->frames = *frames;
    inside_->plan.there = std::make_unique<Workspace>(here.replica());
    inside_->work = inside_->read_and_work_out();
}
MergeJob::~MergeJob() = default;
MergeJob::MergeJob(MergeJob&&) noexcept = default;

bool MergeJob::step(const OutOfTime& out_of_time) {
    Inside& inside = *inside_;
    const bool is_stale = inside.has_read && inside.plan.revision != inside.here.revision();
    if (is_stale && !inside.work.done()) inside.work = inside.work_out();
    return inside.work.step(out_of_time);
}

void MergeJob::finish() {
    step([] { return false; });
}

double MergeJob::fraction() const {
    return inside_->fraction;
}

Result<MergePlan> MergeJob::take() {
    if (inside_->error) return std::unexpected(*inside_->error);
    KITH_ASSERT(inside_->has_read && inside_->work.done());
    inside_->plan.frames = std::move(inside_->frames);
    return std::move(inside_->plan);
}

Result<MergePlan> plan_merge(const Workspace& here, std::string_view file) {
    MergeJob job(here, file);
    job.finish();
    return job.take();
}

Slices carry_out(Workspace& here, const MergePlan& plan, MergeWay way, Message label, Instant now,
    MergeReport& report, StepProgress& progress) {
    KITH_ASSERT(plan.there && plan.after && plan.revision == here.revision());
    Draft step(std::move(label), TransactionKind::merge);
    if (way == MergeWay::replace) co_await set_differences(step, *plan.after, *plan.there);
    co_await here.merge(plan.frames, std::move(step), now, report, progress);
}

MergeReport carry_out(Workspace& here, const MergePlan& plan, MergeWay way, Message label, Instant now) {
    MergeReport report;
    StepProgress progress;
    carry_out(here, plan, way, std::move(label), now, report, progress).finish();
    return report;
}

}  // namespace kith
