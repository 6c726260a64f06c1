// What every widget works with while a frame is drawn: the host, the theme at the person's text size,
// the semantic tree, the keyboard focus, the text field being edited, and what assistive technology
// asked for. One object per app; widgets.h is what is drawn with it.
//
//     Ui ui(host, words);
//     ui.begin_frame();          // after ImGui::NewFrame()
//     … widgets …
//     ui.end_frame();            // before ImGui::Render()
#pragma once

#include <chrono>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/dates.h"
#include "base/formatter.h"
#include "imgui.h"
#include "imgui_internal.h"
#include "widgets/focus.h"
#include "widgets/host.h"
#include "widgets/semantics.h"
#include "widgets/text.h"
#include "widgets/theme.h"

namespace kith::ui {

enum class ThemeChoice : std::uint8_t { system, light, dark };

/// How a pressable area behaves.
struct PressOptions {
    bool disabled = false;
    bool tab = true;         // reached by Tab; otherwise only by its group's own keys
    bool field = false;      // preferred first focus of a dialog
    bool keys = true;        // Enter and Space press it
    bool hold_open = false;  // its node stays open for children: the caller closes it
    bool ring = true;
    bool overlap = false;  // controls drawn later may lie on it (a row with a button)
    float corner = grid::corner;
};

struct Press {
    bool pressed = false;
    bool hovered = false;
    bool held = false;
    bool focused = false;
    bool visible = false;  // any of it on the screen: else nothing needs to be drawn
};

class Ui {
public:
    Ui(WidgetHost& host, const Catalogue& words);

    void begin_frame();
    /// Returns true while something moves and another frame is wanted at once.
    bool end_frame();

    // The place
    WidgetHost& host() const { return host_; }
    const Fonts& fonts() const { return fonts_; }
    ImFont* font(bool strong) const { return strong ? fonts_.semibold : fonts_.regular; }
    Instant now() const { return now_; }
    Day today() const;  // in the person's time zone
    bool touch() const { return touch_; }
    bool phone() const { return width_ < grid::phone_below; }
    bool narrow() const { return width_ < grid::narrow_below; }

    // The look
    ImU32 colour(Colour colour) const { return (*theme_)[colour]; }
    bool dark() const { return theme_ == &dark_theme; }
    /// A length of the grid at the person's text size, in whole pixels.
    float px(float length) const { return ImFloor(length * scale_ + 0.5f); }
    float px_exact(float length) const { return length * scale_; }
    float control() const { return px(touch_ ? grid::control_touch : grid::control); }
    float row() const { return px(touch_ ? grid::row_touch : grid::row); }
    float line(Type type) const { return px(type_style(type).line); }
    void set_text_scale(float scale) { text_scale_ = scale; }
    float text_scale() const { return text_scale_; }
    void set_theme(ThemeChoice choice) { theme_choice_ = choice; }
    /// What is drawn from here to the end of the frame has these colours: the gallery shows both themes.
    void draw_in(const Theme& theme) { theme_ = &theme; }

    // The words
    const Catalogue& words() const { return words_; }
    std::string_view text(std::string_view key) const { return words_.get(key); }
    std::string text(std::string_view key, std::initializer_list<ArgumentView> arguments) const {
        return formatter().format(key, arguments);
    }
    std::string text(const Message& message) const { return formatter().format(message); }
    std::string text(const Error& error) const { return formatter().format(error); }
    /// What makes sentences, as of today and in the person's locale.
    Formatter formatter() const { return {words_, host_, today()}; }

    /// A count as the locale writes it.
    std::string number(std::size_t count) const { return grouped(count, host_.grouping()); }

    // Meaning
    SemanticTree& tree() { return tree_; }
    Focus& focus() { return focus_; }
    /// An id for something that is no control (a text, a group): from its words and where it stands; the
    /// second of the same in a frame gets another one.
    ImGuiID static_id(std::string_view name);
    /// Opens a container node; close with tree().close().
    ImGuiID open_group(Role role, std::string_view name, ImRect bounds = {});
    /// The part of a rectangle that the current window shows, as a node's bounds. What the message at the
    /// foot covers is not shown.
    ImVec4 visible_bounds(ImRect rect) const;
    /// The current window is such a message, in this area: it lies over all others from the next frame on.
    void cover(ImRect area);

    /// Makes an area of the current window a control: mouse, touch, keyboard, requests, focus ring and
    /// node in one. `node` brings role, name and states; the rest is filled in.
    Press press(ImGuiID id, ImRect area, Node node, PressOptions options = {});

    // Keys: each press of a key is heard once, by the first who asks
    bool key(ImGuiKey key, bool repeat = false);
    bool chord(ImGuiKeyChord chord);
    /// What was typed to find something in a list, folded, if letters came in this frame; a second
    /// without a letter begins anew. `begins`: this is the first letter, so look after the current place.
    std::optional<std::string> typed(bool& begins);
    void swallow(ImGuiKey key) { swallowed_.push_back(key); }

