// The widgets: each draws itself as LOOK.md says, says what it is in the semantic tree, and works by
// mouse, touch, keyboard and request. State lives with the caller. Areas are canvas pixels; a widget
// fills the area it is given, and *_width says how wide one wants to be.
//
//     if (button(ui, line.right(button_width(ui, add)), add)) …
//
// Sections: text, buttons, choices, fields, tags, rows and pieces. Dialogs and menus are in overlays.h,
// the table in table.h.
#pragma once

#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "widgets/icons.h"
#include "widgets/layout.h"
#include "widgets/ui.h"

namespace kith::ui {

// ---- Text ----------------------------------------------------------------------------------------

enum class Align : std::uint8_t { left, centre, right };

/// A heading of level 1 to 6, one line, shortened if need be.
void heading(Ui& ui, ImRect area, std::string_view text, int level, Type type = Type::section);
/// One line of text, shortened if need be with the whole in a tooltip. Returns the width drawn.
/// `silent` text is part of another control's name and gets no node of its own.
float label(Ui& ui, ImRect area, std::string_view text, Type type = Type::body, Colour colour = Colour::text,
    Align align = Align::left);
float silent_label(Ui& ui, ImRect area, std::string_view text, Type type = Type::body,
    Colour colour = Colour::text, Align align = Align::left);
/// Wrapped text in the middle of an area's height, without a node; as many lines as the area has room for,
/// and how high all of them are.
void silent_lines(
    Ui& ui, ImRect area, std::string_view text, Type type = Type::body, Colour colour = Colour::text);
float lines_height(const Ui& ui, std::string_view text, Type type, float width);
/// Wrapped text over as many lines as it needs.
void paragraph(Ui& ui, Flow& flow, std::string_view text, Type type = Type::body,
    Colour colour = Colour::text, Align align = Align::left);
/// A line of two parts, "Label  value", the value wrapped; one node that reads both.
void term(Ui& ui, Flow& flow, std::string_view name, std::string_view value, float name_width);

// ---- Buttons -------------------------------------------------------------------------------------

enum class ButtonKind : std::uint8_t {
    primary,  // the one main action of a screen
    quiet,    // all others: surface 2
    bare,     // only the label, until hovered
    danger,   // deletes
};

struct Button {
    std::string_view label;
    Icon icon = Icon::none;
    ButtonKind kind = ButtonKind::quiet;
    bool icon_only = false;  // the label is its name and tooltip
    bool disabled = false;
    bool small = false;     // 13 px text, for rows
    bool retiring = false;  // drawn only while the mouse or the keyboard is on it
    bool has_popup = false;
    Tri expanded = Tri::not_applicable;
    Tri pressed = Tri::not_applicable;
    std::string_view description = {};
    std::string_view shortcut = {};  // as aria-keyshortcuts has it
    std::string_view id = {};        // where the label is no unique name
};
float button_width(const Ui& ui, const Button& button);
bool button(Ui& ui, ImRect area, const Button& button);
/// A button at the left end of the flow, as wide as it needs.
bool button(Ui& ui, Flow& flow, const Button& button);

/// Text that leads somewhere.
bool link(Ui& ui, ImRect area, std::string_view label, Type type = Type::body, std::string_view id = {});

// ---- Choices -------------------------------------------------------------------------------------

/// Returns true when toggled; the caller changes the value.
bool checkbox(
    Ui& ui, ImRect area, std::string_view label, Tri value, bool show_label = true, std::string_view id = {});
/// One as high as its words need.
bool checkbox(Ui& ui, Flow& flow, std::string_view label, Tri value);
bool toggle(Ui& ui, ImRect area, std::string_view label, bool value, std::string_view description = {});

/// One of a few, side by side (radio buttons). Returns the newly chosen index.
std::optional<int> segmented(
    Ui& ui, ImRect area, std::string_view name, std::span<const std::string_view> options, int current);
float segmented_width(const Ui& ui, std::span<const std::string_view> options);
/// Views of the same thing. Returns the newly chosen index.
std::optional<int> tabs(
    Ui& ui, ImRect area, std::string_view name, std::span<const std::string_view> titles, int current);

// ---- Fields --------------------------------------------------------------------------------------

enum class FieldLook : std::uint8_t {
    framed,    // outline and surface
    in_place,  // looks like text until hovered or edited
    bare,      // no frame at all: the finder
};

struct Field {
    std::string_view name;
    std::string_view placeholder = {};
    InputKind kind = InputKind::text;
    FieldLook look = FieldLook::framed;
    Role role = Role::textbox;
    Icon icon = Icon::none;
    std::string_view error = {};  // shown as description, in red
    std::string_view description = {};
    std::string_view trailing = {};  // muted, at the right end: a shortcut
    std::string_view shortcut = {};
    bool multiline = false;
    bool required = false;
    bool read_only = false;
    bool strong = false;
    bool focus_first = true;  // preferred first focus of a dialog
    bool select_all = true;   // when editing begins by keyboard or click
    Type type = Type::body;
    ImGuiID controls = 0;  // a listbox that the arrow keys steer
    ImGuiID active_option = 0;
    Tri expanded = Tri::not_applicable;
    std::string_view id = {};
};

struct FieldResult {
    ImGuiID id = 0;
    bool began = false;
    bool changed = false;    // value is new
    bool accepted = false;   // Enter
    bool left = false;       // focus went elsewhere: keep the text
    bool cancelled = false;  // Escape: value is what it was before
    bool editing = false;
    bool hovered = false;
    std::optional<TextEvent> steer = {};  // up, down, page up, page down

