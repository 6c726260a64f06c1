// The border between C++ and JavaScript: every function that one side calls of the other, every enumeration
// and every layout in memory that both know. This header is the only place where they are listed.
//
// C++ compiles it. border.mjs reads it when the page is linked: it makes border.js of it, the constants of the
// scripts (KithSaveState.saved, KithInkBox.left), makes the list of what the program exports, and refuses
// scripts that call, answer or name anything else, give another number of arguments, leave a function without
// a caller or an answer, or handle some enumerators of a kind and not the others.
//
// Text and bytes cross as an address and a size; text is UTF-8. They belong to the caller and are copied by
// the side that is called, unless a comment says something else. The first argument of most functions is the
// object that they are about, which the script was given when it was started.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <type_traits>

#include "base/formats.h"
#include "imgui.h"
#include "ui/session/host.h"
#include "widgets/host.h"
#include "widgets/semantics.h"

/// Called in C++, answered by a script.
#define TO_SCRIPT extern "C"
/// Called by a script, answered in C++.
#define TO_PROGRAM extern "C"

namespace kith::browser {

class Backup;
class BrowserHost;
class Files;
class Frames;
class Input;
class LocaleWatch;
class Mirror;
class Pictures;
class Program;
class Stage;
class TextField;
struct StorageInside;

/// Enumerations of the screens whose names the scripts know, too.
template <typename... Enumerations>
    requires(std::is_enum_v<Enumerations> && ...)
struct Names {};
using Shared = Names<ui::SaveState, ui::SecondCopy::State, ui::Protection::State, ui::BackupState::File,
    ui::TextEvent, ui::InputKind, DateStyle, ui::FileProblem, ui::SealProblem, ui::NodeAction, ui::Tri,
    ui::SortOrder, ui::Politeness>;

// Starting: main.cpp, main.js ----------------------------------------------------------------------------

/// Four words from the browser's cryptographic source.
TO_SCRIPT void kith_entropy(std::uint64_t* words);
/// Calls kith_icons_ready when the icon font can be drawn with, or failed to arrive.
TO_SCRIPT void kith_icons_load(Program* program);
TO_PROGRAM void kith_icons_ready(Program* program);
/// Calls kith_rest_ready when the second part of the program is there (parts/split.py).
TO_SCRIPT void kith_rest_load(Program* program);
TO_PROGRAM void kith_rest_ready(Program* program);
TO_SCRIPT bool kith_is_whole();
TO_SCRIPT void kith_started();
/// Shows the page of that name in the place of the program: null-terminated, as in web/index.html.
TO_SCRIPT void kith_stopped(const char* page);

// Frames: stage/frames.cpp, frames.js --------------------------------------------------------------------

TO_SCRIPT void kith_frames_start(Frames* frames);
TO_SCRIPT int kith_frame_arm();
TO_SCRIPT int kith_timer_arm(double delay);
TO_SCRIPT void kith_timer_disarm(int timer);
TO_SCRIPT void kith_frame_drawn();
TO_PROGRAM void kith_wake(Frames* frames, int count);
TO_PROGRAM void kith_frame_due(Frames* frames);
TO_PROGRAM void kith_timer_due(Frames* frames);
TO_PROGRAM void kith_draw_now(Frames* frames);
/// Whether no frame is due.
TO_PROGRAM bool kith_frames_rest(Frames* frames);

// The stage: stage/stage.cpp, stage.js -------------------------------------------------------------------

TO_SCRIPT void kith_stage_start(Stage* stage);
TO_PROGRAM void kith_stage_resized(Stage* stage, int width, int height, float density);
TO_PROGRAM void kith_context_lost(Stage* stage);
TO_PROGRAM void kith_context_restored(Stage* stage);

// Place, title, links, clock: browser_host.cpp, browser_host.js ------------------------------------------

TO_SCRIPT void kith_place_start(BrowserHost* host);
TO_SCRIPT void kith_place_set(const char* path, std::size_t length);
TO_PROGRAM void kith_place_moved(BrowserHost* host, const char* path, std::size_t length);
TO_SCRIPT void kith_title_set(const char* title, std::size_t length);
TO_SCRIPT void kith_link_open(const char* url, std::size_t length);
/// The page's clock follows the system's, so that a clock that is set right is right here too.
TO_SCRIPT double kith_wall_clock();

// The locale: locale.cpp, locale.js ----------------------------------------------------------------------

struct LocaleFacts {
    std::int32_t first_weekday;  // 1 Monday … 7 Sunday
    std::int32_t utc_offset;     // minutes
    std::int32_t reduced_motion, dark, coarse_pointer;
};
struct GroupingFacts {
    std::int32_t least_digits;  // of a number that is divided
    std::int32_t others;        // digits of a group but the last
};
TO_SCRIPT void kith_locale_start(LocaleWatch* watch);
/// Returns the number of bytes of the tag, cut to `capacity`.
TO_SCRIPT int kith_locale_read(LocaleFacts* facts, char* tag, int capacity);
/// Returns the number of bytes of the sign.
TO_SCRIPT int kith_locale_grouping(GroupingFacts* facts, char* sign, int capacity);
TO_SCRIPT int kith_locale_format(double day, DateStyle style, char* text, int capacity);
TO_PROGRAM void kith_locale_changed(LocaleWatch* watch);

// Glyphs and runs: text/glyphs.cpp, shaping.cpp, glyphs.js, shaping.js -----------------------------------

enum class Face : std::int32_t { regular, semibold, icons };

/// What is measured of a glyph or a run, in device pixels.
struct InkBox {
    float advance;
    float left,
        top;  // of the picture's corner: from the pen on the baseline; of a run, from the top of the line
    std::int32_t width, height;
    std::int32_t coloured;
};
/// From the top of a line as high as the font size to its baseline, in whole device pixels.
TO_SCRIPT float kith_face_baseline(Face face, float size);
/// Draws a glyph and returns true, or returns false if `capacity` bytes are too few for it.
/// Plain glyphs give one byte for each pixel, coloured ones four.
TO_SCRIPT bool kith_glyph_draw(
    Face face, float size, unsigned codepoint, InkBox* box, unsigned char* pixels, int capacity);
TO_SCRIPT void kith_glyph_measure(Face face, float size, unsigned codepoint, InkBox* box);
/// Draws a run, at most `widest` device pixels of it, and keeps the pixels until kith_run_pixels.
TO_SCRIPT void kith_run_draw(Face face, float size, const char* text, std::size_t length,
    std::uint32_t colour, int widest, InkBox* box);
/// The pixels (RGBA) of the last run.
TO_SCRIPT void kith_run_pixels(unsigned char* pixels);

// Photographs: files/pictures.cpp, pictures.js -----------------------------------------------------------

TO_SCRIPT void kith_pictures_start(Pictures* pictures, int largest);
TO_SCRIPT void kith_picture_decode(double key_high, double key_low, const char* bytes, std::size_t size);
/// Null if it can't be decoded.
TO_PROGRAM void kith_picture_decoded(
    Pictures* pictures, double key_high, double key_low, int width, int height, const unsigned char* pixels);

// Keyboard, touch, clipboard: stage/input.cpp, input.js --------------------------------------------------

enum class Touch : std::int32_t { start, move, end, cancel, hold };

TO_SCRIPT void kith_input_start(Input* input);
TO_SCRIPT bool kith_input_is_mac();
TO_SCRIPT void kith_clipboard_write(const char* text, std::size_t length);
TO_PROGRAM void kith_touch(Input* input, Touch phase, float x, float y, double time);
TO_PROGRAM void kith_shortcut(Input* input, int letter, bool shift);
TO_PROGRAM void kith_paste(Input* input, const char* text, std::size_t length);
TO_PROGRAM void kith_release_keys(Input* input);

// The mirror: stage/mirror.cpp, mirror.js ----------------------------------------------------------------

/// Each change is its number, the id of a node, and what mirror.cpp writes after that.
enum class Change : std::int32_t {
    create,
    remove,
    order,
    text,
    bounds,
    flags,
    numbers,
    range,
    focus,
    announce,
};
enum class NodeText : std::int32_t { name, value, description, shortcut };
/// In a node's flags, the lowest bits: two for each of these …
enum class NodeState : std::int32_t { checked, selected, expanded, pressed, sort };
/// … and then one for each of these. `leaf`: without children.
enum class NodeFlag : std::int32_t {
    disabled,
    focusable,
    current,
    invalid,
    required,
    read_only,
    modal,
    has_popup,
    leaf,
};
enum class NodeNumber : std::int32_t { level, position, set_size, row, column, rows, columns };

TO_SCRIPT void kith_mirror_start(Mirror* mirror);
/// The roles' names, one a line, in the order of ui::Role.
TO_SCRIPT void kith_mirror_roles(const char* names, std::size_t length);
TO_SCRIPT void kith_mirror_apply(const std::int32_t* changes, std::size_t count, const char* texts);
TO_PROGRAM void kith_mirror_request(
    Mirror* mirror, ImGuiID id, ui::NodeAction action, const char* value, std::size_t length);
TO_PROGRAM void kith_mirror_stale(Mirror* mirror, ImGuiID id);

// The field that is being edited: text/text_field.cpp, text_field.js -------------------------------------

struct FieldLook {
    std::uint32_t id = 0, revision = 0;
    float bounds[4] = {};  // left, top, right, bottom
    float clip[4] = {};
    float font_size = 0, line_height = 0;
    std::int32_t bold = 0, multiline = 0, invalid = 0, select_all = 0, kind = 0;
    std::int32_t caret_at = -1;
    std::uint32_t list = 0, option = 0;
    std::uint32_t colour = 0, caret = 0, hint = 0, selection = 0;

