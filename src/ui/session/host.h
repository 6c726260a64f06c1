// What the screens may ask of the place they live in. One implementation per place: the browser
// (shell/browser), and a scripted one for native screen tests (tests/screens). The app never blocks
// on a host: a request returns at once and its answer, if any, comes back as an App event.
#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "base/error.h"
#include "widgets/host.h"

namespace kith::ui {

enum class SaveState : std::uint8_t {
    saved,        // everything is stored
    saving,       // a write is on its way
    not_saved,    // a write failed and is being tried again; `problem` says why
    read_only,    // another tab writes; take_over() asks for the pen
    memory_only,  // the browser keeps nothing (private window, storage refused)
};

/// The second copy that a browser keeps of all that is stored.
struct SecondCopy {
    enum class State : std::uint8_t {
        unknown,  // nobody has looked, or another tab does
        none,     // this browser has no place for one
        behind,   // it could not be brought up to date, which is tried again; `cause` says why
        kept,
    };
    State state = State::unknown;
    std::chrono::sys_time<std::chrono::milliseconds> checked{};  // byte by byte; zero: not yet
    std::size_t mended = 0;  // its files that were damaged or gone since the page was opened
    std::string cause;       // in the browser's words
};

struct StorageState {
    SaveState state = SaveState::saved;
    std::optional<Error> problem;  // the reason; nothing when all is well
    bool persistent = false;       // the browser promised not to clear it
    bool typed_kept = false;       // what keep_typed was last given is stored
    std::uint64_t bytes_used = 0;
    std::uint64_t bytes_quota = 0;
    SecondCopy copy;
};

/// The passphrase that what is stored may be behind.
struct Protection {
    enum class State : std::uint8_t {
        unavailable,  // this browser, or this address, has no cryptography for pages
        none,         // no passphrase
        working,      // one is being set, changed or removed
        on,
    };
    State state = State::unavailable;
    std::optional<Error> problem;  // why the last change was not made, or not everywhere; nothing: it was
};

/// Copies outside of the browser.
struct BackupState {
    enum class File : std::uint8_t {
        unavailable,  // this browser can't keep a file
        none,         // none was chosen
        kept,         // written after changes
        waiting,      // the browser asks the person again before it writes
        failed,       // it could not be written
    };
    std::chrono::sys_time<std::chrono::milliseconds> last{};  // of either sort; zero: never
    File file = File::unavailable;
    std::string name;   // of that file
    std::string cause;  // why it could not be written, in the browser's words
};

/// Why a file did not come in.
enum class FileProblem : std::uint8_t {
    too_large,   // more than 256 MB
    unreadable,  // a folder, or gone since it was chosen
    no_memory,
};

/// Why a file that is behind a passphrase was not opened.
enum class SealProblem : std::uint8_t {
    locked,           // what was typed, or what is known here, is not its passphrase
    changed,          // somebody changed it
    no_cryptography,  // this browser or address has none
};

class Host : public WidgetHost {
public:
    virtual StorageState storage() = 0;
    virtual void take_over() = 0;
    /// False while a part of the program is still to come: then only the first page can be shown, and nothing
    /// be done. Once true, always true.
    virtual bool whole() { return true; }

    virtual Protection protection() { return {}; }
    /// Sets a passphrase (`current` empty), changes it, or removes it (`fresh` empty). protection() says how
    /// that goes on.
    virtual void change_passphrase(std::string_view current, std::string_view fresh) {
        (void)current, (void)fresh;
    }
    /// Stores what is not stored, and shows nothing any more until the passphrase is typed.
    virtual void lock() {}
    /// Does so by itself when nothing was done for so long; zero: never. Called again with the same is free.
    virtual void lock_after(std::chrono::minutes idle) { (void)idle; }
    /// Opens a file that is behind a passphrase; an empty one: with what is known here. Answers with
    /// App::receive_file or App::stays_sealed.
    virtual void open_sealed(std::string_view name, std::string_view bytes, std::string_view passphrase) {
        (void)name, (void)bytes, (void)passphrase;
    }

    /// Stores everything but these transactions (indices into the workspace's), and begins anew with that.
    virtual void pack_away(std::span<const std::uint32_t> transactions) { (void)transactions; }

    virtual BackupState backup() { return {}; }
    /// Hands a file with everything out, behind the passphrase if there is one.
    virtual void save_backup(std::string_view name, std::string_view bytes) {
        save_file(name, "application/octet-stream", bytes);
    }
    /// A backup was handed out by save_file.
    virtual void note_backup() {}
    /// Lets the person choose a file that is then written after changes; asks again whether it may be; lets
    /// go of it. Each is called from a press, as browsers want.
    virtual void keep_backup_file(std::string_view suggested_name) { (void)suggested_name; }
    virtual void allow_backup_file() {}
    virtual void forget_backup_file() {}

    /// An SVG (image/svg+xml) whose name ends in .png is drawn, and saved as that.
    virtual void save_file(std::string_view name, std::string_view media_type, std::string_view bytes) = 0;
    /// Opens the file picker; chosen files arrive as App::receive_file.
    virtual void choose_files(std::string_view accept, bool many) = 0;
    virtual void set_title(std::string_view title) = 0;
    /// Keeps what is typed and written nowhere yet, in place of what it was given before, until it is given
    /// nothing: in no file of the journal, behind the passphrase if there is one. It comes back by
    /// App::take_up at the next start.
    virtual void keep_typed(std::string_view typed) { (void)typed; }
    /// The place in the app, kept in the address bar (after #) so that Back and bookmarks work.
    virtual void set_location(std::string_view path) = 0;
};

}  // namespace kith::ui