    // Requests
    void request(NodeRequest request) { coming_.push_back(std::move(request)); }
    /// The value of a request of this kind for this node, if there is one; then it is done with.
    std::optional<std::string> take_request(ImGuiID id, NodeAction action);

    // Editing text
    struct TextHappening {
        TextEvent event;
        std::string text;
    };
    struct Editing {
        ImGuiID id = 0;
        std::string text;
        std::string before;
        bool select_all = false;
        bool seen = false;
        bool own_work = false;  // else a search or a secret, of which nothing is kept
        bool in_layer = false;  // of a dialog, which holds the text itself
        int caret = -1;         // where it is to be when editing begins
        std::string name;
        std::uint32_t revision = 0;
        float place = -1;  // of its upper edge in what scrolls
    };
    /// What a field holds that is written nowhere yet.
    struct Typed {
        ImGuiID field = 0;
        std::string name;  // of the field
        std::string text;
        int caret = -1;  // in UTF-16 units; -1: not known

        bool operator==(const Typed&) const = default;
    };
    void text_event(ImGuiID field, TextEvent event, std::string_view text);
    std::vector<TextHappening> take_text_events(ImGuiID field);
    Editing& editing() { return editing_; }
    void begin_edit(ImGuiID field, std::string_view text, bool select_all);
    /// Puts another text into the field that is being edited.
    void replace_edited(std::string_view text);
    void end_edit();
    /// The text of the field that is being edited, if it differs from what it was, and of those that wait for
    /// their fields. O(text).
    std::vector<Typed> unwritten() const;
    /// Begins to edit this field with this text as soon as it is drawn.
    void resume(Typed typed);
    bool resumes(ImGuiID field, std::string_view name) const;
    std::optional<Typed> take_waiting(ImGuiID field);
    /// Texts that wait for their fields, the first of them first.
    const std::vector<Typed>& waiting() const { return waiting_; }
    void forget_waiting() { waiting_.clear(); }
    /// In a frame: a field lies here, in the current window.
    void note_field(ImGuiID field, ImRect area);
    /// The field of the last frame that a press there would reach; 0: none.
    ImGuiID field_at(ImVec2 place) const;
    /// Enter in a plain field of the topmost layer: a dialog takes it as its main button.
    bool submitted() const { return submitted_ && focus_.in_top_layer(); }
    void submit() { submitted_ = true; }

    // Over everything else
    void draw_ring(ImRect area, float corner);
    /// Shows `text` by the area after the mouse has rested on it, or at once when the keyboard is there.
    void tooltip(ImGuiID id, ImRect area, std::string_view text, const Press& press);
    void keep_moving() { moving_ = true; }

    /// For work between frames, which asks whether to stop: true from the `pieces`-th time on, or when so
    /// much of the frame is over.
    std::function<bool()> one_slice(
        int pieces, std::chrono::milliseconds most = std::chrono::milliseconds{6});
    /// The same where nothing but progress is drawn: most of the frame.
    std::function<bool()> most_of_a_frame(int pieces);
    /// A menu is open in this frame: nothing lies over it.
    void note_menu() { menu_ = true; }
    bool menu() const { return menu_; }
    /// Dragging with a finger scrolls this window (call within it).
    void scroll_by_touch();

private:
    struct Ring {
        ImDrawList* list;
        ImRect area, clip;
        float corner;
    };

    WidgetHost& host_;
    const Catalogue& words_;
    Fonts fonts_;
    const Theme* theme_ = &light_theme;
    ThemeChoice theme_choice_ = ThemeChoice::system;
    float text_scale_ = 1;
    float scale_ = 1;
    float width_ = 0;  // of the window, in pixels of the normal text size
    bool touch_ = false;
    bool moving_ = false;
    bool menu_ = false;
    bool submitted_ = false;
    Instant now_{};

    SemanticTree tree_;
    Focus focus_;
    std::vector<ImGuiID> static_ids_;
    std::vector<ImGuiKey> swallowed_;
    std::vector<NodeRequest> coming_, requests_;
    std::vector<std::pair<ImGuiID, TextHappening>> text_coming_, text_events_;
    Editing editing_;
    std::vector<Typed> waiting_;
    struct FieldPlace {
        ImGuiID field, window, layer;
        ImRect area;
    };
    std::vector<FieldPlace> fields_;  // of this frame, or between frames of the last
    std::vector<Ring> rings_;
    ImRect covered_{}, covering_{};  // by the message: as it was in the last frame, and in this one
    ImGuiID cover_ = 0;              // its window

    std::string typed_;
    Instant typed_at_{};

    ImGuiID tooltip_id_ = 0;
    Instant tooltip_since_{};
    bool tooltip_seen_ = false;
    std::string tooltip_text_;
    ImRect tooltip_area_{};

    ImGuiID touch_window_ = 0;
    float touch_speed_ = 0;

    std::optional<Typed> unwritten_edit() const;
    void apply_style();
    void draw_tooltip();
};

}  // namespace kith::ui
