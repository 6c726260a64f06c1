// Text as widgets: headings, labels, paragraphs and terms, each with its node in the semantic tree; and the
// silent ones, which are part of another control.
#pragma once

#include <string_view>

#include "widgets/layout.h"
#include "widgets/ui.h"

namespace kith::ui {

enum class Align : std::uint8_t { start, centre, end };

/// A heading of level 1 to 6, one line, shortened if need be.
void heading(Ui& ui, ImRect area, std::string_view text, int level, Type type = Type::section);
/// One line of text, shortened if need be with the whole in a tooltip. Returns the width drawn.
/// `silent` text is part of another control's name and gets no node of its own.
float label(Ui& ui, ImRect area, std::string_view text, Type type = Type::body, Colour colour = Colour::text,
    Align align = Align::start);
float silent_label(Ui& ui, ImRect area, std::string_view text, Type type = Type::body,
    Colour colour = Colour::text, Align align = Align::start);
/// Wrapped text in the middle of an area's height, without a node; as many lines as the area has room for,
/// and how high all of them are.
void silent_lines(
    Ui& ui, ImRect area, std::string_view text, Type type = Type::body, Colour colour = Colour::text);
float lines_height(const Ui& ui, std::string_view text, Type type, float width);
/// Wrapped text over as many lines as it needs.
void paragraph(Ui& ui, Flow& flow, std::string_view text, Type type = Type::body,
    Colour colour = Colour::text, Align align = Align::start);
/// A line of two parts, "Label  value", the value wrapped; one node that reads both.
void term(Ui& ui, Flow& flow, std::string_view name, std::string_view value, float name_width);

}  // namespace kith::ui
