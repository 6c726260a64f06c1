// Contact points, addresses and other lists of rows of a record: shown in place, edited in a dialog.
#pragma once

#include <string>
#include <vector>

#include "model/options.h"
#include "ui/session/session.h"
#include "widgets/widgets.h"

namespace kith::ui {

struct RowForm {
    bool open = false;
    RecordId record;
    FieldId field;
    ElementId element;               // zero: a new row
    std::vector<std::string> parts;  // all that the field has

    template <PartName Part>
    std::string& part(Part part) {
        return parts[static_cast<std::size_t>(part)];
    }
    std::string error;
};

void draw_rows(
    Session& session, RowForm& form, Flow& flow, RecordId record, const FieldSpec& field, float label_width);
void open_row(Session& session, RowForm& form, RecordId record, const FieldSpec& field, ElementId element);
void draw_row_form(Session& session, RowForm& form);

}  // namespace kith::ui
