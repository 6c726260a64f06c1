#include "exchange/people/import.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "base/assertion.h"
#include "base/text.h"
#include "exchange/people/import_planning.h"
#include "exchange/people/import_writing.h"
#include "exchange/readers/archive_choice.h"
#include "exchange/readers/import_reading.h"

namespace kith {

namespace {

std::string name_of(const std::vector<ImportFile>& files) {
    if (files.empty()) return {};
    std::string name = repair_utf8(without_folder(files[0].name));
    if (files.size() > 1) name += " +" + std::to_string(files.size() - 1);
    return name;
}

/// The file's word against what is here.
bool is_contradiction(const FieldDifference& difference) {
    return difference.kind == DifferenceKind::differs || difference.kind == DifferenceKind::updates;
}

Error nothing_changed(ErrorKind kind, std::string_view key) {
    return {.kind = kind, .message = {key, {}}, .file = {}, .line = 0, .field = {}};
}

}  // namespace

struct ImportJob::Inside {
    Inside(Workspace& workspace_, std::vector<ImportFile> files, ImportContext context_)
        : workspace(workspace_), context(std::move(context_)), name(name_of(files)) {
        reading.emplace(std::move(files), context.formats, context.stages, keeper, notices);
        work = prepare();
    }

    Workspace& workspace;
    ImportContext context;
    std::string name;
    std::uint64_t revision = 0;  // that the files are compared with
    ImportStage stage = ImportStage::reading;
    Keeper keeper;
    Notices notices;
    ImportPlan plan;
    Error error;
    std::optional<ImportReading> reading;
    std::optional<ImportPlanning> planning;
    std::optional<RecordTaking> others;
    std::optional<ImportWriting> writing;
    Slices work;  // last, so that it goes first

    Slices prepare();  // until the person is asked
    Slices write();
    void begin_planning();
    void finish_plan();
    void summarise();
    void end(ImportStage how, Error why);
    bool is_stale() const;

    struct Committing;
    static Slices commit(Committing committing, Instant now, Result<Stamp>& result, StepProgress& progress);
};

/// Goes away with the slices of a commit: when they are done, or when they are given up.
struct ImportJob::Inside::Committing {
    std::shared_ptr<Inside> job;

