// What lies over the page: dialogs, menus, lists of completions, the message at the bottom. Each is a layer:
// while it is there it alone hears the keyboard, and the focus goes back where it was when it closes.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "widgets/fields.h"
#include "widgets/icons.h"
#include "widgets/layout.h"
#include "widgets/ui.h"

namespace kith::ui {

/// A modal dialog. `open` is the caller's; Escape and a press outside set it to false. If it returns true,
/// draw into `flow` and call end_dialog.
bool begin_dialog(Ui& ui, std::string_view title, float width, bool& open, Flow& flow, bool alert = false);
void end_dialog(Ui& ui, Flow& flow);

/// A menu below (or above) its button. Same use as a dialog.
bool begin_menu(Ui& ui, std::string_view name, ImRect anchor, float width, bool& open, Flow& flow,
    Role role = Role::menu);
void end_menu(Ui& ui, Flow& flow);

struct MenuItem {
    std::string_view label;
    Icon icon = Icon::none;
    std::string_view detail = {};  // muted, at the end
    Tri checked = Tri::not_applicable;
    bool danger = false;
    bool disabled = false;
    Role role = Role::menuitem;
    bool selected = false;  // of an option
    int position = 0, set_size = 0;
};
/// Within a menu. Arrow keys move among the items, letters jump.
bool menu_item(Ui& ui, Flow& flow, const MenuItem& item);

/// A closed list that opens under the finger (select-only combo box). Returns the newly chosen index.
struct Select {
    std::string_view name;
    std::span<const std::string_view> options;
    int current = -1;  // -1: nothing chosen
    std::string_view placeholder = {};
    FieldLook look = FieldLook::framed;
    std::string_view id = {};
};
std::optional<int> select(Ui& ui, ImRect area, const Select& select);
/// What a framed one needs to show what is chosen whole.
float select_width(const Ui& ui, const Select& select);

/// A text field with a list of what could be meant (editable combo box).
struct Completion {
    FieldResult field;
    std::optional<int> chosen;  // by Enter on a marked one, or by a press
};
Completion completing_field(Ui& ui, ImRect area, Field field, std::string& value,
    std::span<const std::string_view> options, std::span<const std::string_view> details = {});

/// What happened, with a way back: shown for a while at the bottom.
struct Toast {
    std::string text;
    std::string action;  // "Undo"; empty: none
    Instant until{};
};
/// Returns true when the action was pressed. Clears `toast.text` when it is time to go.
bool show_toast(Ui& ui, Toast& toast, float bottom_margin);

/// Marks the page behind while something lies over it, full size; for overlays that lay themselves out.
void begin_layer(Ui& ui, std::string_view name, bool dim);
/// True if Escape was pressed or the page outside `panel` was.
bool layer_dismissed(Ui& ui, ImRect panel);
void end_layer(Ui& ui);

}  // namespace kith::ui
