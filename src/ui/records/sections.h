// The sections of a page: fields, members, related records, each with its way of adding to it.
#pragma once

#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "ui/records/page.h"

namespace kith::ui {

/// One section of a page, and the space below it.
void draw_section(PageDrawing& page, const PageSection& section, Flow& flow);

/// The rows of a list of records, with what can be done with each in one step (done, next stage, edit).
void draw_record_rows(PageDrawing& page, ListCard& list, std::span<const RecordId> records,
    std::string_view name, std::string_view key);

/// Whether a field of a record holds anything.
bool says_something(const Workspace& workspace, RecordId record, const FieldSpec& field);

/// The day a record counts under in a list, and that order: what is open and due first, then the latest.
std::optional<Day> day_of(const Workspace& workspace, RecordId record);
void order_records(const Workspace& workspace, std::vector<RecordId>& records);

}  // namespace kith::ui
