// Which fields the dialogs ask for, in order: enough to begin with, the rest is edited on the record's page.
#pragma once

#include <span>

#include "model/schema.h"

namespace kith::ui {

/// The fields that the dialogs show, in order.
std::span<const FieldId> form_fields(Kind kind);
/// The one that a record of the kind can't be without; none: zero.
FieldId required_field(Kind kind);

}  // namespace kith::ui
