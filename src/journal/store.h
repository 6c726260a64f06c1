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
// Files may be sealed (seal.h). The store needs no key for that: it takes and gives sealed frames, folds
// them as they are, and leaves alone what nobody can open. Setting, changing and removing a passphrase is
// one new file in the place of all others, by the same rule as folding: the old ones go when it is durable.
//
// Threads: one. The Files must outlive the store.
#pragma once

#include <cstdint>
#include <functional>
#include <map>
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

/// A run of whole frames out of one file.
struct StoredRun {
    std::string frames;
    std::string_view head;  // of that file: sealed frames are behind a longer one (seal.h)
};

class Store {
public:
    /// Takes frames (they become its own) and says how far it could read them.
    using Reader = std::function<FramesRead(std::string frames)>;

    explicit Store(Files& files);

    // Reading -------------------------------------------------------------------------------------------

    /// Looks what is there. Called again (after another tab wrote) it keeps what it knows and finds what is
    /// new.
    Result<> open();

    /// The replica that wrote last here; none in a store without files.
    ReplicaId replica() const;
    bool empty() const { return pieces_.empty(); }

    /// The heads of the sealed files that are not read yet, that of the latest file first. O(files).
    Result<std::vector<std::string>> sealed_heads();
    /// The caller has the key to what is behind this head.
    void can_open(std::string_view head);

    /// The next run (about a megabyte, or one frame if that is larger), in the order of writing; nothing
    /// when all is read. Runs of files that the caller can't open don't come: see locked(). O(bytes).
    Result<std::optional<StoredRun>> next();
    /// How far that run could be read: to be called before next() is called again.
    void took(FramesRead read);
    /// Both in one, for stores without sealed files. False when all is read.
    Result<bool> load(const Reader& reader);
    /// How much of it is done, 0 to 1.
    double progress() const;

    /// Known after loading. Frames before the damage were read.
    std::span<const StoreDamage> damage() const { return damage_; }
    /// A newer Kith wrote here: append() and all the rest refuse.
    bool too_new() const { return too_new_; }
    /// How many files nobody could open, of which no other has all. They are never touched.
    std::size_t locked() const;
    /// Whether a file of this name has nothing that sound files here don't have.
    bool has_all_of(std::string_view name) const;

    // Writing -------------------------------------------------------------------------------------------

    /// Puts what could not be read into files of its own (`damaged-…`), and notes what is missing, so that
    /// each is reported once. What `healed` accepts was found elsewhere, and is appended by whoever found
    /// it: no file is made. The damaged file goes when all that is durable.
    Result<> set_damage_aside(const std::function<bool(const StoreDamage&)>& healed);

    /// What the latest file that could be read begins with.
    const std::string& latest_head() const;
    /// What new files begin with: frames that are appended must be sealed accordingly.
    const std::string& head() const { return heads_[head_]; }
    void write_behind(std::string_view head) { head_ = head_index(head); }

    /// One new file. O(bytes of the frames). On failure nothing was appended, and trying again is safe.
    Result<> append(ReplicaId replica, std::span<const std::string_view> frames);

    /// Everything once more behind another head: one new file with `frames`, which hold all that was read
    /// and perhaps more, and each file set aside (by its name) once more with other bytes. The old ones stay
    /// until it is durable, and nothing is appended until then; sync_failed() takes it back. `conflict` while
    /// a fold is not durable, or something is unread.
    Result<> replace(ReplicaId replica, std::string_view head, std::span<const std::string_view> frames,
        const std::map<std::string, std::string>& aside = {});

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
    /// A sync failed (no space, perhaps): takes back what replaces other files and is not durable, to save
    /// its room. False if that can't be done now.
    bool sync_failed();

    std::size_t file_count() const { return pieces_.size() + waste_.size(); }
    std::uint64_t bytes() const;

private:
    enum class Reading : std::uint8_t { unread, sound, damaged, locked };
    struct Piece {
        std::string name = {};
        ReplicaId replica;
        std::uint64_t first = 0;
        std::uint64_t last = 0;
        std::uint64_t size = 0;
        std::uint64_t read = 0;  // bytes that were read and are sound
        Reading reading = Reading::unread;
        std::uint32_t head = 0;  // index into heads_
    };
    /// A file that others have replaced, to be removed when `sync` has succeeded.
    struct Waste {
        std::string file;
        std::uint64_t sync = 0;
    };

    /// One file, and perhaps more, in the place of others.
    struct Fold {
        std::vector<std::string> fresh = {};
        std::vector<Piece> replaced = {};
        std::vector<std::string> outdated = {};  // files set aside that were replaced with them
        std::uint64_t sync = 0;                  // makes it durable
        std::uint32_t head = 0;                  // what new files began with before …
        std::uint64_t unused = 0;                // … and, of replace(), the first number without a file
    };

    bool drop_held(std::size_t index);
    Result<> read_head(Piece& piece);
    Result<std::string> read_run(Piece& piece);
    std::uint32_t head_index(std::string_view head);
    std::uint64_t head_size(const Piece& piece) const { return heads_[piece.head].size(); }
    Result<> append_behind(std::uint32_t head, ReplicaId replica, std::span<const std::string_view> frames);
    void find_damage();
    bool covered(std::uint64_t first, std::uint64_t last) const;
    Result<> put(const std::string& name, std::span<const std::string_view> pieces);
    Result<> put_aside(const StoreDamage& damage, bool healed);
    std::span<const Piece> find_run() const;

    Files& files_;
    std::vector<Piece> pieces_;            // by their numbers
    std::optional<Fold> fold_;             // that is not durable yet
    std::vector<std::string> heads_;       // that files here begin with: the plain one first
    std::vector<std::uint32_t> openable_;  // indices of those behind which the caller can look
    std::uint32_t head_ = 0;               // of new files
    std::string reading_;                  // the file of the run that the caller has …
    std::uint64_t run_size_ = 0;           // … and its bytes
    std::vector<Piece> aside_;             // damaged-… and gone-…
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
