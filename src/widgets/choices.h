// Yes or no, and one of a few: check boxes, switches, radio buttons side by side, tabs.
#pragma once

#include <optional>
#include <span>
#include <string_view>

#include "widgets/layout.h"
#include "widgets/ui.h"

namespace kith::ui {

/// Returns true when toggled; the caller changes the value.
bool checkbox(
    Ui& ui, ImRect area, std::string_view label, Tri value, bool show_label = true, std::string_view id = {});
/// One as high as its words need.
bool checkbox(Ui& ui, Flow& flow, std::string_view label, Tri value);
bool toggle(Ui& ui, ImRect area, std::string_view label, bool value, std::string_view description = {});

/// One of a few, side by side (radio buttons). Returns the newly chosen index.
std::optional<int> segmented(
    Ui& ui, ImRect area, std::string_view name, std::span<const std::string_view> options, int current);
float segmented_width(const Ui& ui, std::span<const std::string_view> options);
/// Views of the same thing. Returns the newly chosen index.
std::optional<int> tabs(
    Ui& ui, ImRect area, std::string_view name, std::span<const std::string_view> titles, int current);

}  // namespace kith::ui