    bool operator==(const FieldLook&) const = default;
};
TO_SCRIPT void kith_field_start(TextField* field);
/// Shows the field. Texts are null-terminated; null means unchanged.
TO_SCRIPT void kith_field_show(
    const FieldLook* look, const char* name, const char* text, const char* placeholder);
TO_SCRIPT void kith_field_hide();
/// In UTF-16 units; -1: no field is edited.
TO_SCRIPT int kith_field_caret();
/// The field that a press here would edit, on the canvas as it was last drawn; 0: none.
TO_PROGRAM ImGuiID kith_field_under(TextField* field, float x, float y);
TO_PROGRAM void kith_field_event(
    TextField* field, ImGuiID id, ui::TextEvent event, const char* text, std::size_t length);

// Files in and out: files/files.cpp, files.js ------------------------------------------------------------

TO_SCRIPT void kith_files_start(Files* files, double largest);
TO_SCRIPT void kith_files_choose(const char* accept, std::size_t accept_length, bool many);
TO_SCRIPT void kith_files_save(const char* name, std::size_t name_length, const char* type,
    std::size_t type_length, const char* bytes, std::size_t size);
TO_SCRIPT void kith_files_save_backup(
    const char* name, std::size_t name_length, const char* bytes, std::size_t size);
TO_SCRIPT void kith_files_open_sealed(const char* name, std::size_t name_length, const char* bytes,
    std::size_t size, const char* passphrase, std::size_t passphrase_length);
/// Returns where to put the bytes; null if there is no room.
TO_PROGRAM char* kith_file_begin(Files* files, const char* name, std::size_t length, double size);
TO_PROGRAM void kith_file_finish(Files* files);
TO_PROGRAM void kith_file_refuse(Files* files, const char* name, std::size_t length, ui::FileProblem problem);
TO_PROGRAM void kith_file_stays_sealed(Files* files, ui::SealProblem problem);
TO_PROGRAM void kith_files_hover(Files* files, bool over);

// The file that is kept up to date: files/backup.cpp, backup.js ------------------------------------------

TO_SCRIPT void kith_backup_start(Backup* backup);
TO_SCRIPT void kith_backup_note();
TO_SCRIPT void kith_backup_keep(const char* name, std::size_t length);
TO_SCRIPT void kith_backup_allow();
TO_SCRIPT void kith_backup_forget();
/// Asks for kith_backup_take, at once.
TO_PROGRAM void kith_backup_give(Backup* backup);
TO_SCRIPT void kith_backup_take(const char* bytes, std::size_t size);
/// `cause`: what the browser said, if it could not be written.
TO_PROGRAM void kith_backup_show(Backup* backup, ui::BackupState::File file, const char* name,
    std::size_t length, double last, const char* cause, std::size_t cause_length);

// What is stored: storage/storage.cpp, storage.js --------------------------------------------------------

/// What a step of loading came to.
enum class Loading : std::int32_t {
    failed,
    done,    // all is read; held out are the heads of what can't be opened yet, one behind the other
    going,   // there is more
    sealed,  // a run waits to be unsealed: it is held out, with its head
};
/// Why something is not stored.
enum class StorageReason : std::int32_t {
    none,
    no_space,
    failed,
    refused,
    elsewhere,
    too_new,
    taking_over,
    slow,
};
/// Why the passphrase was not changed, or not everywhere.
enum class PassphraseProblem : std::int32_t { none, wrong, not_stored, copy_behind, cancelled };
/// What is to be done at leisure after a sync that has succeeded.
enum class SyncDue : std::int32_t { nothing, sync, fold, both };

/// What the program holds out for storage.js to look at. It stays until the next call.
struct StorageHeld {
    Loading loading = Loading::failed;
    float progress = 0;           // of loading, 0 to 1
    const char* bytes = nullptr;  // frames, or what the function says
    std::uint32_t size = 0;
    const char* head = nullptr;    // of the file that they are from; null: in the clear
    std::uint32_t head_size = 0;   // its bytes
    std::uint32_t next = 0;        // the transaction after those whose frames they are …
    std::uint32_t end = 0;         // … and after all that were asked for
    std::uint32_t count = 0;       // transactions in the workspace, all of them handed over
    std::uint32_t is_damaged = 0;  // something that was read
    std::uint32_t is_too_new = 0;  // a newer Kith wrote here
};

TO_SCRIPT void kith_storage_start(StorageInside* storage);
/// Frames that were committed and must be stored soon.
TO_SCRIPT void kith_storage_pending(const char* bytes, std::size_t size);
TO_SCRIPT void kith_storage_take_over();
/// What is half done, in place of what it was before; no bytes: nothing.
TO_SCRIPT void kith_typed_keep(const char* draft, std::size_t size);
/// The notice of that name at the edge of the page: null-terminated, as in web/index.html.
TO_SCRIPT void kith_storage_notice(const char* name);

TO_PROGRAM bool kith_storage_begin(StorageInside* storage);
TO_PROGRAM const StorageHeld* kith_storage_load(StorageInside* storage);
/// The frames of the run that waited, which were `of` bytes while they were sealed; and goes on loading.
TO_PROGRAM const StorageHeld* kith_storage_unsealed(
    StorageInside* storage, const char* frames, std::size_t size, std::size_t of);
/// The head of a sealed file whose key is known now.
TO_PROGRAM void kith_storage_can_open(StorageInside* storage, const char* head, std::size_t size);
/// Writes as the latest file was written, and holds out its head, if that is sealed.
TO_PROGRAM const StorageHeld* kith_storage_go_on(StorageInside* storage);
TO_PROGRAM void kith_storage_write_behind(StorageInside* storage, const char* head, std::size_t size);
/// Holds out nothing but the facts: count, is_damaged, is_too_new.
TO_PROGRAM const StorageHeld* kith_storage_look(StorageInside* storage);
/// Everything is read: the app may begin.
TO_PROGRAM void kith_storage_open(StorageInside* storage, bool may_write);
/// Names, one a line, of files in the second copy: their numbers are not to be used. Holds out, as lines,
/// those that are damaged here.
TO_PROGRAM const StorageHeld* kith_storage_compare(
    StorageInside* storage, const char* names, std::size_t length);
TO_PROGRAM bool kith_storage_has_all_of(StorageInside* storage, const char* file, std::size_t length);
/// Frames from elsewhere, which will be stored. Returns how many bytes at their end could not be read.
TO_PROGRAM std::size_t kith_storage_adopt(
    StorageInside* storage, const char* file, std::size_t length, const char* frames, std::size_t size);
/// Frames that another tab has stored.
TO_PROGRAM void kith_storage_receive(StorageInside* storage, const char* frames, std::size_t size);
/// What was committed is another tab's affair now.
TO_PROGRAM void kith_storage_handed_over(StorageInside* storage);

/// Holds out the first frames that are in no file yet, about a megabyte.
TO_PROGRAM const StorageHeld* kith_storage_unwritten(StorageInside* storage);
/// Holds out frames, from one transaction to before another; without what is packed away, if so wished.
TO_PROGRAM const StorageHeld* kith_storage_frames(
    StorageInside* storage, std::uint32_t first, std::uint32_t end, bool packs);
/// Puts what is in no file yet into one, and begins a sync: up to `end`, sealed as given; or, given null, all
/// of it in the clear.
TO_PROGRAM StorageReason kith_storage_write(
    StorageInside* storage, const char* sealed, std::size_t size, std::uint32_t end);
/// For kith_storage_replace: a file that was set aside, sealed.
TO_PROGRAM void kith_storage_aside(
    StorageInside* storage, const char* file, std::size_t length, const char* bytes, std::size_t size);
/// Everything once more behind another head, and begins a sync.
TO_PROGRAM bool kith_storage_replace(StorageInside* storage, const char* head, std::size_t head_size,
    const char* bytes, std::size_t size, std::uint32_t end);
TO_PROGRAM bool kith_storage_fold(StorageInside* storage);
TO_PROGRAM SyncDue kith_storage_synced(StorageInside* storage);
/// Returns whether what was to replace other files is taken back.
TO_PROGRAM bool kith_storage_sync_failed(StorageInside* storage);

/// What was half done before: ahead of kith_storage_open.
TO_PROGRAM void kith_storage_typed(StorageInside* storage, const char* draft, std::size_t size);
/// The page may not run again: asks for kith_typed_keep, at once.
TO_PROGRAM void kith_storage_leaving(StorageInside* storage);
/// Whether what was last to be kept is stored.
TO_PROGRAM void kith_storage_typed_kept(StorageInside* storage, bool kept);
/// `cause`: what the browser said, empty if it is not known or the program's own.
TO_PROGRAM void kith_storage_show(StorageInside* storage, ui::SaveState state, StorageReason reason,
    const char* cause, std::size_t length, bool persistent, double used, double quota);
/// `checked`: when both copies were last compared, in milliseconds since 1970, 0 for not yet; `mended`: files
/// that were written again since the page was opened; `cause`: why it is behind, in the browser's words.
TO_PROGRAM void kith_storage_show_copy(StorageInside* storage, ui::SecondCopy::State state, double checked,
    int mended, const char* cause, std::size_t length);
TO_PROGRAM void kith_storage_show_protection(StorageInside* storage, ui::Protection::State state,
    PassphraseProblem problem, const char* cause, std::size_t length);

// The passphrase: storage/storage.cpp, passphrase.js, lock.js --------------------------------------------

/// Two empty ones take back what was asked for before, if its writing has not begun.
TO_SCRIPT void kith_passphrase_change(
    const char* current, std::size_t current_length, const char* fresh, std::size_t fresh_length);
TO_SCRIPT void kith_passphrase_lock();
TO_SCRIPT void kith_passphrase_pack();
TO_SCRIPT void kith_passphrase_lock_after(double minutes);

// Files of the journal: storage/journal_files.cpp, journal_files.js --------------------------------------

enum class Written : std::int32_t { done, exists, failed };

/// "name size" lines, null-terminated, to be freed.
TO_SCRIPT char* kith_idb_list();
/// -1: there is none.
TO_SCRIPT double kith_idb_size(const char* name, std::size_t length);
TO_SCRIPT bool kith_idb_read(const char* name, std::size_t length, double offset, char* to, std::size_t size);
TO_SCRIPT Written kith_idb_write(
    const char* name, std::size_t length, const std::string_view* pieces, std::size_t count);
TO_SCRIPT Written kith_idb_join(const char* name, std::size_t length, const char* head, std::size_t head_size,
    const char* names, std::size_t names_length, std::size_t skip);
TO_SCRIPT bool kith_idb_remove(const char* name, std::size_t length);
/// What the browser said when one of these failed: null-terminated, to be freed.
TO_SCRIPT char* kith_idb_cause();

}  // namespace kith::browser

#undef TO_SCRIPT
#undef TO_PROGRAM
