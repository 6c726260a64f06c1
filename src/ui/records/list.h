// The list of all records of a kind: a table per kind says which columns, the drawing is the same for all.
// Filtered by what is typed, sorted by a press on a column's head; kept until the workspace changes.
#pragma once

#include <string>
#include <vector>

#include "ui/records/forms.h"
#include "widgets/table.h"

namespace kith::ui {

struct RecordListState {
    TableState table;
    std::string filter;
    std::vector<RecordId> rows;
    // What they were made from: the workspace's revision, the filter, what they are sorted by and whether
    // descending, and whether the search index knew everything.
    MadeFrom<std::uint64_t, std::string, std::string, bool, bool> rows_from;
};

/// Below the head of its place: filter, table, or what belongs there and the first step. `add` is opened by
/// that step.
void draw_record_list(Session& session, RecordListState& state, ImRect area, Kind kind, RecordForm& add);

/// The head of a place: its title with the number of records, the views of it as tabs, and a button that adds
/// one of `kind` by a dialog. Takes its height off `area`.
void draw_place_head(Session& session, ImRect& area, Kind kind, RecordForm& add);
void open_add(Session& session, RecordForm& add, Kind kind);

}  // namespace kith::ui
