// Opening another device's file, or a backup: what that would do, before anything is done. The file may join
// what is here (later edits win, field by field, and both sides' additions stay), or take its place (what the
// file does not have goes out of sight, and stays in the history). Either is one step that undo takes back.
//
// Both are worked out on copies: memory for the file twice and the workspace once while the plan lives.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/slices.h"
#include "workspace/workspace.h"

namespace kith {

enum class MergeWay : std::uint8_t { join, replace };

/// Records that would come, change and go. Parts of other records (affiliations, ties) are among them.
struct Differences {
    std::vector<RecordId> added;
    std::vector<RecordId> changed;
    std::vector<RecordId> gone;

    bool empty() const { return added.empty() && changed.empty() && gone.empty(); }
};

/// A field that both sides changed on their own, to different values. Both stay in the history.
struct Conflict {
    RecordId record;
    FieldId field;
    ElementId element;
    Value here, there;  // empty: taken out there; views into the plan's workspaces or the one it was made of
    Stamp here_at, there_at;
    bool here_wins() const { return here_at > there_at; }
};

struct MergePlan {
    std::string frames;                // of the file, as far as they can be read
    std::unique_ptr<Workspace> there;  // the file alone
    std::unique_ptr<Workspace> after;  // the file joined to what is here
    std::size_t fresh = 0;             // transactions that are not here yet
    Stamp latest;                      // in the file
    bool damaged = false;              // the end of the file could not be read
    Differences join, replace;
    std::vector<Conflict> conflicts;  // of joining
    std::uint64_t revision = 0;       // of the workspace it was made for: another makes it stale
};

/// Reads a .kith file and works out both ways, in slices:
///
///     MergeJob job(here, file);
///     while (job.step(out_of_time)) { … draw job.fraction(); let the person press stop … }
///     auto plan = job.take();
///
/// If something is changed here meanwhile it begins anew with that. O(workspace + file).
class MergeJob {
public:
    /// `here` must outlive the job.
    MergeJob(const Workspace& here, std::string_view file);
    ~MergeJob();
    MergeJob(MergeJob&&) noexcept;
    MergeJob& operator=(MergeJob&&) = delete;

    /// Goes on until `out_of_time` says so; some milliseconds longer at most. True while there is more to do.
    bool step(const OutOfTime& out_of_time);
    void finish();
    /// How much is done, 0 to 1.
    double fraction() const;
    /// When done. Errors: no Kith file, nothing readable in it, or written by a newer Kith.
    Result<MergePlan> take();

private:
    struct Inside;
    std::unique_ptr<Inside> inside_;
};

/// All of that in one go.
Result<MergePlan> plan_merge(const Workspace& here, std::string_view file);

/// Does it, as one step called `label`. The plan must not be stale.
MergeReport carry_out(Workspace& here, const MergePlan& plan, MergeWay way, Message label, Instant now);
/// The same in slices (Workspace::commit says what that means); the plan must stay until it is done.
Slices carry_out(Workspace& here, const MergePlan& plan, MergeWay way, Message label, Instant now,
    MergeReport& report, StepProgress& progress);

/// What would change if `after` stood in the place of `before`. O(both).
Differences differences(const Workspace& before, const Workspace& after);

}  // namespace kith
