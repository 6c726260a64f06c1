// Fields for text. While one is edited the host shows its own real field over it (TextEdit in host.h).
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "widgets/icons.h"
#include "widgets/layout.h"
#include "widgets/ui.h"

namespace kith::ui {

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
    std::string_view trailing = {};  // muted, at the end: a shortcut
    std::string_view shortcut = {};
    bool multiline = false;
    bool required = false;
    bool read_only = false;
    bool strong = false;
    bool focus_first = true;  // preferred first focus of a dialog
    bool select_all = true;   // when editing begins by keyboard or click
    Type type = Type::body;
    std::optional<std::string_view> edited_as = {};  // where that is not what is shown at rest
    ImGuiID controls = 0;                            // a listbox that the arrow keys steer
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

}  // namespace kith::ui
