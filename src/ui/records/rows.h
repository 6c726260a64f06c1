// Contact points, addresses and other lists of rows of a record: shown in place, edited in a dialog.
#pragma once

#include <string>
#include <vector>

#include "ui/session/session.h"
#include "widgets/widgets.h"

namespace kith::ui {

struct RowForm {
    bool open = false;
    RecordId record;
    FieldId field;
    ElementId element;  // zero: a new row
    std::vector<std::string> parts;
    std::string error;
};

void draw_rows(
    Session& session, RowForm& form, Flow& flow, RecordId record, const FieldSpec& field, float label_width);
void open_row(Session& session, RowForm& form, RecordId record, const FieldSpec& field, ElementId element);
void draw_row_form(Session& session, RowForm& form);

}  // namespace kith::ui
