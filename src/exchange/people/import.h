// Bringing contacts and jobs in from files of the formats that Kith reads (readers/formats.h) and from archives
// of those, told apart by content. An import is shown before it happens and is one transaction, so one undo
// takes it back; importing the same file again changes nothing.
//
//     ImportJob job(workspace, {{"Connections.csv", bytes}}, {random, today});
//     while (job.step(out_of_time)) { … draw job.fraction(); let the person press stop … }
//     … show job.plan(); pass on what the person chooses with choose() and take() …
//     job.accept();
//     while (job.step(out_of_time)) { … }
//     job.commit(now);
//
// The page and `kith import` both go through this; what a person has chosen, how far it is and how it ended is
// known here and not by who draws it.
//
// What happens to what is here already: a file fills empty fields, and updates those that an earlier
// import from the same source has set. What was written by hand stays as it is and is listed as a
// difference; take() takes the file's word for it. Nothing is ever removed.
//
// Cost: about a microsecond for each byte of a name and a tenth for each other byte, in slices; memory:
// the file's text once, and about 500 bytes a person.
#pragma once

#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/error.h"
#include "base/random.h"
#include "exchange/people/import_plan.h"
#include "exchange/people/side_by_side.h"
#include "exchange/readers/import_reading.h"
#include "workspace/workspace.h"

namespace kith {

struct ImportContext {
    Random& random;  // for the ids of new records; must outlive the job
    Day today;
    OpportunityStages stages = {};  // neither of them empty
    FileFormats formats = all_formats();
};

enum class ImportStage : std::uint8_t {
    reading,     // files are taken apart
    comparing,   // with what is here
    planned,     // waits for accept()
    writing,     // the draft is made
    drafted,     // waits for commit()
    committing,  // the draft goes into the workspace
    done,
    stopped,  // by stop(), or because what commit() gave was thrown away: nothing was changed
    stale,    // something else was changed here since it was compared: error() says so; start again
    failed,   // nothing in the files can be taken, or the commit failed: error() says why
};

/// One import, done in slices between frames. Threads: one. The workspace must outlive the job. If something
/// else changes it between the comparing and the commit, the next step() finds the job stale.
class ImportJob {
public:
    ImportJob(Workspace& workspace, std::vector<ImportFile> files, ImportContext context);
    ~ImportJob();
    ImportJob(ImportJob&&) noexcept;
    ImportJob& operator=(ImportJob&&) noexcept;

    /// Works until there is nothing left to do or `out_of_time` says so, which is asked about every 50 µs of
    /// work. True while there is more to do until the person is asked, or the draft is made. Where it waits,
    /// it looks whether what it has is stale.
    bool step(const OutOfTime& out_of_time);

    /// step() to the end of the stage.
    void finish();

    ImportStage stage() const;
    /// Whether step() has more to do.
    bool is_busy() const;
    /// How much of the stage is done, 0 to 1.
    double fraction() const;
    /// What came in, as the person knows it: "Connections.csv", "Connections.csv +2".
    const std::string& name() const;
    /// Gives up, in every stage before `committing`.
    void stop();

    /// Why it came to nothing (stages `stopped`, `stale` and `failed`).
    const Error& error() const;

    /// Whole from the stage `planned` on.
    const ImportPlan& plan() const;

    // In the stage `planned`. ------------------------------------------------------------------------

    /// Decides about an item. `join` needs a match; items that were skipped for a reason stay so. Whether it is
    /// who it was taken for, or may be, is remembered.
    void choose(std::size_t item, ItemChoice choice);
    /// Takes such a decision back: it is as it was planned, and nothing is remembered.
    void leave_open(std::size_t item);
    /// Decides about a difference: whether the file's value is taken.
    void take(std::size_t item, std::size_t difference, bool take);

    /// An item beside its match, field by field; nothing if it has none. Whose word counts is what take() was told.
    std::vector<SideRow> side_by_side(std::size_t item);
    /// Decides about all differences of some fields at once, as a row of those has them.
    void take(std::size_t item, std::span<const FieldId> fields, bool take);

    /// Makes an item of each entry that an item was put together from: they are different people, which is
    /// remembered. They follow the item, which keeps its match.
    void split(std::size_t item);

    /// On to writing.
    void accept();

    // In the stage `drafted`. ------------------------------------------------------------------------

    /// The import as one transaction (TransactionKind::import), labelled "import.done" with the file's name,
    /// the number of entries new or changed, and the key of the source. Empty if there is nothing to do.
    const Draft& draft() const;

    /// Puts it into the workspace. No stamp if there was nothing to do.
    Result<Stamp> commit(Instant now);
    /// The same in slices (Workspace::commit says what that means). They may outlive the job.
    Slices commit(Instant now, Result<Stamp>& result, StepProgress& progress);

private:
    struct Inside;
    std::shared_ptr<Inside> inside_;  // also of the slices of commit()
};

}  // namespace kith
