// What widgets ask of the place they are drawn in: its clock, locale, faces, real text field, clipboard and
// pictures. One implementation per place, as a part of ui/session/host.h: the browser (shell/browser), and a
// scripted one for native screen tests (tests/screens). Nothing here blocks: a request returns at once.
#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "base/formats.h"
#include "imgui.h"

namespace kith::ui {

/// The faces the screens draw with. `icons` holds the glyphs of widgets/icons.h. They belong to the host
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
    int caret = -1;           // or where the caret stands then, in UTF-16 units; -1: where the press was
    InputKind kind = InputKind::text;
    ImGuiID list = 0;           // a listbox that the field steers (aria-controls)
    ImGuiID active_option = 0;  // the option of that listbox that Enter would choose (aria-activedescendant)
};

enum class TextEvent : std::uint8_t {
    changed,    // the real field's content changed: `text` is all of it
    accepted,   // Enter in a single line, Ctrl+Enter in several
    left,       // focus moved elsewhere: keep the text
    cancelled,  // Escape: go back to what was there
    next,       // Tab
    previous,   // Shift+Tab
    up,
    down,  // arrow keys in a field that steers a list (finder, completions)
    page_up,
    page_down,
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

class WidgetHost : public Formats {
public:
    virtual std::chrono::sys_time<std::chrono::milliseconds> now() = 0;
    virtual const Locale& locale() = 0;
    const NumberGrouping& grouping() override { return locale().grouping; }
    std::chrono::minutes utc_offset() override { return locale().utc_offset; }
    virtual Fonts fonts() = 0;

    /// Called every frame while a field is edited, so the real field follows scrolling and resizing.
    virtual void edit_text(const TextEdit& edit) = 0;
    virtual void end_text_edit() = 0;
    /// Where the caret of the real field is, in UTF-16 units; -1: there is none.
    virtual int caret() { return -1; }

    virtual void copy(std::string_view text) = 0;
    /// http(s), mailto and tel only.
    virtual void open_link(std::string_view url) = 0;

    /// Asks for a frame after a delay (a caret, a tooltip, a running job). Without requests nothing is drawn.
    virtual void request_frame(std::chrono::milliseconds delay) = 0;

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