    explicit Committing(std::shared_ptr<Inside> inside) : job(std::move(inside)) {
        job->stage = ImportStage::committing;
    }
    Committing(Committing&&) noexcept = default;
    Committing& operator=(Committing&&) = delete;
    ~Committing() {
        if (job && job->stage == ImportStage::committing)
            job->end(ImportStage::stopped, nothing_changed(ErrorKind::stopped, "import.stopped"));
    }
};

Slices ImportJob::Inside::prepare() {
    co_await reading->read();
    begin_planning();
    if (stage == ImportStage::failed) co_return;
    co_await planning->plan();
    finish_plan();
}

Slices ImportJob::Inside::write() {
    co_await writing->write();
    for (std::size_t i = 0; i < plan.items.size(); ++i)
        plan.items[i].record = writing->records()[i];
    stage = ImportStage::drafted;
}

void ImportJob::Inside::begin_planning() {
    plan.files = std::move(reading->files());
    plan.counts.hidden = reading->hidden().size();
    for (const EmptyEntry& entry : reading->hidden())
        plan.hidden.push_back({entry.file, entry.line});
    if (reading->error()) {
        end(ImportStage::failed, *reading->error());
        plan.notices = std::move(notices.list);
        return;
    }
    for (const EmptyEntry& entry : reading->empty_entries()) {
        ImportItem& item = plan.items.emplace_back();
        item.file = entry.file;
        item.line = entry.line;
        item.status = ItemStatus::skipped;
        item.choice = ItemChoice::skip;
        item.reason = {"import.empty_card", {}};
        ++plan.counts.skipped;
    }
    revision = workspace.revision();
    planning.emplace(
        workspace, std::move(reading->cards()), plan.files, context.stages, keeper, notices, plan);
    others.emplace(workspace, std::move(reading->records()));
    reading.reset();
    stage = ImportStage::comparing;
}

void ImportJob::Inside::finish_plan() {
    plan.notices = std::move(notices.list);
    plan.more_notices = notices.more;
    plan.other_records = others->place(plan, *planning);
    summarise();
    stage = ImportStage::planned;
}

void ImportJob::Inside::summarise() {
    const ImportCounts& counts = plan.counts;
    const std::size_t fresh = counts.fresh + counts.maybe_known;
    plan.summary = {
        "import.summary", {fresh, counts.changed, counts.already_here, counts.skipped + counts.hidden}};
}

/// Not the work, which this may be a part of: it goes when the job is stopped or goes itself.
void ImportJob::Inside::end(ImportStage how, Error why) {
    stage = how;
    error = std::move(why);
}

bool ImportJob::Inside::is_stale() const {
    const bool compared = stage == ImportStage::comparing || stage == ImportStage::planned ||
        stage == ImportStage::writing || stage == ImportStage::drafted;
    return compared && workspace.revision() != revision;
}

Slices ImportJob::Inside::commit(
    Committing committing, Instant now, Result<Stamp>& result, StepProgress& progress) {
    Inside& job = *committing.job;
    co_await job.workspace.commit(job.writing->take_draft(), now, result, progress);
    if (result)
        job.stage = ImportStage::done;
    else
        job.end(ImportStage::failed, result.error());
}

ImportJob::ImportJob(Workspace& workspace, std::vector<ImportFile> files, ImportContext context)
    : inside_(std::make_shared<Inside>(workspace, std::move(files), std::move(context))) {}
ImportJob::~ImportJob() = default;
ImportJob::ImportJob(ImportJob&&) noexcept = default;
ImportJob& ImportJob::operator=(ImportJob&&) noexcept = default;

bool ImportJob::step(const OutOfTime& out_of_time) {
    if (inside_->is_stale()) {
        inside_->work = {};
        inside_->end(ImportStage::stale, nothing_changed(ErrorKind::conflict, "files.stale"));
    }
    return inside_->work.step(out_of_time);
}

void ImportJob::finish() {
    step([] { return false; });
}

ImportStage ImportJob::stage() const {
    return inside_->stage;
}

bool ImportJob::is_busy() const {
    return !inside_->work.done();
}

const std::string& ImportJob::name() const {
    return inside_->name;
}

double ImportJob::fraction() const {
    switch (inside_->stage) {
        case ImportStage::reading: return inside_->reading->fraction();
        case ImportStage::comparing: return inside_->planning->fraction();
        case ImportStage::writing: return inside_->writing->fraction();
        default: return 1.0;
    }
}

void ImportJob::stop() {
    KITH_ASSERT(stage() != ImportStage::committing && stage() != ImportStage::done);
    inside_->work = {};
    inside_->end(ImportStage::stopped, nothing_changed(ErrorKind::stopped, "import.stopped"));
}

const Error& ImportJob::error() const {
    return inside_->error;
}
const ImportPlan& ImportJob::plan() const {
    return inside_->plan;
}

void ImportJob::choose(std::size_t index, ItemChoice choice) {
    KITH_ASSERT(stage() == ImportStage::planned && index < inside_->plan.items.size());
    ImportItem& item = inside_->plan.items[index];
    const bool nothing_to_take = item.status == ItemStatus::skipped && item.name.empty();
    if (nothing_to_take || (choice == ItemChoice::join && !item.match)) return;
    if (choice == ItemChoice::join) inside_->planning->compare_item(index);
    item.choice = choice;
    item.answered = true;
}

void ImportJob::leave_open(std::size_t index) {
    KITH_ASSERT(stage() == ImportStage::planned && index < inside_->plan.items.size());
    ImportItem& item = inside_->plan.items[index];
    if (item.status == ItemStatus::skipped) return;
    const bool joins = item.status == ItemStatus::changed || item.status == ItemStatus::already_here;
    item.choice = joins ? ItemChoice::join : ItemChoice::take_as_new;
    item.answered = false;
}

void ImportJob::split(std::size_t item) {
    KITH_ASSERT(stage() == ImportStage::planned && item < inside_->plan.items.size());
    inside_->planning->split_item(item);
    inside_->summarise();
}

void ImportJob::take(std::size_t item, std::size_t difference, bool take) {
    KITH_ASSERT(stage() == ImportStage::planned && item < inside_->plan.items.size());
    KITH_ASSERT(difference < inside_->plan.items[item].differences.size());
    inside_->plan.items[item].differences[difference].take = take;
}

std::vector<SideRow> ImportJob::side_by_side(std::size_t index) {
    KITH_ASSERT(stage() == ImportStage::planned && index < inside_->plan.items.size());
    const ImportItem& item = inside_->plan.items[index];
    if (!item.match) return {};
    inside_->planning->compare_item(index);
    std::vector<SideRow> rows =
        kith::side_by_side(inside_->workspace, item.match, inside_->planning->planned()[index].card);
    for (SideRow& row : rows) {
        bool any = false, taken = false;
        for (const FieldDifference& difference : item.differences) {
            if (!is_contradiction(difference) || !std::ranges::contains(row.fields, difference.field))
                continue;
            any = true;
            taken |= difference.take;
        }
        row.second_counts = taken;
        if (!any) row.fields.clear();
    }
    return rows;
}

void ImportJob::take(std::size_t item, std::span<const FieldId> fields, bool take) {
    KITH_ASSERT(stage() == ImportStage::planned && item < inside_->plan.items.size());
    for (FieldDifference& difference : inside_->plan.items[item].differences) {
        if (is_contradiction(difference) && std::ranges::contains(fields, difference.field))
            difference.take = take;
    }
}

void ImportJob::accept() {
    KITH_ASSERT(stage() == ImportStage::planned);
    inside_->writing.emplace(inside_->plan, *inside_->planning, *inside_->others, inside_->context.random);
    inside_->work = inside_->write();
    inside_->stage = ImportStage::writing;
}

const Draft& ImportJob::draft() const {
    KITH_ASSERT(stage() == ImportStage::drafted);
    return inside_->writing->draft();
}

Slices ImportJob::commit(Instant now, Result<Stamp>& result, StepProgress& progress) {
    KITH_ASSERT(stage() == ImportStage::drafted);
    return Inside::commit(Inside::Committing(inside_), now, result, progress);
}

Result<Stamp> ImportJob::commit(Instant now) {
    Result<Stamp> result;
    StepProgress progress;
    commit(now, result, progress).finish();
    return result;
}

}  // namespace kith
