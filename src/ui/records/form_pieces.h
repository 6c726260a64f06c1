// What dialogs and fields in place have in common.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "ui/session/session.h"
#include "widgets/widgets.h"

namespace kith::ui {

/// The options of a choice in words, in their order.
std::vector<std::string> option_labels(const Session& session, const FieldSpec& field);
InputKind input_kind(const FieldSpec& field);
/// A choice with "not said" as its first option. Returns the new key, which may be empty.
std::optional<std::string> choice_field(
    Session& session, ImRect area, const FieldSpec& field, std::string_view current, FieldLook look);

}  // namespace kith::ui
