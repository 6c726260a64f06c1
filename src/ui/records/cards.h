// What lists and pages of records are made of: cards with a heading and rows, headings that wrap, and the
// field at the end of a list that adds to it.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "ui/session/session.h"
#include "widgets/widgets.h"

namespace kith::ui {

/// A heading that wraps instead of being shortened.
void wrapped_heading(Ui& ui, Flow& flow, std::string_view text, int level, Type type);

/// A card with a heading and, below a line, rows as wide as the card. Draw rows into `card.flow`.
class ListCard {
public:
    ListCard(Session& session, Flow& around, std::string_view title, std::size_t count = 0);
    /// A button in the heading's line; true when pressed.
    bool action(const Button& button);
    /// To be called once before rows, text or fields: draws the line below the heading.
    void begin_rows();
    /// Text where there are no rows.
    void say(std::string_view text);
    void separate();  // a line between two rows
    void end();
    Card card;

private:
    Session& session_;
    ImRect heading_;
};

/// Buttons one after the other that go on in the next line where there is no room.
class ButtonLines {
public:
    ButtonLines(Ui& ui, Flow& flow) : ui_(ui), flow_(flow), x_(flow.x) {}
    bool operator()(const Button& made);
    void end();

private:
    Ui& ui_;
    Flow& flow_;
    float x_;
};

/// A field at the end of a list that adds by title; returns the title when there is one.
std::optional<std::string> adding_field(
    Session& session, Flow& flow, std::string& typing, std::string_view name);

}  // namespace kith::ui
