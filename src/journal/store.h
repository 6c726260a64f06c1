// The journal in files, so that nothing that was acknowledged is ever lost.
//
// Each append makes one small new file; nothing is rewritten, truncated or reused, so a crash or a full
// disk can only take what was being added. When files become many, a run of neighbours is folded into
// one: the new file first, the old ones removed only after the host said that the new one is durable.
// Folding takes the longest run of at least eight whose first file is no larger than the rest together
// (the logarithmic method: Bentley & Saxe 1980), so there are O(log bytes) files and each byte is
// rewritten O(log bytes) times in all.
//
// Files are called journal-REPLICA-FIRST-LAST.kith: the replica that wrote them and the numbers of the
// appends they hold. A file whose numbers are all within another's is what a fold left behind. Numbers
// that no file has are a missing piece. `damaged-…` is what could not be read, set aside; `gone-…` says
// that a piece is known to be missing.
//
// Threads: one. The Files must outlive the store.
#pragma once

#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/error.h"
#include "base/ids.h"
#include "journal/files.h"

namespace kith {

/// What a reader made of a run of frames. Workspace::apply's report has these.
struct FramesRead {
    std::size_t bytes = 0;  // up to the first frame that could not be read, or all
    bool too_new = false;   // it could not because a newer Kith wrote it
};

/// What was wrong with a store, per file, for the person to know.
struct StoreDamage {
    std::string file;              // as it was called; for missing pieces, as it would have been
    std::uint64_t bytes = 0;       // that could not be read; 0: unknown
    bool missing = false;          // the file is not there at all
    std::string set_aside;         // the file that now holds what could not be read; empty: nowhere
};

class Store {
public:
    /// Takes frames (they become its own) and says how far it could read them.
    using Reader = std::function<FramesRead(std::string frames)>;

    explicit Store(Files& files) : files_(files) {}

    /// Looks what is there. To be called first, and again (with the files changed by another tab).
    Result<> open();

    /// The replica that wrote last here; none in a store without files.
    ReplicaId replica() const;

    /// Reads one more piece (up to about a megabyte, or one frame if that is larger) of the files that
    /// were not read yet. False when all are read. Pieces come in the order in which they were written.
    Result<bool> load(const Reader& reader);
    /// How much of it is done, 0 to 1.
    double progress() const;

    /// Known after loading.
    std::span<const StoreDamage> damage() const { return damage_; }
    /// A newer Kith wrote here: nothing may be written.
    bool too_new() const { return too_new_; }

    /// Puts damaged files aside and notes missing pieces, so that they are reported once. Not before all
    /// is loaded. `rescued`: frames that were read before the damage stay; nothing is lost if it fails.
    Result<> set_damage_aside();

    /// One new file. O(bytes of the frames). On failure nothing was appended, and trying again is safe.
    Result<> append(ReplicaId replica, std::span<const std::string_view> frames);

    /// Whether there is something to fold, and folds one run. The old files go with the next synced().
    bool fold_due() const;
    Result<> fold();

    /// To be called when a sync begins, and with its number when it has succeeded: everything written
    /// before begin_sync() is durable. Removes files that durable folds have replaced.
    std::uint64_t begin_sync() { return ++syncs_; }
    Result<> synced(std::uint64_t sync);
    /// A sync failed (no space, perhaps): takes folds back that are not durable, to save their room.
    void sync_failed();

    std::size_t file_count() const { return pieces_.size(); }
    std::uint64_t bytes() const;

private:
    struct Piece {
        std::string name;
        ReplicaId replica;
        std::uint64_t first = 0;
        std::uint64_t last = 0;
        std::uint64_t size = 0;
        std::uint64_t read = 0;       // bytes that are loaded and sound
        bool damaged = false;
    };
    /// A fold and what it replaces, until that is durable.
    struct Fold {
        Piece piece;
        std::vector<Piece> replaced;
        std::uint64_t sync = 0;  // the first that will have it
    };

    Files& files_;
    std::vector<Piece> pieces_;         // in the order of writing; what is loaded comes first
    std::size_t loaded_ = 0;            // pieces that are read
    std::vector<Fold> folds_;
    std::vector<std::string> waste_;    // files to be removed with the next synced()
    std::vector<StoreDamage> damage_;
    std::uint64_t next_ = 1;            // number of the next append
    std::uint64_t unused_ = 1;          // the first number that no file has: less than next_ after failures
    std::uint64_t syncs_ = 0;
    bool too_new_ = false;
};

/// All in one file, as for a backup: the header, then frames.
std::string file_of(std::span<const std::string_view> frames);

}  // namespace kith
