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

/// Goes through all records of two workspaces, so many at a time.
class Comparison {
public:
    void begin(const Workspace& before, const Workspace& after) {
        before_ = &before, after_ = &after;
        kind_ = record_ = 0;
    }
    /// False at the end.
    bool step(Differences& found) {
        const auto kinds = all_kinds();
        if (kind_ == kinds.size()) return false;
        const auto after = after_->all(kinds[kind_].kind), before = before_->all(kinds[kind_].kind);
        const std::size_t end = std::min(record_ + bite, after.size() + before.size());
        for (; record_ < end; ++record_) {
            if (record_ < after.size())
                look_at_new(after[record_], found);
            else
                look_at_old(before[record_ - after.size()], found);
        }
        if (record_ == after.size() + before.size()) ++kind_, record_ = 0;
        return true;
    }

private:
    const Workspace* before_ = nullptr;
    const Workspace* after_ = nullptr;
    std::size_t kind_ = 0, record_ = 0;

    void look_at_new(RecordId record, Differences& found) const {
        const bool was = before_->live(record), is = after_->live(record);
        if (is && !was) found.added.push_back(record);
        if (is && was && registers_of(*before_, record) != registers_of(*after_, record))
            found.changed.push_back(record);
    }
    void look_at_old(RecordId record, Differences& found) const {
        if (before_->live(record) && !after_->live(record)) found.gone.push_back(record);
    }
};

}  // namespace

Differences differences(const Workspace& before, const Workspace& after) {
    Differences found;
    Comparison comparison;
    comparison.begin(before, after);
    while (comparison.step(found)) {}
    return found;
}

// In slices ---------------------------------------------------------------------------------------------

struct MergeJob::Inside {
    /// In this order. The first two are done once, the others again if something changes here.
    enum class Stage : std::uint8_t {
        read,
        count,
        copy,
        join,
        compare_joined,
        compare_there,
        conflicts,
        done
    };
    static constexpr std::size_t bite = std::size_t{1} << 16;  // bytes of frames applied at once

    const Workspace& here;
    std::string_view rest;  // of the file's frames, while they are read …
    std::string frames;     // … which this holds
    std::optional<Error> error;
    MergePlan plan;
    Stage stage = Stage::read;
    std::size_t at = 0;  // transactions, bytes or records done of this stage
    Comparison comparison;
    std::vector<RecordId> questionable;  // where both sides may have changed a field
    std::optional<Slices> applying;      // of a run of frames
    ApplyReport applied;

    explicit Inside(const Workspace& workspace) : here(workspace) {}

    void go(Stage next) { stage = next, at = 0; }
    void begin_anew() {
        applying.reset();
        plan.revision = here.revision();
        plan.join = plan.replace = {};
        plan.conflicts.clear();
        plan.fresh = 0;
        plan.after = std::make_unique<Workspace>(here.replica());
        go(Stage::count);
    }

    /// The next whole frames of some bytes, by their lengths; all of it if that makes no sense.
    static std::string_view next_run(std::string_view bytes) {
        std::uint64_t needed = 0;
        std::uint64_t whole = whole_frames(bytes.substr(0, bite), needed);
        if (whole == 0) whole = std::min<std::uint64_t>(needed, bytes.size());
        return bytes.substr(0, whole);
    }

    /// Frames that may be large. True when they are all applied, as `applied` says.
    template <typename Run>
    bool apply(Workspace& to, Run next, const OutOfTime& out_of_time) {
        if (!applying) {
            applied = {};
            applying = to.apply(next(), applied);
        }
        if (applying->step(out_of_time)) return false;
        applying.reset();
        return true;
    }

