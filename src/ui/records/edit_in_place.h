// Fields of a record in place: text that becomes a field when it is pressed, written when it is left.
#pragma once

#include "ui/session/session.h"

namespace kith::ui {

/// One field of a record in place: its label at the left, its value as text that becomes a field. Writes on
/// Enter or when the focus leaves. Collections of rows and photos have their own editors.
void edit_in_place(Session& session, Flow& flow, RecordId record, const FieldSpec& field, float label_width,
    bool begin = false);

}  // namespace kith::ui
