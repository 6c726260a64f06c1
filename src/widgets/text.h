// Text on the screen: measured, drawn, wrapped and shortened. Plain runs go glyph by glyph through
// Dear ImGui; runs that need shaping or ordering are drawn whole by the host.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "imgui.h"
#include "widgets/theme.h"

namespace kith::ui {

class Ui;

/// Whether single glyphs laid side by side can't show this text: right-to-left scripts, scripts whose
/// letters join or stack, combining marks, emoji sequences and flags. O(bytes), and quick for Latin.
bool needs_shaping(std::string_view text);

float text_width(const Ui& ui, std::string_view text, Type type);

/// Draws one line whose box (as high as the type's line) begins at `place`. Returns its width.
float draw_text(const Ui& ui, ImDrawList& list, ImVec2 place, std::string_view text, Type type, ImU32 colour);

/// Like draw_text, in at most `width`: what does not fit is replaced by an ellipsis. Returns whether
/// something was left out, so that the caller can offer the whole text elsewhere.
bool draw_text_elided(const Ui& ui, ImDrawList& list, ImVec2 place, std::string_view text, Type type,
    ImU32 colour, float width);

/// Breaks text into lines of at most `width` at spaces and line ends, within a word only if the word
/// alone is too long, and after any ideograph. The views point into `text`.
std::vector<std::string_view> wrap_text(const Ui& ui, std::string_view text, Type type, float width);

/// Draws an icon centred in a square of `size` at `place`.
enum class Icon : std::uint8_t;
void draw_icon(const Ui& ui, ImDrawList& list, ImVec2 place, Icon icon, float size, ImU32 colour);

}  // namespace kith::ui