    /// The moment to write the value into the record.
    bool committed() const { return accepted || left; }
};

/// A field for text. `value` is the content; it follows what is typed.
FieldResult text_field(Ui& ui, ImRect area, const Field& field, std::string& value);
/// How high a text area must be for all of its text, between `least` and `most` lines.
float text_area_height(const Ui& ui, std::string_view text, float width, int least, int most);

/// A label above a field, as forms have them; returns the area for the field.
ImRect labelled(Ui& ui, Flow& flow, std::string_view name, float field_height);

// ---- Tags ----------------------------------------------------------------------------------------

enum class TagKind : std::uint8_t { plain, accent, due, late, note };

float tag_width(const Ui& ui, std::string_view text);
float tag_height(const Ui& ui);
/// A small label, part of something else: no node of its own.
void draw_tag(Ui& ui, ImVec2 place, std::string_view text, TagKind kind = TagKind::plain);
/// A tag as text of its own.
void tag(Ui& ui, ImVec2 place, std::string_view text, TagKind kind = TagKind::plain);

/// A tag that can be pressed: a filter that is on or off.
bool chip(Ui& ui, ImVec2 place, std::string_view text, bool on, bool removable = false);
float chip_width(const Ui& ui, std::string_view text, bool removable);
/// A chip in a tag's colours, outlined when it is on.
bool tinted_chip(Ui& ui, ImVec2 place, std::string_view text, TagKind kind, bool on);

struct TagsResult {
    std::optional<std::string> added;
    std::optional<std::size_t> removed;
};
/// Tags with a remove button each, and a field for another. Offers `suggestions` that match.
TagsResult tags_field(Ui& ui, Flow& flow, std::string_view name, std::span<const std::string> tags,
    std::string& draft, std::span<const std::string> suggestions);

// ---- Rows and pieces -----------------------------------------------------------------------------

struct Face {
    std::string_view name;
    std::uint64_t key = 0;        // the person's own: decides the colour
    std::string_view photo = {};  // encoded picture, or empty
};
/// Photo, or initials on the group colour. No node: the name stands beside it.
void avatar(Ui& ui, ImVec2 place, float size, const Face& face);
/// One or two letters for a name: first letters of the first and last word; one ideograph.
std::string initials(std::string_view name);

struct ListItem {
    std::string_view title;
    std::string_view detail = {};  // second line
    std::string_view said = {};    // to a screen reader before the detail
    std::string_view tag = {};
    TagKind tag_kind = TagKind::plain;
    std::string_view action = {};   // a quiet button
    Icon action_icon = Icon::none;  // the button is this sign, shown while the row is attended to
    bool action_room = false;    // its room is kept, so that tags of rows without it stand below each other
    std::string_view tick = {};  // a check box before it, by this name
    bool tick_room = false;      // the same for the check box
    bool tick_on = false;        // … that is checked: then the words are muted
    std::string_view menu = {};  // a button with three dots after it, by this name
    bool dismissed = false;      // that button has a cross, and takes the row away
    Icon icon = Icon::none;
    const Face* face = nullptr;
    bool face_room =
        false;  // the sign has the room of a face, so that words of rows with either stand below each other
    bool pressable = true;
    bool wraps = false;  // words over several lines, as on a phone: for narrow cards
    bool chevron = false;
    bool strong = false;  // the title, of what others belong to
    int position = 0, set_size = 0;
    std::string_view id = {};
};
struct ListItemResult {
    bool pressed = false;
    bool focused = false;  // the row hears the keyboard: the caller may take keys of its own
    bool action = false;
    bool ticked = false;
    bool menu = false;
    ImRect menu_area;  // where a menu is to open
};
float list_item_height(const Ui& ui, const ListItem& item, float width);
/// Two lines, tag and button. Within an open node of role list.
ListItemResult list_item(Ui& ui, ImRect area, const ListItem& item);

/// A big choice with icon, title and second line (first start).
bool choice_card(Ui& ui, Flow& flow, Icon icon, std::string_view title, std::string_view detail);

/// `part` of 0 to 1. `busy` says in words what is going on.
void progress_bar(Ui& ui, ImRect area, std::string_view name, float part);
/// Grey bars where rows will be, after 300 ms of waiting.
void skeleton_rows(Ui& ui, Flow& flow, int count, Instant since);

struct EmptyState {
    Icon icon = Icon::none;
    std::string_view title, text, action;
    Icon action_icon = Icon::none;
};
bool empty_state(Ui& ui, Flow& flow, const EmptyState& state);

/// A coloured strip with a sentence: what happened, what is safe, what to do.
void notice(Ui& ui, Flow& flow, TagKind kind, std::string_view text);

}  // namespace kith::ui
