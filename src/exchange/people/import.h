// Bringing contacts and jobs in from files of the formats that Kith reads (readers/formats.h) and from archives
// of those, told apart by content. An import is shown before it happens and is one transaction, so one undo
// takes it back; importing the same file again changes nothing.
//
//     ImportJob job(workspace, {{"Connections.csv", bytes}}, {random, today});
//     while (job.step(out_of_time)) { … draw job.fraction(); let the person press stop … }
//     … show job.plan(); pass on what the person chooses with choose() and take() …
//     job.accept();
//     while (job.step(out_of_time)) { … }
//     workspace.commit(job.take_draft(), now);
//
// What happens to what is here already: a file fills empty fields, and updates those that an earlier
// import from the same source has set. What was written by hand stays as it is and is listed as a
// difference; take() takes the file's word for it. Nothing is ever removed.
//
// Cost: about a microsecond for each byte of a name and a tenth for each other byte, in slices; memory:
// the file's text once, and about 500 bytes a person.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/error.h"
#include "base/random.h"
#include "exchange/readers/import_reading.h"
#include "workspace/workspace.h"

namespace kith {

struct ImportContext {
    Random& random;  // for the ids of new records; must outlive the job
    Day today;
    OpportunityStages stages = {};  // neither of them empty
    FileFormats formats = all_formats();
};

/// What the file's entry is to what is here.
enum class ItemStatus : std::uint8_t {
    fresh,         // nobody here is this person: will be added
    changed,       // somebody here, and the file says something new or different
    already_here,  // somebody here, and the file says nothing new
    maybe_known,   // somebody here may be this person: added as new unless the person joins them
    skipped,       // not taken: `reason` says why
};

/// What will happen with the entry.
enum class ItemChoice : std::uint8_t { take_as_new, join, skip };

enum class DifferenceKind : std::uint8_t {
    fills,    // nothing was here
    adds,     // one more of several (an e-mail address, a tag, an employer)
    updates,  // an earlier import from the same source set what is here
    differs,  // what is here was written by hand, or came from elsewhere: kept unless taken
};

/// One thing that the file says and the record does not.
struct FieldDifference {
    FieldId field;  // its label is the schema's; affiliation::organisation, role … for work
    DifferenceKind kind = DifferenceKind::fills;
    bool take = false;  // the file's value will be in the record afterwards
    std::string here;   // as text for people; empty when nothing is here
    std::string in_file;
};

/// One person, organisation or opportunity in a file.
struct ImportItem {
    std::uint32_t file = 0;    // index into ImportPlan::files
    std::uint32_t line = 0;    // where it begins, 1 based
    Kind kind = Kind::person;  // organisation: a card that is a company's; opportunity: a job
    ItemStatus status = ItemStatus::fresh;
    ItemChoice choice = ItemChoice::take_as_new;
    std::string_view name;    // lives as long as the job; never empty but for skipped ones
    std::string_view detail;  // "role, organisation", else an address; may be empty
    RecordId match;           // of changed, already_here and maybe_known
    std::vector<FieldDifference>
        differences;  // of changed ones, and of maybe_known ones once they are joined
    Message reason;   // why matched, maybe_known or skipped; an empty key: nothing to say
};

struct ImportCounts {
    std::size_t fresh = 0, changed = 0, already_here = 0, maybe_known = 0, skipped = 0;  // items by status
    std::size_t joined = 0;  // entries that came twice in the files and were put together
    std::size_t hidden = 0;  // LinkedIn members who hide their name: a row with only a date
    std::size_t new_organisations = 0;
    std::size_t opportunities = 0;  // items that are jobs; the others are people and organisations
    std::size_t total() const { return fresh + changed + already_here + maybe_known + skipped; }
};

/// What will happen, before it happens.
struct ImportPlan {
    std::vector<ImportedFile> files;
    std::vector<ImportItem> items;  // in the order of the files
    ImportCounts counts;
    std::vector<Error> notices;    // what was odd, with file, line and field; the first thousand
    std::size_t more_notices = 0;  // how many there were beyond those
    Message summary;               // "120 new people, 3 changed …" for a headline

    /// Whether accepting would change anything.
    bool changes_something() const;
};

enum class ImportStage : std::uint8_t {
    reading,    // files are taken apart
    comparing,  // with what is here
    planned,    // waits for accept()
    writing,    // the draft is made
    drafted,    // take_draft() has it
    stopped,    // by stop()
    failed,     // nothing in the files can be taken: error() says why
};

/// One import, done in slices between frames. Threads: one. The workspace must outlive the job and must
/// not change between the first step and the commit; if it did, is_stale() says so: start again.
class ImportJob {
public:
    ImportJob(const Workspace& workspace, std::vector<ImportFile> files, ImportContext context);
    ~ImportJob();
    ImportJob(ImportJob&&) noexcept;
    ImportJob& operator=(ImportJob&&) noexcept;

    /// Works until there is nothing left to do or `out_of_time` says so, which is asked about every 50 µs of
    /// work. True while there is more to do until the person is asked, or the draft is made.
    bool step(const OutOfTime& out_of_time);

    /// step() to the end of the stage.
    void finish();

    ImportStage stage() const;
    /// How much of the stage is done, 0 to 1.
    double fraction() const;
    void stop();
    bool is_stale() const;

    /// Why nothing can be taken (stage `failed`).
    const Error& error() const;

    /// Whole from the stage `planned` on.
    const ImportPlan& plan() const;

    // In the stage `planned`. ------------------------------------------------------------------------

    /// Decides about an item. `join` needs a match; items that were skipped for a reason stay so.
    void choose(std::size_t item, ItemChoice choice);
    /// Decides about a difference: whether the file's value is taken.
    void take(std::size_t item, std::size_t difference, bool take);

    /// On to writing.
    void accept();

    /// In the stage `drafted`, once: the import as one transaction (TransactionKind::import), labelled
    /// "import.done" with the file's name, the number of entries new or changed, and the key of the source.
    /// Empty if there is nothing to do.
    Draft take_draft();

private:
    struct Inside;
    std::unique_ptr<Inside> inside_;
};

}  // namespace kith
