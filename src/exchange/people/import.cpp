#include "exchange/people/import.h"

#include <algorithm>
#include <optional>

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
        reading.emplace(std::move(files), context.stages, keeper, notices);
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

    /// One piece of work. False when the stage, or the whole of the work until the person is asked, is over.
    bool step();
    void begin_planning();
    void finish_plan();
};

bool ImportJob::Inside::step() {
    switch (stage) {
        case ImportStage::reading:
            if (reading->step()) return true;
            begin_planning();
            return stage == ImportStage::comparing;
        case ImportStage::comparing:
            if (planning->step()) return true;
            finish_plan();
            return false;
        case ImportStage::writing:
            if (writing->step()) return true;
            stage = ImportStage::drafted;
            return false;
        default: return false;
    }
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
    plan.summary = {"import.summary",
        {std::to_string(fresh), std::to_string(counts.changed), std::to_string(counts.already_here),
            std::to_string(counts.skipped + counts.hidden)}};
    stage = ImportStage::planned;
}

ImportJob::ImportJob(const Workspace& workspace, std::vector<ImportFile> files, ImportContext context)
    : inside_(std::make_unique<Inside>(workspace, std::move(files), std::move(context))) {}
ImportJob::~ImportJob() = default;
ImportJob::ImportJob(ImportJob&&) noexcept = default;
ImportJob& ImportJob::operator=(ImportJob&&) noexcept = default;

bool ImportJob::step(const std::function<bool()>& out_of_time) {
    // Asking for the time costs more than a small piece of work.
    constexpr int pieces_at_once = 16;
    do {
        for (int i = 0; i < pieces_at_once; ++i) {
            if (!inside_->step()) return false;
        }
    } while (!out_of_time());
    return true;
}

void ImportJob::finish() {
    while (inside_->step()) {}
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
    ImportItem& item = inside_->plan.items[index];
    const bool nothing_to_take = item.status == ItemStatus::skipped && item.name.empty();
    if (nothing_to_take || (choice == ItemChoice::join && !item.match)) return;
    if (choice == ItemChoice::join) inside_->planning->compare_item(index);
    item.choice = choice;
}

void ImportJob::take(std::size_t item, std::size_t difference, bool take) {
    inside_->plan.items[item].differences[difference].take = take;
}

void ImportJob::accept() {
    inside_->writing.emplace(inside_->plan, *inside_->planning, inside_->context.random);
    inside_->stage = ImportStage::writing;
}

Draft ImportJob::take_draft() {
    return inside_->writing->take_draft();
}

}  // namespace kith
