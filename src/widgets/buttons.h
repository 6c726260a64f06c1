// What is pressed: buttons, links, and the big choices of a first start.
//
//     if (button(ui, line.end(button_width(ui, add)), add)) …
#pragma once

#include <string_view>

#include "widgets/icons.h"
#include "widgets/layout.h"
#include "widgets/ui.h"

namespace kith::ui {

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
/// A button at the start of the flow, as wide as it needs.
bool button(Ui& ui, Flow& flow, const Button& button);

/// Text that leads somewhere.
bool link(Ui& ui, ImRect area, std::string_view label, Type type = Type::body, std::string_view id = {});

/// A big choice with icon, title and second line (first start).
bool choice_card(Ui& ui, Flow& flow, Icon icon, std::string_view title, std::string_view detail);

}  // namespace kith::ui
