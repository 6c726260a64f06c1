#include "exchange/people/import.h"

#include <algorithm>
#include <optional>

#include "base/assertion.h"
#include "exchange/people/import_planning.h"
#include "exchange/people/import_writing.h"
#include "exchange/readers/import_reading.h"

namespace kith {

bool ImportPlan::changes_something() const {
    return std::ranges::any_of(items, [](const ImportItem& item) {
        if (item.choice == ItemChoice::join)
            return std::ranges::any_of(item.differences, &FieldDifference::take);
        return item.choice == ItemChoice::take_as_new;
    });
}

struct ImportJob::Inside {
    Inside(const Workspace& workspace_, std::vector<ImportFile> files, ImportContext context_)
        : workspace(workspace_), context(std::move(context_)), revision(workspace_.revision()) {
        reading.emplace(std::move(files), context.formats, context.stages, keeper, notices);
        work = prepare();
    }

    const Workspace& workspace;
    ImportContext context;
    std::uint64_t revision;
    ImportStage stage = ImportStage::reading;
    Keeper keeper;
    Notices notices;
    ImportPlan plan;
    Error error;
    std::optional<ImportReading> reading;
    std::optional<ImportPlanning> planning;
    std::optional<ImportWriting> writing;
    Slices work;  // last, so that it goes first

    Slices prepare();  // until the person is asked
    Slices write();
    void begin_planning();
    void finish_plan();
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
    stage = ImportStage::drafted;
}

void ImportJob::Inside::begin_planning() {
    plan.files = std::move(reading->files());
    plan.counts.hidden = reading->hidden();
    if (reading->error()) {
        error = *reading->error();
        stage = ImportStage::failed;
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
    planning.emplace(
        workspace, std::move(reading->cards()), plan.files, context.stages, keeper, notices, plan);
    reading.reset();
    stage = ImportStage::comparing;
}

void ImportJob::Inside::finish_plan() {
    plan.notices = std::move(notices.list);
    plan.more_notices = notices.more;
    const ImportCounts& counts = plan.counts;
    const std::size_t fresh = counts.fresh + counts.maybe_known;
    plan.summary = {
        "import.summary", {fresh, counts.changed, counts.already_here, counts.skipped + counts.hidden}};
    stage = ImportStage::planned;
}

ImportJob::ImportJob(const Workspace& workspace, std::vector<ImportFile> files, ImportContext context)
    : inside_(std::make_unique<Inside>(workspace, std::move(files), std::move(context))) {}
ImportJob::~ImportJob() = default;
ImportJob::ImportJob(ImportJob&&) noexcept = default;
ImportJob& ImportJob::operator=(ImportJob&&) noexcept = default;

bool ImportJob::step(const OutOfTime& out_of_time) {
    return inside_->work.step(out_of_time);
}

void ImportJob::finish() {
    inside_->work.finish();
}

ImportStage ImportJob::stage() const {
    return inside_->stage;
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
    inside_->work = {};
    inside_->stage = ImportStage::stopped;
    inside_->error = {
        .kind = ErrorKind::stopped, .message = {"import.stopped", {}}, .file = {}, .line = 0, .field = {}};
}

bool ImportJob::is_stale() const {
    return inside_->workspace.revision() != inside_->revision;
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
}

void ImportJob::take(std::size_t item, std::size_t difference, bool take) {
    KITH_ASSERT(stage() == ImportStage::planned && item < inside_->plan.items.size());
    KITH_ASSERT(difference < inside_->plan.items[item].differences.size());
    inside_->plan.items[item].differences[difference].take = take;
}

void ImportJob::accept() {
    KITH_ASSERT(stage() == ImportStage::planned);
    inside_->writing.emplace(inside_->plan, *inside_->planning, inside_->context.random);
    inside_->work = inside_->write();
    inside_->stage = ImportStage::writing;
}

Draft ImportJob::take_draft() {
    KITH_ASSERT(stage() == ImportStage::drafted);
    return inside_->writing->take_draft();
}

}  // namespace kith
