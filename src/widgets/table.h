// A table of any number of rows, of which only the visible ones are asked for and drawn: a frame costs the
// same with a hundred rows and with a hundred thousand. For screen readers it is a grid that knows its size
// and the place of each row (WAI-ARIA Authoring Practices, "Grid").
//
// Keys: arrows, Home, End, Page Up, Page Down move; letters jump to a name; Enter opens; Space selects;
// with Shift moving selects a range; Control+A selects all.
#pragma once

#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "widgets/ui.h"

namespace kith::ui {

struct Column {
    std::string_view key;  // unique
    std::string_view title;
    float least = 80;  // width in grid pixels
    float share = 1;   // of the width that is over
    int keep = 0;      // when not all fit, those with the highest number are left out, the last first
    bool sortable = true;
};

/// What the table remembers between frames.
struct TableState {
    std::string sort_key;
    bool descending = false;
    int cursor = -1;      // row with the keyboard
    int anchor = -1;      // where a range begins
    bool reveal = false;  // scroll to the cursor in the next frame
};

struct TableRows {
    int count = 0;
    bool two_lines = false;  // each has room for a second line of small text
    /// Draws the cell into `area` and returns its text for the accessible tree.
    std::function<std::string(int row, std::size_t column, ImRect area, bool lit)> cell;
    /// The row's name, for screen readers and for jumping by letters.
    std::function<std::string(int row)> name;
    /// A number that stays with the row when rows move.
    std::function<std::uint64_t(int row)> key;
    std::function<bool(int row)> selected;  // chosen with Space or check box; empty: no selection
    int current = -1;                       // the row whose details are shown
    /// The nearest row at or after `from` whose name begins with the folded `prefix`, going round. Left
    /// empty, the table asks `name` for each: O(rows) on a key press.
    std::function<int(std::string_view prefix, int from)> find;
};

struct TableResult {
    std::optional<int> opened;                 // by click or Enter
    std::optional<int> toggled;                // selection of one row
    std::optional<std::pair<int, int>> range;  // select from, to (inclusive)
    bool select_all = false;
    bool select_none = false;
    bool sort_changed = false;
};

TableResult table(Ui& ui, ImRect area, std::string_view name, TableState& state,
    std::span<const Column> columns, const TableRows& rows);

/// How high a table with `count` rows is at most (so that a short one does not fill the screen).
float table_height(const Ui& ui, int count, bool two_lines = false);

}  // namespace kith::ui
