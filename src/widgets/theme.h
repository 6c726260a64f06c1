// How Kith looks, as tables: colours for light and dark, type scale, and the 4 px grid. The tokens and
// what they are for stand in LOOK.md; pairs_in_use says which are laid on which, and a test computes
// the contrast of every pair (WCAG 2.2, success criteria 1.4.3 and 1.4.11).
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string_view>
#include <utility>

#include "imgui.h"

namespace kith::ui {

enum class Colour : std::uint8_t {
    ground,     // the window
    surface,    // cards, panels, fields
    surface_2,  // hover, quiet buttons, tags
    line,       // separators and outlines that carry no meaning
    edge,       // outlines that say "this is a control": fields, check boxes
    text,
    muted,        // second lines, labels
    accent,       // the primary action, selection, progress
    accent_soft,  // selected row, active place in the rail
    on_accent,    // text on accent and on group colours
    due,
    due_soft,
    late,
    late_soft,
    note,
    note_soft,
    scrim,  // laid over the page behind a dialog, half transparent
    group_0,
    group_1,
    group_2,
    group_3,
    group_4,
    count,
};

inline constexpr int group_count = 5;

/// The colour of community or person `n`; any number is fine.
constexpr Colour group_colour(std::uint64_t n) {
    return static_cast<Colour>(std::to_underlying(Colour::group_0) + n % group_count);
}

struct Theme {
    std::array<ImU32, std::to_underlying(Colour::count)> colours;
    ImU32 operator[](Colour colour) const { return colours[std::to_underlying(colour)]; }
};

extern const Theme light_theme;
extern const Theme dark_theme;

/// A colour with another opacity, 0 to 1.
ImU32 with_alpha(ImU32 colour, float alpha);

/// WCAG contrast ratio of two opaque colours, 1 to 21.
double contrast(ImU32 a, ImU32 b);

struct ColourPair {
    Colour front, back;
    double least;  // contrast ratio that must be reached
    std::string_view use;
};
std::span<const ColourPair> pairs_in_use();

enum class Type : std::uint8_t { title, section, section_plain, body, body_strong, small, small_strong };

struct TypeStyle {
    float size;   // CSS pixels at the normal text size
    float line;   // height of a line
    bool strong;  // weight 600 instead of 400
};
TypeStyle type_style(Type type);

/// Sizes of the grid in CSS pixels at the normal text size; Ui::px scales them.
namespace grid {
inline constexpr float unit = 4;
inline constexpr float screen = 24;  // around a screen
inline constexpr float screen_phone = 16;
inline constexpr float foot = 84;  // below all that is on a screen: a message may lie there
inline constexpr float between_cards = 16;
inline constexpr float in_row = 12;
inline constexpr float corner = 6;
inline constexpr float control = 36;  // buttons and fields
inline constexpr float control_touch = 44;
inline constexpr float row = 40;  // one line
inline constexpr float row_touch = 44;
inline constexpr float row_two = 52;  // two lines
inline constexpr float avatar = 32;
inline constexpr float icon = 16;
inline constexpr float rail = 208;
inline constexpr float rail_narrow = 56;
inline constexpr float bottom_bar = 64;
inline constexpr float top_bar = 52;
inline constexpr float phone_below = 600;  // window width
inline constexpr float narrow_below = 1000;
}  // namespace grid

}  // namespace kith::ui
