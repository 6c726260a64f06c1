// The journal in files, so that nothing that was acknowledged is ever lost.
//
// Each append makes one small new file; nothing is rewritten, truncated or reused, so a crash or a full
// disk can only take what was being added. When files become many, a run of neighbours is folded into
// one: the new file first, the old ones removed only after the host said that the new one is durable.
// Folding takes the longest run of at least eight whose first file is no larger than the rest together
// (after the logarithmic method, Bentley & Saxe 1980), so there are O(log bytes) files and each byte is
// rewritten O(log bytes) times in all.
//
// Files are called journal-REPLICA-FIRST-LAST.kith: the replica that wrote them and the numbers of the
// appends they hold. A file whose numbers are all within another's is what a fold left behind. Numbers
// that no file has are a missing piece. damaged-… holds what could not be read; gone-… says that a piece
// is known to be missing. FORMAT.md has the details.
//
// Threads: one. The Files must outlive the store.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
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

/// What was wrong with a store, for the person to know.
struct StoreDamage {
    std::string file = {};    // its name; of missing pieces, what it would have been
    std::uint64_t first = 0;  // numbers of the appends that it holds
    std::uint64_t last = 0;
    std::uint64_t bytes = 0;  // that could not be read; of missing pieces 0
    bool missing = false;     // the file is not there at all
    bool known = false;       // it was set aside before: nothing new to the person
};

class Store {
public:
    /// Takes frames (they become its own) and says how far it could read them.
    using Reader = std::function<FramesRead(std::string frames)>;

    explicit Store(Files& files) : files_(files) {}

    // Reading -------------------------------------------------------------------------------------------

    /// Looks what is there. Called again (after another tab wrote) it keeps what it knows and finds what is
    /// new.
    Result<> open();

    /// The replica that wrote last here; none in a store without files.
    ReplicaId replica() const;
    bool empty() const { return pieces_.empty(); }

    /// Reads one more piece (about a megabyte, or one frame if that is larger), in the order of writing.
    /// False when all is read. O(bytes).
    Result<bool> load(const Reader& reader);
    /// How much of it is done, 0 to 1.
    double progress() const;

    /// Known after loading. Frames before the damage were read.
    std::span<const StoreDamage> damage() const { return damage_; }
    /// A newer Kith wrote here: append() and all the rest refuse.
    bool too_new() const { return too_new_; }

    // Writing -------------------------------------------------------------------------------------------

    /// Puts what could not be read into files of its own (`damaged-…`), and notes what is missing, so that
    /// each is reported once. What `healed` accepts was found elsewhere, and is appended by whoever found
    /// it: no file is made. The damaged file goes when all that is durable.
    Result<> set_damage_aside(const std::function<bool(const StoreDamage&)>& healed);

    /// One new file. O(bytes of the frames). On failure nothing was appended, and trying again is safe.
    Result<> append(ReplicaId replica, std::span<const std::string_view> frames);

    /// How many of the numbers that the damage took are in the file of this name.
    static std::uint64_t overlap(std::string_view file, const StoreDamage& damage);

    /// A file of this name is, or was, somewhere else (a second copy): its numbers are not to be used.
    void avoid(std::string_view name);

    /// Whether there is a run to fold; folds it. Its old files go when it is durable. O(bytes of the run).
    bool fold_due() const { return !find_run().empty(); }
    Result<> fold();

    /// To be called when a sync begins, and with that number when it has succeeded: everything written
    /// before begin_sync() is durable now. Removes what durable files have replaced, and says whether it
    /// did: then another sync is due, at leisure. What can't be removed now is tried again the next time.
    std::uint64_t begin_sync() { return ++syncs_; }
    bool synced(std::uint64_t sync);
    /// A sync failed (no space, perhaps): takes folds back that are not durable, to save their room.
    void sync_failed();

    std::size_t file_count() const { return pieces_.size() + waste_.size(); }
    std::uint64_t bytes() const;

private:
    enum class Reading : std::uint8_t { unread, sound, damaged };
    struct Piece {
        std::string name = {};
        ReplicaId replica;
        std::uint64_t first = 0;
        std::uint64_t last = 0;
        std::uint64_t size = 0;
        std::uint64_t read = 0;  // bytes that were read and are sound
        Reading reading = Reading::unread;
    };
    /// A file that others have replaced, to be removed when `sync` has succeeded.
    struct Waste {
        std::string file;
        std::uint64_t sync = 0;
    };

    struct Fold {
        std::string name = {};
        std::vector<Piece> replaced;
        std::uint64_t sync = 0;  // makes it durable
    };

    Result<> read_some(Piece& piece, const Reader& reader);
    void find_damage();
    bool covered_elsewhere(const Piece& piece) const;
    Result<> put(std::string name, std::span<const std::string_view> pieces);
    Result<> put_aside(const StoreDamage& damage, bool healed);
    std::span<const Piece> find_run() const;

    Files& files_;
    std::vector<Piece> pieces_;  // by their numbers
    std::optional<Fold> fold_;   // that is not durable yet
    std::vector<Piece> aside_;   // damaged-… and gone-…
    std::vector<Waste> waste_;
    std::vector<StoreDamage> damage_;
    std::uint64_t next_ = 1;    // number of the next append
    std::uint64_t unused_ = 1;  // the first number without a file: less than next_ after failures
    std::uint64_t syncs_ = 0;
    bool too_new_ = false;
};

/// All in one file, as for a backup: the header, then frames.
std::string file_of(std::span<const std::string_view> frames);

}  // namespace kith
