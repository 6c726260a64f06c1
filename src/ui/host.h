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

#include "imgui.h"

namespace kith::ui {

/// The faces the screens draw with. `icons` holds the glyphs of ui/icons.h. They belong to the host
/// and may change between frames (a rebuilt atlas), never within one.
struct Fonts {
    ImFont* regular = nullptr;
    ImFont* semibold = nullptr;
    ImFont* icons = nullptr;
};

/// The kind of keyboard and checking a phone or browser should offer for a field.
enum class InputKind : std::uint8_t {
    text,
    email,
    tel,
    url,
    search,
    date,
    number,
    passphrase,
    new_passphrase
};

/// The text field that is being edited. The host shows its own real field over these bounds (so that
/// IME, autocorrect, spelling, right-to-left and screen readers work) until end_text_edit.
struct TextEdit {
    ImGuiID id = 0;
    std::string_view name;       // accessible name
    std::string_view text;       // content when editing began, or when `revision` changed
    std::uint32_t revision = 0;  // another number: the app has put `text` in place of what was typed
    std::string_view placeholder;
    ImVec4 bounds = {};    // x0, y0, x1, y1 of the text area inside the frame, CSS pixels
    ImVec4 clip = {};      // visible part, CSS pixels
    float font_size = 15;  // CSS pixels
    float line_height = 22;
    bool bold = false;
    bool multiline = false;
    bool invalid = false;
    bool select_all = false;  // select the content when editing begins
    InputKind kind = InputKind::text;
    ImGuiID list = 0;           // a listbox that the field steers (aria-controls)
    ImGuiID active_option = 0;  // the option of that listbox that Enter would choose (aria-activedescendant)
};

enum class SaveState : std::uint8_t {
    saved,        // everything is stored
    saving,       // a write is on its way
    not_saved,    // a write failed and is being tried again; `detail` says why
    read_only,    // another tab writes; take_over() asks for the pen
    memory_only,  // the browser keeps nothing (private window, storage refused)
};

struct StorageState {
    SaveState state = SaveState::saved;
    std::string detail;       // a catalogue key for the reason, empty when all is well
    bool persistent = false;  // the browser promised not to clear it
    std::uint64_t bytes_used = 0;
    std::uint64_t bytes_quota = 0;
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
    std::string problem;  // a catalogue key: why the last change was not made; empty: it was
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
    std::string name;  // of that file
};

/// How large whole numbers are divided: 12,345 · 12.345 · 1,23,45,678 · 1234 but 12 345.
struct NumberGrouping {
    std::string sign = ",";
    int least_digits = 4;  // from so many on
    int others = 3;        // digits in a group, but for the last, which has three
};

/// How the person's locale writes things, from the browser's Intl.
struct Locale {
    std::string tag = "en-GB";
    NumberGrouping grouping;
    std::chrono::weekday first_weekday = std::chrono::Monday;
    std::chrono::minutes utc_offset{0};
    bool prefers_reduced_motion = false;
    bool prefers_dark = false;
    bool coarse_pointer = false;  // touch: targets at least 44 px
};

enum class DateStyle : std::uint8_t { day_month, day_month_year, weekday_day_month, month_year, weekday };

/// A run of text drawn whole by the browser, because it needs shaping or ordering that single glyphs
/// can't give (Arabic, Hebrew, Indic scripts, emoji sequences).
struct ShapedRun {
    ImTextureRef texture;
    ImVec2 uv0, uv1;
    ImVec2 size;    // CSS pixels
    ImVec2 offset;  // from the pen at the top of the line to the picture's corner
    float advance = 0;
    bool coloured = false;  // has colours of its own: draw untinted
};

/// A decoded photograph, ready to be drawn.
struct Picture {
    ImTextureRef texture;
    ImVec2 uv0 = {0, 0}, uv1 = {1, 1};
    ImVec2 size;  // pixels
};

class Host {
public:
    virtual ~Host() = default;

    virtual std::chrono::sys_time<std::chrono::milliseconds> now() = 0;
    virtual const Locale& locale() = 0;
    virtual Fonts fonts() = 0;
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
    /// App::receive_file or App::leave_locked.
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

    /// Called every frame while a field is edited, so the real field follows scrolling and resizing.
    virtual void edit_text(const TextEdit& edit) = 0;
    virtual void end_text_edit() = 0;

    virtual void copy(std::string_view text) = 0;
    /// An SVG (image/svg+xml) whose name ends in .png is drawn, and saved as that.
    virtual void save_file(std::string_view name, std::string_view media_type, std::string_view bytes) = 0;
    /// Opens the file picker; chosen files arrive as App::receive_file.
    virtual void choose_files(std::string_view accept, bool many) = 0;
    /// http(s), mailto and tel only.
    virtual void open_link(std::string_view url) = 0;
    virtual void set_title(std::string_view title) = 0;
    /// The place in the app, kept in the address bar (after #) so that Back and bookmarks work.
    virtual void set_location(std::string_view path) = 0;

    /// Asks for a frame after a delay (a caret, a tooltip, a running job). Without requests nothing is drawn.
    virtual void request_frame(std::chrono::milliseconds delay) = 0;

    /// A date in the locale's words. `day` is days since 1970-01-01.
    virtual std::string format_date(std::chrono::sys_days day, DateStyle style) = 0;
    /// Draws a run as one picture, or nothing if single glyphs will do. Cached by the host.
    /// `offset` counts from where ImDrawList::AddText would have been told to draw.
    virtual std::optional<ShapedRun> shape(std::string_view text, float size, bool bold, ImU32 colour) = 0;
    /// An encoded picture (JPEG, PNG, WebP), or nothing while it is being decoded or if it can't be. `key`
    /// is different for different bytes. A host without pictures shows initials everywhere.
    virtual std::optional<Picture> picture(std::uint64_t key, std::string_view bytes) {
        (void)key, (void)bytes;
        return std::nullopt;
    }
};

}  // namespace kith::ui