    void read_some(const OutOfTime& out_of_time) {
        if (!apply(*plan.there, [&] { return std::string(next_run(rest)); }, out_of_time)) return;
        const ApplyReport read = applied;
        if (read.too_new) error = Error{.kind = ErrorKind::too_new, .message = {"journal.too_new", {}}};
        rest.remove_prefix(read.bytes_read);
        plan.damaged = read.damaged || (read.bytes_read == 0 && !rest.empty());
        if (!rest.empty() && !plan.damaged) return;
        frames.resize(frames.size() - rest.size());
        if (plan.damaged && frames.empty())
            error = Error{.kind = ErrorKind::damaged, .message = {"journal.cut_short", {}}};
        begin_anew();
    }
    void count_some() {
        const auto transactions = plan.there->transactions();
        for (const std::size_t end = std::min(at + bite, transactions.size()); at < end; ++at) {
            plan.fresh += here.knows(transactions[at].stamp) ? 0 : 1;
            plan.latest = std::max(plan.latest, transactions[at].stamp);
        }
        if (at == transactions.size()) go(Stage::copy);
    }
    void copy_some(const OutOfTime& out_of_time) {
        const auto transactions = here.transactions();
        const auto next = [&] {
            std::string run;
            for (; at < transactions.size() && run.size() < bite; ++at)
                run += transactions[at].frame;
            return run;
        };
        if (!apply(*plan.after, next, out_of_time)) return;
        if (at == transactions.size()) go(Stage::join);
    }
    void join_some(const OutOfTime& out_of_time) {
        const auto next = [&] { return std::string(next_run(std::string_view(frames).substr(at))); };
        if (!apply(*plan.after, next, out_of_time)) return;
        at += next_run(std::string_view(frames).substr(at)).size();
        if (at < frames.size()) return;
        comparison.begin(here, *plan.after);
        go(Stage::compare_joined);
    }
    void compare_some(Differences& found) {
        if (comparison.step(found)) return;
        if (stage == Stage::compare_joined) {
            comparison.begin(here, *plan.there);
            return go(Stage::compare_there);
        }
        // Where both sides changed a field, the file need not win: look wherever the two differ.
        questionable = plan.replace.changed;
        for (const RecordId record : plan.replace.gone) {
            if (plan.there->state(record) != RecordState::absent) questionable.push_back(record);
        }
        for (const RecordId record : plan.replace.added) {
            if (here.state(record) != RecordState::absent) questionable.push_back(record);
        }
        go(Stage::conflicts);
    }
    void look_for_conflicts() {
        for (const std::size_t end = std::min(at + 100, questionable.size()); at < end; ++at)
            find_conflicts(here, *plan.there, questionable[at], plan.conflicts);
        if (at == questionable.size()) go(Stage::done);
    }

    void step(const OutOfTime& out_of_time) {
        if (stage > Stage::count && plan.revision != here.revision()) begin_anew();
        switch (stage) {
            case Stage::read: return read_some(out_of_time);
            case Stage::count: return count_some();
            case Stage::copy: return copy_some(out_of_time);
            case Stage::join: return join_some(out_of_time);
            case Stage::compare_joined: return compare_some(plan.join);
            case Stage::compare_there: return compare_some(plan.replace);
            case Stage::conflicts: return look_for_conflicts();
            case Stage::done: return;
        }
    }
    double part() const {
        const auto of = [&](std::size_t all) {
            return all == 0 ? 1.0 : static_cast<double>(at) / static_cast<double>(all);
        };
        switch (stage) {
            case Stage::read:
                return 1 - static_cast<double>(rest.size()) / static_cast<double>(frames.size() + 1);
            case Stage::copy: return of(here.transactions().size());
            case Stage::join: return of(frames.size());
            case Stage::conflicts: return of(questionable.size());
            default: return 0;
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
    inside_->rest = inside_->frames;
    inside_->plan.there = std::make_unique<Workspace>(here.replica());
}
MergeJob::~MergeJob() = default;
MergeJob::MergeJob(MergeJob&&) noexcept = default;

bool MergeJob::step(const std::function<bool()>& out_of_time) {
    while (!inside_->error && inside_->stage != Inside::Stage::done) {
        inside_->step(out_of_time);
        if (out_of_time()) return !inside_->error && inside_->stage != Inside::Stage::done;
    }
    return false;
}

double MergeJob::fraction() const {
    constexpr double stages = static_cast<double>(Inside::Stage::done);
    return (static_cast<double>(inside_->stage) + inside_->part()) / stages;
}

Result<MergePlan> MergeJob::take() {
    if (inside_->error) return std::unexpected(*inside_->error);
    KITH_ASSERT(inside_->stage == Inside::Stage::done);
    inside_->plan.frames = std::move(inside_->frames);
    return std::move(inside_->plan);
}

Result<MergePlan> plan_merge(const Workspace& here, std::string_view file) {
    MergeJob job(here, file);
    while (job.step([] { return false; })) {}
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
