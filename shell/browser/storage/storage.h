// Where the journal lives in a browser: immutable segments in IndexedDB (through IDBFS), the same files
// once more in the origin private file system, and a tail of what was still on its way when the page
// was hidden. PLATFORM.md, "Saving through IDBFS", says which faults this is built around.
//
// Promises: "saved" is shown only when every copy that this browser allows has the bytes. One tab
// writes, by an exclusive Web Lock; others read, see what is written, and can take over. A store that
// is empty where there was one is met with the restore page, never with a first start. What is whole in
// either copy is read; in idle time both are compared and the second is mended (heal.js).
//
// The way of a pressed key to storage crosses the border to JavaScript (border.h) six times. The browser puts
// the letter into a real field, and text_field.js tells the program what stands there now (kith_field_event).
// When the field is left the screen commits a transaction, and after the frame note() hands its bytes to
// storage.js (kith_storage_pending), which has them ready for the tail and waits for a pause in the typing.
// Then it asks for everything that is in no file yet to be put into one (kith_storage_write), which the
// journal's store does (kith_idb_write). What happens next, IndexedDB and the second copy, is JavaScript's own
// affair. When both have it the program hears of it (kith_storage_synced) and of what to show
// (kith_storage_show). Behind a passphrase there is one call more: the bytes are held out, a megabyte at a
// time, to be sealed before they are written (kith_storage_unwritten).
//
// The passphrase itself goes another way. Typed on the page that asks for it, it never enters the program:
// the key is made of it and used in vault.js (PBKDF2 and AES-GCM of Web Crypto, not extractable), and
// all that the program learns is which heads of files it can have opened (kith_storage_can_open) and the frames
// behind them, a run a call (kith_storage_unsealed). Typed into the settings it comes as any text of a field
// does, leaves by one call (kith_passphrase_change), and the memory that it was lent in is wiped.
//
// Cost of a save: one new file of the size of the edit, some milliseconds after a pause of 300 ms, all
// but a copy of the bytes outside of the page's own time.
#pragma once

#include <chrono>
#include <cstdint>
#include <functional>
#include <memory>
#include <span>
#include <string>
#include <string_view>

#include "base/random.h"
#include "journal/store.h"
#include "ui/session/host.h"
#include "workspace/workspace.h"

namespace kith::browser {

struct StorageInside;  // storage.js calls it

class Storage {
public:
    /// What the page wants to know. All are called outside of frames.
    struct Events {
        /// Once: everything that was kept is in the workspace, which stays where it is.
        std::function<void(Workspace&)> opened;
        /// Another tab wrote, or a second copy had more.
        std::function<void()> workspace_changed;
        /// state() says something new: draw a frame.
        std::function<void()> state_changed;
        /// What was half done before this start, or in the tab that wrote before this one; before `opened`.
        std::function<void(std::string)> typed = {};
        /// The page may not run again: keep_typed() is to be called now.
        std::function<void()> leaving = {};
    };

    /// `random` gives a new browser its replica id.
    Storage(Events events, Random& random);
    ~Storage();
    Storage(const Storage&) = delete;

    /// Begins: answers with Events::opened, or shows a page of its own (restore, newer version).
    /// Progress is shown in the page's loading bar.
    void open();

    /// After each frame: sends what was committed since on its way. O(1) if nothing was.
    void note();

    ui::StorageState state() const;

    /// What is half done (typed.js), in place of what it was before; empty: nothing.
    void keep_typed(std::string_view typed);

    /// All of the workspace as a file; empty before it is open.
    std::string whole_file() const;

    /// Asks the tab that writes to store what it has and let go; within seconds state() leaves read_only.
    void take_over();

    /// The passphrase of what is stored (passphrase.js): see ui::Host.
    const ui::Protection& protection() const;
    void change_passphrase(std::string_view current, std::string_view fresh);
    void lock();
    void pack_away(std::span<const std::uint32_t> transactions);
    void lock_after(std::chrono::minutes idle);

private:
    std::unique_ptr<StorageInside> inside_;
};

}  // namespace kith::browser
